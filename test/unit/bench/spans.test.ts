import assert from "node:assert/strict";
import fc from "fast-check";
import { countDifferences, coveredUnits, WholeWordFilter } from "../../../bench/support/spans";

/** Every place where a term stands in a text, words or not, in the order of an Aho-Corasick automaton: by end. */
function allMatches(text: string, terms: readonly string[]): [start: number, end: number][] {
  const matches: [number, number][] = [];
  for (let end = 1; end <= text.length; end++) {
    for (const term of terms) if (text.endsWith(term, end)) matches.push([end - term.length, end]);
  }
  return matches;
}

function filtered(text: string, terms: readonly string[]): string[] {
  const filter = new WholeWordFilter(text);
  for (const [start, end] of allMatches(text, terms)) filter.add(start, end);
  const spans = filter.leftmostLongest();
  return Array.from({ length: spans.length / 2 }, (_, i) => text.slice(spans[2 * i], spans[2 * i + 1]));
}

/** The same, slowly and plainly: from the left, the longest whole-word term at each place. */
function naive(text: string, terms: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length;) {
    const here = terms.filter((term) => text.startsWith(term, at));
    const fits = here.filter((term) => isWholeWord(text, at, at + term.length));
    const longest = fits.reduce((long, term) => (term.length > long.length ? term : long), "");
    if (longest !== "") found.push(longest);
    at += Math.max(1, longest.length);
  }
  return found;
}

function isWholeWord(text: string, start: number, end: number): boolean {
  return (
    !/[a-z]{2}/.test(text.slice(Math.max(0, start - 1), start + 1)) && !/[a-z]{2}/.test(text.slice(end - 1, end + 1))
  );
}

describe("the filter behind engines that find every substring", () => {
  it("keeps whole words only, whatever script they are in", () => {
    assert.deepEqual(filtered("a chair in Haïti, hair", ["hair", "ha"]), ["hair"]);
  });

  it("falls back to the shorter term where the longer one is no whole word", () => {
    assert.deepEqual(filtered("two heart rates", ["heart rate", "heart"]), ["heart"]);
  });

  it("takes the leftmost term, of those the longest, and none that overlaps it", () => {
    assert.deepEqual(filtered("world health data bank", ["world", "world health", "health data bank", "bank"]), [
      "world health",
      "bank",
    ]);
  });

  it("finds what a plain search from the left finds", () => {
    const word = fc.constantFrom("a", "b", "ab", "ba");
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(text, fc.uniqueArray(phrase, { maxLength: 5 }), (words, terms) => {
        assert.deepEqual(filtered(words, terms), naive(words, terms));
      }),
    );
  });
});

describe("the comparison of two engines' spans", () => {
  it("counts what only one of them found", () => {
    const differences = countDifferences(Int32Array.of(0, 4, 6, 9, 12, 15), Int32Array.of(0, 4, 6, 8));
    assert.deepEqual(differences, { onlyOurs: 2, onlyTheirs: 1 });
  });

  it("counts the code units that spans cover", () => {
    assert.equal(coveredUnits(Int32Array.of(0, 4, 6, 9)), 7);
  });
});
