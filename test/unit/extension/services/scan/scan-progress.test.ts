import assert from "node:assert/strict";
import { ScanProgress, type ScanStep } from "../../../../../src/extension/services/scan/scan-progress";

describe("the progress of a scan", () => {
  /** What is told of a scan whose files take `cost` milliseconds each; a cost of 0 is a file known from before. */
  function told(costs: readonly number[]): ScanStep[] {
    const steps: ScanStep[] = [];
    let now = 0;
    const progress = new ScanProgress(
      costs.length,
      (step) => steps.push(step),
      () => now,
    );
    for (const cost of costs) {
      now += cost;
      progress.step(cost > 0);
    }
    return steps;
  }

  it("tells at most ten times a second", () => {
    const steps = told(Array.from({ length: 1000 }, () => 5));
    assert.ok(steps.length >= 45 && steps.length <= 51, `${steps.length}`);
  });

  it("says how much time is left once it knows how long files take", () => {
    const steps = told(Array.from({ length: 100 }, () => 50));
    assert.equal(steps[0]?.timeLeft, undefined);
    const { done, total, timeLeft } = steps.find((step) => step.done >= 50)!;
    assert.ok(Math.abs(timeLeft! - (total - done) * 50) <= 100, `${timeLeft}`);
  });

  it("says nothing of the time where all files so far were known", () => {
    const steps = told([...Array.from({ length: 500 }, () => 0), 200, 200]);
    assert.deepEqual(steps.at(-1), { done: 502, total: 502, timeLeft: undefined });
  });
});
