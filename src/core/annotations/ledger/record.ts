import { DECISION_STATUSES } from "../decision";
import {
  faultsOf,
  formatLine,
  isObject,
  knownFieldsOf,
  oneOf,
  optional,
  parseRecord,
  place,
  required,
  time,
  unknownFieldsOf,
  words,
  type FieldRules,
  type LineFault,
} from "./line-fields";
import type { Memo } from "../memo";
import { RELATION_MODALITIES, RELATION_TYPES, type Relation } from "../relation";
import type { ThemeDecision } from "../theme-decision";

/** What a ledger holds besides decisions: a line that says its kind. */
export type LedgerRecord = Memo | Relation | ThemeDecision;

/** A record, or the faults that keep the line from being one. */
export type RecordLine = { readonly record: LedgerRecord } | { readonly faults: readonly LineFault[] };

const resolution = { expected: 'a time and a name such as {"time":"2026-07-01T09:30:00Z"}', allows: isResolution };

/** The fields of each kind in the order in which they are written; fields of other versions follow. */
const KINDS: { readonly [Kind in LedgerRecord["kind"]]: FieldRules<Extract<LedgerRecord, { kind: Kind }>> } = {
  memo: {
    kind: { ...required, ...oneOf(["memo"]) },
    id: { ...required, ...words },
    thread: { ...optional, ...words },
    place: { ...optional, ...place },
    body: { ...required, ...words },
    author: { ...optional, ...words },
    time: { ...required, ...time },
    edited: { ...optional, ...time },
    resolved: { ...optional, ...resolution },
  },
  relation: {
    kind: { ...required, ...oneOf(["relation"]) },
    id: { ...required, ...words },
    type: { ...required, ...oneOf(RELATION_TYPES), code: "ledger.unknown-relation" },
    status: { ...optional, ...oneOf(DECISION_STATUSES) },
    modality: { ...optional, ...oneOf(RELATION_MODALITIES) },
    source: { ...required, ...place },
    target: { ...required, ...place },
    author: { ...optional, ...words },
    time: { ...required, ...time },
  },
  theme: {
    kind: { ...required, ...oneOf(["theme"]) },
    id: { ...required, ...words },
    theme: { ...required, ...words },
    status: { ...required, ...oneOf(DECISION_STATUSES) },
    place: { ...required, ...place },
    author: { ...optional, ...words },
    time: { ...required, ...time },
  },
};

/** Reads a line that says its kind; undefined for one that does not, such as a decision. Any text is safe to pass. */
export function parseRecordLine(line: string): RecordLine | undefined {
  // Most lines are decisions, and need not be read twice.
  const fields = line.includes('"kind"') ? parseRecord(line) : undefined;
  if (fields?.has("kind") !== true) return undefined;
  const kind = fields.get("kind");
  if (kind !== "memo" && kind !== "relation" && kind !== "theme") return { faults: [unknownKind(kind)] };
  const rules = rulesOf(kind);
  const faults = faultsOf(rules, fields, kind);
  return faults.length > 0 ? { faults } : { record: knownFieldsOf(rules, fields) };
}

/** Writes a record as one line. Fields that `former`, its line until now, has from another version are kept. */
export function formatRecordLine(record: LedgerRecord, former?: string): string {
  return formatLine(rulesOf(record.kind), record, former);
}

/** The same record at the places of another version of it; a record of another kind has none for it. */
export function withPlaces(record: LedgerRecord, other: LedgerRecord): LedgerRecord {
  if (record.kind === "relation" && other.kind === "relation")
    return { ...record, source: other.source, target: other.target };
  if (record.kind === "memo" && other.kind === "memo" && other.place !== undefined)
    return { ...record, place: other.place };
  if (record.kind === "theme" && other.kind === "theme") return { ...record, place: other.place };
  return record;
}

/** The fields of a record's line that this version of the format does not know. */
export function otherFieldsOfRecord({ kind }: LedgerRecord, line: string): [name: string, value: unknown][] {
  return unknownFieldsOf(rulesOf(kind), line);
}

/** When a record got the words that it has, in milliseconds since 1970. */
export function instantOfRecord(record: LedgerRecord): number {
  const edited = record.kind === "memo" ? record.edited : undefined;
  return Date.parse(edited ?? record.time);
}

function rulesOf(kind: LedgerRecord["kind"]): FieldRules<LedgerRecord> {
  return KINDS[kind];
}

function unknownKind(kind: unknown): LineFault {
  const name = typeof kind === "string" ? `"${kind.slice(0, 40)}"` : "not text";
  const message = `The kind of this line is ${name}, which this version does not know. Update HealthGeo to use it.`;
  return { code: "ledger.unknown-kind", message };
}

function isResolution(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { time: at, author } = value as { time?: unknown; author?: unknown };
  return time.allows(at) && (author === undefined || words.allows(author));
}
