import assert from "node:assert/strict";
import fc from "fast-check";
import { type FormOptions, formsOf } from "../../../../../src/core/taxonomy/forms/word-forms";
import { decodeIndex, encodeIndex } from "../../../../../src/core/taxonomy/lexicon/lexicon-codec";
import { type LexiconIndex, minimize } from "../../../../../src/core/taxonomy/lexicon/lexicon-index";
import { TermTrie } from "../../../../../src/core/taxonomy/lexicon/term-trie";

const options = fc.record<FormOptions>({
  case: fc.constantFrom("any", "exact", "acronym", undefined),
  isName: fc.boolean(),
  plural: fc.boolean(),
});
// Few words, so that several terms end at one place.
const word = fc.constantFrom("gene", "GENE", "bank", "Biobank", "centre", "Santé", "健康", "organisation", "St.", "&");
const term = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));

function indexOf(terms: readonly (readonly [string, FormOptions])[]): LexiconIndex {
  const trie = new TermTrie();
  for (const [text, form] of terms) trie.add(formsOf(text, form));
  return minimize(trie);
}

describe("the stored form of an index", () => {
  it("says all that the index says", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(term, options), { maxLength: 40 }), (terms) => {
        const index = indexOf(terms);
        assert.deepEqual(decodeIndex(encodeIndex(index)), index);
      }),
      { numRuns: 300 },
    );
  });

  it("is refused where it is cut short, wherever that is", () => {
    const bytes = encodeIndex(indexOf([["gene bank", { case: undefined, isName: false, plural: true }]]));
    for (let length = 0; length < bytes.length; length++) {
      assert.throws(() => decodeIndex(bytes.subarray(0, length)), RangeError, `${length} bytes`);
    }
  });
});
