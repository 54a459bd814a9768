import assert from "node:assert/strict";
import fc from "fast-check";
import { countEntities, dispersion, griesDP, juillandD, wordCount } from "../../../../src/core";
import { corpora, documentOf } from "../../support/corpus-documents";

describe("dispersion", () => {
  // Gries (2008), section 2: fifty words in five parts, one of them fifteen times.
  const parts = [9, 10, 10, 10, 11].map((words, index) => ({ words, mentions: index + 1 }));

  it("is what Gries computes for his example", () => {
    assert.equal(griesDP(parts)!.toFixed(2), "0.18");
    assert.equal(juillandD(parts)!.toFixed(3), "0.785");
  });

  it("is 0 and 1 where the spread is as even and as uneven as can be", () => {
    const even = [10, 20].map((words) => ({ words, mentions: words / 10 }));
    assert.equal(griesDP(even), 0);
    assert.equal(juillandD(even), 1);
    assert.equal(juillandD([10, 10, 10].map((words, index) => ({ words, mentions: index === 0 ? 4 : 0 }))), 0);
  });

  it("is not defined where nothing is mentioned or there is nothing to compare", () => {
    assert.equal(griesDP([{ words: 10, mentions: 0 }]), undefined);
    assert.equal(juillandD([{ words: 10, mentions: 0 }]), undefined);
    assert.equal(juillandD([{ words: 10, mentions: 3 }]), undefined);
  });

  it("says where in each document an entity or class is mentioned", () => {
    const documents = [documentOf("a.md", "Kenya, then China. Kenya"), documentOf("b.md", "Nothing.")];
    const { mentions, documents: rows } = dispersion(documents, "kenya");
    assert.equal(mentions, 2);
    assert.deepEqual(
      rows.map(({ path, words, positions }) => [path, words, positions]),
      [
        ["a.md", 4, [0, 19 / 24]],
        ["b.md", 1, []],
      ],
    );
    assert.deepEqual(rows[0]!.spans, [
      { start: 0, end: 5 },
      { start: 19, end: 24 },
    ]);
    assert.equal(dispersion(documents, "actor.state").mentions, 3);
  });

  it("agrees with the counts and stays between 0 and 1, in any corpus", () => {
    fc.assert(
      fc.property(corpora, (corpus) => {
        for (const { key, mentions } of countEntities(corpus)) {
          const spread = dispersion(corpus, key);
          assert.equal(spread.mentions, mentions);
          for (const figure of [spread.griesDP ?? 0, spread.juillandD ?? 0])
            assert.ok(figure > -1e-9 && figure < 1 + 1e-9);
          for (const { positions } of spread.documents) assert.ok(positions.every((at) => at >= 0 && at < 1));
        }
      }),
    );
  });
});

describe("words of a document", () => {
  it("are those of its prose", () => {
    assert.equal(wordCount(documentOf("a.md", "# The *state's* data\n\nNon-state actors `in code` 2024.\n")), 6);
  });
});
