import assert from "node:assert/strict";
import type { ReviewedMention } from "../../../../../../src/core";
import { reviewedMention } from "../../../reviewed-mention";
import { china, countsOf, data, outline, treeOf } from "../entity-trees";

describe("entities by class", () => {
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
});
