import type { Span } from "../../text/span";
import { CONTEXT_LENGTH, type Context } from "./context";
import type { Ordinal, Quote } from "../decision";
import { MOST_PLACES, OccurrenceIndex, type QuotePlaces } from "./occurrences";

/** A place that shares less than this with the quote's own is no rival, in UTF-16 code units. */
const LEAST_RIVAL = 4;

/** Noted where there are too many similar places to compare: the most that another place can share. */
const MOST_SHARED = 2 * CONTEXT_LENGTH - 1;

/**
 * Says where a span stands by its text and the text around it. The span must lie in the text and not be empty.
 * For many spans of one text pass an `OccurrenceIndex`, which searches for each quote once.
 */
export function quoteOf(source: string | OccurrenceIndex, span: Span): Quote {
  const index = typeof source === "string" ? new OccurrenceIndex(source) : source;
  const quote = index.text.slice(span.start, span.end);
  const places = index.placesOf(quote);
  const context = places.contextAt(span.start);
  if (places.starts.length > MOST_PLACES) return { quote, ...context };
  const occurrence = occurrenceOf(span.start, places, context);
  if (occurrence !== undefined) return { quote, ...context, occurrence };
  const rival = rivalOf(span.start, context, index.loosePlacesOf(quote));
  return rival < LEAST_RIVAL ? { quote, ...context } : { quote, ...context, rival };
}

function occurrenceOf(place: number, places: QuotePlaces, context: Context): Ordinal | undefined {
  const twins = places.twinsOf(context);
  if (twins.length < 2) return undefined;
  const ordinal = { nth: twins.indexOf(place) + 1, of: twins.length };
  const sentence = places.sentenceAt(place);
  return places.inSentence(sentence).length > 1 ? ordinal : { ...ordinal, sentence };
}

function rivalOf(place: number, context: Context, places: QuotePlaces): number {
  if (places.starts.length < 2) return 0;
  const similar = places.similarTo(context);
  if (similar === undefined) return MOST_SHARED;
  return similar.find((other) => other.start !== place)?.shared ?? 0;
}
