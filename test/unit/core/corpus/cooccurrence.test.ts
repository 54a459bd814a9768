import assert from "node:assert/strict";
import fc from "fast-check";
import { cooccurrence, COOCCURRENCE_WINDOWS, logLikelihoodRatio } from "../../../../src/core";
import { corpora, documentOf } from "../../support/corpus-documents";

describe("co-occurrence", () => {
  // Four sentences: China stands in two of them, Kenya in three, both in two. One would expect 2 × 3 ÷ 4 = 1.5.
  const documents = [
    documentOf("a.md", "China met Kenya. Kenya and China signed, and China paid.\n\nKenya left."),
    documentOf("b.md", "Nobody came."),
  ];

  it("counts the sentences that two entities share, and says what chance would share", () => {
    const { windows, marginals, pairs } = cooccurrence(documents, { window: "sentence", by: "entity" });
    assert.equal(windows, 4);
    assert.deepEqual(
      marginals.map((row) => [row.key, row.windows]),
      [
        ["china", 2],
        ["kenya", 3],
      ],
    );
    const [pair, ...others] = pairs;
    assert.deepEqual(others, []);
    assert.deepEqual([pair!.a, pair!.b, pair!.together, pair!.expected], ["china", "kenya", 2, 1.5]);
    assert.ok(Math.abs(pair!.pmi - Math.log2(4 / 3)) < 1e-12);
    // 2 (2 ln (8/6) + 0 + ln (4/6) + ln (4/2))
    assert.ok(Math.abs(pair!.logLikelihood - 1.726092) < 1e-6);
  });

  it("counts paragraphs and documents", () => {
    const shared = (window: "paragraph" | "document") => {
      const { windows, pairs } = cooccurrence(documents, { window, by: "entity" });
      return [windows, pairs[0]!.together];
    };
    assert.deepEqual(shared("paragraph"), [3, 1]);
    assert.deepEqual(shared("document"), [2, 1]);
  });

  it("pairs classes, leaves rare pairs out, and takes the most frequent keys only where asked", () => {
    const corpus = [documentOf("a.md", "China has a biobank. Kenya has a biobank. Kenya asks for consent.")];
    const pairsOf = (options: { minimum?: number; top?: number }) =>
      cooccurrence(corpus, { window: "sentence", by: "class", ...options }).pairs.map(({ a, b, together }) => [
        a,
        b,
        together,
      ]);
    const frequent = ["actor.state", "infrastructure.data", 2];
    assert.deepEqual(pairsOf({}), [frequent, ["actor.state", "sovereignty.control", 1]]);
    assert.deepEqual(pairsOf({ minimum: 2 }), [frequent]);
    assert.deepEqual(pairsOf({ top: 2 }), [frequent]);
  });

  it("leaves what stands in no passage out of smaller windows", () => {
    const corpus = [documentOf("a.md", "China `Kenya`\n\n```\nKenya\n```\n")];
    const code = { ...corpus[0]!, mentions: corpus[0]!.mentions.slice(-1) };
    const windowsWith = (window: "sentence" | "document") =>
      cooccurrence([code], { window, by: "entity" }).marginals[0]!.windows;
    assert.equal(windowsWith("sentence"), 0);
    assert.equal(windowsWith("document"), 1);
  });

  it("keeps within the bounds of counting, in any corpus", () => {
    fc.assert(
      fc.property(
        corpora,
        fc.constantFrom(...COOCCURRENCE_WINDOWS),
        fc.constantFrom("entity", "class"),
        (corpus, window, by) => {
          const { windows, marginals, pairs } = cooccurrence(corpus, { window, by });
          const alone = new Map(marginals.map((row) => [row.key, row.windows]));
          for (const row of marginals) assert.ok(row.windows <= windows);
          for (const { a, b, together, expected, pmi, logLikelihood } of pairs) {
            assert.ok(a < b && together >= 1);
            assert.ok(together <= Math.min(alone.get(a)!, alone.get(b)!));
            assert.ok(alone.get(a)! + alone.get(b)! - together <= windows);
            assert.equal(Math.sign(together - expected), Math.sign(pmi));
            assert.ok(logLikelihood >= 0 && Number.isFinite(logLikelihood));
          }
        },
      ),
    );
  });
});

describe("the log-likelihood ratio", () => {
  it("is what Dunning gives for pairs of words", () => {
    // Dunning (1993), table 2: "the swiss", "can be", "mineral water".
    assert.equal(logLikelihoodRatio(110, 2442, 111, 29114).toFixed(2), "270.72");
    assert.equal(logLikelihoodRatio(29, 13, 123, 31612).toFixed(2), "263.90");
    assert.equal(logLikelihoodRatio(10, 0, 3, 31764).toFixed(2), "167.23");
  });

  it("is nothing where the two are independent, and the same for both orders", () => {
    assert.equal(logLikelihoodRatio(1, 2, 3, 6), 0);
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.nat(1000), fc.nat(1000), (both, first, second, neither) => {
        const there = logLikelihoodRatio(both, first, second, neither);
        assert.ok(Math.abs(there - logLikelihoodRatio(both, second, first, neither)) < 1e-9 * Math.max(1, there));
      }),
    );
  });
});
