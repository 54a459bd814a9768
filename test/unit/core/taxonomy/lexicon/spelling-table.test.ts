import assert from "node:assert/strict";
import fc from "fast-check";
import { Capitals, FormWord } from "../../../../../src/core/taxonomy/forms/form-word";
import { SpellingTable } from "../../../../../src/core/taxonomy/lexicon/spelling-table";
import { foldWord, Gap, hashFolded } from "../../../../../src/core/text/code-units";

/** A word as it stands in a text. */
function wordIn(text: string, start: number, end: number): FormWord {
  return new FormWord(text, start, end, hashFolded(foldWord(text.slice(start, end))), Capitals.free, Gap.soft);
}

function wordOf(folded: string): FormWord {
  return FormWord.ofFolded(folded, Capitals.free, Gap.soft);
}

describe("the spellings of a lexicon that is built", () => {
  it("are found again, and no others, however many there are", () => {
    // Few letters, so that spellings are each other's beginnings; the two words have one hash.
    const spelling = fc.oneof(
      fc.string({ unit: fc.constantFrom("a", "b", "1", "я", "健"), minLength: 1, maxLength: 6 }),
      fc.constantFrom("toniguti", "duribuga"),
    );
    fc.assert(
      fc.property(fc.array(spelling, { maxLength: 4000, size: "max" }), spelling, (spellings, other) => {
        const table = new SpellingTable();
        const expected = new Map<string, number>();
        for (const [i, text] of spellings.entries()) {
          table.add(text, i + 1);
          if (!expected.has(text)) expected.set(text, i + 1);
        }
        for (const text of [...spellings, other]) assert.equal(table.wordOf(wordOf(text)), expected.get(text) ?? 0);
        assert.deepEqual(table.texts, [...expected.keys()]);
        assert.deepEqual([...table.words.view()], [...expected.values()]);
        assert.deepEqual([...table.hashes.view()], table.texts.map(hashFolded));
      }),
      { numRuns: 30 },
    );
  });

  it("are found in a text whatever its case, diacritics and zero-width characters", () => {
    const table = new SpellingTable();
    table.add("sante", 7);
    for (const written of ["sante", "Santé", "SANTE\u0301", "san\u200bte"]) {
      assert.equal(table.wordOf(wordIn(`la ${written} publique`, 3, 3 + written.length)), 7, written);
    }
    assert.equal(table.wordOf(wordIn("la santes", 3, 9)), 0);
  });
});
