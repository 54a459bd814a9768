import assert from "node:assert/strict";
import fc from "fast-check";
import { between, looseSearch } from "../../../../../src/core/annotations/anchoring/loose-search";
import { anyText } from "../arbitraries";

function textsFound(text: string, words: string): string[] {
  return looseSearch(text, words).map(({ start, end }) => text.slice(start, end));
}

describe("looseSearch", () => {
  it("finds words across line ends, indented lines and the lines of a quotation", () => {
    const text =
      "the World\n  Health Organization, the World\r\nHealth Organization\n\n> the World\n> Health Organization";
    assert.equal(textsFound(text, "World Health Organization").length, 3);
  });

  it("finds nothing across a blank line", () => {
    assert.deepEqual(textsFound("World\n\nHealth Organization", "World Health Organization"), []);
  });

  it("finds words with other apostrophes, quotation marks and dashes", () => {
    assert.deepEqual(textsFound("St Thomas’ Hospital", "St Thomas' Hospital"), ["St Thomas’ Hospital"]);
    assert.deepEqual(textsFound("a “data – embassy”", 'a "data - embassy"'), ["a “data – embassy”"]);
  });

  it("takes what a quote holds for words, never for a pattern", () => {
    assert.deepEqual(textsFound("axb [a.b", "[a.b (x"), []);
    assert.deepEqual(textsFound("see [a.b (x", "[a.b\n(x"), ["[a.b (x"]);
  });

  it("finds any words again in any text, however they are wrapped there", () => {
    const word = fc.constantFrom("WHO", "data", "é", "😀", "St Thomas'", "a-b", "(x)", "$&", "[^");
    const space = fc.constantFrom(" ", "\n", "\r\n", "   ", "\n> ", " \n  ", "\u00a0");
    const words = fc.array(fc.tuple(word, space), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anyText, words, anyText, (head, pairs, tail) => {
        const wanted = `${pairs.map(([each]) => each).join(" ")} end`;
        const wrapped = `${pairs.map(([each, after]) => each + after).join("")}end`;
        const found = looseSearch(`${head} ${wrapped} ${tail}`, wanted);
        assert.ok(found.some(({ start, end }) => start === head.length + 1 && end === start + wrapped.length));
      }),
    );
  });

  it("stays fast on a text of white space", () => {
    const began = performance.now();
    assert.deepEqual(between(" ".repeat(200_000), "  a b c d e ", " f g h i j k", 100), []);
    assert.deepEqual(looseSearch(`a${" ".repeat(200_000)}`, "a b"), []);
    assert.ok(performance.now() - began < 10_000, "quadratic time would take minutes");
  });
});

describe("between", () => {
  it("gives what stands between two pieces of context, however they are wrapped", () => {
    const text = "Title\n\nThe agency that licenses\nUnitaid paid for\nthe vaccines.";
    const [found] = between(text, "licenses ", " paid for the", 20);
    assert.equal(text.slice(found!.start, found!.end), "Unitaid");
  });

  it("knows a paragraph break by its line feed", () => {
    const text = "It ended.\n\nKenya built a plant.";
    const [found] = between(text, "It ended.\n", " built a", 20);
    assert.equal(text.slice(found!.start, found!.end), "Kenya");
    assert.deepEqual(between("It ended. Kenya built a plant.", "It ended.\n", " built a", 20), []);
  });
});
