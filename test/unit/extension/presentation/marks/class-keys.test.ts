import assert from "node:assert/strict";
import {
  classKeys,
  recentClasses,
  withChoice,
  type ClassUsages,
} from "../../../../../src/extension/presentation/marks/class-keys";

const CLASSES = ["actor.state", "actor.agency", "infrastructure.data", "sovereignty.flow"];

function chosen(...ids: readonly string[]): ClassUsages {
  return ids.reduce<ClassUsages>((usages, id) => withChoice(usages, id), {});
}

describe("the classes near at hand", () => {
  it("are the ones chosen lately, the latest first", () => {
    const usages = chosen("actor.state", "sovereignty.flow", "actor.state", "infrastructure.data");
    assert.deepEqual(recentClasses(usages, CLASSES, 2), ["infrastructure.data", "actor.state"]);
  });

  it("leave out classes that the taxonomy does not have any more", () => {
    assert.deepEqual(recentClasses(chosen("actor.gone", "actor.state"), CLASSES, 5), ["actor.state"]);
  });

  it("have digits by how often they were chosen, then by the document, then by the scheme", () => {
    const usages = chosen("sovereignty.flow", "sovereignty.flow", "infrastructure.data");
    assert.deepEqual(classKeys(usages, CLASSES, [{ class: "actor.agency" }]), [
      "sovereignty.flow",
      "infrastructure.data",
      "actor.agency",
      "actor.state",
    ]);
  });

  it("have digits up to nine", () => {
    const many = Array.from({ length: 23 }, (_, i) => `actor.class-${i}`);
    assert.equal(classKeys({}, many, []).length, 9);
  });
});
