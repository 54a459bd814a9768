import assert from "node:assert/strict";
import { newRelation, redecideRelation, reverseRelation } from "../../../../src/core/annotations/relation";

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

  it("say only of rejected ones what was decided, and are the same line when one person changes their mind", () => {
    const rejected = newRelation({ ...CONTROLS, status: "rejected" }, SIGNED);
    const accepted = newRelation({ ...CONTROLS, status: "accepted" }, LATER);
    assert.equal(rejected.status, "rejected");
    assert.deepEqual(accepted, newRelation(CONTROLS, LATER));
    assert.equal(rejected.id, accepted.id);
  });
});

describe("redecideRelation", () => {
  const relation = newRelation({ ...CONTROLS, modality: "possible" }, SIGNED);

  it("changes the line of the same person, whatever words its ends have by now", () => {
    const moved = { ...relation, source: { ...SOURCE, prefix: "Now " } };
    assert.deepEqual(redecideRelation(moved, "rejected", LATER), { ...moved, status: "rejected", time: LATER.time });
    const back = redecideRelation({ ...moved, status: "rejected" }, "accepted", LATER);
    assert.deepEqual(back, { ...moved, time: LATER.time });
  });

  it("leaves the line of somebody else as it is", () => {
    const other = redecideRelation(relation, "rejected", { ...LATER, author: "Ben" });
    assert.notEqual(other.id, relation.id);
    assert.deepEqual([other.author, other.status, other.modality], ["Ben", "rejected", "possible"]);
  });
});
