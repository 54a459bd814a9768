import type { Span } from "../text/span";
import type { DecisionStatus, Quote } from "./decision";
import { hash64 } from "./ledger/decision-id";
import { quoteOf } from "./anchoring/quote";
import type { Signature } from "./ledger/signature";

/** One line of the ledger: whether a passage has a theme, as a person sees it. */
export interface ThemeDecision {
  readonly kind: "theme";
  readonly id: string;
  /** Id of the theme. */
  readonly theme: string;
  readonly status: DecisionStatus;
  /** The first words of the passage; the passage around them is meant, so that an edit further on changes nothing. */
  readonly place: Quote;
  readonly author?: string;
  /** ISO 8601, UTC. */
  readonly time: string;
}

/** What a theme decision says, whoever made it and when. */
export type ThemeVerdict = Pick<ThemeDecision, "theme" | "status" | "place">;

/** A theme decision. Its id is made from theme, place and author: who changes their mind writes the same line. */
export function newThemeDecision({ theme, status, place }: ThemeVerdict, { author, time }: Signature): ThemeDecision {
  const { quote, prefix, suffix, occurrence } = place;
  return {
    kind: "theme",
    id: hash64(JSON.stringify(["theme", theme, quote, prefix, suffix, occurrence, author])),
    theme,
    status,
    place,
    ...(author === undefined || author === "" ? {} : { author }),
    time,
  };
}

/** Long enough to tell passages apart, short enough to outlive their edits; in UTF-16 code units. */
const LONGEST_PLACE = 60;

/** Says where a passage stands by its first words. */
export function placeOfPassage(text: string, { start, end }: Span): Quote {
  const passage = text.slice(start, end);
  const from = start + (passage.length - passage.trimStart().length);
  const words = text.slice(from, end).trimEnd();
  if (words.length <= LONGEST_PLACE) return quoteOf(text, { start: from, end: from + words.length });
  const cut = words.slice(0, LONGEST_PLACE + 1).search(/\s\S*$/);
  return quoteOf(text, { start: from, end: from + (cut > 0 ? cut : LONGEST_PLACE) });
}
