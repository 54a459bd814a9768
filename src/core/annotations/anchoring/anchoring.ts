import type { Span } from "../../text/span";
import type { Ordinal, Quote } from "../decision";
import { between } from "./loose-search";
import { MOST_PLACES, OccurrenceIndex, type QuotePlaces } from "./occurrences";
import { isSlip } from "./slip";

/** The span of a quote, or why it was not placed: a whole sentence for people. */
export type Anchoring = { readonly placed: Span } | NotPlaced;

export interface NotPlaced {
  readonly reason: string;
  /** Where the quote may have been, for a person to look at: nobody should decide on it unseen. */
  readonly candidate?: Span;
}

/**
 * A place whose context was edited must still have this many of its 64 units in the quote's own sentence, and they must
 * be telling ones, or it may as well be another place. The sentence before does not count: it stays where it is when
 * another takes the place of this one.
 */
const FLOOR = 8;

/** As short a quote, most acronyms among them, stands in too many sentences that are alike in a word or two. */
const SHORT_QUOTE = 8;
const FLOOR_OF_SHORT_QUOTE = 12;

/** It must also share this many units more than any other place does or did, or the choice would be a guess. */
const CLEAR_MARGIN = 8;

/** A quote with a slip of the pen is taken for the same between this many units of context on either side, unchanged. */
const BESIDE_LENGTH = 12;

/** What stands in place of a quote now may be longer than the quote was by this many UTF-16 code units. */
const LONGEST_GROWTH = 32;

/** Longer quotes count as this long, in UTF-16 code units. */
const MOST_LENGTH = 200;

/** Longer quotes are cut in reasons, in UTF-16 code units. */
const LONGEST_NAME = 60;

/**
 * Finds the place of a quote again in a text that may have been edited since. It never guesses: a quote is placed where
 * its whole context stands, if that stands in the text as often as it did; else where enough of its context stands, if
 * no other place is, or was, nearly as like. What is placed has the text of the quote, but for line ends and typography,
 * or one slip of the pen between unchanged words.
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

/** Where a quote may stand, the likeliest place first, for a person to choose from; at most `most` places. */
export function candidatesOf(text: string, quote: Quote, most: number): Span[] {
  const index = new OccurrenceIndex(text);
  const anchoring = anchorIn(index, quote);
  const likeliest = "placed" in anchoring ? anchoring.placed : anchoring.candidate;
  const places = index.loosePlacesOf(quote.quote);
  const likely = (places.similarTo(quote) ?? []).slice(0, most).map(({ start }) => spanAt(places, start));
  const all = likeliest === undefined ? likely : [likeliest, ...likely];
  return [...new Map(all.map((span) => [`${span.start}:${span.end}`, span])).values()].slice(0, most);
}

function anchorIn(index: OccurrenceIndex, quote: Quote): Anchoring {
  const exact = index.placesOf(quote.quote);
  if (exact.starts.length > MOST_PLACES) return { reason: tooOften(quote) };
  const start = placeByContext(exact, quote);
  if (start !== undefined) return { placed: spanAt(exact, start) };
  const found = anchorAmong(index.loosePlacesOf(quote.quote), quote);
  if ("placed" in found) return found;
  const replaced = replacedIn(index.text, quote);
  if (replaced === undefined) return found;
  const isSame = isSlip(quote.quote, index.text.slice(replaced.start, replaced.end));
  return isSame ? { placed: replaced } : { reason: found.reason, candidate: replaced };
}

/**
 * The place with the whole context of the quote, if there are as many like it as there were. Where the whole sentence told
 * it from those, the sentence has to be the same as well: two that end alike may trade the sentences that follow them.
 */
function placeByContext(places: QuotePlaces, quote: Quote): number | undefined {
  const alike = places.withContext(quote);
  const sentence = quote.occurrence?.sentence;
  if (sentence !== undefined) {
    const same = places.inSentence(sentence).filter((start) => alike.includes(start));
    return same.length === 1 ? same[0] : undefined;
  }
  const start = pick(places.twinsOf(quote), quote.occurrence);
  return start !== undefined && alike.includes(start) ? start : undefined;
}

/** What stands where the quote was, between its context on either side, if that is in one place only. */
function replacedIn(text: string, { quote, prefix, suffix }: Quote): Span | undefined {
  const [before, after] = [prefix.slice(-BESIDE_LENGTH), suffix.slice(0, BESIDE_LENGTH)];
  if (before.length < BESIDE_LENGTH || after.length < BESIDE_LENGTH) return undefined;
  const found = between(text, before, after, Math.min(quote.length, MOST_LENGTH) + LONGEST_GROWTH);
  return found.length === 1 ? found[0] : undefined;
}

function anchorAmong(places: QuotePlaces, quote: Quote): Anchoring {
  if (places.starts.length === 0) return { reason: `${named(quote)} is no longer in the document.` };
  const start = placeByContext(places, quote);
  if (start !== undefined) return { placed: spanAt(places, start) };
  const twins = places.twinsOf(quote).length;
  if (twins === quote.occurrence?.of) return { reason: uncertain(quote) };
  if (quote.occurrence !== undefined || twins > 1) return { reason: copiesChanged(quote, twins) };
  return anchorBySimilarity(places, quote);
}

function anchorBySimilarity(places: QuotePlaces, quote: Quote): Anchoring {
  const similar = places.similarTo(quote);
  if (similar === undefined) return { reason: uncertain(quote) };
  const [best, second] = similar;
  if (best === undefined) return { reason: elsewhere(quote) };
  const place = spanAt(places, best.start);
  const floor = quote.quote.length < SHORT_QUOTE ? FLOOR_OF_SHORT_QUOTE : FLOOR;
  if (best.telling < floor) return { reason: elsewhere(quote), candidate: place };
  const runnerUp = Math.max(second?.shared ?? 0, quote.rival ?? 0);
  const isBestInSentence = similar.every(({ inSentence }) => inSentence <= best.inSentence);
  const isClear = isBestInSentence && best.shared >= runnerUp + CLEAR_MARGIN;
  return isClear ? { placed: place } : { reason: uncertain(quote), candidate: place };
}

function spanAt(places: QuotePlaces, start: number): Span {
  return { start, end: places.endOf(start) };
}

/** The place meant, if there are as many like places as there were. */
function pick(starts: readonly number[], { nth, of }: Ordinal = { nth: 1, of: 1 }): number | undefined {
  return starts.length === of ? starts[nth - 1] : undefined;
}

function tooOften(quote: Quote): string {
  return `${named(quote)} is in the document too often to tell its places apart.`;
}

function elsewhere(quote: Quote): string {
  return `${named(quote)} is in the document, but not with the words that stood around it.`;
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
