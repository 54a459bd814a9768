import type { LabelledSpan } from "../../evaluation/scores";

/** The accepted spans of two annotators on one document; nobody's own spans overlap. */
export interface SpanPair {
  readonly a: readonly LabelledSpan[];
  readonly b: readonly LabelledSpan[];
}

/** When a span is found on the other side: by the same span, or by one that shares a code unit; of the same class. */
export type SpanMatch = "exact" | "overlap";

/**
 * F1 of the spans of two annotators, over all documents: the harmonic mean of the shares of each one's spans that are
 * found on the other side. It is the same whoever is taken for the reference. Undefined where nobody marked anything.
 *
 * Hripcsak, G. and Rothschild, A. S. (2005). Agreement, the F-measure, and reliability in information retrieval. JAMIA 12,
 * 296–298: the figure to use where what nobody marked cannot be counted; kappa comes near it as that grows.
 */
export function spanF1(pairs: readonly SpanPair[], match: SpanMatch): number | undefined {
  const total = { a: 0, b: 0, foundA: 0, foundB: 0 };
  for (const { a, b } of pairs) {
    total.a += a.length;
    total.b += b.length;
    total.foundA += countFound(a, b, match);
    total.foundB += countFound(b, a, match);
  }
  if (total.a + total.b === 0) return undefined;
  if (total.foundA === 0) return 0;
  const [recall, precision] = [total.foundA / total.a, total.foundB / total.b];
  return (2 * recall * precision) / (recall + precision);
}

/** How many spans are found among others. */
function countFound(spans: readonly LabelledSpan[], others: readonly LabelledSpan[], match: SpanMatch): number {
  const sorted = [...others].sort((x, y) => x.start - y.start);
  return spans.filter((span) => {
    for (let at = firstEndingAfter(sorted, span.start); at < sorted.length && sorted[at]!.start < span.end; at++) {
      const other = sorted[at]!;
      const isSame = other.start === span.start && other.end === span.end;
      if (other.class === span.class && (match === "overlap" || isSame)) return true;
    }
    return false;
  }).length;
}

function firstEndingAfter(sorted: readonly LabelledSpan[], offset: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
