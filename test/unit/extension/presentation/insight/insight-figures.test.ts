import assert from "node:assert/strict";
import fc from "fast-check";
import type { CorpusDocument } from "../../../../../src/core";
import { InsightFigures } from "../../../../../src/extension/presentation/insight/insight-figures";
import { passagesOf } from "../../../../../src/extension/presentation/insight/insight-passages";
import {
  DEFAULT_OPTIONS,
  MEASURES,
  PAIRINGS,
  UNITS,
  WINDOWS,
  type InsightOptions,
} from "../../../../../src/webview/insight/messages";
import { corpora, documentOf } from "../../../support/corpus-documents";

const LABELS = { entities: new Map(), classes: new Map() };
const ALL: InsightOptions = { ...DEFAULT_OPTIONS, items: "all" };

function insightOf(documents: readonly CorpusDocument[], options: Partial<InsightOptions> = {}) {
  return new InsightFigures(documents, LABELS).insight({ ...ALL, ...options }, () => Promise.resolve());
}

const options = fc.record({
  unit: fc.constantFrom(...UNITS),
  pairing: fc.constantFrom(...PAIRINGS),
  window: fc.constantFrom(...WINDOWS),
  measure: fc.constantFrom(...MEASURES),
});

describe("the figures of Insight", () => {
  const documents = [
    documentOf("2024-01.md", "China met Kenya. China has a biobank.\n\nKenya asks for consent."),
    documentOf("2024-03.md", "China left."),
  ];

  it("sum up the documents, and count entities and classes", async () => {
    const { summary, frequency } = await insightOf(documents);
    assert.deepEqual(summary, { documents: 2, mentions: 7, entities: 4 });
    assert.deepEqual(
      frequency.rows.map(({ label, mentions, documents: inDocuments }) => [label, mentions, inDocuments]),
      [
        ["China", 3, 2],
        ["Kenya", 2, 1],
        ["biobank", 1, 1],
        ["consent", 1, 1],
      ],
    );
  });

  it("say how many items are beyond the limit, and leave generic terms out where asked", async () => {
    const { frequency } = await insightOf(documents, { limit: 1 });
    assert.deepEqual([frequency.rows.length, frequency.more], [1, 3]);
    const named = await insightOf(documents, { items: "entities" });
    assert.deepEqual(
      named.frequency.rows.map(({ key }) => key),
      ["china", "kenya"],
    );
    assert.equal(named.summary.entities, 4);
  });

  it("count by month where the documents tell it, and leave empty months in", async () => {
    const { timeline } = await insightOf([...documents, documentOf("note.md", "Kenya.")]);
    assert.deepEqual(timeline?.periods, ["2024-01", "2024-02", "2024-03"]);
    assert.equal(timeline.undated, 1);
    assert.equal((await insightOf([documentOf("note.md", "Kenya.")])).timeline, undefined);
  });

  it("count by year where a document tells the year only, and over long times", async () => {
    const yearOnly = documentOf("a.md", "---\ndate: 2023\n---\n\nKenya.");
    assert.deepEqual((await insightOf([...documents, yearOnly])).timeline?.periods, ["2023", "2024"]);
    const far = documentOf("2020-01.md", "Kenya.");
    assert.equal((await insightOf([...documents, far])).timeline?.periods[0], "2020");
  });

  it("join mentions that stand too close to be told apart", async () => {
    const { dispersion } = await insightOf([documentOf("a.md", `China China ${"word ".repeat(2000)} China`)]);
    assert.equal(dispersion?.item.key, "china");
    assert.deepEqual(
      dispersion.documents[0]!.places.map(({ mentions, start }) => [mentions, start]),
      [
        [2, 0],
        [1, 10_013],
      ],
    );
  });

  it("make log-likelihood negative where two avoid each other", async () => {
    const apart = [documentOf("a.md", `China met Kenya. ${"China left. Kenya left. ".repeat(9)}`)];
    const { cooccurrence } = await insightOf(apart, { window: "sentence", measure: "log-likelihood" });
    assert.ok(cooccurrence.pairs[0]!.value < 0);
  });

  it("name every pair once, between items that are there", async () => {
    await fc.assert(
      fc.asyncProperty(corpora, options, async (corpus, chosen) => {
        const { rows, columns, pairs, isSymmetric } = (await insightOf(corpus, chosen)).cooccurrence;
        const cells = new Set(pairs.map(({ row, column }) => `${row} ${column}`));
        assert.equal(cells.size, pairs.length);
        for (const { row, column, count, value } of pairs) {
          assert.ok(rows[row] !== undefined && columns[column] !== undefined);
          assert.ok(!isSymmetric || row < column);
          assert.ok(count > 0 && Number.isFinite(value));
        }
      }),
    );
  });

  it("are those of the passages that the marks lead to", async () => {
    await fc.assert(
      fc.asyncProperty(corpora, options, async (corpus, chosen) => {
        const { frequency, dispersion, timeline } = await insightOf(corpus, { ...chosen, limit: 80 });
        const found = (query: object) => passagesOf(corpus, { title: "", ...query }).length;
        for (const { key, mentions } of frequency.rows) assert.equal(found({ key }), mentions);
        for (const { period, facet, mentions } of timeline?.rows ?? [])
          assert.equal(found({ period, facet }), mentions);
        const dispersed = dispersion?.documents.flatMap(({ places }) => places) ?? [];
        assert.equal(
          dispersed.reduce((sum, { mentions }) => sum + mentions, 0),
          dispersion === undefined ? 0 : found({ key: dispersion.item.key }),
        );
      }),
    );
  });
});
