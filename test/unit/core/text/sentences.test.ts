import assert from "node:assert/strict";
import fc from "fast-check";
import { sentenceAt, splitSentences, sureSentenceEnd, sureSentenceStart } from "../../../../src/core/text/sentences";

function sentencesOf(prose: string): string[] {
  return splitSentences(prose).map(({ start, end }) => prose.slice(start, end).trim());
}

describe("splitting sentences", () => {
  const cases: [name: string, prose: string, expected: string[]][] = [
    ["at full stops, question and exclamation marks", "One. Two? Three! Four", ["One.", "Two?", "Three!", "Four"]],
    [
      "behind closing quotes and brackets",
      'He said “yes.” She left. (Really.) "Yes."',
      ["He said “yes.”", "She left.", "(Really.)", '"Yes."'],
    ],
    [
      "not behind abbreviations, initials and dotted acronyms",
      "Dr. J. Salk of the U.S. Senate vs. Art. 5 won.",
      ["Dr. J. Salk of the U.S. Senate vs. Art. 5 won."],
    ],
    [
      "not inside numbers or before lower case",
      "It grew 3.5 percent. then stopped.",
      ["It grew 3.5 percent. then stopped."],
    ],
  ];
  for (const [name, prose, expected] of cases) {
    it(name, () => {
      assert.deepEqual(sentencesOf(prose), expected);
    });
  }

  it("covers the prose without gaps, and finds the sentence of every offset", () => {
    const prose = fc
      .array(fc.constantFrom("Aa", "b", ". ", "? ", "U.S.", " ", "\n", "“", "”", "5"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(prose, (text) => {
        const sentences = splitSentences(text);
        let end = 0;
        sentences.forEach((sentence, i) => {
          assert.equal(sentence.start, end);
          end = sentence.end;
          for (let at = sentence.start; at < sentence.end; at++) assert.equal(sentenceAt(sentences, at), i);
        });
        assert.equal(end, text.length);
      }),
    );
  });
});

describe("an end of a sentence that a change leaves", () => {
  const parts = fc
    .array(fc.constantFrom("Aa", "b", ". ", "? ", "U.S.", " etc", ".", " ", "\n", "“", "”", "5", "。", "A"))
    .map((all) => all.join(""));

  it("is one whatever stands on the changed side", () => {
    fc.assert(
      fc.property(parts, parts, parts, parts, (before, old, now, behind) => {
        const texts = [old, now].map((changed) => before + changed + behind);
        const starts = texts.map((text) => sureSentenceStart(text, before.length));
        assert.equal(starts[0], starts[1]);
        const ends = texts.map((text) => sureSentenceEnd(text, text.length - behind.length) - text.length);
        assert.equal(ends[0], ends[1]);
        for (const text of texts) {
          const sentences = splitSentences(text);
          assert.ok(starts[0] === text.length || sentences.some(({ start }) => start === starts[0]));
          assert.ok(sentences.some(({ end }) => end === text.length + ends[0]!));
        }
      }),
      { numRuns: 3000 },
    );
  });
});
