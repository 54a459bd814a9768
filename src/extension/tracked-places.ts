import { overlaps, quoteOf, type Decision, type Edit, type Review, type ReviewedMention, type Span } from "../core";

/**
 * Where the decisions on an open document stand, followed through its edits. A ledger finds a decision again by the words
 * around it; while the document is open its place is known for certain, even when those words are rewritten.
 */
export class TrackedPlaces {
  #places = new Map<string, Span>();
  /** Decisions whose words around them changed, by id: as they are in the ledger, and as they have to be there. */
  readonly #requoted = new Map<string, { readonly saved: string; readonly decision: Decision }>();

  /** Moves the places along; `edits` apply one after the other. A place that an edit touches inside is lost. */
  edit(edits: readonly Edit[]): void {
    for (const edit of edits) {
      const moved = [...this.#places].flatMap(([id, place]): [string, Span][] => {
        const span = shifted(place, edit);
        return span === undefined ? [] : [[id, span]];
      });
      this.#places = new Map(moved);
    }
  }

  /** The decisions of the ledger, those that were requoted since in their new form. */
  current(decisions: readonly Decision[]): readonly Decision[] {
    if (this.#requoted.size === 0) return decisions;
    return decisions.map((decision) => {
      const requoted = this.#requoted.get(decision.id);
      if (requoted === undefined) return decision;
      if (requoted.saved === JSON.stringify(decision)) return requoted.decision;
      // Somebody decided again, or the new form is saved.
      this.#requoted.delete(decision.id);
      return decision;
    });
  }

  /** Quotes anew every decision that a review did not find where it stands; returns whether there were any. */
  requote(text: string, decisions: readonly Decision[], review: Review): boolean {
    const found = placesOf(review);
    const lost = decisions.filter(({ id, scope, quote }) => {
      const place = this.#places.get(id);
      if (place === undefined || scope !== "mention" || text.slice(place.start, place.end) !== quote) return false;
      const at = found.get(id);
      return at?.start !== place.start || at.end !== place.end;
    });
    let requoted = false;
    for (const decision of lost) requoted = this.#requote(text, decision) || requoted;
    return requoted;
  }

  /** Remembers where a review found the decisions; those it did not find keep the place they had. */
  update(decisions: readonly Decision[], review: Review): void {
    const found = placesOf(review);
    const places = decisions.flatMap(({ id }): [string, Span][] => {
      const place = found.get(id) ?? this.#places.get(id);
      return place === undefined ? [] : [[id, place]];
    });
    this.#places = new Map(places);
  }

  /** The decisions whose lines in the ledger have to change, now that the document is saved. */
  get unsaved(): readonly Decision[] {
    return [...this.#requoted.values()].map(({ decision }) => decision);
  }

  #requote(text: string, decision: Decision): boolean {
    const again: { -readonly [Key in keyof Decision]: Decision[Key] } = { ...decision };
    delete again.occurrence;
    delete again.rival;
    Object.assign(again, quoteOf(text, this.#places.get(decision.id)!));
    if (JSON.stringify(again) === JSON.stringify(decision)) return false;
    const saved = this.#requoted.get(decision.id)?.saved ?? JSON.stringify(decision);
    this.#requoted.set(decision.id, { saved, decision: again });
    return true;
  }
}

function placesOf({ mentions, rejected }: Review): Map<string, Span> {
  const decided = [...mentions, ...rejected].filter((mention) => mention.decision?.scope === "mention");
  return new Map(decided.map(({ start, end, decision }: ReviewedMention) => [decision!.id, { start, end }]));
}

/** Where a place is after an edit; undefined where the edit touches it inside. */
export function shifted(place: Span, edit: Edit): Span | undefined {
  if (edit.end <= place.start) {
    const by = edit.text.length - (edit.end - edit.start);
    return { start: place.start + by, end: place.end + by };
  }
  return overlaps(place, edit) || (place.start < edit.start && edit.start < place.end) ? undefined : place;
}
