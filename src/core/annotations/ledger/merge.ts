import { byTime } from "../chronology";
import type { Decision, Quote } from "../decision";
import { contestedIdOf } from "./decision-id";
import { formatDecisionLine, otherFieldsOf } from "./decision-line";
import type { Ledger } from "./ledger";
import { mergeRecords } from "./merge-records";
import { onlyChange } from "./only-change";

/** Two decisions on one place that contradict each other. Both are in the merged ledger. */
export interface MergeConflict {
  /** The later one; it keeps the id and holds until somebody adjudicates. */
  readonly standing: Decision;
  /** The other one, under an id of its own. */
  readonly contested: Decision;
}

export interface LedgerMerge {
  /** The text of the merged ledger. */
  readonly source: string;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Merges two ledgers that were both made from `base`, decision by decision, by their ids.
 *
 * What one side alone added, changed or removed is so in the result. Where both changed a decision, what was decided and
 * the words that tell its place merge apart, and of two changes to the same of these the later holds. Only where the
 * verdicts differ is there a conflict: then both decisions stay, each naming the other in `conflictsWith`. A decision that
 * one side took back and the other made anew stays. Memos and relations merge by `mergeRecords`. Lines that hold none of
 * these are kept, sorted, at the end.
 *
 * The result is the same whichever side is ours: of two decisions of the same time, the one that is the greater by code
 * units counts as the later. Merging the result with a side again changes nothing.
 */
export function mergeLedgers(base: Ledger, ours: Ledger, theirs: Ledger): LedgerMerge {
  const [before, a, b] = [entriesOf(base), entriesOf(ours), entriesOf(theirs)];
  const merged = new Map<string, Entry>();
  const conflicts: ContestedEntries[] = [];
  for (const id of new Set([...a.keys(), ...b.keys()])) {
    const outcome = mergeEntry(before.get(id), a.get(id), b.get(id));
    if (outcome === undefined) continue;
    const isContested = "standing" in outcome;
    merged.set(id, isContested ? outcome.standing : outcome);
    if (isContested) conflicts.push(outcome);
  }
  // One that an earlier merge kept may have been decided on since.
  for (const { contested } of conflicts) if (!merged.has(contested.decision.id)) add(merged, contested);
  const sorted = [
    ...[...merged.values()].map(({ decision: { id }, text }) => ({ id, text })),
    ...mergeRecords(base, ours, theirs).map(({ record: { id }, text }) => ({ id, text })),
  ].sort((x, y) => compare(x.id, y.id) || compare(x.text, y.text));
  const lineEnd = lineEndOf(ours, theirs);
  return {
    source: [...sorted.map(({ text }) => text), ...unreadableOf(base, ours, theirs)]
      .map((line) => line + lineEnd)
      .join(""),
    conflicts: conflicts.map(({ standing, contested }) => ({
      standing: standing.decision,
      contested: contested.decision,
    })),
  };
}

/** A decision and the line it stands on, without its line end. */
interface Entry {
  readonly decision: Decision;
  readonly text: string;
}

interface ContestedEntries {
  readonly standing: Entry;
  readonly contested: Entry;
}

/** The decisions of a ledger by id. Contradicting copies of one id, which a careless merge leaves, are told apart. */
function entriesOf({ lines, lineOf }: Ledger): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const copies: Entry[] = [];
  for (const { line, text, decision } of lines) {
    if (decision === undefined) continue;
    if (lineOf.get(decision.id) === line) add(entries, { text, decision });
    else copies.push({ text, decision });
  }
  for (const copy of copies) {
    const counting = entries.get(copy.decision.id)!;
    if (verdictOf(counting) === verdictOf(copy)) continue;
    const { standing, contested } = contest(counting, copy, copy, marksOf(counting));
    add(entries, standing);
    if (!entries.has(contested.decision.id)) add(entries, contested);
  }
  return entries;
}

function add(entries: Map<string, Entry>, entry: Entry): void {
  entries.set(entry.decision.id, entry);
}

function mergeEntry(
  base: Entry | undefined,
  ours: Entry | undefined,
  theirs: Entry | undefined,
): Entry | ContestedEntries | undefined {
  if (isSame(ours, theirs))
    return ours !== undefined && theirs !== undefined && theirs.text < ours.text ? theirs : ours;
  if (isSame(ours, base)) return theirs;
  if (isSame(theirs, base)) return ours;
  if (ours !== undefined && theirs !== undefined) return mergeChanges(base, ours, theirs);
  // Taken back on one side. Where the other only followed an edit of the document, that is all there is to it.
  const changed = ours ?? theirs!;
  return base !== undefined && judgementOf(changed) === judgementOf(base) ? undefined : changed;
}

