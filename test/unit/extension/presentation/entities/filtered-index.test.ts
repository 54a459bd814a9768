import assert from "node:assert/strict";
import { reviewedMention } from "../../reviewed-mention";
import { china, data, outline, treeOf, treeOfAll } from "./entity-trees";

describe("the filter of the Entities view", () => {
  it("filters by mention, entity, class and facet, without regard to capitals and accents", () => {
    const mentions = [china(0), data(20), reviewedMention({ start: 40, text: "Côte d'Ivoire" })];
    const found = (filter: string) => outline(treeOf(mentions, "class", filter)).filter((line) => line.includes("@"));
    assert.equal(found("REPUBLIC").length, 1);
    assert.equal(found("cote").length, 1);
    assert.equal(found("state").length, 2);
    assert.equal(found("infrastr").length, 1);
    assert.equal(found("  ").length, 3);
    assert.equal(found("nothing of the kind").length, 0);
  });

  it("leaves out hidden classes", () => {
    const tree = treeOfAll([[china(0), data(20)]], { hiddenClasses: new Set(["actor.state"]) });
    assert.deepEqual(outline(tree), ["Infrastructure", "  infrastructure.data", "    genomic data", "      @20"]);
    assert.equal(tree.count, 1);
  });
});
