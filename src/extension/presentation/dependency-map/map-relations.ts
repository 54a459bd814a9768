import { type FoundRelation, overlaps, type RelatableMention, type Relation, type Span } from "../../../core";
import { undecided } from "../relations/relation-tree";

/** A relation that a person drew or accepted, and where its ends stand. */
export interface DecidedRelation {
  readonly relation: Relation;
  readonly source: Span;
  readonly target: Span;
}

/** The relations of a document that count for a map. */
export interface MapRelations {
  /** The found ones, and the decided ones in place of those that say the same; as the Relations view has them. */
  readonly relations: readonly FoundRelation[];
  /** Decided ones of which an end is no mention any more: nothing says what class it has. */
  readonly withoutMention: number;
}

export function mapRelations(
  mentions: readonly RelatableMention[],
  found: readonly FoundRelation[],
  decided: readonly DecidedRelation[],
): MapRelations {
  const accepted = decided.flatMap((each) => asFound(mentions, each) ?? []);
  return {
    relations: [...undecided(found, decided), ...accepted],
    withoutMention: decided.length - accepted.length,
  };
}

function asFound(
  mentions: readonly RelatableMention[],
  { relation, source, target }: DecidedRelation,
): FoundRelation | undefined {
  const [from, to] = [source, target].map((span) => mentions.find((mention) => overlaps(mention, span)));
  if (from === undefined || to === undefined) return undefined;
  return {
    type: relation.type,
    source: { ...source, mention: from },
    target: { ...target, mention: to },
    modality: relation.modality ?? "asserted",
    evidence: source,
    via: "decision",
    confidence: 1,
  };
}
