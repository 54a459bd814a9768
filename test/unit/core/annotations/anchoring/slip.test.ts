import assert from "node:assert/strict";
import fc from "fast-check";
import { isSlip } from "../../../../../src/core/annotations/anchoring/slip";

const SLIPS: readonly (readonly [string, string, string])[] = [
  ["a letter too many", "Ministry of Health", "Minisstry of Health"],
  ["a letter too few", "pathogen sequencing", "pathogen sequencng"],
  ["another letter", "vaccine procurement", "vaccine procuremant"],
  ["two letters that changed places", "sovereignty", "soveriegnty"],
  ["a plural", "hospital", "hospitals"],
];

const DIFFERENT: readonly (readonly [string, string, string])[] = [
  ["countries one letter apart", "Ministry of Health of Iran", "Ministry of Health of Iraq"],
  ["longer countries one letter apart", "Ireland", "Iceland"],
  ["countries two letters apart", "Austria", "Australia"],
  ["capitals", "Ministry of Health", "ministry of Health"],
  ["acronyms", "UNICEF", "UNICEFF"],
  ["figures", "Regulation (EU) 2025/327", "Regulation (EU) 2025/328"],
  ["another prefix", "export controls", "import controls"],
  ["a word more", "Ministry of Health", "Ministry of Public Health"],
  ["two slips", "sovereignty in procurement", "soverignty in procurment"],
  ["the same", "sovereignty", "sovereignty"],
];

describe("isSlip", () => {
  for (const [what, a, b] of SLIPS) {
    it(`takes ${what} for a slip`, () => {
      assert.equal(isSlip(a, b), true);
      assert.equal(isSlip(b, a), true);
    });
  }

  for (const [what, a, b] of DIFFERENT) {
    it(`keeps apart: ${what}`, () => {
      assert.equal(isSlip(a, b), false);
      assert.equal(isSlip(b, a), false);
    });
  }

  it("never takes words for the same that differ in a capital, a figure or in length by more than one", () => {
    const words = fc.array(fc.constantFrom("Ministry", "ministry", "of", "data", "sovereignty", "2", "-", " "), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [left, right] = [a.join(""), b.join("")];
        if (!isSlip(left, right)) return;
        assert.equal(left.replace(/[^\p{Lu}\p{N}]/gu, ""), right.replace(/[^\p{Lu}\p{N}]/gu, ""));
        assert.ok(Math.abs(left.length - right.length) <= 1);
      }),
    );
  });
});
