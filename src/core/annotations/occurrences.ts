import { contextKey, contextOf, nearAfter, nearBefore, sharedLength, type Context } from "./context";
import { searchAll, searchOne } from "./multi-search";

/**
 * A place is similar when its context is the same for this many units next to the quote, on one side at least. Shorter
 * would take look-alikes for the place, longer would lose places whose sentence was edited; tuned on edited texts.
 */
const SIMILAR_LENGTH = 12;

/** Among more similar places than this, none is told from the others. */
const MOST_SIMILAR = 100;

/** A quote that stands in a text more often than this is not told apart by context: it would cost too much time and memory. */
export const MOST_PLACES = 100_000;

/** A place of a quote, and how much of a context it shares; see `sharedLength`. */
export interface SimilarPlace {
  readonly start: number;
  readonly shared: number;
}

/** All places of one quote in a text, found by their context. Places are UTF-16 offsets of the quote's start. */
export class QuotePlaces {
  private readonly sameContext: (context: Context) => readonly number[];
  private readonly sameBefore: (context: Context) => readonly number[];
  private readonly sameAfter: (context: Context) => readonly number[];

  constructor(
    private readonly text: string,
    private readonly quote: string,
    readonly starts: readonly number[],
  ) {
    this.sameContext = this.groupBy(contextKey);
    this.sameBefore = this.groupBy((context) => nearBefore(context, SIMILAR_LENGTH));
    this.sameAfter = this.groupBy((context) => nearAfter(context, SIMILAR_LENGTH));
  }

  contextAt(start: number): Context {
    return contextOf(this.text, start, start + this.quote.length);
  }

  /** The places with exactly this context, ascending. */
  withContext(context: Context): readonly number[] {
    return this.sameContext(context);
  }

  /** The places with a similar context, the one that shares most first; `undefined` where there are too many to choose from. */
  similarTo(context: Context): SimilarPlace[] | undefined {
    const [before, after] = [this.sameBefore(context), this.sameAfter(context)];
    if (before.length > MOST_SIMILAR || after.length > MOST_SIMILAR) return undefined;
    return [...new Set([...before, ...after])]
      .map((start) => ({ start, shared: sharedLength(context, this.contextAt(start)) }))
      .sort((a, b) => b.shared - a.shared);
  }

  /** A lookup of places by something of their context, built when first asked. */
  private groupBy(keyOf: (context: Context) => string): (context: Context) => readonly number[] {
    let groups: Map<string, number[]> | undefined;
    return (context) => {
      groups ??= group(this.starts, (start) => keyOf(this.contextAt(start)));
      return groups.get(keyOf(context)) ?? [];
    };
  }
}

/** The places of many quotes in one text; each quote is searched for once. */
export class OccurrenceIndex {
  private readonly places = new Map<string, QuotePlaces>();

  /** Quotes that are known beforehand are searched for together, which is faster than one by one. */
  constructor(
    readonly text: string,
    quotes: Iterable<string> = [],
  ) {
    for (const [quote, starts] of searchAll(text, quotes, MOST_PLACES + 1)) this.add(quote, starts);
  }

  placesOf(quote: string): QuotePlaces {
    return this.places.get(quote) ?? this.add(quote, searchOne(this.text, quote, MOST_PLACES + 1));
  }

  private add(quote: string, starts: readonly number[]): QuotePlaces {
    const places = new QuotePlaces(this.text, quote, starts);
    this.places.set(quote, places);
    return places;
  }
}

function group(places: readonly number[], keyOf: (place: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const place of places) {
    const key = keyOf(place);
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [place]);
    else members.push(place);
  }
  return groups;
}
