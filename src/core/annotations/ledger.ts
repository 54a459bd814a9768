import type { Problem } from "../problem";
import type { ClassId } from "../taxonomy/scheme";
import { byTime } from "./chronology";
import { withPlace, type Decision } from "./decision";
import { formatDecisionLine, parseDecisionLine } from "./decision-line";

/** A line of a ledger, without its line end; `decision` where it holds one. */
export interface LedgerLine {
  /** One-based. */
  readonly line: number;
  readonly text: string;
  readonly decision?: Decision;
}

/** The decisions on one document, and everything else that their file holds. */
export interface Ledger {
  readonly uri: string;
  /** Sorted by id, one for each; where several lines share an id, the latest. */
  readonly decisions: readonly Decision[];
  /** The lines that hold no decision. They are kept byte for byte. */
  readonly unreadable: readonly LedgerLine[];
  readonly problems: readonly Problem[];
  /** The one-based line of each decision, by its id. */
  readonly lineOf: ReadonlyMap<string, number>;
  /** All lines that are not blank, in the order of the file. */
  readonly lines: readonly LedgerLine[];
  readonly lineEnd: "\n" | "\r\n";
}

/** What to do to a ledger. What is to be removed goes first. */
export interface LedgerChange {
  /** Decisions to add, each in place of the one with its id. */
  readonly put?: readonly Decision[];
  /** Ids of decisions to remove; unknown ones do no harm. */
  readonly remove?: readonly string[];
  /** Decisions of which the ledger takes the place alone, if it has them: what somebody else decided meanwhile stays. */
  readonly requote?: readonly Decision[];
}

/** Whether the taxonomy in use has a class. */
export type ClassPredicate = (classId: ClassId) => boolean;

/**
 * Reads a ledger; any text is safe to pass. Lines that hold no decision are kept in `unreadable` and told of in
 * `problems`. A decision of a class that `isKnownClass` denies is read all the same, with a warning.
 */
export function parseLedger(source: string, uri: string, isKnownClass: ClassPredicate = () => true): Ledger {
  const lineEnd = /^[^\n]*\r\n/.test(source) ? "\r\n" : "\n";
  const reader = new LedgerReader(uri, isKnownClass);
  for (const [index, text] of source
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    reader.read(lineEnd === "\r\n" ? text.replace(/\r$/, "") : text, index + 1);
  }
  return reader.ledger(lineEnd);
}

/**
 * Writes a ledger: one line a decision, sorted by id, so that the work of several people merges in git. Lines that were
 * read are written byte for byte. Unreadable lines stay where they are, and the decisions between them are sorted.
 */
export function serializeLedger(ledger: Ledger): string {
  return written(ledger.lines, ledger.lineEnd);
}

/**
 * The ledger with a change made to it; no other line of its file becomes different. A decision that replaces another
 * keeps the fields of that line which are from another version of the format.
 */
export function updateLedger(ledger: Ledger, change: LedgerChange, isKnownClass?: ClassPredicate): Ledger {
  const put = new Map([...requoted(ledger, change), ...(change.put ?? [])].map((decision) => [decision.id, decision]));
  const touched = new Set([...(change.remove ?? []), ...put.keys()]);
  const copies = copiesOfIds(ledger.lines);
  const lines = ledger.lines.flatMap((line): WrittenLine[] => {
    const id = line.decision?.id;
    if (id === undefined || !touched.has(id)) return [line];
    const successor = put.get(id);
    return successor !== undefined && copies.get(id) === 1 ? [rewritten(successor, line)] : [];
  });
  // Where an id stood on several lines, as between conflict markers, its new line goes below all of them.
  const added = [...put.values()].filter(({ id }) => copies.get(id) !== 1);
  const countingLines = new Map(ledger.lines.map((line) => [line.line, line]));
  for (const decision of added) lines.push(rewritten(decision, countingLines.get(ledger.lineOf.get(decision.id) ?? 0)));
  return parseLedger(written(lines, ledger.lineEnd), ledger.uri, isKnownClass);
}

