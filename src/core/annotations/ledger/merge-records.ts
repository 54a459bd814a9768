import { contestedIdOf } from "./decision-id";
import type { Ledger } from "./ledger";
import { onlyChange } from "./only-change";
import { formatRecordLine, instantOfRecord, otherFieldsOfRecord, type LedgerRecord } from "./record";

/** A memo or relation and the line it stands on, without its line end. */
export interface RecordEntry {
  readonly record: LedgerRecord;
  readonly text: string;
}

/**
 * The memos and relations of two ledgers that were both made from `base`, merged by their ids; not sorted.
 *
 * What one side alone added, changed or removed is so in the result. Where both changed one, what it says, its places and
 * whether it is resolved merge apart. Where both changed what it says, the later words stand, and the others are kept too:
 * of a memo as an answer to it, of a relation as another one. Nothing that somebody wrote is lost.
 */
export function mergeRecords(base: Ledger, ours: Ledger, theirs: Ledger): RecordEntry[] {
  const [before, a, b] = [entriesOf(base), entriesOf(ours), entriesOf(theirs)];
  const merged = new Map<string, RecordEntry>();
  const contested: RecordEntry[] = [];
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const outcome = mergeEntry(before.get(key), a.get(key), b.get(key));
    if (outcome === undefined) continue;
    merged.set(key, outcome.standing);
    if (outcome.contested !== undefined) contested.push(outcome.contested);
  }
  // One that an earlier merge kept may have been changed since.
  for (const entry of contested) addOnce(merged, entry);
  return [...merged.values()];
}

/** What a merge of two versions leaves. */
interface Outcome {
  readonly standing: RecordEntry;
  readonly contested?: RecordEntry;
}

/** The parts of a record that merge by themselves; all other fields are what it says. */
const PARTS: ReadonlySet<string> = new Set(["place", "source", "target", "resolved"]);

/** When a record was written is not what it says. */
const STAMPS: ReadonlySet<string> = new Set(["time", "edited", "author"]);

type Fields = ReadonlyMap<string, unknown>;

/** The records of a ledger by kind and id. Copies of one id that say something else, which a careless merge leaves, are kept. */
function entriesOf({ lines }: Ledger): Map<string, RecordEntry> {
  const entries = new Map<string, RecordEntry>();
  for (const { text, record } of lines) {
    if (record === undefined) continue;
    const copy = { text, record };
    const former = entries.get(keyOf(record));
    if (former === undefined) {
      entries.set(keyOf(record), copy);
      continue;
    }
    const [standing, other] = isLater(former, copy) ? [former, copy] : [copy, former];
    entries.set(keyOf(record), standing);
    if (contentOf(standing) !== contentOf(other)) addOnce(entries, contest(standing, other));
  }
  return entries;
}

function addOnce(entries: Map<string, RecordEntry>, entry: RecordEntry): void {
  const key = keyOf(entry.record);
  if (!entries.has(key)) entries.set(key, entry);
}

function mergeEntry(
  base: RecordEntry | undefined,
  ours: RecordEntry | undefined,
  theirs: RecordEntry | undefined,
): Outcome | undefined {
  if (ours === undefined || theirs === undefined) return mergeRemoval(base, ours ?? theirs!);
  if (isSame(ours, theirs)) return { standing: theirs.text < ours.text ? theirs : ours };
  if (base !== undefined && isSame(ours, base)) return { standing: theirs };
  if (base !== undefined && isSame(theirs, base)) return { standing: ours };
  const said = onlyChange(base, ours, theirs, statementOf);
  const [standing, other] = isLater(ours, theirs) ? [ours, theirs] : [theirs, ours];
  const merged = withParts(said ?? standing, base, ours, theirs);
  return said === undefined && contentOf(ours) !== contentOf(theirs)
    ? { standing: merged, contested: contest(merged, other) }
    : { standing: merged };
}

/** Removed on one side, or added on the other. Where that one only followed an edit of the document, it stays removed. */
function mergeRemoval(base: RecordEntry | undefined, left: RecordEntry): Outcome | undefined {
  const isUnchanged = base !== undefined && statementOf(base) === statementOf(left);
  return isUnchanged && partOf(base, "resolved") === partOf(left, "resolved") ? undefined : { standing: left };
}

/** A record as one entry says it, with each part of whichever side changed that. */
function withParts(
  said: RecordEntry,
  base: RecordEntry | undefined,
  ours: RecordEntry,
  theirs: RecordEntry,
): RecordEntry {
  const fields = new Map(Object.entries(said.record));
  for (const name of PARTS) {
    const part = (entry: RecordEntry) => partOf(entry, name);
    const from = onlyChange(base, ours, theirs, part) ?? (compare(part(ours), part(theirs)) >= 0 ? ours : theirs);
    const value: unknown = fieldsOf(from).get(name);
    if (value === undefined) fields.delete(name);
    else fields.set(name, value);
  }
  return rewritten(said, fields);
}

/** Keeps the other words: of a memo as an answer, of a relation as another one between the same mentions. */
function contest(standing: RecordEntry, other: RecordEntry): RecordEntry {
  const { record } = standing;
  const fields = new Map(Object.entries(other.record));
  fields.set("id", contestedIdOf(record.id, contentOf(other)));
  for (const name of PARTS) fields.delete(name);
  if (record.kind === "memo") fields.set("thread", record.thread ?? record.id);
  else if (record.kind === "theme") fields.set("place", record.place);
  else fields.set("source", record.source).set("target", record.target);
  return rewritten(other, fields);
}

function rewritten(former: RecordEntry, fields: Fields): RecordEntry {
  const record = Object.fromEntries(fields) as unknown as LedgerRecord;
  const text = formatRecordLine(record, former.text);
  return text === formatRecordLine(former.record, former.text) ? former : { record, text };
}

function isSame(a: RecordEntry, b: RecordEntry): boolean {
  return statementOf(a) === statementOf(b) && [...PARTS].every((name) => partOf(a, name) === partOf(b, name));
}

function isLater(a: RecordEntry, b: RecordEntry): boolean {
  const difference = instantOfRecord(a.record) - instantOfRecord(b.record);
  return (difference || compare(statementOf(a), statementOf(b))) >= 0;
}

/** What a record says, who said it and when. */
function statementOf(entry: RecordEntry): string {
  return canonical(Object.fromEntries([...fieldsOf(entry)].filter(([name]) => !PARTS.has(name))));
}

/** What a record says, whoever said it and when. */
function contentOf(entry: RecordEntry): string {
  const isSaid = (name: string) => !PARTS.has(name) && !STAMPS.has(name) && name !== "id";
  return canonical(Object.fromEntries([...fieldsOf(entry)].filter(([name]) => isSaid(name))));
}

function partOf(entry: RecordEntry, name: string): string {
  return canonical(fieldsOf(entry).get(name) ?? null);
}

function fieldsOf({ record, text }: RecordEntry): Fields {
  const fields = new Map([...Object.entries(record), ...otherFieldsOfRecord(record, text)]);
  // A relation is accepted where its line does not say otherwise.
  if (record.kind === "relation" && record.status === "accepted") fields.delete("status");
  return fields;
}

/** JSON that does not hang on the order of fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    isPlain(member) ? Object.entries(member).sort(byName) : member,
  );
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compare(a, b);
}

function keyOf({ kind, id }: LedgerRecord): string {
  return `${kind} ${id}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
