import assert from "node:assert/strict";
import fc from "fast-check";
import Papa from "papaparse";
import { csvCell, csvText } from "../../../../src/core";

describe("CSV", () => {
  it("keeps texts that spreadsheets would run as formulas texts, and numbers numbers", () => {
    for (const [cell, written] of [
      ["=1+1", "'=1+1"],
      ["@SUM(A1)", "'@SUM(A1)"],
      ["-2", "'-2"],
      ["'=1", "''=1"],
      ["\uff1d1", "'\uff1d1"],
      [-2.5, "-2.5"],
      ["two, three", '"two, three"'],
      ['say "no"', '"say ""no"""'],
      ["=a,b", `"'=a,b"`],
    ] as const)
      assert.equal(csvCell(cell), written);
  });

  it("writes what others read again", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", " ", "é") });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const { data } = Papa.parse<string[]>(csvText(rows), { newline: "\r\n" });
        const read = data.slice(0, -1).map((row) => row.map((each) => each.replace(/^'(?=[\r\n])/, "")));
        assert.deepEqual(read, rows);
      }),
    );
  });
});
