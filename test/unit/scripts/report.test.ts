import assert from "node:assert/strict";
import { loadScript } from "./load-script";

interface Counts {
  passed: number;
  failed: number;
  failures: { title: string; message: string }[];
}

interface Report {
  step(title: string, run: () => Promise<Counts>): Promise<boolean>;
  finish(): boolean;
}

interface ReportModule {
  Report: new (options: { write: (line: string) => void; now: () => number }) => Report;
}

describe("the report of a test run", () => {
  let lines: string[];
  let report: Report;

  beforeEach(async () => {
    const { Report } = await loadScript<ReportModule>("lib/report.mjs");
    lines = [];
    let time = 0;
    report = new Report({ write: (line) => lines.push(line), now: () => (time += 500) });
  });

  const counts = (passed: number, ...reasons: string[]): Promise<Counts> =>
    Promise.resolve({ passed, failed: reasons.length, failures: reasons.map((message) => ({ title: "", message })) });

  it("ends with the sums of all steps, alone on the last line", async () => {
    await report.step("lint", () => counts(1));
    await report.step("unit tests", () => counts(10, "reason one", "reason two"));
    assert.equal(report.finish(), false);
    assert.equal(lines.at(-1), "11 passed, 2 failed");
  });

  it("shows each reason when its step ends", async () => {
    await report.step("unit tests", () => counts(0, "reason one"));
    assert.ok(lines.includes("    reason one"));
  });

  it("counts a step that throws as one failure and goes on", async () => {
    const passed = await report.step("build", () => Promise.reject(new Error("no compiler")));
    await report.step("unit tests", () => counts(2));
    assert.equal(passed, false);
    assert.ok(lines.includes("    no compiler"));
    report.finish();
    assert.equal(lines.at(-1), "2 passed, 1 failed");
  });

  it("has a line per step in its table, with the time it took", async () => {
    await report.step("lint", () => counts(1));
    lines.length = 0;
    assert.equal(report.finish(), true);
    assert.match(lines.join("\n"), /✔ lint +1 passed +0 failed +\d\.\d s/);
  });
});
