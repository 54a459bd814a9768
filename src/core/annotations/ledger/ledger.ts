import type { Problem } from "../../problem";
import type { ClassId } from "../../taxonomy/scheme";
import { byTime } from "../chronology";
import { withPlace, type Decision } from "../decision";
import { formatDecisionLine, parseDecisionLine } from "./decision-line";
import type { LineFault } from "./line-fields";
import type { Memo } from "../memo";
import { formatRecordLine, instantOfRecord, parseRecordLine, withPlaces, type LedgerRecord } from "./record";
import type { Relation } from "../relation";
import type { ThemeDecision } from "../theme-decision";

/** A line of a ledger, without its line end; `decision` or `record` where it holds one. */
export interface LedgerLine {
  /** One-based. */
  readonly line: number;
  readonly text: string;
  readonly decision?: Decision;
  readonly record?: LedgerRecord;
}

/** The decisions on one document, and everything else that their file holds. */
export interface Ledger {
  readonly uri: string;
  /** Sorted by id, one for each; where several lines share an id, the latest. */
  readonly decisions: readonly Decision[];
  /** Sorted by id, one for each, as decisions are. */
  readonly memos: readonly Memo[];
  readonly relations: readonly Relation[];
  /** What people decided on the themes of passages. */
  readonly themes: readonly ThemeDecision[];
  /** The lines that hold none of these. They are kept byte for byte. */
  readonly unreadable: readonly LedgerLine[];
  readonly problems: readonly Problem[];
  /** The one-based line of each decision, memo and relation, by its id. */
  readonly lineOf: ReadonlyMap<string, number>;
  /** All lines that are not blank, in the order of the file. */
  readonly lines: readonly LedgerLine[];
  readonly lineEnd: "\n" | "\r\n";
}

/** What one line of a ledger says: a decision, a memo or a relation. */
export type LedgerEntry = Decision | LedgerRecord;

/** What to do to a ledger. What is to be removed goes first. */
export interface LedgerChange {
  /** Decisions to add, each in place of the one with its id. */
  readonly put?: readonly Decision[];
  /** Memos and relations to add, each in place of the one with its id. */
  readonly putRecords?: readonly LedgerRecord[];
  /** Ids of decisions, memos and relations to remove; unknown ones do no harm. */
  readonly remove?: readonly string[];
  /** Entries of which the ledger takes the places alone, if it has them: what somebody else wrote meanwhile stays. */
  readonly requote?: readonly LedgerEntry[];
}

/** The part of a ledger that its lines say. */
export type LedgerEntries = Pick<Ledger, "decisions" | "memos" | "relations" | "themes">;

/** Everything that counts in a ledger: decisions, memos, relations and decisions on themes. */
export function entriesOf({ decisions, memos, relations, themes }: LedgerEntries): LedgerEntry[] {
  return [...decisions, ...memos, ...relations, ...themes];
}

/** The change that puts entries of any kind into a ledger. */
export function putting(entries: readonly LedgerEntry[]): LedgerChange {
  const put: Decision[] = [];
  const putRecords: LedgerRecord[] = [];
  for (const entry of entries) {
    if (isRecord(entry)) putRecords.push(entry);
    else put.push(entry);
  }
  return { put, putRecords };
}

/** Whether an entry is a memo or a relation. */
export function isRecord(entry: LedgerEntry): entry is LedgerRecord {
  return "kind" in entry;
}

/** Whether the taxonomy in use has a class. */
export type ClassPredicate = (classId: ClassId) => boolean;

/**
 * Reads a ledger; any text is safe to pass. Lines that hold nothing it knows are kept in `unreadable` and told of in
 * `problems`. A decision of a class that `isKnownClass` denies is read all the same, with a warning.
 */
export function parseLedger(source: string, uri: string, isKnownClass: ClassPredicate = () => true): Ledger {
  const lineEnd = lineEndOf(source);
  const reader = new LedgerReader(uri, isKnownClass);
  for (const [index, text] of source
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    reader.read(lineEnd === "\r\n" ? text.replace(/\r$/, "") : text, index + 1);
  }
  return reader.ledger(lineEnd);
}

function lineEndOf(source: string): "\n" | "\r\n" {
  return /^[^\n]*\r\n/.test(source) ? "\r\n" : "\n";
}

/**
 * Writes a ledger: one line a decision, sorted by id, so that the work of several people merges in git. Lines that were
 * read are written byte for byte. Unreadable lines stay where they are, and the decisions between them are sorted.
 */
export function serializeLedger(ledger: Ledger): string {
  return joined(sortedBetweenUnreadable(ledger.lines), ledger.lineEnd);
}

