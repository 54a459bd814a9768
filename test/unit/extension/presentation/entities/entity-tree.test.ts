import assert from "node:assert/strict";
import fc from "fast-check";
import { EntityIndex } from "../../../../../src/extension/presentation/entities/entity-index";
import type { EntityTreeNode } from "../../../../../src/extension/presentation/entities/entity-nodes";
import { EntityTree } from "../../../../../src/extension/presentation/entities/entity-tree";
import type { EntityGrouping } from "../../../../../src/extension/presentation/entities/groupings";
import { reviewedMention } from "../../reviewed-mention";
import { allNodes, china, countsOf, data, LABELS, labelOf, outline, treeOf, treeOfAll, URI } from "./entity-trees";

describe("EntityTree", () => {
  it("keeps the ids of rows when an edit only moves them", () => {
    const ids = (shift: number) =>
      allNodes(treeOf([china(10 + shift), data(40 + shift), china(80 + shift)])).map(({ id }) => id);
    assert.deepEqual(ids(0), ids(7));
  });

  it("keeps its rows apart from those of an earlier tree, of which the editor may still ask", () => {
    const before = treeOf([china(10), china(80), data(40)]);
    const after = treeOf([china(10)]);
    for (const node of allNodes(before)) assert.deepEqual(after.childrenOf(node), []);
    assert.deepEqual(outline(after), outline(treeOf([china(10)])));
  });

  it("gives every mention one row, every row an id of its own, and every parent the right count", () => {
    const mention = fc.record({
      class: fc.constantFrom("actor.state", "actor.custom", "infrastructure.data", "sovereignty.flow"),
      text: fc.constantFrom("one", "two", "three"),
      entity: fc.constantFrom(undefined, "a", "b"),
    });
    fc.assert(
      fc.property(fc.array(mention, { maxLength: 30 }), (parts) => {
        const mentions = parts.map(({ entity, ...rest }, i) =>
          reviewedMention({ ...rest, start: 10 * i, ...(entity === undefined ? {} : { entity }) }),
        );
        const tree = treeOf(mentions);
        const nodes = allNodes(tree);
        assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
        for (const each of mentions) assert.equal(tree.find(URI, each)?.node.mention, each);
        assert.equal(
          countsOf(tree.roots).reduce((sum, count) => sum + count, 0),
          mentions.length,
        );
        for (const node of nodes) for (const child of tree.childrenOf(node)) assert.equal(parentOf(child), node);
      }),
    );
  });

  it("has a row for every mention by whatever it is grouped, and finds it there", () => {
    const mentions = [china(0), china(10, "Beijing"), reviewedMention({ start: 30, text: "BGI", confidence: 0.55 })];
    const tree = (grouping: EntityGrouping) => treeOf(mentions, grouping);
    assert.deepEqual(outline(tree("entity")), ["People's Republic of China", "  @0", "  @10", "BGI", "  @30"]);
    assert.deepEqual(outline(tree("document")), ["@0", "@10", "@30"]);
    assert.deepEqual(outline(tree("confidence")), ["50–59 %", "  @30", "90–100 %", "  @0", "  @10"]);
    for (const grouping of ["entity", "document", "confidence"] as const)
      for (const each of mentions) assert.equal(tree(grouping).find(URI, each)?.node.mention, each);
  });

  it("joins the mentions of several documents", () => {
    const documents = [[china(5)], [china(7, "Beijing"), data(20)]];
    assert.deepEqual(outline(treeOfAll(documents)).slice(0, 5), [
      "Actors",
      "  State",
      "    People's Republic of China",
      "      @5",
      "      @7",
    ]);
    const byDocument = treeOfAll(documents, { grouping: "document" });
    assert.deepEqual(outline(byDocument), ["0.md", "  @5", "1.md", "  @7", "  @20"]);
    assert.equal(byDocument.find(`${URI}1`, { start: 20 })?.node.document.path, "1.md");
  });

  it("lists a part of a long list, and says how many rows it needs for a mention further down", () => {
    const mentions = Array.from({ length: 450 }, (_, i) => china(2 * i));
    const tree = treeOf(mentions, "document");
    assert.equal(tree.roots.length, 201);
    assert.equal(labelOf(tree.roots.at(-1)!), "+250");
    const { needs } = tree.find(URI, { start: 600 })!;
    assert.deepEqual([...needs], [["document", 301]]);
    assert.equal(treeOfAll([mentions], { grouping: "document", limits: needs }).roots.length, 302);
  });

  it("gives all mentions under a row, as far as the filter leaves them", () => {
    const tree = treeOf([china(0), china(10, "Beijing"), data(30)], "class", "beijing");
    assert.deepEqual(
      tree.roots.flatMap((node) => tree.mentionsUnder(node)).map(({ mention }) => mention.text),
      ["Beijing"],
    );
  });

  it("makes no row that nobody looks at, and counts 100,000 mentions right", () => {
    const names = Array.from({ length: 2000 }, (_, i) => `Name ${i}`);
    const mentions = Array.from({ length: 100_000 }, (_, i) =>
      reviewedMention({ start: 12 * i, text: names[i % names.length]!, entity: `e${i % names.length}` }),
    );
    const index = new EntityIndex();
    index.add({ uri: URI, path: "a.md", text: "x".repeat(1_200_000), mentions });
    for (const filter of ["", "n", "na", "name 19", "none"]) {
      const tree = new EntityTree({ index, labels: LABELS, filter, grouping: "class" });
      // Rows below those that are open are not made.
      assert.ok(tree.roots.length <= 1);
    }
    assert.equal(new EntityTree({ index, labels: LABELS, filter: "name 19", grouping: "class" }).count, 5550);
  });
});

function parentOf(node: EntityTreeNode): EntityTreeNode | undefined {
  return "parent" in node ? node.parent : undefined;
}
