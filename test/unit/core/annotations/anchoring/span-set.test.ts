import assert from "node:assert/strict";
import fc from "fast-check";
import { SpanSet } from "../../../../../src/core/annotations/anchoring/span-set";
import { overlaps, type Span } from "../../../../../src/core/text/span";

const anySpan = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 8 }))
  .map(([start, length]): Span => ({ start, end: start + length }));

describe("SpanSet", () => {
  it("takes a span exactly if it overlaps none that is there, and stays sorted", () => {
    fc.assert(
      fc.property(fc.array(anySpan), anySpan, (spans, probe) => {
        const set = new SpanSet();
        for (const span of spans) {
          const other = set.values().find((there) => overlaps(there, span));
          assert.equal(set.add(span) === undefined, other === undefined);
        }
        const starts = set.values().map(({ start }) => start);
        assert.deepEqual(
          starts,
          starts.toSorted((a, b) => a - b),
        );
        assert.equal(
          set.overlaps(probe),
          set.values().some((there) => overlaps(there, probe)),
        );
      }),
    );
  });

  it("tells which span stands in the way", () => {
    const set = new SpanSet();
    const there = { start: 3, end: 6 };
    set.add(there);
    assert.equal(set.add({ start: 5, end: 9 }), there);
  });
});
