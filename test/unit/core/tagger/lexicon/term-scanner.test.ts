import assert from "node:assert/strict";
import fc from "fast-check";
import { TermMatches, TermScanner } from "../../../../../src/core/tagger/lexicon/term-scanner";
import { Lexicon, type LexicalTerm } from "../../../../../src/core/taxonomy/lexicon/lexicon";
import { decodeIndex, encodeIndex } from "../../../../../src/core/taxonomy/lexicon/lexicon-codec";
import { type LexiconIndex, minimize } from "../../../../../src/core/taxonomy/lexicon/lexicon-index";
import { TermTrie } from "../../../../../src/core/taxonomy/lexicon/term-trie";
import { formsOf } from "../../../../../src/core/taxonomy/forms/word-forms";
import { foldWord, hashFolded } from "../../../../../src/core/text/code-units";
import { WordList } from "../../../../../src/core/text/words";
import { lexicalTerm } from "../../../support/lexical-term";

function indexOf(terms: readonly string[]): LexiconIndex {
  const trie = new TermTrie();
  for (const term of terms) trie.add(formsOf(term, { case: "any", isName: false, plural: false }));
  return minimize(trie);
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

function scan(text: string, terms: readonly string[], index = indexOf(terms)): Found[] {
  const lexicalTerms: LexicalTerm[] = terms.map((pattern) => lexicalTerm(pattern));
  const scanner = new TermScanner(new Lexicon(index, lexicalTerms));
  const matches = new TermMatches();
  scanner.scan(text, matches);
  return Array.from({ length: matches.count }, (_, i) => ({
    start: matches.startOf(i),
    end: matches.endOf(i),
    term: scanner.lexicon.acceptOf(matches.demandOf(i)).term.sense.evidence.pattern,
  }));
}

/** The words of a text with the gaps before them; of the first, none. */
function wordsOf(text: string): { start: number; end: number; folded: string; gap: number }[] {
  const list = new WordList();
  list.read(text);
  return Array.from({ length: list.count }, (_, i) => ({
    start: list.starts[i]!,
    end: list.ends[i]!,
    folded: foldWord(text.slice(list.starts[i], list.ends[i])),
    gap: list.gaps[i]!,
  }));
}

/** Tries every term at every word. */
function naiveScan(text: string, terms: readonly string[]): Found[] {
  const words = wordsOf(text);
  const needles = terms.map((term) => ({ term, words: wordsOf(term) }));
  return words.flatMap(({ start }, first) =>
    needles
      .filter(({ words: needle }) =>
        needle.every(({ folded, gap }, i) => {
          const word = words[first + i];
          return word?.folded === folded && (i === 0 || word.gap === gap);
        }),
      )
      .map(({ term, words: needle }) => ({ start, end: words[first + needle.length - 1]!.end, term })),
  );
}

function sorted(found: readonly Found[]): Found[] {
  return [...found].sort((a, b) => a.start - b.start || a.end - b.end || Number(a.term > b.term));
}

const word = fc.constantFrom(
  "gene",
  "Génome",
  "bank",
  "B",
  "who",
  "中文",
  "x-y",
  "a\u200bb",
  "18F",
  "toniguti",
  "duribuga",
);
const gap = fc.constantFrom(" ", " ", " ", "-", ", ", ". ", "; ", "\n", "\n\n", "\u200b ", "  ", "🧬");
const phrase = fc
  .array(fc.tuple(word, gap), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map(([w, g], i) => (i === parts.length - 1 ? w : w + g)).join(""));
const prose = fc.array(fc.tuple(word, gap), { maxLength: 60 }).map((parts) => parts.flat().join(""));

describe("scanning for terms", () => {
  it("finds what trying every term at every word finds", () => {
    fc.assert(
      fc.property(fc.uniqueArray(phrase, { minLength: 1, maxLength: 12, selector: keyOf }), prose, (terms, text) => {
        assert.deepEqual(sorted(scan(text, terms)), sorted(naiveScan(text, terms)));
      }),
      { numRuns: 1500 },
    );
  });

  it("finds the same wherever the windows of a long text part it", () => {
    const terms = ["gene bank", "bank", "gene bank of the north", "of"];
    fc.assert(
      fc.property(fc.integer({ min: 16_340, max: 16_400 }), fc.boolean(), (length, isOneWord) => {
        const filler = isOneWord ? `${"y".repeat(length)} ` : "zz ".repeat(length / 3) + "z".repeat(length % 3);
        const text = `${filler}gene bank of the north, ${filler}gene bank of the south`;
        assert.deepEqual(sorted(scan(text, terms)), sorted(naiveScan(text, terms)));
      }),
      { numRuns: 120 },
    );
  });

  it("never takes one word for another that has the same hash", () => {
    const [one, other] = ["toniguti", "duribuga"] as const;
    assert.equal(hashFolded(one), hashFolded(other));
    assert.deepEqual(scan(other, [one]), []);
    assert.deepEqual(scan(`a ${other} x`, [`a ${one}`, `a ${one} x`]), []);
    const both = [one, other, `${one} ${other}`];
    assert.deepEqual(sorted(scan(`${one} ${other} ${one}`, both)), sorted(naiveScan(`${one} ${other} ${one}`, both)));
  });

  it("joins paths that go on alike without joining their meanings", () => {
    const terms = ["health data act", "health data law", "gene data act", "gene data law", "data act"];
    const text = terms.join("; ");
    assert.deepEqual(sorted(scan(text, terms)), sorted(naiveScan(text, terms)));
    assert.ok(indexOf(terms).edgeSymbols.length < terms.flatMap((term) => term.split(" ")).length);
  });

  it("takes time linear in texts made to be slow", () => {
    const terms = ["a a a a a a a a b", "a", "the gene bank"];
    for (const text of ["a ".repeat(200_000), "x".repeat(1_000_000), "the gene ".repeat(50_000), "(".repeat(300_000)]) {
      const found = scan(text, terms);
      assert.equal(found.length, text.startsWith("a ") ? 200_000 : 0);
    }
  });
});

function keyOf(term: string): string {
  return JSON.stringify(wordsOf(term).map(({ folded, gap: before }, i) => [folded, i === 0 ? 0 : before]));
}

describe("a stored index", () => {
  it("is read back as it was written", () => {
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 30 }), (terms) => {
        const index = indexOf(terms);
        assert.deepEqual(decodeIndex(encodeIndex(index)), index);
      }),
    );
  });

  it("is refused where it is cut short, of another version or not an index at all", () => {
    const bytes = encodeIndex(indexOf(["gene bank", "health data"]));
    for (let length = 0; length < bytes.length; length++) {
      assert.throws(() => decodeIndex(bytes.subarray(0, length)), RangeError);
    }
    assert.throws(() => decodeIndex(Uint8Array.of(99, ...bytes.subarray(1))), RangeError);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        try {
          decodeIndex(noise);
        } catch (error) {
          assert.ok(error instanceof RangeError, String(error));
        }
      }),
    );
  });
});
