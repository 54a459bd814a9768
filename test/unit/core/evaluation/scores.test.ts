import assert from "node:assert/strict";
import { type LabelledSpan, score } from "../../../../src/core/evaluation/scores";

function span(start: number, end: number, classId: string): LabelledSpan {
  return { start, end, class: classId };
}

describe("scoring mentions", () => {
  const gold = [span(0, 5, "actor.state"), span(10, 20, "infrastructure.data"), span(30, 35, "sovereignty.flow")];
  const predicted = [span(0, 5, "actor.state"), span(12, 18, "infrastructure.ai"), span(33, 40, "sovereignty.flow")];
  const scores = score([{ gold, predicted }]);

  it("counts the same span with the same class as exact", () => {
    assert.deepEqual(scores.exactClass, { precision: 1 / 3, recall: 1 / 3, f1: 1 / 3, gold: 3, predicted: 3 });
  });

  it("counts a shared code unit with the same class as overlap", () => {
    assert.equal(scores.overlapClass.f1, 2 / 3);
  });

  it("counts a shared code unit with the same facet as facet overlap", () => {
    assert.equal(scores.overlapFacet.f1, 1);
  });

  it("does not take spans that only touch for overlapping", () => {
    const touching = score([{ gold: [span(0, 5, "actor.state")], predicted: [span(5, 9, "actor.state")] }]);
    assert.equal(touching.overlapFacet.f1, 0);
  });

  it("breaks figures down by facet and class", () => {
    assert.equal(scores.facets.infrastructure.f1, 0);
    assert.deepEqual(Object.keys(scores.classes), [
      "actor.state",
      "infrastructure.ai",
      "infrastructure.data",
      "sovereignty.flow",
    ]);
    assert.equal(scores.classes["sovereignty.flow"]?.f1, 1);
  });

  it("does not match mentions of one passage with those of another", () => {
    const apart = score([
      { gold: [span(0, 5, "actor.state")], predicted: [] },
      { gold: [], predicted: [span(0, 5, "actor.state")] },
    ]);
    assert.equal(apart.overlapClass.f1, 0);
  });

  it("gives zero, not NaN, where there is nothing to find", () => {
    assert.equal(score([]).exactClass.f1, 0);
  });
});
