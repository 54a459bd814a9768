import assert from "node:assert/strict";
import fc from "fast-check";
import type { ReviewedMention } from "../../../../../src/core";
import { EntityIndex } from "../../../../../src/extension/presentation/entities/entity-index";
import {
  EntityTree,
  type EntityGrouping,
  type EntityTreeInput,
  type EntityTreeNode,
  type TreeLabels,
} from "../../../../../src/extension/presentation/entities/entity-tree";
import { reviewedMention } from "../../reviewed-mention";

const LABELS: TreeLabels = {
  classOrder: ["actor.state", "actor.company", "infrastructure.data", "sovereignty.flow"],
  classLabel: (id) => (id === "actor.state" ? "State" : id),
  entityLabel: (id) => (id === "china" ? "People's Republic of China" : undefined),
  candidates: "Candidates",
};

const URI = "file:///report.md";
const TEXT = "x".repeat(1000);

/** The tree of documents with these mentions, the first of them at `URI`. */
function treeOfAll(
  documents: readonly (readonly ReviewedMention[])[],
  parts: Partial<EntityTreeInput> = {},
): EntityTree {
  const index = new EntityIndex();
  for (const [i, mentions] of documents.entries()) {
    index.add({ uri: i === 0 ? URI : `${URI}${i}`, path: `${i}.md`, text: TEXT, mentions });
  }
  return new EntityTree({ index, labels: LABELS, filter: "", grouping: "class", ...parts });
}

const treeOf = (mentions: readonly ReviewedMention[], filter = "", grouping: EntityGrouping = "class") =>
  treeOfAll([mentions], { filter, grouping });

/** The tree as indented labels. */
function outline(tree: EntityTree, nodes = tree.roots, indent = ""): string[] {
  return nodes.flatMap((node) => [indent + labelOf(node), ...outline(tree, tree.childrenOf(node), `${indent}  `)]);
}

function labelOf(node: EntityTreeNode): string {
  switch (node.kind) {
    case "mention":
      return `@${node.start}`;
    case "relation":
      return node.isSource ? "->" : "<-";
    case "moreEntities":
      return `+${node.hidden}`;
    case "facet":
    case "candidates":
    case "class":
    case "group":
    case "document":
    case "band":
      return node.label;
  }
}

