import { FACETS, type Facet, facetOf } from "../taxonomy/scheme";
import { overlaps, type Span } from "../text/span";

/** A span with its class, from the gold or from the tagger. */
export interface LabelledSpan extends Span {
  readonly class: string;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
  readonly predicted: number;
}

export interface Scores {
  readonly exactClass: Score;
  readonly overlapClass: Score;
  readonly overlapFacet: Score;
  /** Overlap + class, over the mentions of one facet. */
  readonly facets: Readonly<Record<Facet, Score>>;
  /** Overlap + class, by class. */
  readonly classes: Readonly<Record<string, Score>>;
}

/** A passage's gold mentions beside those the tagger found. */
export interface Comparison {
  readonly gold: readonly LabelledSpan[];
  readonly predicted: readonly LabelledSpan[];
}

type Agreement = (a: LabelledSpan, b: LabelledSpan) => boolean;

const exactClass: Agreement = (a, b) => a.start === b.start && a.end === b.end && a.class === b.class;
const overlapClass: Agreement = (a, b) => overlaps(a, b) && a.class === b.class;
const overlapFacet: Agreement = (a, b) => overlaps(a, b) && facetOf(a.class) === facetOf(b.class);

/** Precision, recall and F1 over all passages: a mention is right when some mention of the other side agrees with it. */
export function score(comparisons: readonly Comparison[]): Scores {
  const classes = new Set(
    comparisons.flatMap(({ gold, predicted }) => [...gold, ...predicted].map((span) => span.class)),
  );
  const only = (keep: (span: LabelledSpan) => boolean) =>
    tally(
      comparisons.map((pair) => narrow(pair, keep)),
      overlapClass,
    );
  const byFacet = FACETS.map((facet) => [facet, only((span) => facetOf(span.class) === facet)] as const);
  return {
    exactClass: tally(comparisons, exactClass),
    overlapClass: tally(comparisons, overlapClass),
    overlapFacet: tally(comparisons, overlapFacet),
    facets: Object.fromEntries(byFacet) as Record<Facet, Score>,
    classes: Object.fromEntries([...classes].sort().map((id) => [id, only((span) => span.class === id)])),
  };
}

function narrow({ gold, predicted }: Comparison, keep: (span: LabelledSpan) => boolean): Comparison {
  return { gold: gold.filter(keep), predicted: predicted.filter(keep) };
}

function tally(comparisons: readonly Comparison[], agree: Agreement): Score {
  let [gold, predicted, found, right] = [0, 0, 0, 0];
  for (const pair of comparisons) {
    gold += pair.gold.length;
    predicted += pair.predicted.length;
    found += pair.gold.filter((span) => pair.predicted.some((other) => agree(span, other))).length;
    right += pair.predicted.filter((span) => pair.gold.some((other) => agree(span, other))).length;
  }
  const precision = ratio(right, predicted);
  const recall = ratio(found, gold);
  return { precision, recall, f1: ratio(2 * precision * recall, precision + recall), gold, predicted };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
