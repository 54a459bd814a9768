import { formatDecisionLine } from "./decision-line";
import { entriesOf, isRecord, putting, type LedgerChange, type LedgerEntries, type LedgerEntry } from "./ledger";
import { formatRecordLine } from "./record";

/** What one window did to an entry of a ledger; `undefined` stands for none. */
export interface EntryHistory {
  /** What there was before, the oldest first. */
  readonly former: readonly (LedgerEntry | undefined)[];
  /** What there is to be now. */
  readonly latest: LedgerEntry | undefined;
}

/**
 * The change that gives a ledger back what somebody wrote over who had not seen it: the entries that stand again as they
 * stood before one of this window's own changes. What differs from that was changed by somebody on purpose.
 * Undefined where nothing was lost. Histories go by the ids of entries.
 */
export function lostChange(
  histories: ReadonlyMap<string, EntryHistory>,
  ledger: LedgerEntries,
): LedgerChange | undefined {
  const current = new Map(entriesOf(ledger).map((entry) => [entry.id, entry]));
  const lost = [...histories].filter(([id, history]) => isLost(history, current.get(id)));
  if (lost.length === 0) return undefined;
  return {
    ...putting(lost.flatMap(([, { latest }]) => latest ?? [])),
    remove: lost.flatMap(([id, { latest }]) => (latest === undefined ? [id] : [])),
  };
}

function isLost({ former, latest }: EntryHistory, current: LedgerEntry | undefined): boolean {
  return !isSame(current, latest) && former.some((each) => isSame(each, current));
}

function isSame(a: LedgerEntry | undefined, b: LedgerEntry | undefined): boolean {
  return a === b || (a?.id === b?.id && lineOf(a) === lineOf(b));
}

function lineOf(entry: LedgerEntry | undefined): string {
  if (entry === undefined) return "";
  return isRecord(entry) ? formatRecordLine(entry) : formatDecisionLine(entry);
}
