import assert from "node:assert/strict";
import type { EntityTree } from "../../../../../src/extension/presentation/entities/entity-tree";
import { allNodes, china, treeOf, treeOfAll } from "./entity-trees";

describe("the dispersion of an entity", () => {
  it("shows where the mentions of an entity stand in the document, or in which documents", () => {
    const groupIn = (tree: EntityTree) => allNodes(tree).find(({ kind }) => kind === "group")!;
    const sole = treeOf([china(0), china(10), china(900)]);
    assert.equal(sole.dispersionOf(groupIn(sole), 8), "█▁▁▁▁▁▁▅");
    assert.equal(sole.dispersionOf(groupIn(sole), 4), "█▁▁▅");
    const several = treeOfAll([[china(0)], [], [], [china(0), china(9)]]);
    assert.equal(several.dispersionOf(groupIn(several), 8), "▅▁▁▁▁▁█▁");
    const once = treeOf([china(0)]);
    assert.equal(once.dispersionOf(groupIn(once), 8), "");
  });
});
