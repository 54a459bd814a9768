import { overlaps } from "../../text/span";
import type { FoundRelation, RelatableMention } from "./relation-mention";
import type { RelationReview, ReviewedRelation } from "./reviewed-relations";

/** The relations of a document that count for maps and reports. */
export interface CountedRelations {
  /** The suggested and the accepted ones, these with what the person said of them; sorted by place. */
  readonly relations: readonly FoundRelation[];
  /** Accepted ones of which an end is no mention any more: nothing says what class it has. */
  readonly withoutMention: number;
}

/** @param mentions of the document, sorted, free of overlaps */
export function countedRelations(
  mentions: readonly RelatableMention[],
  { relations }: RelationReview,
): CountedRelations {
  const counted = relations.flatMap((relation) => asFound(mentions, relation) ?? []);
  return { relations: counted, withoutMention: relations.length - counted.length };
}

function asFound(mentions: readonly RelatableMention[], relation: ReviewedRelation): FoundRelation | undefined {
  const { type, modality, source, target, status, found } = relation;
  if (status === "suggested" && found !== undefined) return found;
  if (found !== undefined) return { ...found, modality, via: BY_HAND, confidence: 1 };
  const [from, to] = [source, target].map((span) => mentions.find((mention) => overlaps(mention, span)));
  if (from === undefined || to === undefined) return undefined;
  return {
    type,
    source: { ...source, mention: from },
    target: { ...target, mention: to },
    modality,
    evidence: source,
    via: BY_HAND,
    confidence: 1,
  };
}

/** Stands where a pattern would. */
const BY_HAND = "decision";
