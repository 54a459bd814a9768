import { anchorAll, quoteOf, type Anchoring, type Edit, type Quote, type Span } from "../core";
import { shifted } from "./tracked-places";

/** Words of a document that a line of its ledger is about. */
export interface QuotedPlace {
  /** Tells it from the others of the document, as the id of its line. */
  readonly key: string;
  readonly quote: Quote;
  /** Whether it stays the same place when it is edited inside, as a passage does and a mention does not. */
  readonly isElastic: boolean;
}

interface Tracked {
  readonly span: Span;
  /** The quote that the span was found by; another one in the ledger is another place. */
  readonly quote: string;
  readonly isElastic: boolean;
}

/**
 * Where quotes stand in an open document, followed through its edits. A ledger finds them by their words; while the
 * document is open their places are known for certain, even when these words are rewritten.
 */
export class TrackedQuotes {
  #tracked = new Map<string, Tracked>();

  /** Moves the places along; `edits` apply one after the other. */
  edit(edits: readonly Edit[]): void {
    for (const edit of edits) {
      const moved = [...this.#tracked].flatMap(([key, tracked]): [string, Tracked][] => {
        const span = (tracked.isElastic ? stretched : shifted)(tracked.span, edit);
        return span === undefined ? [] : [[key, { ...tracked, span }]];
      });
      this.#tracked = new Map(moved);
    }
  }

  /** The places of quotes in the text as it is now, by their keys; those that are not known are searched for. */
  place(text: string, quotes: readonly QuotedPlace[]): Map<string, Anchoring> {
    const known = new Map<string, Anchoring>();
    for (const each of quotes) {
      const place = this.#knownPlace(text, each);
      if (place !== undefined) known.set(each.key, place);
    }
    const others = quotes.filter(({ key }) => !known.has(key));
    const found = anchorAll(
      text,
      others.map(({ quote }) => quote),
    );
    const places = new Map<string, Anchoring>([...known, ...others.map(({ key }, i) => [key, found[i]!] as const)]);
    this.#remember(quotes, places);
    return places;
  }

  /** The quotes that no longer tell their place, by key: as they have to be in the ledger, now that the text is saved. */
  renewed(text: string, quotes: readonly QuotedPlace[]): Map<string, Quote> {
    const tracked = quotes.flatMap(({ key, quote }) => {
      const span = this.#tracked.get(key)?.span;
      return span === undefined ? [] : [{ key, quote, span }];
    });
    const found = anchorAll(
      text,
      tracked.map(({ quote }) => quote),
    );
    const lost = tracked.filter(({ span }, i) => !isAt(found[i]!, span));
    return new Map(lost.map(({ key, span }) => [key, quoteOf(text, span)]));
  }

  #knownPlace(text: string, { key, quote, isElastic }: QuotedPlace): Anchoring | undefined {
    const tracked = this.#tracked.get(key);
    if (tracked?.quote !== JSON.stringify(quote)) return undefined;
    const { start, end } = tracked.span;
    const isThere = isElastic ? text.slice(start, end).trim() !== "" : text.slice(start, end) === quote.quote;
    return isThere ? { placed: tracked.span } : undefined;
  }

  #remember(quotes: readonly QuotedPlace[], places: ReadonlyMap<string, Anchoring>): void {
    const tracked = quotes.flatMap(({ key, quote, isElastic }): [string, Tracked][] => {
      const place = places.get(key);
      if (place === undefined || "reason" in place) return [];
      return [[key, { span: place.placed, quote: JSON.stringify(quote), isElastic }]];
    });
    this.#tracked = new Map(tracked);
  }
}

/** Where a passage is after an edit, which may be inside it; undefined where nothing of it is left. */
function stretched(place: Span, edit: Edit): Span | undefined {
  if (edit.end <= place.start || edit.start >= place.end) return shifted(place, edit);
  const start = edit.start < place.start ? edit.start + edit.text.length : place.start;
  const end = edit.end > place.end ? edit.start : place.end + edit.text.length - (edit.end - edit.start);
  return start < end ? { start, end } : undefined;
}

function isAt(anchoring: Anchoring, { start, end }: Span): boolean {
  return "placed" in anchoring && anchoring.placed.start === start && anchoring.placed.end === end;
}
