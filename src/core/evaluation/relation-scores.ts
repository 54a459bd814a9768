import { type RelationType, SYMMETRIC_TYPES } from "../annotations/relation";
import type { Modality } from "../classify/relations/modality";
import { overlaps, type Span } from "../text/span";
import type { Score } from "./scores";

/** A relation as gold files have it: the spans of its ends and how they stand to each other. */
export interface RelationTriple {
  readonly type: RelationType;
  readonly source: Span;
  readonly target: Span;
  readonly modality: Modality;
}

/** The relations of one passage: those of the gold beside those found. */
export interface RelationComparison {
  readonly gold: readonly RelationTriple[];
  readonly predicted: readonly RelationTriple[];
}

export interface RelationScores {
  /** Typed triples: the same type, and ends that share a code unit. */
  readonly triples: Score;
  /** Typed triples with the same modality. */
  readonly withModality: Score;
  /** Typed triples, by type. */
  readonly types: Readonly<Record<string, Score>>;
}

type Agreement = (a: RelationTriple, b: RelationTriple) => boolean;

/**
 * Precision, recall and F1 of relations over all passages. Two relations agree when they have the same type and both their
 * ends overlap; of types that hold both ways (`partners-with`, `competes-with`) in either order. Each relation answers one of
 * the other side at most.
 */
export function scoreRelations(comparisons: readonly RelationComparison[]): RelationScores {
  const types = [
    ...new Set(comparisons.flatMap(({ gold, predicted }) => [...gold, ...predicted].map(({ type }) => type))),
  ];
  const ofType = (wanted: RelationType) =>
    comparisons.map(({ gold, predicted }) => ({
      gold: gold.filter(({ type }) => type === wanted),
      predicted: predicted.filter(({ type }) => type === wanted),
    }));
  return {
    triples: tally(comparisons, sameTriple),
    withModality: tally(comparisons, (a, b) => a.modality === b.modality && sameTriple(a, b)),
    types: Object.fromEntries(types.sort().map((type) => [type, tally(ofType(type), sameTriple)])),
  };
}

/** Whether two relations say the same of the same two places, whatever their modality. */
export function sameTriple(a: RelationTriple, b: RelationTriple): boolean {
  if (a.type !== b.type) return false;
  if (overlaps(a.source, b.source) && overlaps(a.target, b.target)) return true;
  return SYMMETRIC_TYPES.has(a.type) && overlaps(a.source, b.target) && overlaps(a.target, b.source);
}

function tally(comparisons: readonly RelationComparison[], agree: Agreement): Score {
  let [gold, predicted, right] = [0, 0, 0];
  for (const pair of comparisons) {
    gold += pair.gold.length;
    predicted += pair.predicted.length;
    right += matches(pair, agree);
  }
  const precision = predicted === 0 ? 0 : right / predicted;
  const recall = gold === 0 ? 0 : right / gold;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, gold, predicted };
}

function matches({ gold, predicted }: RelationComparison, agree: Agreement): number {
  const left = [...gold];
  return predicted.filter((relation) => {
    const match = left.findIndex((other) => agree(relation, other));
    if (match >= 0) left.splice(match, 1);
    return match >= 0;
  }).length;
}