/**
 * The ledger with a change made to it; no other line of its file becomes different. A decision that replaces another
 * keeps the fields of that line which are from another version of the format.
 */
export function updateLedger(ledger: Ledger, change: LedgerChange, isKnownClass: ClassPredicate = () => true): Ledger {
  const entries = [...requoted(ledger, change), ...(change.put ?? []), ...(change.putRecords ?? [])];
  const put = new Map(entries.map((entry) => [entry.id, contentOf(entry)]));
  const touched = new Set([...(change.remove ?? []), ...put.keys()]);
  const copies = copiesOfIds(ledger.lines);
  const lines = ledger.lines.flatMap((line): WrittenLine[] => {
    const id = idOf(line);
    if (id === undefined || !touched.has(id)) return [line];
    const successor = put.get(id);
    return successor !== undefined && copies.get(id) === 1 ? [rewritten(successor, line)] : [];
  });
  // Where an id stood on several lines, as between conflict markers, its new line goes below all of them.
  const added = [...put].filter(([id]) => copies.get(id) !== 1);
  const countingLines = new Map(ledger.lines.map((line) => [line.line, line]));
  for (const [id, entry] of added) lines.push(rewritten(entry, countingLines.get(ledger.lineOf.get(id) ?? 0)));
  return readAgain(ledger, sortedBetweenUnreadable(lines), isKnownClass);
}

/** The ledger that the lines make. Those that were read before are not parsed again: a ledger may have thousands. */
function readAgain({ uri, lineEnd }: Ledger, lines: readonly WrittenLine[], isKnownClass: ClassPredicate): Ledger {
  const source = joined(lines, lineEnd);
  // The line end of a file is that of its first line, and another line may be first now.
  if (lineEndOf(source) !== lineEnd) return parseLedger(source, uri, isKnownClass);
  const reader = new LedgerReader(uri, isKnownClass);
  for (const [index, line] of lines.entries()) reader.read(line.text, index + 1, line.isNew === true ? {} : line);
  return reader.ledger(lineEnd);
}

/** What a line holds: a decision, a record or nothing that can be read. */
type LineContent = Pick<LedgerLine, "decision" | "record">;

/** A line to write; a new one was not read from a file. */
type WrittenLine = Pick<LedgerLine, "text"> & LineContent & { readonly isNew?: true };

function contentOf(entry: LedgerEntry): LineContent {
  return isRecord(entry) ? { record: entry } : { decision: entry };
}

function idOf({ decision, record }: LineContent): string | undefined {
  return decision?.id ?? record?.id;
}

function requoted(ledger: Ledger, { requote = [], remove = [] }: LedgerChange): LedgerEntry[] {
  const places = new Map(requote.map((entry) => [entry.id, entry]));
  for (const id of remove) places.delete(id);
  return places.size === 0 ? [] : entriesOf(ledger).flatMap((entry) => placedAs(entry, places.get(entry.id)) ?? []);
}

/** An entry with the places of another version of it; undefined where there is none. */
function placedAs(entry: LedgerEntry, place: LedgerEntry | undefined): LedgerEntry | undefined {
  if (place === undefined) return undefined;
  if (isRecord(entry)) return isRecord(place) ? withPlaces(entry, place) : undefined;
  return isRecord(place) ? undefined : withPlace(entry, place);
}

function copiesOfIds(lines: readonly LedgerLine[]): Map<string, number> {
  const copies = new Map<string, number>();
  for (const line of lines) {
    const id = idOf(line);
    if (id !== undefined) copies.set(id, (copies.get(id) ?? 0) + 1);
  }
  return copies;
}

/** The line of an entry that takes the place of another line, which stays as it is where nothing is different. */
function rewritten(content: LineContent, former: LedgerLine | undefined): WrittenLine {
  const isOfSameKind = former !== undefined && kindOf(former) === kindOf(content);
  if (isOfSameKind && formatContent(former) === formatContent(content)) return former;
  return { text: formatContent(content, isOfSameKind ? former.text : undefined), ...content, isNew: true };
}

function formatContent({ decision, record }: LineContent, former?: string): string {
  return decision === undefined ? formatRecordLine(record!, former) : formatDecisionLine(decision, former);
}

function kindOf({ record }: LineContent): string {
  return record?.kind ?? "decision";
}

function joined(lines: readonly WrittenLine[], lineEnd: string): string {
  return lines.map(({ text }) => text + lineEnd).join("");
}

