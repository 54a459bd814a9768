import assert from "node:assert/strict";
import fc from "fast-check";
import type { ReviewedMention } from "../../../../src/core";
import { EntityTree, type EntityTreeNode, type TreeLabels } from "../../../../src/extension/presentation/entity-tree";
import { reviewedMention } from "../reviewed-mention";

const LABELS: TreeLabels = {
  classOrder: ["actor.state", "actor.company", "infrastructure.data", "sovereignty.flow"],
  classLabel: (id) => (id === "actor.state" ? "State" : id),
  entityLabel: (id) => (id === "china" ? "People's Republic of China" : undefined),
  candidates: "Candidates",
};

const treeOf = (mentions: readonly ReviewedMention[], filter = "") =>
  EntityTree.build({ uri: "file:///report.md", mentions, labels: LABELS, filter });

/** The tree as indented labels. */
function outline(nodes: readonly EntityTreeNode[], indent = ""): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === "relation") return [`${indent}${node.isSource ? "->" : "<-"}`];
    const label = node.kind === "mention" ? `@${node.start}` : node.label;
    return [indent + label, ...outline(node.children, `${indent}  `)];
  });
}

describe("EntityTree", () => {
  const china = (start: number, text = "China") => reviewedMention({ start, text, entity: "china" });
  const data = (start: number) => reviewedMention({ start, text: "genomic data", class: "infrastructure.data" });

  it("orders facets and classes as the scheme does, and entities by how often they are mentioned", () => {
    const company = reviewedMention({ start: 5, text: "BGI", class: "actor.company", entity: "bgi" });
    const once = reviewedMention({ start: 50, text: "Kenya", entity: "kenya" });
    assert.deepEqual(outline(treeOf([data(90), company, once, china(60), china(70)]).roots), [
      "Actors",
      "  State",
      "    People's Republic of China",
      "      @60",
      "      @70",
      "    Kenya",
      "      @50",
      "  actor.company",
      "    BGI",
      "      @5",
      "Infrastructure",
      "  infrastructure.data",
      "    genomic data",
      "      @90",
    ]);
  });

  it("puts all names of an entity into one group", () => {
    const [facet] = treeOf([china(0), china(10, "Beijing")]).roots;
    assert.equal(facet?.children[0]?.children.length, 1);
  });

  it("keeps candidates apart from what the taxonomy knows, until somebody accepts them", () => {
    const entity = "document:lagos-cancer-alliance";
    const name = (start: number, text: string, parts: Partial<ReviewedMention> = {}) =>
      reviewedMention({ start, text, class: "actor.company", by: "discovery", entity, ...parts });
    const short = name(0, "LCA");
    const long = name(20, "Lagos Cancer Alliance");
    const tree = treeOf([short, long, china(60), name(90, "LCA", { status: "accepted" })]);
    assert.deepEqual(outline(tree.roots), [
      "Actors",
      "  State",
      "    People's Republic of China",
      "      @60",
      "  actor.company",
      "    LCA",
      "      @90",
      "Candidates",
      "  Lagos Cancer Alliance",
      "    @0",
      "    @20",
    ]);
    assert.deepEqual(
      tree.roots.map(({ count }) => count),
      [2, 2],
    );
  });

  it("groups generic mentions by their term, so that singular and plural stand together", () => {
    const evidence = { pattern: "country", pack: "test" };
    const mentions = [
      reviewedMention({ text: "country", evidence }),
      reviewedMention({ start: 9, text: "Countries", evidence }),
    ];
    assert.deepEqual(outline(treeOf(mentions).roots).slice(2, 3), ["    country"]);
  });

  it("names a group by the words found where the term has alternatives", () => {
    const mention = reviewedMention({
      text: "genomic data",
      evidence: { pattern: "(genomic|genetic) data", pack: "test" },
    });
    assert.equal(outline(treeOf([mention]).roots)[2], "    genomic data");
  });

  it("puts singular and plural together there, too, and calls them by the singular", () => {
    const evidence = { pattern: "[measles|mumps] (vaccine|regulatory authority)", pack: "test" };
    const mentions = ["vaccines", "Vaccine", "regulatory authorities", "regulatory authority"].map((text, i) =>
      reviewedMention({ text, start: 40 * i, evidence }),
    );
    const groups = outline(treeOf(mentions).roots).filter((line) => /^ {4}\w/.test(line));
    assert.deepEqual(groups, ["    regulatory authority", "    Vaccine"]);
  });

  it("filters by mention, entity, class and facet, without regard to capitals and accents", () => {
    const mentions = [china(0), data(20), reviewedMention({ start: 40, text: "Côte d'Ivoire" })];
    const found = (filter: string) => outline(treeOf(mentions, filter).roots).filter((line) => line.includes("@"));
    assert.equal(found("REPUBLIC").length, 1);
    assert.equal(found("cote").length, 1);
    assert.equal(found("state").length, 2);
    assert.equal(found("infrastr").length, 1);
    assert.equal(found("  ").length, 3);
    assert.equal(found("nothing of the kind").length, 0);
  });

  it("keeps the ids of rows when an edit only moves them", () => {
    const ids = (shift: number) =>
      allNodes(treeOf([china(10 + shift), data(40 + shift), china(80 + shift)]).roots).map(({ id }) => id);
    assert.deepEqual(ids(0), ids(7));
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
        const nodes = allNodes(tree.roots);
        assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
        for (const each of mentions) assert.equal(tree.nodeAt(each.start)?.mention, each);
        assert.equal(
          tree.roots.reduce((sum, { count }) => sum + count, 0),
          mentions.length,
        );
        for (const node of nodes)
          if (node.kind !== "relation") for (const child of node.children) assert.equal(parentOf(child), node);
      }),
    );
  });
});

function allNodes(nodes: readonly EntityTreeNode[]): EntityTreeNode[] {
  return nodes.flatMap((node) => [node, ...(node.kind === "relation" ? [] : allNodes(node.children))]);
}

function parentOf(node: EntityTreeNode): EntityTreeNode | undefined {
  return "parent" in node ? node.parent : undefined;
}
