import assert from "node:assert/strict";
import fc from "fast-check";
import { matrixCells, radiusOf } from "../../../../src/webview/insight/matrix";
import type { Texts } from "../../../../src/webview/insight/messages";
import {
  cooccurrenceTable,
  dispersionTable,
  frequencyTable,
  timelineTable,
} from "../../../../src/webview/insight/tables";
import { item, sections, symmetric } from "./section";

const TEXTS = {
  item: "Item",
  facet: "Facet",
  mentions: "Mentions",
  documents: "Documents",
  document: "Document",
  position: "Position",
  period: "Period",
  firstOfPair: "First",
  secondOfPair: "Second",
  together: "Together",
  pair: "{0} · {1}",
  facets: { actor: "Actors", infrastructure: "Infrastructure", sovereignty: "Sovereignty" },
  measures: { count: "Count", pmi: "PMI", "log-likelihood": "LL" },
} as Texts;

describe("the matrix of co-occurrence", () => {
  it("has each pair on both sides of its diagonal, row by row", () => {
    fc.assert(
      fc.property(sections, (section) => {
        const cells = matrixCells(section);
        assert.equal(cells.length, 2 * section.pairs.length);
        const order = cells.map(({ row, column }) => row * 100 + column);
        assert.deepEqual(
          order,
          [...order].sort((a, b) => a - b),
        );
      }),
    );
  });

  it("draws a larger value larger, and the smallest so that it can be hit", () => {
    assert.ok(radiusOf(1, 100) >= 2);
    assert.ok(radiusOf(50, 100) < radiusOf(100, 100));
    assert.equal(radiusOf(-100, 100), radiusOf(100, 100));
  });
});

describe("the tables behind the plots", () => {
  it("have a row and a target for each mark", () => {
    const { columns, rows, targets } = frequencyTable({ rows: [item("a")], more: 0 }, TEXTS);
    assert.deepEqual(columns, ["Item", "Facet", "Mentions", "Documents"]);
    assert.deepEqual(rows, [["A", "Actors", 3, 1]]);
    assert.deepEqual(targets, [{ kind: "passages", query: { title: "A", key: "a" } }]);
  });

  it("list each pair once, the strongest first, with its value where that is not the count", () => {
    const section = symmetric(
      ["a", "b", "c"],
      [
        [0, 1, 1],
        [0, 2, 3],
      ],
    );
    const choice = { window: "sentence" } as const;
    const counted = cooccurrenceTable(section, { ...choice, measure: "count" }, TEXTS);
    assert.deepEqual(counted.rows, [
      ["A", "C", 3],
      ["A", "B", 1],
    ]);
    const measured = cooccurrenceTable(section, { ...choice, measure: "pmi" }, TEXTS);
    assert.deepEqual(measured.columns.at(-1), "PMI");
    assert.deepEqual(measured.rows[0], ["A", "C", 3, 3]);
    assert.deepEqual(measured.targets[0], {
      kind: "passages",
      query: { title: "A · C", key: "a", together: "c", window: "sentence" },
    });
  });

  it("list places by document, and facets by period", () => {
    const place = { start: 4, end: 9, at: 0.123456, mentions: 2 };
    const { key, label, facet } = item("a");
    const documents = [{ path: "a.md", mentions: 2, places: [place] }];
    const dispersion = dispersionTable({ item: { key, label, facet }, choices: [], documents, more: 0 }, TEXTS);
    assert.deepEqual(dispersion.rows, [["a.md", 0.123, 2]]);
    assert.deepEqual(dispersion.targets, [{ kind: "reveal", path: "a.md", start: 4, end: 9 }]);
    const count = { period: "2024", facet: "actor", mentions: 2, documents: 1 } as const;
    const timeline = timelineTable({ periods: ["2024"], rows: [count], undated: 0 }, TEXTS);
    assert.deepEqual(timeline.rows, [["2024", "Actors", 2, 1]]);
    assert.deepEqual(timeline.targets, [
      { kind: "passages", query: { title: "2024 · Actors", period: "2024", facet: "actor" } },
    ]);
  });
});
