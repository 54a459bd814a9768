import assert from "node:assert/strict";
import { isCandidate, MARK_STYLES, markStyleOf } from "../../../../../src/extension/presentation/marks/mark-styles";
import { reviewedMention } from "../../reviewed-mention";

describe("markStyleOf", () => {
  it("has one style for each facet and firmness, and no more", () => {
    assert.equal(MARK_STYLES.length, 9);
  });

  it("draws what a person decided more firmly than a suggestion, and a discovery more faintly", () => {
    assert.equal(markStyleOf(reviewedMention({ status: "accepted" })).firmness, "accepted");
    assert.equal(markStyleOf(reviewedMention()).firmness, "suggested");
    assert.equal(markStyleOf(reviewedMention({ by: "discovery" })).firmness, "candidate");
  });

  it("takes an accepted candidate for a fact", () => {
    assert.equal(isCandidate(reviewedMention({ by: "discovery" })), true);
    assert.equal(isCandidate(reviewedMention({ by: "discovery", status: "accepted" })), false);
    assert.equal(isCandidate(reviewedMention()), false);
  });

  it("takes a tag in the text for a person's decision", () => {
    assert.equal(markStyleOf(reviewedMention({ by: "inline" })).firmness, "accepted");
  });

  it("goes by the facet of the class", () => {
    assert.equal(markStyleOf(reviewedMention({ class: "sovereignty.flow" })).facet, "sovereignty");
  });
});