function mergeChanges(base: Entry | undefined, ours: Entry, theirs: Entry): Entry | ContestedEntries {
  const later = compareByTime(ours, theirs) >= 0 ? ours : theirs;
  const judged = onlyChange(base, ours, theirs, judgementOf);
  const placed = onlyChange(base, ours, theirs, placeOf);
  const marks = mergeMarks(base, ours, theirs);
  if (judged === undefined && verdictOf(ours) !== verdictOf(theirs)) {
    const earlier = later === ours ? theirs : ours;
    return contest(rewritten(later, placed ?? later, marks), earlier, placed ?? earlier, marks);
  }
  return rewritten(judged ?? later, placed ?? later, marks);
}

/** Keeps the earlier of two contradicting decisions under an id of its own; each names the other. */
function contest(standing: Entry, earlier: Entry, place: Entry, marks: readonly string[]): ContestedEntries {
  const { id } = standing.decision;
  const contestedId = contestedIdOf(id, verdictOf(earlier));
  return {
    standing: rewritten(standing, standing, [...new Set([...marks, contestedId])].sort(compare)),
    contested: rewritten(earlier, place, [id], contestedId),
  };
}

/** A decision as judged in one entry, at the place of another; its line stays as it is where nothing is different. */
function rewritten(judged: Entry, placed: Entry, marks: readonly string[], id = judged.decision.id): Entry {
  const decision: { -readonly [Key in keyof Decision]: Decision[Key] } = { ...judged.decision, id };
  delete decision.occurrence;
  delete decision.rival;
  delete decision.conflictsWith;
  Object.assign(decision, quoteOf(placed.decision), marks.length === 0 ? {} : { conflictsWith: marks });
  const text = formatDecisionLine(decision, judged.text);
  return text === formatDecisionLine(judged.decision, judged.text) ? judged : { decision, text };
}

function quoteOf({ quote, prefix, suffix, occurrence, rival }: Decision): Quote {
  return {
    quote,
    prefix,
    suffix,
    ...(occurrence === undefined ? {} : { occurrence }),
    ...(rival === undefined ? {} : { rival }),
  };
}

/** What was said, whoever said it and when. */
function verdictOf({ decision, text }: Entry): string {
  const { status, scope, class: classId, entity, comment, curates } = decision;
  const others = otherFieldsOf(text).sort(([a], [b]) => compare(a, b));
  return JSON.stringify([status, scope, classId, entity, comment, curates, others]);
}

/** What tells the place of a decision, and what a merge wrote. All other fields are what was decided. */
const NOT_DECIDED: ReadonlySet<string> = new Set<keyof Decision>([
  "quote",
  "prefix",
  "suffix",
  "occurrence",
  "rival",
  "conflictsWith",
]);

/** Everything that a decision says but its place and what it conflicts with. */
function judgementOf({ decision, text }: Entry): string {
  const fields = [...Object.entries(decision), ...otherFieldsOf(text)].filter(([name]) => !NOT_DECIDED.has(name));
  return JSON.stringify(fields.sort(([a], [b]) => compare(a, b)));
}

function placeOf({ decision: { quote, prefix, suffix, occurrence, rival } }: Entry): string {
  return JSON.stringify([quote, prefix, suffix, occurrence?.nth, occurrence?.of, occurrence?.sentence, rival]);
}

function marksOf(entry: Entry | undefined): readonly string[] {
  return entry?.decision.conflictsWith ?? [];
}

/** The marks that both have, or that one has added. */
function mergeMarks(base: Entry | undefined, ours: Entry, theirs: Entry): string[] {
  const [before, a, b] = [base, ours, theirs].map((entry) => new Set(marksOf(entry))) as [
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  return [...new Set([...a, ...b])].filter((id) => (a.has(id) && b.has(id)) || !before.has(id)).sort(compare);
}

function isSame(a: Entry | undefined, b: Entry | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    judgementOf(a) === judgementOf(b) && placeOf(a) === placeOf(b) && marksOf(a).join("\n") === marksOf(b).join("\n")
  );
}

function compareByTime(a: Entry, b: Entry): number {
  return byTime(a.decision, b.decision) || compare(judgementOf(a), judgementOf(b)) || compare(placeOf(a), placeOf(b));
}

/** Lines that hold no decision, each as often as the side has it that changed how often. */
function unreadableOf(base: Ledger, ours: Ledger, theirs: Ledger): string[] {
  const [before, a, b] = [base, ours, theirs].map(countsOfUnreadable) as [Counts, Counts, Counts];
  return [...new Set([...a.keys(), ...b.keys()])].sort(compare).flatMap((text) => {
    const [was, mine, other] = [before, a, b].map((counts) => counts.get(text) ?? 0) as [number, number, number];
    const count = mine === was ? other : other === was ? mine : Math.max(mine, other);
    return Array.from({ length: count }, () => text);
  });
}

type Counts = ReadonlyMap<string, number>;

function countsOfUnreadable({ unreadable }: Ledger): Counts {
  const counts = new Map<string, number>();
  for (const { text } of unreadable) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** CRLF only where no side has it otherwise. */
function lineEndOf(...sides: readonly Ledger[]): string {
  const written = sides.filter(({ lines }) => lines.length > 0);
  return written.length > 0 && written.every(({ lineEnd }) => lineEnd === "\r\n") ? "\r\n" : "\n";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
