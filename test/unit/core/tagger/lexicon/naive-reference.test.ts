import assert from "node:assert/strict";
import fc from "fast-check";
import { TermMatches, TermScanner } from "../../../../../src/core/tagger/lexicon/term-scanner";
import { Lexicon } from "../../../../../src/core/taxonomy/lexicon/lexicon";
import { decodeIndex, encodeIndex } from "../../../../../src/core/taxonomy/lexicon/lexicon-codec";
import { minimize } from "../../../../../src/core/taxonomy/lexicon/lexicon-index";
import { TermTrie } from "../../../../../src/core/taxonomy/lexicon/term-trie";
import { formsOf } from "../../../../../src/core/taxonomy/forms/word-forms";
import { lexicalTerm } from "../../../support/lexical-term";

// The reference shares no code with the product: it reads words by regular expressions and tries every way to write every
// term at every word.

interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  /** What stands before it. */
  readonly gap: "soft" | "comma" | "full stop" | "hard";
}

const IGNORED = /[\u0300-\u036f\u200b]/gu;

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}](?:[\u0300-\u036f\u200b]*[\p{L}\p{N}])*/gu)) {
    const start = match.index;
    const gap = gapOf(text.slice(end, start).replace(IGNORED, ""));
    end = start + match[0].length;
    words.push({ start, end, folded: match[0].normalize("NFD").replace(IGNORED, "").toLowerCase(), gap });
  }
  return words;
}

function gapOf(between: string): Word["gap"] {
  if ((between.match(/\r\n|\r|\n/gu) ?? []).length > 1) return "hard";
  const rest = between.replace(/[\s'’/_–-]/gu, "");
  if (rest === "") return "soft";
  if (/^,+$/u.test(rest)) return "comma";
  return /^[,.]+$/u.test(rest) ? "full stop" : "hard";
}

const SOFT_GAP = "[ '’/_\\u200b–-]*(?:\\r\\n|\\n)?[ '’/_\\u200b–-]*";

/** Ways to write the same, in any direction. */
const VARIANTS: readonly (readonly string[])[] = [
  ["organisation", "organization"],
  ["centre", "center"],
  ["tumour", "tumor"],
  ["biobank", "bio bank"],
  ["healthcare", "health care"],
];

/** A term in all the ways in which texts may write it. */
function writtenOf(term: string): string[] {
  return VARIANTS.reduce<string[]>(
    (written, family) => {
      const one = new RegExp(
        `(?<![\\p{L}\\p{N}])(?:${family.join("|").replaceAll(" ", SOFT_GAP)})(?![\\p{L}\\p{N}])`,
        "giu",
      );
      return written.flatMap((text) => alternatives(text, one, family));
    },
    [term],
  );
}

/** A text with each match of an expression replaced by each of the replacements. */
function alternatives(text: string, expression: RegExp, replacements: readonly string[]): string[] {
  const parts = text.split(expression);
  return parts
    .slice(1)
    .reduce<string[]>(
      (heads, part) => heads.flatMap((head) => replacements.map((by) => head + by + part)),
      [parts[0]!],
    );
}

/** The spans of all terms at all words; whoever wants the longest from the left can take it from these. */
function referenceSpans(terms: readonly string[], text: string): string[] {
  const words = wordsOf(text);
  const needles = terms.flatMap(writtenOf).map(wordsOf);
  const found = words.flatMap(({ start }, first) =>
    needles
      .filter((needle) =>
        needle.every(({ folded, gap }, i) => {
          const word = words[first + i];
          return word?.folded === folded && (i === 0 || word.gap === gap);
        }),
      )
      .map((needle) => `${start}-${words[first + needle.length - 1]!.end}`),
  );
  return [...new Set(found)].sort();
}

/** What the product finds, through an index that was stored. */
function productSpans(terms: readonly string[], text: string): string[] {
  const trie = new TermTrie();
  for (const term of terms) trie.add(formsOf(term, { case: "any", isName: true, plural: false }));
  const index = decodeIndex(encodeIndex(minimize(trie)));
  const matches = new TermMatches();
  new TermScanner(new Lexicon(index, terms.map(lexicalTerm))).scan(text, matches);
  const found = Array.from({ length: matches.count }, (_, i) => `${matches.startOf(i)}-${matches.endOf(i)}`);
  return [...new Set(found)].sort();
}

// Few words, so that terms begin alike and texts hold them; the last two have one hash.
const word = fc.constantFrom(
  ...["gene", "GENE", "bank", "bio", "biobank", "bio-bank", "health", "care", "Healthcare", "of", "the"],
  ...["organisation", "Organization", "centre", "center", "tumor", "Tumour", "act", "H5N1", "2030"],
  ...[
    "Santé",
    "sante\u0301",
    "SANTE",
    "ge\u200bne",
    "interoperability",
    "Interoperabilities",
    "electronic",
    "sequencing",
  ],
  ...["λόγος", "Закон", "健康", "toniguti", "duribuga"],
);
const gap = fc.constantFrom(
  ...[" ", " ", " ", " ", "-", "’", "/", "  ", "\n", "\r\n", " \n ", "\u200b "],
  ...[",", ", ", ".", ". ", "|", "\n\n", "; ", " (", "🧬"],
);

function written(words: { minLength: number; maxLength: number }): fc.Arbitrary<string> {
  return fc.array(fc.tuple(word, gap), words).map((parts) => parts.flat().slice(0, -1).join(""));
}

describe("scanning for terms, held to a naive reference", () => {
  it("finds at every word every term that stands there, however it is written", () => {
    const terms = fc.array(written({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(terms, written({ minLength: 1, maxLength: 60 }), (list, text) => {
        assert.deepEqual(productSpans(list, text), referenceSpans(list, text));
      }),
      { numRuns: 1500 },
    );
  });

  it("finds terms that begin alike at each of their ends", () => {
    const list = [
      "health",
      "health care",
      "health-care centre",
      "healthcare center of the gene bank",
      "centre of the gene",
    ];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...list), gap), { minLength: 1, maxLength: 20 }), (parts) => {
        const text = parts.flat().join("");
        const found = productSpans(list, text);
        assert.deepEqual(found, referenceSpans(list, text));
        assert.ok(found.length > 0);
      }),
      { numRuns: 300 },
    );
  });
});
