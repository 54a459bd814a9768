import assert from "node:assert/strict";
import fc from "fast-check";
import { timeline } from "../../../../src/core";
import { corpora, documentOf } from "../../support/corpus-documents";

describe("a timeline", () => {
  const documents = [
    documentOf("2024-02-brief.md", "China and consent"),
    documentOf("a.md", "---\ndate: 2023-12-24\n---\nKenya"),
    documentOf("b.md", "---\ndate: 2024\n---\nKenya"),
    documentOf("c.md", "Kenya"),
  ];

  it("counts by month, with the months between that have nothing", () => {
    const { periods, undated } = timeline(documents, { by: "month" });
    assert.deepEqual(
      periods.map(({ period, documents: inPeriod, mentions }) => [period, inPeriod, mentions]),
      [
        ["2023-12", 1, 1],
        ["2024-01", 0, 0],
        ["2024-02", 1, 2],
      ],
    );
    assert.deepEqual(periods[2]!.facets, { actor: 1, infrastructure: 0, sovereignty: 1 });
    assert.deepEqual(undated, ["b.md", "c.md"]);
  });

  it("counts by year, and one entity or class alone", () => {
    const mentionsOf = (key?: string) =>
      timeline(documents, { by: "year", ...(key === undefined ? {} : { key }) }).periods.map(
        ({ mentions }) => mentions,
      );
    assert.deepEqual(mentionsOf(), [1, 3]);
    assert.deepEqual(mentionsOf("kenya"), [1, 1]);
    assert.deepEqual(mentionsOf("sovereignty.control"), [0, 1]);
  });

  it("has every document once, and the mentions of the dated ones, in any corpus", () => {
    fc.assert(
      fc.property(corpora, fc.constantFrom("month", "year"), (corpus, by) => {
        const { periods, undated } = timeline(corpus, { by });
        const paths = periods.flatMap((period) => period.paths);
        assert.deepEqual([...paths, ...undated].sort(), corpus.map(({ path }) => path).sort());
        for (const period of periods) {
          const inPeriod = corpus.filter(({ path }) => period.paths.includes(path));
          assert.equal(
            period.mentions,
            inPeriod.reduce((all, { mentions }) => all + mentions.length, 0),
          );
        }
        assert.deepEqual(
          [...periods].sort((a, b) => (a.period < b.period ? -1 : 1)),
          periods,
        );
      }),
    );
  });
});
