import assert from "node:assert/strict";
import type { Steps } from "../../../../../src/core";
import { TimeSlices } from "../../../../../src/extension/services/scan/time-slices";

describe("time slices", () => {
  let now = 0;
  const clock = () => now;
  beforeEach(() => (now = 0));

  /** Steps that take so many milliseconds each; the result is how many there were. */
  function* steps(...costs: readonly number[]): Steps<number> {
    for (const cost of costs) {
      now += cost;
      yield;
    }
    return costs.length;
  }

  /** Counts the turns that others get while something runs. */
  async function turnsDuring(run: () => Promise<unknown>): Promise<number> {
    let [turns, isDone] = [0, false];
    const others = async () => {
      while (!isDone) {
        await new Promise((resolve) => setImmediate(resolve));
        turns++;
      }
    };
    const waiting = others();
    await run();
    isDone = true;
    const counted = turns;
    await waiting;
    return counted;
  }

  it("go on without a pause until ten milliseconds are over", async () => {
    const slices = new TimeSlices(clock);
    assert.equal(await turnsDuring(() => slices.run(steps(4, 4))), 0);
    now += 20;
    assert.ok(slices.isOver());
    await slices.breathe();
    assert.ok(!slices.isOver());
  });

  it("let the editor have its turn after each slice of work in steps", async () => {
    const slices = new TimeSlices(clock);
    const turns = await turnsDuring(async () => {
      assert.equal(await slices.run(steps(...Array.from({ length: 30 }, () => 6))), 30);
    });
    assert.ok(turns >= 14, String(turns));
  });

  it("end work in steps that nobody wants any more", async () => {
    const slices = new TimeSlices(clock);
    let asked = 0;
    assert.equal(await slices.run(steps(11, 11, 11), () => ++asked === 2), undefined);
    assert.equal(now, 22);
  });

  it("let timers run between slices", async () => {
    const slices = new TimeSlices(clock);
    const ran: string[] = [];
    setTimeout(() => ran.push("timer"), 1);
    const began = performance.now();
    while (ran.length === 0 && performance.now() - began < 2000) await slices.pause();
    assert.deepEqual(ran, ["timer"]);
  });
});
