import assert from "node:assert/strict";
import { reviewedMention } from "../../../reviewed-mention";
import { outline, treeOf } from "../entity-trees";

describe("entities by confidence", () => {
  it("stand in bands of ten per cent, the least certain first, and certainty in the highest", () => {
    const mentions = [0.9, 0.55, 1, 0.5].map((confidence, i) =>
      reviewedMention({ start: 10 * i, text: "BGI", confidence }),
    );
    assert.deepEqual(outline(treeOf(mentions, "confidence")), [
      "50–59 %",
      "  @10",
      "  @30",
      "90–100 %",
      "  @0",
      "  @20",
    ]);
  });
});
