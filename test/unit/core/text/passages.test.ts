import assert from "node:assert/strict";
import fc from "fast-check";
import { TEXT_FORMATS } from "../../../../src/core";
import { readPassages } from "../../../../src/core/text/passages";

describe("passages", () => {
  it("are the blocks of a document with their sentences, without what is not prose", () => {
    const text = "# Biobanks\n\nKenya *shares* data. India `may` not.\n";
    const passages = readPassages(text, "markdown");
    assert.deepEqual(
      passages.map(({ kind, sentences }) => [kind, sentences.map(({ start, end }) => text.slice(start, end))]),
      [
        ["heading", ["# Biobanks"]],
        ["paragraph", ["Kenya *shares* data. ", "India `may` not."]],
      ],
    );
    assert.match(passages[1]!.prose, /^Kenya {2}shares {2}data\. India \uFFFC+ not\.$/);
  });

  it("keep order and cover each of their sentences, in any text and format", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.constantFrom(...TEXT_FORMATS), (text, format) => {
        let last = 0;
        for (const { start, end, prose, sentences } of readPassages(text, format)) {
          assert.ok(last <= start && start <= end && end <= text.length);
          assert.equal(prose.length, end - start);
          assert.equal(sentences[0]!.start, start);
          assert.equal(sentences.at(-1)!.end, end);
          for (const [i, sentence] of sentences.slice(1).entries()) assert.equal(sentence.start, sentences[i]!.end);
          last = end;
        }
      }),
    );
  });
});
