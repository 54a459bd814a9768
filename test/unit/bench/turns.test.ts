import assert from "node:assert/strict";
import { takeTurns } from "../../../bench/support/turns";

describe("turn and turn about", () => {
  it("runs each contender once a round, every other round in the opposite order", async () => {
    const order: string[] = [];
    const contenders = { a: () => order.push("a"), b: () => order.push("b") };
    const times = await takeTurns(contenders, { rounds: 3, warmUps: 0, shortestTurn: 0 });
    assert.equal(order.join(""), "abbaab");
    assert.deepEqual([times.a.length, times.b.length], [3, 3]);
  });

  it("does not time the rounds that warm up", async () => {
    let runs = 0;
    const { work } = await takeTurns({ work: () => runs++ }, { rounds: 2, warmUps: 3, shortestTurn: 0 });
    assert.deepEqual([runs, work.length], [5, 2]);
  });

  it("repeats short work until the turn is long enough, and gives the time of one run", async () => {
    let runs = 0;
    const { work } = await takeTurns({ work: () => runs++ }, { rounds: 1, warmUps: 0, shortestTurn: 5 });
    assert.ok(runs > 10, String(runs));
    assert.ok(work[0]! < 1);
  });

  it("waits for work that is a promise", async () => {
    const slow = () => new Promise((resolve) => setTimeout(resolve, 30));
    const { work } = await takeTurns({ work: slow }, { rounds: 1, warmUps: 0 });
    // Timers may fire a little early.
    assert.ok(work[0]! > 20);
  });
});
