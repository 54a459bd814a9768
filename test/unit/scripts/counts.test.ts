import assert from "node:assert/strict";
import { loadScript } from "./load-script";

interface CountsModule {
  RESULT_MARK: string;
  parseResult(line: string): unknown;
  parseMochaSummary(output: string): unknown;
}

describe("reading what test runners report", () => {
  let counts: CountsModule;

  before(async () => {
    counts = await loadScript<CountsModule>("lib/counts.mjs");
  });

  it("finds the counts of a green mocha run, pending tests aside", () => {
    const output = "  a suite\n    ✔ does it\n\n\n  12 passing (2s)\n  1 pending\n";
    assert.deepEqual(counts.parseMochaSummary(output), { passed: 12, failed: 0, failures: [] });
  });

  it("finds the counts and the reasons of a red mocha run", () => {
    const output = "\n\n  3 passing (40ms)\n  1 failing\n\n  1) a suite\n       does it:\n     Error: no\n";
    assert.deepEqual(counts.parseMochaSummary(output), {
      passed: 3,
      failed: 1,
      failures: [{ title: "", message: "1) a suite\n       does it:\n     Error: no" }],
    });
  });

  it("is not misled by test titles that read like a summary", () => {
    const output = "  a suite\n    ✔ says 7 passing\n\n  1 passing (2ms)\n";
    assert.deepEqual(counts.parseMochaSummary(output), { passed: 1, failed: 0, failures: [] });
  });

  it("knows that a run which stopped early has no counts", () => {
    assert.equal(counts.parseMochaSummary("SyntaxError: unexpected token"), undefined);
  });

  it("reads the result line of the integration suite", () => {
    const result = { passed: 2, failed: 1, failures: [{ title: "a", message: "b" }] };
    assert.deepEqual(counts.parseResult(counts.RESULT_MARK + JSON.stringify(result)), result);
  });

  it("takes no other line for a result", () => {
    for (const line of ["", "passed", `${counts.RESULT_MARK}{`, `${counts.RESULT_MARK}{"passed":"2"}`])
      assert.equal(counts.parseResult(line), undefined);
  });
});
