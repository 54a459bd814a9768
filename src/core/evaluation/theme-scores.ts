import { overlaps, type Span } from "../text/span";
import type { Score } from "./scores";

/** A passage's span with a theme that it has. */
export interface ThemeSpan extends Span {
  readonly theme: string;
}

/** A document's gold themes beside those the classifier assigned. */
export interface ThemeComparison {
  readonly gold: readonly ThemeSpan[];
  readonly predicted: readonly ThemeSpan[];
}

export interface ThemeScores {
  /** Over all assignments of all themes. */
  readonly micro: Score;
  /** The mean of the F1 of every theme that the gold or the classifier uses. */
  readonly macroF1: number;
  readonly themes: Readonly<Record<string, Score>>;
}

/**
 * Precision, recall and F1 of themes. An assignment is right when the other side has the same theme on a passage that shares a code
 * unit with it, so that gold which cuts passages differently can be compared. A gold passage met by several assigned ones counts once.
 */
export function scoreThemes(comparisons: readonly ThemeComparison[]): ThemeScores {
  const ids = new Set(comparisons.flatMap(({ gold, predicted }) => [...gold, ...predicted].map(({ theme }) => theme)));
  const themes = Object.fromEntries([...ids].sort().map((id) => [id, tally(comparisons, (theme) => theme === id)]));
  const f1s = Object.values(themes).map(({ f1 }) => f1);
  return {
    micro: tally(comparisons, () => true),
    macroF1: f1s.length === 0 ? 0 : f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length,
    themes,
  };
}

function tally(comparisons: readonly ThemeComparison[], keep: (theme: string) => boolean): Score {
  let [gold, predicted, found, right] = [0, 0, 0, 0];
  for (const pair of comparisons) {
    const [expected, assigned] = [pair.gold, pair.predicted].map((spans) => spans.filter(({ theme }) => keep(theme)));
    gold += expected!.length;
    predicted += assigned!.length;
    found += expected!.filter((span) => assigned!.some((other) => agrees(span, other))).length;
    right += assigned!.filter((span) => expected!.some((other) => agrees(span, other))).length;
  }
  const [precision, recall] = [ratio(right, predicted), ratio(found, gold)];
  return { precision, recall, f1: ratio(2 * precision * recall, precision + recall), gold, predicted };
}

function agrees(a: ThemeSpan, b: ThemeSpan): boolean {
  return a.theme === b.theme && overlaps(a, b);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
