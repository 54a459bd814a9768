import assert from "node:assert/strict";
import type { Decision } from "../../../../src/core/annotations/decision";
import { lostChange } from "../../../../src/core/annotations/lost-change";

function decision(entity: string): Decision {
  return {
    id: "a",
    status: "accepted",
    scope: "mention",
    class: "actor.intergovernmental",
    entity,
    quote: "WHO",
    prefix: "the ",
    suffix: ".",
    time: "2026-01-01T00:00:00Z",
  };
}

const [OLD, OWN, OTHER] = [decision("who"), decision("gavi"), decision("cepi")];

/** What a window did, what the ledger has now, and what it has to be given back. */
const CASES: readonly (readonly [
  what: string,
  former: Decision | undefined,
  latest: Decision | undefined,
  now: Decision | undefined,
  lost: boolean,
])[] = [
  ["a decision that is there", undefined, OWN, OWN, false],
  ["a new decision that is gone", undefined, OWN, undefined, true],
  ["a changed decision that is as it was", OLD, OWN, OLD, true],
  ["a changed decision that somebody changed again", OLD, OWN, OTHER, false],
  ["a changed decision that somebody removed", OLD, OWN, undefined, false],
  ["a removed decision that is back", OLD, undefined, OLD, true],
  ["a removed decision that stays away", OLD, undefined, undefined, false],
  ["a removed decision that somebody made anew", OLD, undefined, OTHER, false],
];

describe("lostChange", () => {
  for (const [what, former, latest, now, isLost] of CASES) {
    it(`${isLost ? "gives back" : "leaves alone"} ${what}`, () => {
      const histories = new Map([["a", { former: [former], latest }]]);
      const expected = latest === undefined ? { put: [], remove: ["a"] } : { put: [latest], remove: [] };
      assert.deepEqual(
        lostChange(histories, { decisions: now === undefined ? [] : [now] }),
        isLost ? expected : undefined,
      );
    });
  }

  it("gives back the latest of several steps, whichever of them came to light", () => {
    const histories = new Map([["a", { former: [undefined, OLD, OTHER], latest: OWN }]]);
    for (const now of [[], [OLD], [OTHER]]) {
      assert.deepEqual(lostChange(histories, { decisions: now }), { put: [OWN], remove: [] });
    }
  });
});
