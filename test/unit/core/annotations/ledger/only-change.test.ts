import assert from "node:assert/strict";
import { onlyChange } from "../../../../../src/core/annotations/ledger/only-change";

/** What a part said before, and what it says on our and on their side; whose is taken. */
const CASES: readonly (readonly [string | undefined, string, string, "ours" | "theirs" | undefined])[] = [
  ["a", "a", "a", "ours"],
  ["a", "b", "a", "ours"],
  ["a", "a", "b", "theirs"],
  ["a", "b", "b", "ours"],
  ["a", "b", "c", undefined],
  [undefined, "b", "b", "ours"],
  [undefined, "b", "c", undefined],
];

describe("the only change of a part", () => {
  for (const [before, ours, theirs, expected] of CASES) {
    it(`from ${before ?? "nothing"} to ${ours} and ${theirs} is ${expected ?? "none"}`, () => {
      const sides = { ours: { part: ours }, theirs: { part: theirs } };
      const base = before === undefined ? undefined : { part: before };
      const taken = onlyChange(base, sides.ours, sides.theirs, ({ part }) => part);
      assert.equal(taken, expected === undefined ? undefined : sides[expected]);
    });
  }
});
