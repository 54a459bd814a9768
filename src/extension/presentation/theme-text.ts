import type { ReviewedTheme } from "../../core";

/** In words of the evidence; more says no more. */
const MOST_WORDS = 8;

/** The words that a theme rests on, each once, in the order of the text. */
export function evidenceWords(text: string, { evidence }: Pick<ReviewedTheme, "evidence">): string {
  const words = evidence.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " "));
  const distinct = [...new Set(words)];
  const shown = distinct.slice(0, MOST_WORDS).join(" · ");
  return distinct.length > MOST_WORDS ? `${shown} …` : shown;
}

/** The themes of a passage in one line: those that somebody accepted are marked. */
export function themesLine(themes: readonly ReviewedTheme[], labelOf: (id: string) => string): string {
  return themes.map(({ theme, status }) => `${status === "accepted" ? "✓ " : ""}${labelOf(theme)}`).join(" · ");
}

/** A passage of a document, as lenses and quick fixes pass it to commands. */
export interface PassageReference {
  readonly uri: string;
  /** UTF-16 offset of any place in the passage. */
  readonly offset: number;
  readonly theme?: string;
}

/** Whether the argument of a command is a reference to a passage. */
export function isPassageReference(value: unknown): value is PassageReference {
  if (typeof value !== "object" || value === null) return false;
  const { uri, offset, theme } = value as Partial<Record<keyof PassageReference, unknown>>;
  return typeof uri === "string" && typeof offset === "number" && (theme === undefined || typeof theme === "string");
}
