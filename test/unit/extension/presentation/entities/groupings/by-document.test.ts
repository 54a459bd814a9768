import assert from "node:assert/strict";
import { china, data, outline, treeOf, treeOfAll, URI } from "../entity-trees";

describe("entities by document", () => {
  it("stand in the order of the text, under the path of their document where there are several", () => {
    assert.deepEqual(outline(treeOf([china(0), data(10)], "document")), ["@0", "@10"]);
    const several = treeOfAll([[china(5)], [], [china(7, "Beijing"), data(20)]], { grouping: "document" });
    assert.deepEqual(outline(several), ["0.md", "  @5", "2.md", "  @7", "  @20"]);
  });

  it("are found in a document that a long list does not show yet, which says how many rows it needs", () => {
    const tree = treeOfAll(
      Array.from({ length: 250 }, () => [china(5)]),
      { grouping: "document" },
    );
    assert.equal(tree.roots.length, 201);
    const uri = `${URI}230`;
    assert.deepEqual(
      [...tree.find(uri, { start: 5 })!.needs],
      [
        [`document/${uri}`, 1],
        ["document", 231],
      ],
    );
  });
});
