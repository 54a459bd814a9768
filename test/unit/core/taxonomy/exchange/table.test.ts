import assert from "node:assert/strict";
import fc from "fast-check";
import Papa from "papaparse";
import { exportTaxonomy } from "../../../../../src/core/taxonomy/exchange";
import { ExchangeReport } from "../../../../../src/core/taxonomy/exchange/exchange-report";
import { readRows, writeRows } from "../../../../../src/core/taxonomy/exchange/table-rows";
import { CLASSES, codesOf, imported, packOf, read } from "./support";

describe("tables", () => {
  it("give back every cell, and hold none that a spreadsheet would run", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("=1+1", "'=x", "''@y", "\tz", "\r\n-a", "+b", "'plain", "＝c", 'q"r', "a;b,c"),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), fc.constantFrom(",", "\t"), (cells, delimiter) => {
        const rows = cells.map(([a, b]) => ({ a, b }));
        const text = writeRows(["a", "b"], rows, delimiter);
        const back = readRows(text, delimiter, new ExchangeReport("t"))!;
        const kept = rows.filter(({ a, b }) => a.trim() !== "" || b.trim() !== "");
        assert.deepEqual(
          back.rows.map((row) => row.cells),
          kept.map(({ a, b }) => [a, b]),
        );
        for (const raw of Papa.parse<string[]>(text, { delimiter }).data.flat())
          assert.doesNotMatch(raw, /^[=+\-@\t\r\n＝]/);
      }),
    );
  });

  it("have one row for each name, which people can sort and filter", () => {
    const pack = packOf(
      "id: p\ntitle: P\nversion: 1.0.0\nlanguage: en\nentities:\n  - { id: a, class: actor.state, label: =Alpha, terms: [AA, { text: A, near: [x, y|z] }], links: { iso3166: AA } }\n",
    );
    const { text } = exportTaxonomy([pack], "csv", CLASSES);
    assert.deepEqual(text.split("\n"), [
      "pack,kind,id,class,label,term,definition,broader,links,case,plural,near,notNear",
      "p,entity,a,actor.state,'=Alpha,,,,iso3166:AA,,,,",
      "p,entity,a,actor.state,'=Alpha,AA,,,,,,,",
      "p,entity,a,actor.state,'=Alpha,A,,,,,,x | y\\|z,",
      "",
    ]);
  });

  it("of others are read by their own column names, with semicolons and a mark of byte order", () => {
    const source =
      "\ufeffName;Synonyms;Type;Parent;Colour\r\nBGI Group;BGI | Beijing Genomics Institute;Company;;red\r\n\r\nBGI Research;;actor.company;bgi-group;\r\n";
    const result = read(source, "csv");
    assert.deepEqual(codesOf(result), ["exchange.unknown-column 1"]);
    const [group, research] = packOf(result.source!).entities;
    assert.deepEqual(
      [group!.id, group!.class, group!.terms.map(({ text }) => text)],
      ["bgi-group", "actor.company", ["BGI Group", "BGI", "Beijing Genomics Institute"]],
    );
    assert.deepEqual([research!.class, research!.broader], ["actor.company", "bgi-group"]);
  });

  it("name the line of a row, also after cells of several lines", () => {
    const source = 'label,class,definition\nAlpha,actor.state,"one\ntwo"\nBeta,,x\n';
    assert.deepEqual(codesOf(read(source, "csv")), ["exchange.no-class 4"]);
  });

  it("without the columns needed are refused", () => {
    assert.deepEqual(codesOf(read("a,b\n1,2\n", "csv")), ["exchange.columns 1"]);
    assert.deepEqual(codesOf(read("", "csv")), ["exchange.table 1"]);
    assert.deepEqual(codesOf(read('label\n"open\n', "csv")), ["exchange.table 2"]);
  });

  it("make generic terms of rows with terms alone", () => {
    const source = "term\tclass\tplural\nvendor lock-in\tsovereignty.control\tfalse\n";
    assert.deepEqual(
      imported(source, "tsv").terms.map(({ class: classId, term }) => [classId, term.text, term.plural]),
      [["sovereignty.control", "vendor lock-in", false]],
    );
  });
});
