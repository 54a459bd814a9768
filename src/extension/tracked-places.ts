import {
  overlaps,
  quoteOf,
  withPlace,
  type Decision,
  type Edit,
  type Review,
  type ReviewedMention,
  type Span,
} from "../core";

/** Where a decision stands. */
interface Place extends Span {
  /** The words there: those of the quote, but for typography. */
  readonly text: string;
  /** What the ledger said of the place then; see `quoteKey`. */
  readonly quote: string;
}

/**
 * Where the decisions on an open document stand, followed through its edits. A ledger finds a decision again by the words
 * around it; while the document is open its place is known for certain, even when those words are rewritten.
 */
export class TrackedPlaces {
  #places = new Map<string, Place>();
  /** Decisions whose words around them changed, by id: as they are in the ledger, and as they have to be there. */
  readonly #requoted = new Map<string, { readonly saved: string; readonly decision: Decision }>();

  /** Moves the places along; `edits` apply one after the other. A place that an edit touches inside is lost. */
  edit(edits: readonly Edit[]): void {
    for (const edit of edits) {
      const moved = [...this.#places].flatMap(([id, place]): [string, Place][] => {
        const span = shifted(place, edit);
        return span === undefined ? [] : [[id, { ...place, ...span }]];
      });
      this.#places = new Map(moved);
    }
  }

  /** The decisions of the ledger, those that were requoted since in their new form. */
  current(decisions: readonly Decision[]): readonly Decision[] {
    return decisions.map((decision) => {
      const requoted = this.#requoted.get(decision.id);
      if (requoted?.saved === JSON.stringify(decision)) return requoted.decision;
      // Somebody decided again, or the new form is saved.
      const isOwn = requoted !== undefined && quoteKey(requoted.decision) === quoteKey(decision);
      const place = this.#places.get(decision.id);
      if (!isOwn && place !== undefined && place.quote !== quoteKey(decision)) this.#places.delete(decision.id);
      this.#requoted.delete(decision.id);
      return decision;
    });
  }

  /**
   * Quotes anew every decision that a review did not find where it stands, and goes back to the ledger for those whose
   * place is not known either, since the text may be again what it was. Returns whether there were any.
   */
  requote(text: string, decisions: readonly Decision[], review: Review): boolean {
    const found = placesOf(review);
    const changes = decisions.map((decision) => {
      const [place, at] = [this.#places.get(decision.id), found.get(decision.id)];
      if (decision.scope !== "mention") return false;
      if (place === undefined) return at === undefined && this.#requoted.delete(decision.id);
      const isKnown = !isSame(place, at) && text.slice(place.start, place.end) === place.text;
      return isKnown && this.#requote(text, decision);
    });
    return changes.includes(true);
  }

  /** Remembers where a review found the decisions; those it did not find keep the place they had. */
  update(decisions: readonly Decision[], review: Review): void {
    const found = placesOf(review);
    const places = decisions.flatMap((decision): [string, Place][] => {
      const place = found.get(decision.id) ?? this.#places.get(decision.id);
      return place === undefined ? [] : [[decision.id, { ...place, quote: quoteKey(decision) }]];
    });
    this.#places = new Map(places);
  }

  /** The decisions whose lines in the ledger have to change, now that the document is saved. */
  get unsaved(): readonly Decision[] {
    return [...this.#requoted.values()].map(({ decision }) => decision);
  }

  #requote(text: string, decision: Decision): boolean {
    const again = withPlace(decision, quoteOf(text, this.#places.get(decision.id)!));
    if (JSON.stringify(again) === JSON.stringify(decision)) return false;
    const saved = this.#requoted.get(decision.id)?.saved ?? JSON.stringify(decision);
    this.#requoted.set(decision.id, { saved, decision: again });
    return true;
  }
}

function placesOf({ mentions, rejected }: Review): Map<string, Omit<Place, "quote">> {
  const decided = [...mentions, ...rejected].filter((mention) => mention.decision?.scope === "mention");
  return new Map(
    decided.map(({ start, end, text, decision }: ReviewedMention) => [decision!.id, { start, end, text }]),
  );
}

/** Where a place is after an edit; undefined where the edit touches it inside. */
export function shifted(place: Span, edit: Edit): Span | undefined {
  if (edit.end <= place.start) {
    const by = edit.text.length - (edit.end - edit.start);
    return { start: place.start + by, end: place.end + by };
  }
  return overlaps(place, edit) || (place.start < edit.start && edit.start < place.end) ? undefined : place;
}

/** One string for what a decision says of its place. */
function quoteKey({ quote, prefix, suffix, occurrence, rival }: Decision): string {
  return JSON.stringify([quote, prefix, suffix, occurrence?.nth, occurrence?.of, occurrence?.sentence, rival]);
}

function isSame(a: Span, b: Span | undefined): boolean {
  return a.start === b?.start && a.end === b.end;
}
