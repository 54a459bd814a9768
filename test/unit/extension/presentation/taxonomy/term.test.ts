import assert from "node:assert/strict";
import { termOf } from "../../../../../src/extension/presentation/taxonomy/term";

describe("termOf", () => {
  it("is the term as its pack writes it", () => {
    assert.equal(termOf({ by: "lexicon", evidence: { pattern: "country" }, text: "Countries" }), "country");
  });

  it("is what was found where the pack writes many terms as one, or a rule", () => {
    assert.equal(
      termOf({ by: "lexicon", evidence: { pattern: "(gene|genome) data" }, text: "gene\ndata" }),
      "gene data",
    );
    assert.equal(
      termOf({ by: "rule", evidence: { pattern: "ministries" }, text: "Ministry of Health" }),
      "Ministry of Health",
    );
  });
});
