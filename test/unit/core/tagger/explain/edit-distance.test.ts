import assert from "node:assert/strict";
import fc from "fast-check";
import { differsByOneLetter } from "../../../../../src/core/tagger/explain/edit-distance";

const letters = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 6 }).map((all) => all.join(""));

/** Every word one step away, the word itself left out. */
function neighboursOf(word: string): Set<string> {
  const steps = new Set<string>();
  for (let i = 0; i <= word.length; i++) {
    const [head, tail] = [word.slice(0, i), word.slice(i)];
    for (const letter of ["a", "b", "c"]) steps.add(head + letter + tail).add(head + letter + tail.slice(1));
    steps.add(head + tail.slice(1));
    if (tail.length > 1) steps.add(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2));
  }
  steps.delete(word);
  return steps;
}

describe("two words one letter apart", () => {
  it("are those that one insertion, deletion, substitution or swap makes equal", () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        assert.equal(differsByOneLetter(a, b), neighboursOf(a).has(b));
      }),
      { numRuns: 3000 },
    );
  });

  it("are found from every neighbour", () => {
    fc.assert(
      fc.property(letters, (word) => {
        for (const other of neighboursOf(word)) assert.ok(differsByOneLetter(word, other), `${word} ${other}`);
      }),
    );
  });
});
