import assert from "node:assert/strict";
import {
  answerMemo,
  newMemo,
  placeMemo,
  reopenMemo,
  resolveMemo,
  rewriteMemo,
  threadsOf,
} from "../../../../src/core/annotations/memo";

const PLACE = { quote: "WHO", prefix: "the ", suffix: " said" };
const FIRST = newMemo("Why?", PLACE, { author: "Ada", time: "2026-07-01T09:30:00Z" });
const ANSWER = answerMemo(FIRST, "Because.", { author: "Ben", time: "2026-07-02T09:30:00Z" });

describe("memos", () => {
  it("are signed, and each is a line of its own", () => {
    assert.deepEqual([FIRST.author, FIRST.time, FIRST.place], ["Ada", "2026-07-01T09:30:00Z", PLACE]);
    assert.deepEqual([ANSWER.thread, ANSWER.place], [FIRST.id, undefined]);
    assert.notEqual(ANSWER.id, FIRST.id);
    assert.match(FIRST.id, /^[0-9a-f]{16}$/);
  });

  it("stand in threads, oldest first, whatever the order of the ledger", () => {
    const late = answerMemo(FIRST, "Indeed.", { time: "2026-07-03T09:30:00Z" });
    assert.deepEqual(threadsOf([late, ANSWER, FIRST]), {
      threads: [{ first: FIRST, answers: [ANSWER, late] }],
      orphans: [],
    });
  });

  it("are orphans where the memo that they answer is gone, and can begin a thread at a new place", () => {
    assert.deepEqual(threadsOf([ANSWER]), { threads: [], orphans: [ANSWER] });
    const placed = placeMemo(ANSWER, PLACE);
    assert.deepEqual(threadsOf([placed]).threads, [{ first: placed, answers: [] }]);
    assert.equal(placed.id, ANSWER.id);
  });

  it("say when they were rewritten, and keep id and author", () => {
    const again = rewriteMemo(FIRST, "Why so?", { author: "Ben", time: "2026-07-04T09:30:00Z" });
    assert.deepEqual(again, { ...FIRST, body: "Why so?", edited: "2026-07-04T09:30:00Z" });
    assert.equal(rewriteMemo(FIRST, FIRST.body, { time: "2026-07-04T09:30:00Z" }), FIRST);
  });

  it("say who resolved them, until they are opened again", () => {
    const resolved = resolveMemo(FIRST, { author: "Ben", time: "2026-07-04T09:30:00Z" });
    assert.deepEqual(resolved.resolved, { time: "2026-07-04T09:30:00Z", author: "Ben" });
    assert.deepEqual(reopenMemo(resolved), FIRST);
  });
});