function sortedBetweenUnreadable(lines: readonly WrittenLine[]): WrittenLine[] {
  const runs: WrittenLine[][] = [[]];
  for (const line of lines) {
    if (idOf(line) === undefined) runs.push([line], []);
    else runs.at(-1)?.push(line);
  }
  return runs.flatMap((run) => run.sort((a, b) => compareIds(idOf(a) ?? "", idOf(b) ?? "")));
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The lines with which git marks two versions that it could not merge; the first character tells which. */
const CONFLICT_MARKER = /^([<|=>])\1{6}(?:\s|$)/;

/** Gathers what the lines of one ledger hold and what is wrong with them. */
class LedgerReader {
  private readonly lines: LedgerLine[] = [];
  private readonly counting = new Map<string, LedgerLine>();
  private readonly problems: Problem[] = [];
  private inConflict = false;

  constructor(
    private readonly uri: string,
    private readonly isKnownClass: ClassPredicate,
  ) {}

  /** Reads a line; one whose content is known is not parsed. */
  read(text: string, line: number, known: LineContent = {}): void {
    if (idOf(known) !== undefined) {
      this.keep({ line, text, ...contentOf(known.decision ?? known.record!) });
      return;
    }
    if (text.trim() === "") return;
    const marker = CONFLICT_MARKER.exec(text)?.[1];
    if (marker !== undefined) {
      this.lines.push({ line, text });
      this.readConflictMarker(marker, line);
      return;
    }
    const parsed = parseRecordLine(text) ?? parseDecisionLine(text);
    if ("faults" in parsed) {
      this.lines.push({ line, text });
      this.reportFaults(parsed.faults, line);
      return;
    }
    this.keep({ line, text, ...parsed });
  }

  ledger(lineEnd: "\n" | "\r\n"): Ledger {
    const counting = [...this.counting.values()].sort((a, b) => compareIds(idOf(a) ?? "", idOf(b) ?? ""));
    const records = counting.flatMap(({ record }) => record ?? []);
    return {
      uri: this.uri,
      decisions: counting.flatMap(({ decision }) => decision ?? []),
      memos: records.filter((record) => record.kind === "memo"),
      relations: records.filter((record) => record.kind === "relation"),
      themes: records.filter((record) => record.kind === "theme"),
      unreadable: this.lines.filter((line) => idOf(line) === undefined),
      problems: this.problems,
      lineOf: new Map(counting.map((line) => [idOf(line) ?? "", line.line])),
      lines: this.lines,
      lineEnd,
    };
  }

  private readConflictMarker(marker: string, line: number): void {
    if (!this.inConflict) {
      const message =
        "Git could not merge two versions of this file here. Delete the lines you do not want and the marker lines " +
        "(<<<<<<<, =======, >>>>>>>). Until then the decisions of both versions count.";
      this.report("error", "ledger.merge-conflict", message, line);
    }
    this.inConflict = marker !== ">";
  }

  private keep(read: LedgerLine): void {
    this.lines.push(read);
    this.count(read);
  }

  private count(read: LedgerLine): void {
    const { line, decision } = read;
    const id = idOf(read) ?? "";
    if (decision !== undefined && !this.isKnownClass(decision.class)) {
      const message = `The taxonomy has no class "${decision.class}". Add it to a pack, or classify the mention anew.`;
      this.report("warning", "ledger.unknown-class", message, line);
    }
    const other = this.counting.get(id);
    if (other === undefined || byTimeOfEntry(other, read) <= 0) this.counting.set(id, read);
    if (other !== undefined) {
      const what = decision === undefined ? "line" : "decision";
      const message = `Line ${other.line} has the id "${id}" too. The later ${what} counts; delete the other line.`;
      this.report("warning", "ledger.duplicate-id", message, line);
    }
  }

  private reportFaults(faults: readonly LineFault[], line: number): void {
    for (const { code, message } of faults) {
      // A line of a newer version is nobody's mistake.
      const severity = code === "ledger.unknown-kind" ? "warning" : "error";
      this.report(severity, code, `${message} Until then the line is kept as it is and not used.`, line);
    }
  }

  private report(severity: Problem["severity"], code: string, message: string, line: number): void {
    this.problems.push({ severity, code, message, uri: this.uri, line });
  }
}

/** Orders two lines of one id by their time; of different kinds, a decision counts as the later. */
function byTimeOfEntry(a: LineContent, b: LineContent): number {
  if (a.decision !== undefined && b.decision !== undefined) return byTime(a.decision, b.decision);
  if (a.record !== undefined && b.record !== undefined) return instantOfRecord(a.record) - instantOfRecord(b.record);
  return a.decision === undefined ? -1 : 1;
}
