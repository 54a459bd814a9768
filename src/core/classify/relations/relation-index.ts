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
    const { keys } = this.#readingOf(passages, mentions);
    while (keys.length < passages.length) {
      const passage = passages[keys.length]!;
      const own = overlapping(mentions, passage);
      const key = keyOf(passage, own);
      if (!this.#stored.has(key)) this.#stored.set(key, store(relationsOfPassage(passage, own), passage, own));
      keys.push(key);
      if (isTimeUp()) break;
    }
    return keys.length === passages.length;
  }

  /** @param mentions sorted, free of overlaps */
  relations(passages: readonly Passage[], mentions: readonly RelatableMention[]): FoundRelation[] {
    this.read(passages, mentions, () => false);
    const { keys } = this.#readingOf(passages, mentions);
    const kept = new Map<string, readonly StoredRelation[]>();
    const found = keys.flatMap((key, i) => {
      const stored = this.#stored.get(key)!;
      kept.set(key, stored);
      if (stored.length === 0) return [];
      const own = overlapping(mentions, passages[i]!);
      return stored.map((relation) => restore(relation, passages[i]!, own));
    });
    this.#stored = kept;
    return found;
  }

  #readingOf(passages: readonly Passage[], mentions: readonly RelatableMention[]): Reading {
    const last = this.#reading;
    if (last?.passages === passages && last.mentions === mentions) return last;
    return (this.#reading = { passages, mentions, keys: [] });
  }
}

/** Passages on the way to their relations: the keys of those that are read. */
interface Reading {
  readonly passages: readonly Passage[];
  readonly mentions: readonly RelatableMention[];
  readonly keys: string[];
}

/** All that the relations of a passage depend on. */
function keyOf({ start, prose }: Passage, mentions: readonly RelatableMention[]): string {
  if (mentions.length < 2) return "";
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
