import { contextKey, contextOf, nearAfter, nearBefore, ownSentence, sentenceKey, type Context } from "./context";
import { comparedContext, likeness, type ComparedContext, type Likeness } from "./context-words";
import { looseSearch } from "./loose-search";
import { searchAll, searchOne } from "./multi-search";

/** Up to this many places of a quote are all compared with a context. */
const FEW_PLACES = 200;

/** Of more places those are compared whose context is the same for this many units next to the quote, on one side at least. */
const SIMILAR_LENGTH = 12;

/** Words are looked for this far from a place, in UTF-16 code units: others may stand between them and the quote now. */
const REACH = 64;

const LETTER_FIRST = /^[\p{L}\p{N}]/u;
const LETTER_LAST = /[\p{L}\p{N}]$/u;

/** A quote that stands in a text more often than this is not told apart by context: it would cost too much time and memory. */
export const MOST_PLACES = 100_000;

/** A place of a quote, and how like its context is to a given one. */
export interface SimilarPlace extends Likeness {
  readonly start: number;
}

/** All places of one quote in a text, found by their context. Places are UTF-16 offsets of the quote's start. */
export class QuotePlaces {
  private readonly sameContext: (context: Context) => readonly number[];
  private readonly sameSentence: (context: Context) => readonly number[];
  private readonly sameBefore: (context: Context) => readonly number[];
  private readonly sameAfter: (context: Context) => readonly number[];
  private sentences: ReadonlyMap<string, readonly number[]> | undefined;
  private readonly contexts = new Map<number, Context>();
  private readonly compared = new Map<number, ComparedContext>();

  constructor(
    private readonly text: string,
    readonly starts: readonly number[],
    private readonly lengthAt: (start: number) => number,
  ) {
    this.sameContext = this.groupBy(contextKey);
    this.sameSentence = this.groupBy((context) => contextKey(ownSentence(context)));
    this.sameBefore = this.groupBy((context) => nearBefore(context, SIMILAR_LENGTH));
    this.sameAfter = this.groupBy((context) => nearAfter(context, SIMILAR_LENGTH));
  }

  endOf(start: number): number {
    return start + this.lengthAt(start);
  }

  contextAt(start: number): Context {
    let context = this.contexts.get(start);
    if (context === undefined) {
      context = contextOf(this.text, start, this.endOf(start));
      this.contexts.set(start, context);
    }
    return context;
  }

  /** The places with exactly this context, ascending. */
  withContext(context: Context): readonly number[] {
    return this.sameContext(context);
  }

  /** The places where the context in the quote's own sentence is exactly the same, ascending. */
  twinsOf(context: Context): readonly number[] {
    return this.sameSentence(context);
  }

  /** The places whose whole sentence has a key, ascending; see `sentenceKey`. */
  inSentence(key: string): readonly number[] {
    this.sentences ??= group(this.starts, (start) => this.sentenceAt(start));
    return this.sentences.get(key) ?? [];
  }

  sentenceAt(start: number): string {
    return sentenceKey(this.text, start, this.endOf(start));
  }

  /** The places compared with a context, the one that shares most first; `undefined` where there are too many to choose from. */
  similarTo(context: Context): SimilarPlace[] | undefined {
    const candidates = this.starts.length <= FEW_PLACES ? this.starts : this.besideSameText(context);
    if (candidates === undefined) return undefined;
    const stored = comparedContext(context);
    return candidates
      .filter((start) => this.isCutLike(start, context))
      .map((start) => ({ start, ...likeness(stored, this.comparedAt(start)) }))
      .sort((a, b) => b.shared - a.shared);
  }

  private besideSameText(context: Context): readonly number[] | undefined {
    const [before, after] = [this.sameBefore(context), this.sameAfter(context)];
    // Joining thousands of places for each of thousands of quotes would take long.
    if (Math.max(before.length, after.length) > FEW_PLACES) return undefined;
    const candidates = [...new Set([...before, ...after])];
    return candidates.length > FEW_PLACES ? undefined : candidates;
  }

  /** Whether the quote is a part of words there exactly where it was one: “US” in “US law” is not “US” in “USA”. */
  private isCutLike(start: number, { prefix, suffix }: Context): boolean {
    const there = this.comparedAt(start);
    return (
      LETTER_LAST.test(prefix) === LETTER_LAST.test(there.prefix) &&
      LETTER_FIRST.test(suffix) === LETTER_FIRST.test(there.suffix)
    );
  }

  private comparedAt(start: number): ComparedContext {
    let context = this.compared.get(start);
    if (context === undefined) {
      context = comparedContext(contextOf(this.text, start, this.endOf(start), REACH), REACH);
      this.compared.set(start, context);
    }
    return context;
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
  private readonly loosePlaces = new Map<string, QuotePlaces>();

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

  /** The places of a quote whatever its line ends, quotation marks and dashes, those of `placesOf` among them. */
  loosePlacesOf(quote: string): QuotePlaces {
    const known = this.loosePlaces.get(quote);
    if (known !== undefined) return known;
    const exact = this.placesOf(quote);
    const found = exact.starts.length > MOST_PLACES ? [] : looseSearch(this.text, quote);
    const lengths = new Map(found.map(({ start, end }) => [start, end - start]));
    const places =
      lengths.size <= exact.starts.length
        ? exact
        : new QuotePlaces(this.text, [...lengths.keys()], (start) => lengths.get(start)!);
    this.loosePlaces.set(quote, places);
    return places;
  }

  private add(quote: string, starts: readonly number[]): QuotePlaces {
    const places = new QuotePlaces(this.text, starts, () => quote.length);
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