describe("EntityTree", () => {
  const china = (start: number, text = "China") => reviewedMention({ start, text, entity: "china" });
  const data = (start: number) => reviewedMention({ start, text: "genomic data", class: "infrastructure.data" });

  it("orders facets and classes as the scheme does, and entities by how often they are mentioned", () => {
    const company = reviewedMention({ start: 5, text: "BGI", class: "actor.company", entity: "bgi" });
    const once = reviewedMention({ start: 50, text: "Kenya", entity: "kenya" });
    assert.deepEqual(outline(treeOf([data(90), company, once, china(60), china(70)])), [
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
    const tree = treeOf([china(0), china(10, "Beijing")]);
    const [facet] = tree.roots;
    assert.equal(tree.childrenOf(tree.childrenOf(facet!)[0]!).length, 1);
  });

  it("keeps candidates apart from what the taxonomy knows, until somebody accepts them", () => {
    const entity = "document:lagos-cancer-alliance";
    const name = (start: number, text: string, parts: Partial<ReviewedMention> = {}) =>
      reviewedMention({ start, text, class: "actor.company", by: "discovery", entity, ...parts });
    const short = name(0, "LCA");
    const long = name(20, "Lagos Cancer Alliance");
    const tree = treeOf([short, long, china(60), name(90, "LCA", { status: "accepted" })]);
    assert.deepEqual(outline(tree), [
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
    assert.deepEqual(countsOf(tree.roots), [2, 2]);
  });

  it("groups generic mentions by their term, so that singular and plural stand together", () => {
    const evidence = { pattern: "country", pack: "test" };
    const mentions = [
      reviewedMention({ text: "country", evidence }),
      reviewedMention({ start: 9, text: "Countries", evidence }),
    ];
    assert.deepEqual(outline(treeOf(mentions)).slice(2, 3), ["    country"]);
  });

  it("names a group by the words found where the term has alternatives", () => {
    const mention = reviewedMention({
      text: "genomic data",
      evidence: { pattern: "(genomic|genetic) data", pack: "test" },
    });
    assert.equal(outline(treeOf([mention]))[2], "    genomic data");
  });

  it("puts singular and plural together there, too, and calls them by the singular", () => {
    const evidence = { pattern: "[measles|mumps] (vaccine|regulatory authority)", pack: "test" };
    const mentions = ["vaccines", "Vaccine", "regulatory authorities", "regulatory authority"].map((text, i) =>
      reviewedMention({ text, start: 40 * i, evidence }),
    );
    const groups = outline(treeOf(mentions)).filter((line) => /^ {4}\w/.test(line));
    assert.deepEqual(groups, ["    regulatory authority", "    Vaccine"]);
  });

  it("filters by mention, entity, class and facet, without regard to capitals and accents", () => {
    const mentions = [china(0), data(20), reviewedMention({ start: 40, text: "Côte d'Ivoire" })];
    const found = (filter: string) => outline(treeOf(mentions, filter)).filter((line) => line.includes("@"));
    assert.equal(found("REPUBLIC").length, 1);
    assert.equal(found("cote").length, 1);
    assert.equal(found("state").length, 2);
    assert.equal(found("infrastr").length, 1);
    assert.equal(found("  ").length, 3);
    assert.equal(found("nothing of the kind").length, 0);
  });

  it("keeps the ids of rows when an edit only moves them", () => {
    const ids = (shift: number) =>
      allNodes(treeOf([china(10 + shift), data(40 + shift), china(80 + shift)])).map(({ id }) => id);
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
    const tree = (grouping: EntityGrouping) => treeOf(mentions, "", grouping);
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

  it("leaves out hidden classes", () => {
    const tree = treeOfAll([[china(0), data(20)]], { hiddenClasses: new Set(["actor.state"]) });
    assert.deepEqual(outline(tree), ["Infrastructure", "  infrastructure.data", "    genomic data", "      @20"]);
    assert.equal(tree.count, 1);
  });

  it("lists a part of a long list, and says how many rows it needs for a mention further down", () => {
    const mentions = Array.from({ length: 450 }, (_, i) => china(2 * i));
    const tree = treeOf(mentions, "", "document");
    assert.equal(tree.roots.length, 201);
    assert.equal(labelOf(tree.roots.at(-1)!), "+250");
    const { needs } = tree.find(URI, { start: 600 })!;
    assert.deepEqual([...needs], [["document", 301]]);
    assert.equal(treeOfAll([mentions], { grouping: "document", limits: needs }).roots.length, 302);
  });

  it("gives all mentions under a row, as far as the filter leaves them", () => {
    const tree = treeOf([china(0), china(10, "Beijing"), data(30)], "beijing");
    assert.deepEqual(
      tree.roots.flatMap((node) => tree.mentionsUnder(node)).map(({ mention }) => mention.text),
      ["Beijing"],
    );
  });

  it("shows where the mentions of an entity stand in the document, or in which documents", () => {
    const groupIn = (tree: EntityTree) => allNodes(tree).find(({ kind }) => kind === "group")!;
    const sole = treeOf([china(0), china(10), china(900)]);
    assert.equal(sole.dispersionOf(groupIn(sole)), "█▁▁▁▁▁▁▅");
    const several = treeOfAll([[china(0)], [], [], [china(0), china(9)]]);
    assert.equal(several.dispersionOf(groupIn(several)), "▅▁▁▁▁▁█▁");
    const once = treeOf([china(0)]);
    assert.equal(once.dispersionOf(groupIn(once)), "");
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

function countsOf(nodes: readonly EntityTreeNode[]): number[] {
  return nodes.map((node) => ("count" in node ? node.count : 0));
}

function allNodes(tree: EntityTree, nodes = tree.roots): EntityTreeNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(tree, tree.childrenOf(node))]);
}

function parentOf(node: EntityTreeNode): EntityTreeNode | undefined {
  return "parent" in node ? node.parent : undefined;
}
