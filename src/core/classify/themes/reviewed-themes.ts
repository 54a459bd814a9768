import type { ThemeDecision } from "../../annotations/theme-decision";
import { overlapping, type Span } from "../../text/span";
import type { AssignedTheme } from "./theme";

/** A theme of a passage with what a person said of it; without a decision it is a suggestion. */
export interface ReviewedTheme extends AssignedTheme {
  readonly status: "suggested" | "accepted";
  readonly decision?: ThemeDecision;
}

/** A theme decision and where the first words of its passage stand. */
export interface PlacedThemeDecision {
  readonly decision: ThemeDecision;
  readonly span: Span;
}

/**
 * The themes that hold in passages: what people accepted, and what the classifier assigns and nobody rejected. Where several
 * people decided on one, the latest counts. Sorted by passage and theme.
 *
 * @param passages in order and free of overlaps
 */
export function reviewThemes(
  passages: readonly Span[],
  assigned: readonly AssignedTheme[],
  decisions: readonly PlacedThemeDecision[],
): ReviewedTheme[] {
  const verdicts = verdictsOf(passages, decisions);
  const suggested = assigned.flatMap((theme): ReviewedTheme[] => {
    const verdict = verdicts.get(keyOf(theme, theme.theme));
    if (verdict === undefined) return [{ ...theme, status: "suggested" }];
    return verdict.decision.status === "rejected" ? [] : [{ ...theme, status: "accepted", decision: verdict.decision }];
  });
  const known = new Set(suggested.map((theme) => keyOf(theme, theme.theme)));
  const added = [...verdicts]
    .filter(([key, { decision }]) => decision.status === "accepted" && !known.has(key))
    .map(
      ([
        ,
        {
          decision,
          passage: { start, end },
        },
      ]): ReviewedTheme => {
        return { theme: decision.theme, start, end, score: 1, evidence: [], status: "accepted", decision };
      },
    );
  return [...suggested, ...added].sort((a, b) => a.start - b.start || compare(a.theme, b.theme));
}

interface Verdict {
  readonly decision: ThemeDecision;
  readonly passage: Span;
}

/** By passage and theme, the latest decision. */
function verdictsOf(passages: readonly Span[], decisions: readonly PlacedThemeDecision[]): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  const inOrder = [...decisions].sort((a, b) => Date.parse(a.decision.time) - Date.parse(b.decision.time));
  for (const { decision, span } of inOrder) {
    const [passage] = overlapping(passages, span);
    if (passage !== undefined) verdicts.set(keyOf(passage, decision.theme), { decision, passage });
  }
  return verdicts;
}

function keyOf({ start }: Span, theme: string): string {
  return `${start} ${theme}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
