import assert from "node:assert/strict";
import { newRelation, reverseRelation } from "../../../../src/core/annotations/relation";

const SOURCE = { quote: "China", prefix: "", suffix: " holds" };
const TARGET = { quote: "data", prefix: "holds ", suffix: "." };
const SIGNED = { author: "Ada", time: "2026-07-01T09:30:00Z" };
const LATER = { author: "Ada", time: "2026-07-02T09:30:00Z" };
const CONTROLS = { type: "controls", source: SOURCE, target: TARGET } as const;

describe("relations", () => {
  it("are the same line where one person draws them again, and another line for another person or type", () => {
    const relation = newRelation(CONTROLS, SIGNED);
    assert.equal(newRelation({ ...CONTROLS, modality: "negated" }, LATER).id, relation.id);
    assert.notEqual(newRelation(CONTROLS, { ...SIGNED, author: "Ben" }).id, relation.id);
    assert.notEqual(newRelation({ ...CONTROLS, type: "funds" }, SIGNED).id, relation.id);
  });

  it("have a direction, which can be turned round", () => {
    const reversed = reverseRelation(newRelation({ ...CONTROLS, modality: "possible" }, SIGNED), LATER);
    assert.deepEqual([reversed.source, reversed.target, reversed.modality], [TARGET, SOURCE, "possible"]);
    assert.notEqual(reversed.id, newRelation(CONTROLS, SIGNED).id);
  });
});
