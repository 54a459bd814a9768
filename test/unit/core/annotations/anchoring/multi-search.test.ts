import assert from "node:assert/strict";
import fc from "fast-check";
import { searchAll, searchOne } from "../../../../../src/core/annotations/anchoring/multi-search";
import { anyText } from "../arbitraries";

describe("searchAll", () => {
  it("finds overlapping places", () => {
    assert.deepEqual(searchAll("aaaa", ["aa"], 9).get("aa"), [0, 1, 2]);
  });

  it("finds nothing of an empty pattern", () => {
    assert.deepEqual(searchAll("aaaa", [""], 9).get(""), []);
  });

  it("stops after the given number of places", () => {
    assert.deepEqual(searchAll("abcabcabc", ["abc"], 2).get("abc"), [0, 3]);
  });

  it("finds many patterns together where it finds each alone", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 20 }), (text, most) => {
        const patterns = Array.from({ length: 60 }, (_, at) => text.slice(at, at + 1 + (at % 7)));
        const together = searchAll(text, patterns, most);
        for (const pattern of patterns) assert.deepEqual(together.get(pattern), searchOne(text, pattern, most));
      }),
    );
  });
});
