import assert from "node:assert/strict";
import { type RelationTriple, scoreRelations } from "../../../../src/core/evaluation/relation-scores";

function triple(
  type: RelationTriple["type"],
  source: number,
  target: number,
  modality: RelationTriple["modality"] = "asserted",
): RelationTriple {
  return { type, modality, source: { start: source, end: source + 5 }, target: { start: target, end: target + 5 } };
}

describe("scoring relations", () => {
  it("takes ends that share a code unit for the same", () => {
    const scores = scoreRelations([{ gold: [triple("controls", 0, 20)], predicted: [triple("controls", 4, 18)] }]);
    assert.equal(scores.triples.f1, 1);
  });

  it("tells types and directions apart", () => {
    const gold = [triple("supplies", 0, 20)];
    const predicted = [triple("supplies", 20, 0), triple("controls", 0, 20)];
    assert.deepEqual(scoreRelations([{ gold, predicted }]).triples, {
      precision: 0,
      recall: 0,
      f1: 0,
      gold: 1,
      predicted: 2,
    });
  });

  it("takes either direction where a relation holds both ways", () => {
    const scores = scoreRelations([
      { gold: [triple("partners-with", 0, 20)], predicted: [triple("partners-with", 20, 0)] },
    ]);
    assert.equal(scores.triples.f1, 1);
  });

  it("asks for the modality only where that is measured", () => {
    const gold = [triple("funds", 0, 20, "negated")];
    const scores = scoreRelations([{ gold, predicted: [triple("funds", 0, 20)] }]);
    assert.deepEqual([scores.triples.f1, scores.withModality.f1], [1, 0]);
  });

  it("lets one relation answer one other at most", () => {
    const gold = [triple("funds", 0, 20)];
    const scores = scoreRelations([{ gold, predicted: [triple("funds", 0, 20), triple("funds", 1, 20)] }]);
    assert.deepEqual([scores.triples.precision, scores.triples.recall], [0.5, 1]);
  });

  it("breaks figures down by type and gives zero where there is nothing", () => {
    const scores = scoreRelations([{ gold: [triple("funds", 0, 20)], predicted: [] }]);
    assert.deepEqual(Object.keys(scores.types), ["funds"]);
    assert.equal(scoreRelations([]).triples.f1, 0);
  });
});
