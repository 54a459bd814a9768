import assert from "node:assert/strict";
import fc from "fast-check";
import { countClasses, countEntities, loadDefaultTaxonomy } from "../../../../src/core";
import { corpora, documentOf } from "../../support/corpus-documents";

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

describe("counts of a corpus", () => {
  const documents = [
    documentOf("a.md", "China and Kenya share a biobank. A Biobank needs consent. China has a biobank."),
    documentOf("b.md", "China asks for consent."),
  ];

  it("tell how often each entity and generic term is mentioned, and in which documents", () => {
    assert.deepEqual(
      countEntities(documents).map(({ key, label, mentions, byDocument }) => [key, label, mentions, byDocument]),
      [
        [
          "china",
          "China",
          3,
          [
            { path: "a.md", mentions: 2 },
            { path: "b.md", mentions: 1 },
          ],
        ],
        ["infrastructure.data|biobank", "biobank", 3, [{ path: "a.md", mentions: 3 }]],
        [
          "sovereignty.control|consent",
          "consent",
          2,
          [
            { path: "a.md", mentions: 1 },
            { path: "b.md", mentions: 1 },
          ],
        ],
        ["kenya", "Kenya", 1, [{ path: "a.md", mentions: 1 }]],
      ],
    );
  });

  it("tell the same of classes", () => {
    assert.deepEqual(
      countClasses(documents).map(({ key, facet, mentions, documents: inDocuments }) => [
        key,
        facet,
        mentions,
        inDocuments,
      ]),
      [
        ["actor.state", "actor", 4, 2],
        ["infrastructure.data", "infrastructure", 3, 1],
        ["sovereignty.control", "sovereignty", 2, 2],
      ],
    );
  });

  it("take labels from the taxonomy where it has them", () => {
    const names = { Pekin: ["actor.state", "china"], biobank: ["infrastructure.data"] } as const;
    const { entities, classes } = loadDefaultTaxonomy();
    const labels = { entities: new Map([["china", { ...entities.get("china")!, label: "PRC" }]]), classes };
    const corpus = [documentOf("a.md", "Pekin, biobank", names)];
    assert.deepEqual(
      countEntities(corpus, labels)
        .map(({ label }) => label)
        .sort(),
      ["PRC", "biobank"],
    );
    for (const { key, label } of countClasses(corpus, labels)) assert.equal(label, classes.get(key)!.label);
  });

  it("joins the words of a term that is broken over two lines", () => {
    const [document] = [documentOf("a.md", "China")];
    const broken = { ...document.mentions[0]!, text: "Health\n  Data", entity: undefined } as never;
    const [row] = countEntities([{ ...document, mentions: [broken] }]);
    assert.deepEqual([row!.key, row!.label], ["actor.state|health data", "Health Data"]);
  });

  it("count every mention once, in any corpus and in any order of its documents", () => {
    fc.assert(
      fc.property(corpora, (corpus) => {
        const all = sum(corpus.map(({ mentions }) => mentions.length));
        for (const rows of [countEntities(corpus), countClasses(corpus)]) {
          assert.equal(sum(rows.map(({ mentions }) => mentions)), all);
          for (const row of rows) {
            assert.equal(sum(row.byDocument.map(({ mentions }) => mentions)), row.mentions);
            assert.equal(row.byDocument.length, row.documents);
          }
        }
        const shown = (rows: ReturnType<typeof countEntities>) =>
          rows.map(({ key, label, mentions }) => [key, label, mentions]);
        assert.deepEqual(shown(countEntities([...corpus].reverse())), shown(countEntities(corpus)));
      }),
    );
  });
});
