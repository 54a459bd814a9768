import type { Passage } from "../../text/passages";
import { overlapping, type Span } from "../../text/span";
import { relationsOfPassage } from "./extract-relations";
import type { FoundRelation, RelatableMention, RelationEnd } from "./relation-mention";

/** An end with offsets of its passage, and the number of its mention among those of the passage. */
interface StoredEnd extends Span {
  readonly mention: number;
}

type StoredRelation = Omit<FoundRelation, "source" | "target"> & {
  readonly source: StoredEnd;
  readonly target: StoredEnd;
};

/**
 * The relations of a document while it changes: a passage is read again only when its text or its mentions changed, wherever
 * it moved. Equal to `extractRelations` of the same passages and mentions.
 */
export class RelationIndex {
  #stored = new Map<string, readonly StoredRelation[]>();
  #reading: Reading | undefined;

  /**
   * Reads passages until time is up, so that a long document can be read in steps; asked again about the same passages and
   * mentions, it goes on where it stopped. Returns whether all are read.
   *
   * @param mentions sorted, free of overlaps
   */
  read(passages: readonly Passage[], mentions: readonly RelatableMention[], isTimeUp: () => boolean): boolean {
    const reading = this.#readingOf(passages, mentions);
    while (reading.next < passages.length) {
      this.#readPassage(reading, passages[reading.next]!);
      reading.next++;
      if (isTimeUp()) break;
    }
    if (reading.next < passages.length) return false;
    this.#stored = reading.stored;
    return true;
  }

  /** @param mentions sorted, free of overlaps */
  relations(passages: readonly Passage[], mentions: readonly RelatableMention[]): readonly FoundRelation[] {
    this.read(passages, mentions, () => false);
    return this.#readingOf(passages, mentions).found;
  }

  #readPassage({ mentions, stored, found }: Reading, passage: Passage): void {
    const own = overlapping(mentions, passage);
    if (own.length < 2) return;
    const key = keyOf(passage, own);
    const relations = this.#stored.get(key) ?? store(relationsOfPassage(passage, own), passage, own);
    stored.set(key, relations);
    for (const relation of relations) found.push(restore(relation, passage, own));
  }

  #readingOf(passages: readonly Passage[], mentions: readonly RelatableMention[]): Reading {
    const last = this.#reading;
    if (last?.passages === passages && last.mentions === mentions) return last;
    // What an unfinished reading found is worth keeping.
    if (last !== undefined && last.stored !== this.#stored) {
      for (const [key, relations] of last.stored) this.#stored.set(key, relations);
    }
    return (this.#reading = { passages, mentions, next: 0, stored: new Map(), found: [] });
  }
}

/** Passages on the way to their relations. */
interface Reading {
  readonly passages: readonly Passage[];
  readonly mentions: readonly RelatableMention[];
  /** Number of the first that is not read. */
  next: number;
  /** Of those that are read. */
  readonly stored: Map<string, readonly StoredRelation[]>;
  readonly found: FoundRelation[];
}

/** All that the relations of a passage depend on. */
function keyOf({ start, prose }: Passage, mentions: readonly RelatableMention[]): string {
  const labels = mentions.map((each) => `${each.start - start} ${each.end - start} ${each.class} ${each.entity ?? ""}`);
  return `${labels.join()}\n${prose}`;
}

function store(
  relations: readonly FoundRelation[],
  { start }: Passage,
  mentions: readonly RelatableMention[],
): StoredRelation[] {
  const end = (side: RelationEnd) => ({ ...moved(side, -start), mention: mentions.indexOf(side.mention) });
  return relations.map((relation) => ({
    ...relation,
    source: end(relation.source),
    target: end(relation.target),
    evidence: moved(relation.evidence, -start),
  }));
}

function restore(relation: StoredRelation, { start }: Passage, mentions: readonly RelatableMention[]): FoundRelation {
  const end = (side: StoredEnd) => ({ ...moved(side, start), mention: mentions[side.mention]! });
  return {
    ...relation,
    source: end(relation.source),
    target: end(relation.target),
    evidence: moved(relation.evidence, start),
  };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
