import assert from "node:assert/strict";
import { type Goal, GOAL_ROWS, verdictOn } from "../../../bench/goals";
import { ROWS } from "../../../bench/rows";
import { type MachineFacts, performancePage } from "../../../bench/support/page";
import { formatLine, lineOf } from "../../../bench/support/report";

const FACTS: MachineFacts = {
  date: "2024-05-06",
  processor: "Abacus 9",
  cores: 3,
  memoryGigabytes: 7,
  system: "linux x64",
  node: "v20.1.0",
  load: 0.25,
};
const FIGURE = { value: 305.4, unit: "MB/s" } as const;

describe("goals of the benchmarks", () => {
  const goal: Goal = { measure: "m", better: "higher", unit: "×", minimum: 2, target: 3, stretch: 4 };

  it("judge how far a value came", () => {
    const verdicts = [1.9, 2, 3.5, 4].map((value) => verdictOn(goal, value));
    assert.deepEqual(verdicts, ["missed", "held", "target reached", "stretch reached"]);
  });

  it("know when less is better", () => {
    const less: Goal = { measure: "m", better: "lower", unit: "×", minimum: 2, target: 1.2 };
    assert.deepEqual(
      [2.1, 2, 1.2].map((value) => verdictOn(less, value)),
      ["missed", "held", "target reached"],
    );
  });

  it("grow stricter from minimum to target to stretch", () => {
    for (const { row, goals } of GOAL_ROWS) {
      for (const { better, minimum, target = minimum, stretch = target } of goals) {
        const rising = minimum <= target && target <= stretch;
        assert.ok(better === "higher" ? rising : minimum >= target && target >= stretch, row);
      }
    }
  });

  it("have a row to measure each of them", () => {
    const ids = ROWS.map(({ id }) => id);
    assert.deepEqual(new Set(ids).size, ids.length);
    for (const { row } of GOAL_ROWS) assert.ok(ids.includes(row), row);
  });
});

describe("a line of the benchmarks", () => {
  it("names the goal it answers and the verdict", () => {
    const line = lineOf("2", { measure: "10k terms", value: 17, ours: FIGURE });
    assert.deepEqual(line, {
      row: "2",
      measure: "10k terms",
      value: 17,
      ours: FIGURE,
      minimum: 10,
      target: 16,
      stretch: 20,
      verdict: "target reached",
    });
  });

  it("is one line of JSON with four digits a number", () => {
    const line = formatLine(lineOf("x", { measure: "m", value: 1.23456789, details: { bytes: 1000470 } }));
    assert.equal(line, '{"row":"x","measure":"m","value":1.235,"details":{"bytes":1000470}}');
  });
});

describe("the page of the benchmarks", () => {
  const lines = [
    lineOf("2", {
      measure: "10k terms",
      value: 17.04,
      ours: FIGURE,
      peer: { name: "RegExp", value: 15.8, unit: "MB/s" },
    }),
    lineOf("3", { measure: "10k terms", value: 20, ours: FIGURE }),
    lineOf("5", { skipped: "needs a Rust toolchain" }),
    lineOf("18", { skipped: "held by unit tests" }),
    lineOf("product", { measure: "a|b", ours: { value: 1234.5, unit: "ms" } }),
  ];
  const page = performancePage(lines, FACTS, { "wink-nlp": "2.4.0" });
  const cells = page.split("\n").flatMap((line) => (line.startsWith("|") ? [cellsOf(line)] : []));
  const rowOf = (measure: string, after: string) => {
    const from = cells.findIndex(([row]) => row === after);
    return cells.slice(from).find((row) => row.includes(measure))!;
  };

  it("shows goal, result, verdict and absolute figures of what was measured", () => {
    const shown = rowOf("10k terms", "2").slice(2);
    assert.deepEqual(shown, [
      "10k terms",
      "≥ 10×",
      "≥ 16×",
      "≥ 20×",
      "17×",
      "target reached",
      "305 MB/s",
      "RegExp: 15.8 MB/s",
    ]);
  });

  it("marks what is missed", () => {
    assert.equal(rowOf("10k terms", "3")[7], "**missed**");
    assert.match(page, /Of 2 goals measured, \*\*1 are held and 1 missed\*\*; 1 reach their target\./);
  });

  it("says why a row has no result, and shows every goal all the same", () => {
    assert.equal(rowOf("1k terms", "5")[7], "not measured: needs a Rust toolchain");
    assert.equal(rowOf("median", "11")[7], "not measured: the row gave no result");
    assert.ok(page.includes("held by unit tests"));
    for (const { title } of GOAL_ROWS) assert.ok(page.includes(title), title);
  });

  it("shows figures without a goal apart, and keeps bars out of the columns", () => {
    assert.ok(page.includes("| product | a\\|b |  | 1,230 ms |  |"), page);
  });

  it("tells what the figures depend on", () => {
    for (const fact of ["2024-05-06", "Abacus 9, 3 cores", "7 GB", "linux x64", "v20.1.0", "0.25", "wink-nlp 2.4.0"]) {
      assert.ok(page.includes(fact), fact);
    }
  });
});

function cellsOf(row: string): string[] {
  return row
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}
