import assert from "node:assert/strict";
import { legendLine, shortLabels } from "../../../../src/extension/presentation/review-legend";

describe("the legend of the review", () => {
  it("numbers the labels from one", () => {
    assert.equal(legendLine(["State", "Company"]), "1 State  2 Company");
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
