import assert from "node:assert/strict";
import fc from "fast-check";
import { hostileTexts } from "../../../bench/corpus/hostile";
import { beginning, markdownOf, paragraphsOf, plainText, splitParagraphs } from "../../../bench/corpus/prose";
import { chooseTerms } from "../../../bench/corpus/terms";
import { Random } from "../../../bench/support/random";

const SENTENCES = Array.from(
  { length: 40 },
  (_, i) => `Sentence number ${i} speaks of health data and of nothing else.`,
);

describe("the corpus of the benchmarks", () => {
  it("is the same in every run, and another one with another seed", () => {
    const text = (seed: number) => plainText(paragraphsOf(SENTENCES, 10_000, seed));
    assert.equal(text(1), text(1));
    assert.notEqual(text(1), text(2));
  });

  it("has as many bytes as asked for, though the sentences run out", () => {
    const size = Buffer.byteLength(plainText(paragraphsOf(SENTENCES, 20_000, 1)));
    assert.ok(size >= 20_000 - 2 && size < 20_000 + 1_000, String(size));
  });

  it("begins and splits at paragraphs", () => {
    const paragraphs = paragraphsOf(SENTENCES, 5_000, 1);
    const text = plainText(paragraphs);
    assert.deepEqual(splitParagraphs(text), paragraphs);
    assert.deepEqual(splitParagraphs(beginning(text, 1_000)), paragraphs.slice(0, 2));
  });

  it("keeps the words when it marks prose up", () => {
    const markdown = markdownOf(plainText(paragraphsOf(SENTENCES, 5_000, 1)));
    for (const markup of [/^## /m, /\*\*\w/, /\]\(https:/, /^- /m]) assert.match(markdown, markup);
    assert.match(markdown, /Sentence number \d+ \*\*speaks\*\* of health data/);
  });

  it("shuffles without losing or doubling anything", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const byValue = (a: number, b: number) => a - b;
        assert.deepEqual(new Random(seed).shuffled(items).sort(byValue), [...items].sort(byValue));
      }),
    );
  });

  it("makes hostile texts as long as the prose", () => {
    const prose = plainText(paragraphsOf(SENTENCES, 5_000, 1));
    const texts = hostileTexts(prose, ["health", "health data space of the union"]);
    assert.equal(Object.keys(texts).length, 8);
    for (const [name, text] of Object.entries(texts)) {
      assert.ok(Math.abs(text.length - prose.length) <= splitParagraphs(prose).length + 1, name);
    }
    assert.ok(texts["a long term's prefix, again and again"]!.startsWith("health data space of the health data"));
  });
});

describe("the terms of the benchmarks", () => {
  const paragraphs = ["The health board of the health board met.", "A data bank, the health board. Zoonosis."];
  const terms = chooseTerms(
    ["Data Bank", "health-board", "(ICD)"],
    ["data bank", "health board", "moon base"],
    paragraphs,
  );

  it("puts what is frequent in the text first, then what is not in it", () => {
    assert.deepEqual(terms, ["health board", "Data Bank", "moon base"]);
  });

  it("keeps plain words with single spaces only, each once in any case", () => {
    assert.equal(new Set(terms.map((term) => term.toLowerCase())).size, terms.length);
    assert.ok(terms.every((term) => /^[\p{L}\p{N} ]+$/u.test(term)));
  });
});
