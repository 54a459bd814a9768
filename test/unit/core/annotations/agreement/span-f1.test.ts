import assert from "node:assert/strict";
import fc from "fast-check";
import { spanF1 } from "../../../../../src/core/annotations/agreement/span-f1";
import { type LabelledSpan, score } from "../../../../../src/core/evaluation/scores";
import { classId } from "../arbitraries";

const STATE = "actor.state";

/** Spans that do not overlap, in any order. */
const anySpans = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 6 }), classId), { maxLength: 10 })
  .chain((written) => {
    const kept: LabelledSpan[] = [];
    for (const [start, length, id] of written.toSorted(([a], [b]) => a - b)) {
      if (start >= (kept.at(-1)?.end ?? 0)) kept.push({ start, end: start + length, class: id });
    }
    return fc.shuffledSubarray(kept, { minLength: kept.length });
  });

describe("spanF1", () => {
  it("counts a span that is nearly the same by overlap only", () => {
    const pairs = [
      { a: [{ start: 0, end: 5, class: STATE }], b: [{ start: 0, end: 5, class: STATE }] },
      { a: [{ start: 10, end: 15, class: STATE }], b: [{ start: 12, end: 20, class: STATE }] },
    ];
    assert.equal(spanF1(pairs, "exact"), 1 / 2);
    assert.equal(spanF1(pairs, "overlap"), 1);
  });

  it("is nothing for nobody's spans, and 0 for one's alone", () => {
    assert.equal(spanF1([{ a: [], b: [] }], "exact"), undefined);
    assert.equal(spanF1([{ a: [], b: [{ start: 0, end: 5, class: STATE }] }], "overlap"), 0);
  });

  it("equals F1 against gold, whoever is taken for the gold", () => {
    const documents = fc.array(fc.record({ a: anySpans, b: anySpans }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(documents, (pairs) => {
        if (pairs.every(({ a, b }) => a.length + b.length === 0)) return;
        const forth = score(pairs.map(({ a, b }) => ({ gold: a, predicted: b })));
        const back = score(pairs.map(({ a, b }) => ({ gold: b, predicted: a })));
        for (const scores of [forth, back]) {
          assert.ok(Math.abs(spanF1(pairs, "exact")! - scores.exactClass.f1) < 1e-12);
          assert.ok(Math.abs(spanF1(pairs, "overlap")! - scores.overlapClass.f1) < 1e-12);
        }
      }),
    );
  });
});
