import assert from "node:assert/strict";
import fc from "fast-check";
import type { Span } from "../../../../src/core";
import {
  firstEndingAfter,
  nextSpan,
  previousSpan,
  spanAt,
  spansIn,
} from "../../../../src/extension/presentation/mention-lookup";

const SPANS: readonly Span[] = [
  { start: 2, end: 5 },
  { start: 5, end: 8 },
  { start: 12, end: 15 },
];

/** Sorted spans that do not overlap. */
const spans = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 5 })), { maxLength: 20 }).map((steps) => {
  let at = 0;
  return steps.map(([gap, length]) => {
    const start = at + gap;
    at = start + length;
    return { start, end: at };
  });
});

describe("looking up mentions", () => {
  it("finds the first span that ends after an offset, as a search from the start would", () => {
    fc.assert(
      fc.property(spans, fc.nat(120), (all, offset) => {
        const expected = all.findIndex(({ end }) => end > offset);
        assert.equal(firstEndingAfter(all, offset), expected < 0 ? all.length : expected);
      }),
    );
  });

  it("finds the span under a caret, and the one right before it", () => {
    assert.equal(spanAt(SPANS, 3), SPANS[0]);
    assert.equal(spanAt(SPANS, 15), SPANS[2]);
    assert.equal(spanAt(SPANS, 9), undefined);
  });

  it("takes the span that begins, where one ends and another begins", () => {
    assert.equal(spanAt(SPANS, 5), SPANS[1]);
  });

  it("finds all spans that a range touches", () => {
    assert.deepEqual(spansIn(SPANS, { start: 4, end: 13 }), SPANS);
    assert.deepEqual(spansIn(SPANS, { start: 8, end: 12 }), []);
    assert.deepEqual(spansIn(SPANS, { start: 8, end: 8 }), [SPANS[1]]);
  });

  it("goes forward and comes round to the top", () => {
    assert.equal(nextSpan(SPANS, 2), SPANS[1]);
    assert.equal(nextSpan(SPANS, 12), SPANS[0]);
    assert.equal(nextSpan([], 0), undefined);
  });

  it("goes back and comes round to the bottom", () => {
    assert.equal(previousSpan(SPANS, 12), SPANS[1]);
    assert.equal(previousSpan(SPANS, 13), SPANS[1]);
    assert.equal(previousSpan(SPANS, 2), SPANS[2]);
  });
});
