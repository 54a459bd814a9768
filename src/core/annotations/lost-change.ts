import type { Decision } from "./decision";
import { formatDecisionLine } from "./decision-line";
import type { Ledger, LedgerChange } from "./ledger";

/** What one window did to a decision; `undefined` stands for none. */
export interface DecisionHistory {
  /** What there was before, the oldest first. */
  readonly former: readonly (Decision | undefined)[];
  /** What there is to be now. */
  readonly latest: Decision | undefined;
}

/**
 * The change that gives a ledger back what somebody wrote over who had not seen it: the decisions that stand again as
 * they stood before one of this window's own changes. What differs from that was changed by somebody on purpose.
 * Undefined where nothing was lost.
 */
export function lostChange(
  histories: ReadonlyMap<string, DecisionHistory>,
  { decisions }: Pick<Ledger, "decisions">,
): LedgerChange | undefined {
  const current = new Map(decisions.map((decision) => [decision.id, decision]));
  const lost = [...histories].filter(([id, history]) => isLost(history, current.get(id)));
  if (lost.length === 0) return undefined;
  return {
    put: lost.flatMap(([, { latest }]) => latest ?? []),
    remove: lost.flatMap(([id, { latest }]) => (latest === undefined ? [id] : [])),
  };
}

function isLost({ former, latest }: DecisionHistory, current: Decision | undefined): boolean {
  return !isSame(current, latest) && former.some((each) => isSame(each, current));
}

function isSame(a: Decision | undefined, b: Decision | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return formatDecisionLine(a) === formatDecisionLine(b);
}
