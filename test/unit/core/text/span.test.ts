import assert from "node:assert/strict";
import fc from "fast-check";
import { overlapping, overlaps, type Span } from "../../../../src/core/text/span";

/** Spans in order that do not overlap, as alternating lengths of gap and span. */
const spans = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 }))).map((pairs) => {
  let at = 0;
  return pairs.map(([gap, length]): Span => {
    const start = at + gap;
    at = start + length;
    return { start, end: at };
  });
});

describe("overlapping", () => {
  it("finds what comparing with every span finds", () => {
    fc.assert(
      fc.property(spans, fc.nat(40), fc.integer({ min: 1, max: 8 }), (sorted, start, length) => {
        const span = { start, end: start + length };
        assert.deepEqual(
          overlapping(sorted, span),
          sorted.filter((each) => overlaps(each, span)),
        );
      }),
    );
  });
});
