import search from "approx-string-match";
import type { Span } from "../../src/core";

/** What a position-then-quote annotator keeps of a place: offsets, the quote, 32 units of text on either side. */
export interface StoredPlace extends Span {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

const CONTEXT = 32;
const MOST_ERRORS = 256;
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };

export function storedPlaceOf(text: string, { start, end }: Span): StoredPlace {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  };
}

/**
 * The strategy that web annotation clients use, as Hypothesis has it (client source, 2026): the old position if the
 * quote still stands there, else the exact or approximate occurrence whose quote, context and position score best.
 * There is no lowest score and no margin.
 */
export function positionThenQuote(text: string, place: StoredPlace): Span | undefined {
  const { start, end, exact } = place;
  if (text.slice(start, end) === exact) return { start, end };
  let best: { readonly span: Span; readonly score: number } | undefined;
  for (const match of matchesOf(text, exact)) {
    const score = scoreOf(text, place, match);
    if (best === undefined || score > best.score) best = { span: { start: match.start, end: match.end }, score };
  }
  return best?.span;
}

interface Match extends Span {
  readonly errors: number;
}

function matchesOf(text: string, exact: string): Match[] {
  const matches: Match[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    matches.push({ start: at, end: at + exact.length, errors: 0 });
  }
  return matches.length > 0 ? matches : search(text, exact, Math.min(MOST_ERRORS, exact.length / 2));
}

function scoreOf(text: string, place: StoredPlace, { start, end, errors }: Match): number {
  const prefix = text.slice(Math.max(0, start - place.prefix.length), start);
  const suffix = text.slice(end, end + place.suffix.length);
  return (
    WEIGHTS.quote * (1 - errors / place.exact.length) +
    WEIGHTS.prefix * similarity(prefix, place.prefix) +
    WEIGHTS.suffix * similarity(suffix, place.suffix) +
    WEIGHTS.position * (1 - Math.abs(start - place.start) / text.length)
  );
}

function similarity(text: string, pattern: string): number {
  if (pattern === "") return 1;
  const [best] = search(text, pattern, pattern.length);
  return best === undefined ? 0 : 1 - best.errors / pattern.length;
}
