import type { AssignedTheme } from "./theme";

/** How far a document has a theme. */
export interface ThemeShare {
  readonly theme: string;
  /** How many of its passages have it. */
  readonly passages: number;
  /** Of all passages that have any theme, those that have this one, 0 to 1. */
  readonly share: number;
  /** The highest score of a passage. */
  readonly max: number;
}

/** What a document is about: the themes of its passages, the most frequent first, then by name. */
export function documentProfile(themes: readonly AssignedTheme[]): ThemeShare[] {
  const passages = new Set(themes.map(({ start }) => start)).size;
  const byTheme = new Map<string, AssignedTheme[]>();
  for (const each of themes) byTheme.set(each.theme, [...(byTheme.get(each.theme) ?? []), each]);
  return [...byTheme]
    .map(([theme, assigned]) => ({
      theme,
      passages: assigned.length,
      share: assigned.length / passages,
      max: Math.max(...assigned.map(({ score }) => score)),
    }))
    .sort((a, b) => b.passages - a.passages || Number(a.theme > b.theme) - Number(a.theme < b.theme));
}
