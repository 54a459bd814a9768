import assert from "node:assert/strict";
import type { Decision } from "../../../../../src/core";
import { parseReviewFilter } from "../../../../../src/extension/presentation/review/review-filter";
import { isAwaiting, queueOf } from "../../../../../src/extension/presentation/review/review-queue";
import { reviewedMention } from "../../reviewed-mention";

const LABELS = { classLabel: (id: string) => id, entityLabel: (id: string) => (id === "china" ? "China" : undefined) };
const DECISION: Decision = {
  id: "1",
  status: "accepted",
  scope: "mention",
  class: "actor.state",
  quote: "Atlantis",
  prefix: "",
  suffix: "",
  time: "2026-05-04T09:30:00Z",
};
const REVIEW = {
  mentions: [
    reviewedMention({ start: 0, text: "Beijing", entity: "china" }),
    reviewedMention({ start: 10, status: "accepted" }),
    reviewedMention({ start: 20, text: "data", class: "infrastructure.data" }),
  ],
  rejected: [reviewedMention({ start: 30, status: "rejected" })],
  unplaced: [{ decision: DECISION, reason: "It is gone." }],
};

describe("the queue of a review", () => {
  it("holds what nobody has decided on, and counts the rest", () => {
    const queue = queueOf(REVIEW, parseReviewFilter(""), LABELS);
    assert.deepEqual(
      queue.awaiting.map(({ text }) => text),
      ["Beijing", "data"],
    );
    assert.equal(queue.shown, queue.awaiting);
    assert.equal(queue.decided, 2);
    assert.equal(queue.shownUnplaced.length, 1);
  });

  it("shows what passes the filter, by the name of the entity too; decisions without a place as well", () => {
    const queue = queueOf(REVIEW, parseReviewFilter("china"), LABELS);
    assert.deepEqual(
      queue.shown.map(({ text }) => text),
      ["Beijing"],
    );
    assert.deepEqual([queue.awaiting.length, queue.unplaced.length, queue.shownUnplaced.length], [2, 1, 0]);
    assert.equal(queueOf(REVIEW, parseReviewFilter("atlantis"), LABELS).shownUnplaced.length, 1);
  });

  it("asks nothing of a person about what an author tagged in the text", () => {
    assert.equal(isAwaiting(reviewedMention({ by: "inline" })), false);
    assert.ok(isAwaiting(reviewedMention({ by: "discovery" })));
  });
});
