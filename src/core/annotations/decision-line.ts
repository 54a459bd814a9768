import { isClassId } from "../taxonomy/scheme";
import type { MentionOrigin } from "../tagger/mention";
import { DECISION_SCOPES, DECISION_STATUSES, type Decision } from "./decision";

/** What is wrong with a line of a ledger, and what to do about it. */
export interface LineFault {
  readonly code: string;
  readonly message: string;
}

/** A decision, or at least one fault that keeps the line from being one. */
export type DecisionLine = { readonly decision: Decision } | { readonly faults: readonly LineFault[] };

/** What a field of a decision may hold. */
interface FieldRule {
  readonly required: boolean;
  /** Completes the sentence "… must be". */
  readonly expected: string;
  readonly allows: (value: unknown) => boolean;
  /** Code of the fault where the value is not allowed. */
  readonly code: string;
}

const ORIGINS = Object.keys({
  lexicon: true,
  rule: true,
  abbreviation: true,
  discovery: true,
  inline: true,
  decision: true,
} satisfies Record<MentionOrigin, true>);

const required = { required: true, code: "ledger.wrong-field" };
const optional = { required: false, code: "ledger.wrong-field" };
const text = { expected: "text", allows: (value: unknown) => typeof value === "string" };
const words = {
  expected: "text that is not empty",
  allows: (value: unknown) => typeof value === "string" && value !== "",
};
const classId = {
  expected: 'a class such as "actor.state"',
  allows: (value: unknown) => typeof value === "string" && isClassId(value),
};
const time = { expected: 'a time in UTC such as "2026-07-01T09:30:00Z"', allows: isUtcTime };
const share = { expected: "a number from 0 to 1", allows: isShare };
const ordinal = { expected: 'two whole numbers such as {"nth":1,"of":2}', allows: isOrdinal };
const ids = { expected: 'a list of ids such as ["3e0454e07d1d17f1"]', allows: isListOfWords };
const count = { expected: "a whole number above zero", allows: isCount };

/** The fields of a decision in the order in which they are written; fields of other versions follow. */
const FIELDS: Readonly<Record<keyof Decision, FieldRule>> = {
  id: { ...required, ...words },
  status: { ...required, ...oneOf(DECISION_STATUSES), code: "ledger.unknown-status" },
  scope: { ...required, ...oneOf(DECISION_SCOPES), code: "ledger.unknown-scope" },
  class: { ...required, ...classId },
  entity: { ...optional, ...words },
  suggested: { ...optional, ...classId },
  suggestedEntity: { ...optional, ...words },
  quote: { ...required, ...words },
  prefix: { ...required, ...text },
  suffix: { ...required, ...text },
  occurrence: { ...optional, ...ordinal },
  rival: { ...optional, ...count },
  by: { ...optional, ...oneOf(ORIGINS) },
  pattern: { ...optional, ...words },
  pack: { ...optional, ...words },
  packVersion: { ...optional, ...words },
  confidence: { ...optional, ...share },
  author: { ...optional, ...words },
  time: { ...required, ...time },
  comment: { ...optional, ...words },
  curates: { ...optional, ...ids },
  conflictsWith: { ...optional, ...ids },
};
const FIELD_NAMES = Object.keys(FIELDS) as (keyof Decision)[];

/** A line nested deeper than this is not read: writing it again could exhaust the stack. */
const DEEPEST = 32;

/** Longer values are cut in messages, in UTF-16 code units. */
const LONGEST_VALUE = 40;

/** Reads one line of a ledger; any text is safe to pass. A decision on a whole document may leave out prefix and suffix. */
export function parseDecisionLine(line: string): DecisionLine {
  const record = parseRecord(line);
  if (record === undefined) {
    const message = "This line is not a JSON object. Restore it from version control, or delete it.";
    return { faults: [{ code: "ledger.not-json", message }] };
  }
  const complete = record.get("scope") === "document" ? new Map([["prefix", ""], ["suffix", ""], ...record]) : record;
  const faults = FIELD_NAMES.flatMap((name) => faultOf(name, complete) ?? []);
  if (faults.length > 0) return { faults };
  const known = FIELD_NAMES.filter((name) => complete.has(name)).map((name) => [name, complete.get(name)]);
  return { decision: Object.fromEntries(known) as unknown as Decision };
}

/** Writes a decision as one line. Fields that `former`, its line until now, has from another version of the format are kept. */
export function formatDecisionLine(decision: Decision, former?: string): string {
  const others = former === undefined ? [] : otherFieldsOf(former);
  const fields = [...FIELD_NAMES.map((name) => [name, decision[name]] as const), ...others];
  const members = fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return escapeLineEnds(`{${members.join(",")}}`);
}

/** The fields of a line that this version of the format does not know. */
export function otherFieldsOf(line: string): [name: string, value: unknown][] {
  return [...(parseRecord(line) ?? [])].filter(([name]) => !Object.hasOwn(FIELDS, name));
}

function parseRecord(line: string): Map<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) && isShallow(value, DEEPEST) ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

function faultOf(name: keyof Decision, record: ReadonlyMap<string, unknown>): LineFault | undefined {
  const { required, expected, allows, code } = FIELDS[name];
  if (!record.has(name)) {
    return required
      ? { code: "ledger.missing-field", message: `This decision has no "${name}". It must be ${expected}.` }
      : undefined;
  }
  const value = record.get(name);
  return allows(value) ? undefined : { code, message: `"${name}" is ${shown(value)}. It must be ${expected}.` };
}

function shown(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  const json = JSON.stringify(value);
  return json.length <= LONGEST_VALUE ? json : `${json.slice(0, LONGEST_VALUE)}…`;
}

/** Some editors take U+2028 and U+2029 for line ends, and warn of them. */
function escapeLineEnds(json: string): string {
  return json.replace(/[\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16)}`);
}

function oneOf(values: readonly string[]): Pick<FieldRule, "expected" | "allows"> {
  return {
    expected: values.map((value) => `"${value}"`).join(" or "),
    allows: (value) => typeof value === "string" && values.includes(value),
  };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((member) => isShallow(member, levels - 1));
}

function isUtcTime(value: unknown): boolean {
  return (
    typeof value === "string" &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

function isListOfWords(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(words.allows);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isShare(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= 1;
}

function isOrdinal(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { nth, of } = value as { nth?: unknown; of?: unknown };
  return isCount(nth) && isCount(of) && of > 1 && nth <= of;
}
