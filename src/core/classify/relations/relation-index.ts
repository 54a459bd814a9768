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

  /**
   * Reads passages until time is up, so that a long document can be read in steps; returns whether all are read.
   *
   * @param mentions sorted, free of overlaps
   */
  read(passages: readonly Passage[], mentions: readonly RelatableMention[], isTimeUp: () => boolean): boolean {
    return passages.every((passage) => {
      const own = overlapping(mentions, passage);
      const key = keyOf(passage, own);
      if (this.#stored.has(key)) return true;
      this.#stored.set(key, store(relationsOfPassage(passage, own), passage, own));
      return !isTimeUp();
    });
  }

  /** @param mentions sorted, free of overlaps */
  relations(passages: readonly Passage[], mentions: readonly RelatableMention[]): FoundRelation[] {
    const kept = new Map<string, readonly StoredRelation[]>();
    const found = passages.flatMap((passage) => {
      const own = overlapping(mentions, passage);
      const key = keyOf(passage, own);
      const stored = kept.get(key) ?? this.#stored.get(key) ?? store(relationsOfPassage(passage, own), passage, own);
      kept.set(key, stored);
      return stored.map((relation) => restore(relation, passage, own));
    });
    this.#stored = kept;
    return found;
  }
}

/** All that the relations of a passage depend on. */
function keyOf({ start, prose }: Passage, mentions: readonly RelatableMention[]): string {
  const labels = mentions.map((mention) => [mention.start - start, mention.end - start, mention.class, mention.entity]);
  return JSON.stringify([prose, labels]);
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
