import assert from "node:assert/strict";
import fc from "fast-check";
import { expandTerm, MAX_EXPANSIONS } from "../../../../../src/core/taxonomy/forms/expansion";

describe("expanding a term", () => {
  const cases: [notation: string, expansions: string[]][] = [
    ["genomic data", ["genomic data"]],
    ["Regulation (EU) 2016/679", ["Regulation (EU) 2016/679"]],
    ["[human] (genomic|genetic) data", ["genomic data", "genetic data", "human genomic data", "human genetic data"]],
    ["[x [y]] z", ["z", "x z", "x y z"]],
    ["(a|b (EU) c) d", ["a d", "b (EU) c d"]],
    ["[a|b] c", ["c", "a c", "b c"]],
  ];
  for (const [notation, expansions] of cases) {
    it(`reads ${notation}`, () => {
      assert.deepEqual(expandTerm(notation), { expansions });
    });
  }

  for (const notation of ["(a|b", "a]", "[a", "a|b"]) {
    it(`says what is wrong with ${notation}`, () => {
      assert.ok("error" in expandTerm(notation));
    });
  }

  it("refuses a term that stands for too many strings", () => {
    assert.ok("error" in expandTerm("(a|b) ".repeat(20)));
  });

  it("never throws and never exceeds the limit", () => {
    const notation = fc.array(fc.constantFrom("(", ")", "[", "]", "|", "a", " ")).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(notation, (text) => {
        const result = expandTerm(text);
        if ("expansions" in result) assert.ok(result.expansions.length <= MAX_EXPANSIONS);
      }),
    );
  });
});
