import assert from "node:assert/strict";
import { reviewedMention } from "../../../reviewed-mention";
import { china, outline, treeOf } from "../entity-trees";

describe("entities by name", () => {
  it("stand together whatever their class, the most mentioned first, and candidates last", () => {
    const company = reviewedMention({ start: 30, text: "BGI", class: "actor.company", entity: "bgi" });
    const candidate = reviewedMention({ start: 50, text: "LCA", by: "discovery", entity: "document:lca" });
    assert.deepEqual(outline(treeOf([company, china(0), china(10, "Beijing"), candidate], "entity")), [
      "People's Republic of China",
      "  @0",
      "  @10",
      "BGI",
      "  @30",
      "Candidates",
      "  LCA",
      "    @50",
    ]);
  });
});
