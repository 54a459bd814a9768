import { type Comparison, type LabelledSpan, overlaps, type ThemeComparison, type ThemeSpan } from "../../core";
import type { GoldPassage } from "./gold";

/** What was missed (-) and what is spurious (+) in a passage, a line each. */
export function errorsOf(
  { id, text }: GoldPassage,
  { gold, predicted }: Comparison,
  themes: ThemeComparison | undefined,
): string {
  const isSame = (a: LabelledSpan) => (b: LabelledSpan) =>
    a.start === b.start && a.end === b.end && a.class === b.class;
  const list = (sign: string, spans: readonly LabelledSpan[]) =>
    spans.map((span) => `  ${sign} ${span.start}-${span.end} ${span.class} "${text.slice(span.start, span.end)}"`);
  const missed = gold.filter((span) => !predicted.some(isSame(span)));
  const spurious = predicted.filter((span) => !gold.some(isSame(span)));
  return [id, ...list("-", missed), ...list("+", spurious), ...themeErrorsOf(themes)].join("\n");
}

function themeErrorsOf(themes: ThemeComparison | undefined): string[] {
  if (themes === undefined) return [];
  const isSame = (a: ThemeSpan) => (b: ThemeSpan) => a.theme === b.theme && overlaps(a, b);
  const list = (sign: string, from: readonly ThemeSpan[], others: readonly ThemeSpan[]) =>
    from
      .filter((span) => !others.some(isSame(span)))
      .map(({ start, end, theme }) => `  ${sign} ${start}-${end} ${theme}`);
  return [...list("-", themes.gold, themes.predicted), ...list("+", themes.predicted, themes.gold)];
}