function requoted({ decisions }: Ledger, { requote = [], remove = [] }: LedgerChange): Decision[] {
  const places = new Map(requote.map((decision) => [decision.id, decision]));
  return decisions.flatMap((decision) => {
    const place = places.get(decision.id);
    return place === undefined || remove.includes(decision.id) ? [] : [withPlace(decision, place)];
  });
}

type WrittenLine = Pick<LedgerLine, "text" | "decision">;

function copiesOfIds(lines: readonly LedgerLine[]): Map<string, number> {
  const copies = new Map<string, number>();
  for (const { decision } of lines) {
    if (decision !== undefined) copies.set(decision.id, (copies.get(decision.id) ?? 0) + 1);
  }
  return copies;
}

/** The line of a decision that takes the place of another line, which stays as it is where nothing is different. */
function rewritten(decision: Decision, former: LedgerLine | undefined): WrittenLine {
  if (former?.decision && formatDecisionLine(former.decision) === formatDecisionLine(decision)) return former;
  return { text: formatDecisionLine(decision, former?.text), decision };
}

function written(lines: readonly WrittenLine[], lineEnd: string): string {
  return sortedBetweenUnreadable(lines)
    .map(({ text }) => text + lineEnd)
    .join("");
}

function sortedBetweenUnreadable(lines: readonly WrittenLine[]): WrittenLine[] {
  const runs: WrittenLine[][] = [[]];
  for (const line of lines) {
    if (line.decision === undefined) runs.push([line], []);
    else runs.at(-1)?.push(line);
  }
  return runs.flatMap((run) => run.sort((a, b) => compareIds(a.decision?.id ?? "", b.decision?.id ?? "")));
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The lines with which git marks two versions that it could not merge; the first character tells which. */
const CONFLICT_MARKER = /^([<|=>])\1{6}(?:\s|$)/;

/** Gathers what the lines of one ledger hold and what is wrong with them. */
class LedgerReader {
  private readonly lines: LedgerLine[] = [];
  private readonly counting = new Map<string, { readonly line: number; readonly decision: Decision }>();
  private readonly problems: Problem[] = [];
  private inConflict = false;

  constructor(
    private readonly uri: string,
    private readonly isKnownClass: ClassPredicate,
  ) {}

  read(text: string, line: number): void {
    if (text.trim() === "") return;
    const marker = CONFLICT_MARKER.exec(text)?.[1];
    if (marker !== undefined) {
      this.lines.push({ line, text });
      this.readConflictMarker(marker, line);
      return;
    }
    const parsed = parseDecisionLine(text);
    if ("decision" in parsed) {
      this.lines.push({ line, text, decision: parsed.decision });
      this.count(parsed.decision, line);
    } else {
      this.lines.push({ line, text });
      for (const { code, message } of parsed.faults) {
        this.report("error", code, `${message} Until then the line is kept as it is and not used.`, line);
      }
    }
  }

  ledger(lineEnd: "\n" | "\r\n"): Ledger {
    const counting = [...this.counting].sort(([a], [b]) => compareIds(a, b));
    return {
      uri: this.uri,
      decisions: counting.map(([, { decision }]) => decision),
      unreadable: this.lines.filter(({ decision }) => decision === undefined),
      problems: this.problems,
      lineOf: new Map(counting.map(([id, { line }]) => [id, line])),
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

  private count(decision: Decision, line: number): void {
    const { id } = decision;
    if (!this.isKnownClass(decision.class)) {
      const message = `The taxonomy has no class "${decision.class}". Add it to a pack, or classify the mention anew.`;
      this.report("warning", "ledger.unknown-class", message, line);
    }
    const other = this.counting.get(id);
    if (other === undefined || byTime(other.decision, decision) <= 0) this.counting.set(id, { line, decision });
    if (other !== undefined) {
      const message = `Line ${other.line} has the id "${id}" too. The later decision counts; delete the other line.`;
      this.report("warning", "ledger.duplicate-id", message, line);
    }
  }

  private report(severity: Problem["severity"], code: string, message: string, line: number): void {
    this.problems.push({ severity, code, message, uri: this.uri, line });
  }
}
