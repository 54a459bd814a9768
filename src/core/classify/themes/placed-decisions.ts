import { anchorAll } from "../../annotations/anchoring/anchoring";
import type { ThemeDecision } from "../../annotations/theme-decision";
import type { PlacedThemeDecision } from "./reviewed-themes";

/** The decisions on themes whose passage stands in a text, each with its place; the others say nothing of it. */
export function placeThemeDecisions(text: string, decisions: readonly ThemeDecision[]): PlacedThemeDecision[] {
  const found = anchorAll(
    text,
    decisions.map(({ place }) => place),
  );
  return decisions.flatMap((decision, i) => {
    const place = found[i]!;
    return "placed" in place ? [{ decision, span: place.placed }] : [];
  });
}
