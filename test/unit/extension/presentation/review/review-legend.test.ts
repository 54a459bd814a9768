import assert from "node:assert/strict";
import { legendLine, shortLabels } from "../../../../../src/extension/presentation/review/review-legend";

describe("the legend of the review", () => {
  it("numbers the labels, from one or where another line ended", () => {
    assert.equal(legendLine(["State", "Company"]), "1\u00a0State · 2\u00a0Company");
    assert.equal(legendLine(["Person"], 6), "6\u00a0Person");
  });

  it("keeps a digit and its label on one line", () => {
    assert.equal(legendLine(["Data and samples"]), "1\u00a0Data\u00a0and\u00a0samples");
  });

  it("cuts labels to their first word only where that tells them apart", () => {
    assert.deepEqual(shortLabels(["Law and governance", "Research body", "State", "Research places"]), [
      "Law",
      "Research body",
      "State",
      "Research places",
    ]);
  });
});
