import assert from "node:assert/strict";
import fc from "fast-check";
import { OccurrenceIndex } from "../../../../../src/core/annotations/anchoring/occurrences";
import { quoteOf } from "../../../../../src/core/annotations/anchoring/quote";
import { anyText, spanOf } from "../arbitraries";

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

function quoteOfWords(text: string, words: string): ReturnType<typeof quoteOf> {
  const start = text.indexOf(words);
  return quoteOf(text, { start, end: start + words.length });
}

describe("quoteOf", () => {
  it("gives the words and 32 code units on each side", () => {
    const { quote, prefix, suffix } = quoteOfWords(`${LETTERS} WHO ${LETTERS}`, "WHO");
    assert.deepEqual([quote, prefix, suffix], ["WHO", `${LETTERS.slice(-31)} `, ` ${LETTERS.slice(0, 31)}`]);
  });

  it("gives what there is at the edges of the document", () => {
    assert.deepEqual(quoteOfWords("The WHO.", "WHO"), { quote: "WHO", prefix: "The ", suffix: "." });
  });

  it("writes whitespace as one space and a blank line as one line feed, whatever the line ends", () => {
    const expected = { quote: "WHO", prefix: "Title\nIn Geneva, the ", suffix: " advises.\nNext" };
    assert.deepEqual(quoteOfWords("Title\n\nIn Geneva,\n  the WHO\tadvises.\n \nNext\n", "WHO"), expected);
    assert.deepEqual(quoteOfWords("Title\r\n\r\nIn Geneva,\r\nthe WHO advises.\r\n\r\nNext", "WHO"), expected);
  });

  it("gives one unit less of context rather than half a character", () => {
    const { prefix, suffix } = quoteOfWords(`😀${"x".repeat(31)}WHO${"y".repeat(31)}😀`, "WHO");
    assert.deepEqual([prefix, suffix], ["x".repeat(31), "y".repeat(31)]);
  });

  it("says nothing of other places with the same words in other company", () => {
    const { occurrence, rival } = quoteOfWords(
      "In May the WHO met. Since then nobody has asked what WHO wants.",
      "WHO",
    );
    assert.deepEqual([occurrence, rival], [undefined, undefined]);
  });

  it("counts the places where the same passage stands", () => {
    const passage = `${LETTERS} WHO ${LETTERS}\n\n`;
    const start = passage.repeat(2).lastIndexOf("WHO");
    assert.deepEqual(quoteOf(passage.repeat(3), { start, end: start + 3 }).occurrence, { nth: 2, of: 3 });
  });

  it("notes the sentence where it tells places apart whose surroundings are the same", () => {
    const [one, other] = ["In Geneva", "In Brazzaville"].map((where) => `${where} ${LETTERS} WHO ${LETTERS}.\n\n`);
    const text = `${one!}${other!}${one!}`;
    const occurrences = [...text.matchAll(/WHO/g)].map(
      ({ index }) => quoteOf(text, { start: index, end: index + 3 }).occurrence,
    );
    assert.deepEqual(
      occurrences.map((each) => [each?.nth, each?.of, each?.sentence === undefined]),
      [
        [1, 3, true],
        [2, 3, false],
        [3, 3, true],
      ],
    );
  });

  it("notes how much context the most similar other place shares", () => {
    const text = "The World Health Organization (WHO) met. A word to the World Health Organization (WHO) was sent.";
    assert.equal(quoteOfWords(text, "WHO").rival, "he World Health Organization (".length + ") ".length);
  });

  it("notes nothing of a place that shares only what stands in other paragraphs", () => {
    const text = "It was a long debate.\n\nWHO won.\n\nIt was a long debate.\n\nWHO, then, lost.";
    assert.equal(quoteOfWords(text, "WHO").rival, undefined);
  });

  it("is the same from an index of the text", () => {
    fc.assert(
      fc.property(
        anyText.chain((text) => fc.tuple(fc.constant(text), spanOf(text))),
        ([text, span]) => {
          const quote = text.slice(span.start, span.end);
          const others = Array.from({ length: 40 }, (_, at) => text.slice(at, at + 3));
          assert.deepEqual(quoteOf(new OccurrenceIndex(text, [...others, quote]), span), quoteOf(text, span));
        },
      ),
    );
  });

  it("never cuts a surrogate pair at the far end of a context", () => {
    const emoji = fc.string({ unit: fc.constantFrom("😀", "x", " "), minLength: 70, maxLength: 90 });
    fc.assert(
      fc.property(emoji, (text) => {
        const start = text.length - 35 - Number(/[\ud800-\udbff]/.test(text.charAt(text.length - 36)));
        const { prefix, suffix } = quoteOf(text, { start, end: start + 1 });
        assert.doesNotMatch(prefix, /^[\udc00-\udfff]/);
        assert.doesNotMatch(suffix, /[\ud800-\udbff]$/);
        assert.ok(prefix.length <= 32 && suffix.length <= 32);
      }),
    );
  });
});
