import { overlaps, type Span } from "../../core";

/**
 * Index of the first of `spans` (sorted, not overlapping) that ends after `offset`; `spans.length` if none does.
 * All offsets are UTF-16 code units.
 */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The span under a caret at `offset`, which also touches a span it stands right behind. */
export function spanAt<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  const index = firstEndingAfter(spans, offset);
  const candidate = spans[index];
  if (candidate !== undefined && candidate.start <= offset) return candidate;
  const previous = spans[index - 1];
  return previous?.end === offset ? previous : undefined;
}

/** The spans that share a code unit with `range`; for an empty range, the one under the caret. */
export function spansIn<T extends Span>(spans: readonly T[], range: Span): T[] {
  if (range.start === range.end) {
    const span = spanAt(spans, range.start);
    return span === undefined ? [] : [span];
  }
  const found: T[] = [];
  for (let i = firstEndingAfter(spans, range.start); i < spans.length && overlaps(spans[i]!, range); i++)
    found.push(spans[i]!);
  return found;
}

/** The first span that starts after `offset`, or from the top again. */
export function nextSpan<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  return spans.find((span) => span.start > offset) ?? spans[0];
}

/** The last span that ends before `offset` or on it, or from the bottom again. */
export function previousSpan<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  return spans.findLast((span) => span.end <= offset) ?? spans.at(-1);
}
