import type { Span } from "../text/span";
import type { Ordinal, Quote } from "./decision";
import { sharedLength } from "./context";
import { MOST_PLACES, OccurrenceIndex, type QuotePlaces } from "./occurrences";

/** The span of a quote, or why it was not placed: a whole sentence for people. */
export type Anchoring = { readonly placed: Span } | { readonly reason: string };

/** A place whose context was edited must still share this many of its 64 units, or it may as well be another place. */
const FLOOR = 16;

/** It must also share this many units more than any other place does or did, or the choice would be a guess. */
const CLEAR_MARGIN = 8;

/** Longer quotes are cut in reasons, in UTF-16 code units. */
const LONGEST_NAME = 60;

/**
 * Finds the place of a quote again in a text that may have been edited since. It never guesses: a quote is placed where
 * its whole context stands, if that stands in the text as often as it did; else where enough of its context stands, if
 * no other place is, or was, nearly as like. What is placed has exactly the text of the quote.
 */
export function anchor(text: string, quote: Quote): Anchoring {
  return anchorIn(new OccurrenceIndex(text), quote);
}

/** Anchors many quotes in one text, in time that grows with the text plus the places of the quotes in it. */
export function anchorAll(text: string, quotes: readonly Quote[]): Anchoring[] {
  const index = new OccurrenceIndex(
    text,
    quotes.map(({ quote }) => quote),
  );
  return quotes.map((quote) => anchorIn(index, quote));
}

function anchorIn(index: OccurrenceIndex, quote: Quote): Anchoring {
  const places = index.placesOf(quote.quote);
  const count = places.starts.length;
  if (count === 0) return { reason: `${named(quote)} is no longer in the document.` };
  if (count > MOST_PLACES) return { reason: `${named(quote)} is in the document too often to tell its places apart.` };
  const same = places.withContext(quote);
  const start = pick(same, quote.occurrence);
  if (start !== undefined) return isOwnPlace(places, quote) ? placedAt(start, quote) : { reason: uncertain(quote) };
  return same.length === 0 && quote.occurrence === undefined
    ? anchorBySimilarity(places, quote)
    : { reason: copiesChanged(quote, same.length) };
}

/**
 * Where a rival has the whole paragraph's context in common with the place, only the neighbouring paragraphs tell them
 * apart, and these may have moved. While both are there each is known; of one that is left nobody knows which it is.
 */
function isOwnPlace(places: QuotePlaces, quote: Quote): boolean {
  const own = sharedLength(quote, quote);
  if (quote.rival === undefined || quote.rival < own) return true;
  const similar = places.similarTo(quote);
  return similar === undefined || similar.filter(({ shared }) => shared >= own).length > 1;
}

function anchorBySimilarity(places: QuotePlaces, quote: Quote): Anchoring {
  const similar = places.similarTo(quote);
  if (similar === undefined) return { reason: uncertain(quote) };
  const [best, second] = similar;
  if (best === undefined || best.shared < FLOOR) {
    return { reason: `${named(quote)} is in the document, but not with the words that stood around it.` };
  }
  const runnerUp = Math.max(second?.shared ?? 0, quote.rival ?? 0);
  return best.shared >= runnerUp + CLEAR_MARGIN ? placedAt(best.start, quote) : { reason: uncertain(quote) };
}

/** The place meant, if there are as many like places as there were. */
function pick(starts: readonly number[], { nth, of }: Ordinal = { nth: 1, of: 1 }): number | undefined {
  return starts.length === of ? starts[nth - 1] : undefined;
}

function placedAt(start: number, { quote }: Quote): Anchoring {
  return { placed: { start, end: start + quote.length } };
}

function uncertain(quote: Quote): string {
  return `The words around ${named(quote)} have changed, and it is not certain which place in the document was meant.`;
}

function copiesChanged(quote: Quote, now: number): string {
  const then = times(quote.occurrence?.of ?? 1);
  return `The passage around ${named(quote)} was in the document ${then} and is there ${times(now)} now, so it is not certain which place was meant.`;
}

function times(count: number): string {
  if (count === 0) return "not at all";
  return count === 1 ? "once" : `${count} times`;
}

function named({ quote }: Quote): string {
  return quote.length <= LONGEST_NAME ? `“${quote}”` : `“${quote.slice(0, LONGEST_NAME)}…”`;
}
