import assert from "node:assert/strict";
import fc from "fast-check";
import { foldWord, Gap, hashFolded } from "../../../../src/core/text/code-units";
import { WordList } from "../../../../src/core/text/words";

function wordsOf(text: string): string[] {
  const list = new WordList();
  list.read(text);
  return Array.from({ length: list.count }, (_, i) => text.slice(list.starts[i], list.ends[i]));
}

function gapsOf(text: string): number[] {
  const list = new WordList();
  list.read(text);
  return [...list.gaps.subarray(1, list.count)];
}

describe("reading words", () => {
  it("takes runs of letters, digits and marks in any script", () => {
    assert.deepEqual(
      wordsOf("Côte d’Ivoire's G20, 中文 здоровье 23andMe"),
      "Côte d Ivoire s G20 中文 здоровье 23andMe".split(" "),
    );
  });

  it("tells soft gaps, commas, full stops and hard gaps apart", () => {
    const { soft, comma, fullStop, hard } = Gap;
    assert.deepEqual(gapsOf("a b-c'd/e\nf"), [soft, soft, soft, soft, soft]);
    assert.deepEqual(gapsOf("a, b. c; d (e"), [comma, fullStop, hard, hard]);
    assert.deepEqual(gapsOf("a\r\nb\n\nc\r\rd"), [soft, hard, hard]);
  });

  it("folds case, diacritics and zero-width characters away", () => {
    assert.equal(foldWord("ÉtÉ"), "ete");
    assert.equal(foldWord("e\u0301te\u200b"), "ete");
    assert.equal(foldWord("Łódź"), "lodz");
  });

  it("folds no folded word again", () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const folded = foldWord(String.fromCharCode(unit));
      assert.equal(foldWord(folded), folded, `U+${unit.toString(16)}`);
    }
  });

  it("gives every word in order the hash of its folded form", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const list = new WordList();
        list.read(text);
        let from = 0;
        for (let i = 0; i < list.count; i++) {
          assert.ok(list.starts[i]! >= from && list.ends[i]! > list.starts[i]!);
          from = list.ends[i]!;
          assert.equal(list.hashes[i], hashFolded(foldWord(text.slice(list.starts[i], list.ends[i]))));
        }
      }),
    );
  });

  it("gives long texts the words that their parts have", () => {
    const word = fc.constantFrom("gene", "Bank", "é", "23andMe", "y".repeat(700), "中文");
    const gap = fc.constantFrom(" ", ", ", ".\n\n", " ".repeat(300));
    const parts = fc.array(fc.tuple(word, gap), { minLength: 30, maxLength: 300 });
    fc.assert(
      fc.property(parts, (pairs) => {
        const text = pairs.flat().join("");
        assert.deepEqual(
          wordsOf(text),
          pairs.map(([written]) => written),
        );
        assert.deepEqual(
          gapsOf(text),
          pairs.slice(0, -1).map(([, between]) => gapsOf(`a${between}b`)[0]),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("takes a word that no list can hold for a gap which no term reaches over", () => {
    for (const length of [16_384, 16_385, 40_000]) {
      const text = `gene ${"y".repeat(length)} bank, ${"y".repeat(length)}`;
      const isRead = length <= 16_384;
      assert.deepEqual(
        wordsOf(text).map((word) => word.length),
        isRead ? [4, length, 4, length] : [4, 4],
      );
      assert.deepEqual(gapsOf(text), isRead ? [Gap.soft, Gap.soft, Gap.comma] : [Gap.hard]);
    }
  });
});
