import assert from "node:assert/strict";
import fc from "fast-check";
import type { ReviewedMention } from "../../../../../src/core";
import { parseReviewFilter } from "../../../../../src/extension/presentation/review/review-filter";
import { queueOf } from "../../../../../src/extension/presentation/review/review-queue";
import {
  GROUPINGS,
  ReviewTree,
  type Grouping,
  type ReviewNode,
} from "../../../../../src/extension/presentation/review/review-tree";
import { ROWS_AT_ONCE } from "../../../../../src/extension/presentation/shown-rows";
import { reviewedMention } from "../../reviewed-mention";

const LABELS = { classLabel: (id: string) => id, entityLabel: () => undefined };

function treeOf(
  mentions: readonly ReviewedMention[],
  grouping: Grouping,
  limits: ReadonlyMap<string, number> = new Map(),
): ReviewTree {
  const review = {
    mentions: mentions.filter(({ status }) => status !== "rejected"),
    rejected: mentions.filter(({ status }) => status === "rejected"),
    unplaced: [],
  };
  const queue = queueOf(review, parseReviewFilter(""), LABELS);
  const classOrder = ["actor.state", "infrastructure.data"];
  return new ReviewTree({ uri: "file:///a.md", review, queue, grouping, labels: LABELS, classOrder }, limits);
}

const rowsOf = (tree: ReviewTree): ReviewNode[] =>
  tree.roots.flatMap((root) => (root.kind === "group" ? [...tree.childrenOf(root)] : [root]));
const groupsOf = (tree: ReviewTree) =>
  tree.roots.map((root) => (root.kind === "group" ? [root.label, root.mentions.length] : []));

const MENTIONS = [
  reviewedMention({ start: 0, text: "data", class: "infrastructure.data", confidence: 0.8 }),
  reviewedMention({ start: 10 }),
  reviewedMention({ start: 20, text: "Kenya" }),
  reviewedMention({ start: 30 }),
];

const anyMentions = fc
  .array(
    fc.record({
      text: fc.constantFrom("China", "Kenya", "data"),
      class: fc.constantFrom("actor.state", "infrastructure.data", "sovereignty.flow"),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      status: fc.constantFrom("suggested" as const, "accepted" as const, "rejected" as const),
    }),
    { maxLength: 40 },
  )
  .map((all) => all.map((parts, i) => reviewedMention({ ...parts, start: 10 * i })));

describe("the tree of a review", () => {
  it("groups by class in the order of the scheme", () => {
    assert.deepEqual(groupsOf(treeOf(MENTIONS, "class")), [
      ["actor.state", 3],
      ["infrastructure.data", 1],
    ]);
  });

  it("keeps its rows apart from those of an earlier tree, of which the editor may still ask", () => {
    const [before, after] = [treeOf(MENTIONS, "class"), treeOf(MENTIONS.slice(0, 2), "class")];
    const [group] = before.roots;
    assert.equal(after.childrenOf(group!).length, 3);
    assert.equal(after.childrenOf(after.roots[0]!).length, 1);
  });

  it("groups by entity or term, the most frequent first", () => {
    assert.deepEqual(groupsOf(treeOf(MENTIONS, "entity")), [
      ["China", 2],
      ["data", 1],
      ["Kenya", 1],
    ]);
  });

  it("groups by confidence, the least certain first", () => {
    assert.deepEqual(groupsOf(treeOf(MENTIONS, "confidence")), [
      ["80–89 %", 1],
      ["90–100 %", 3],
    ]);
  });

  it("holds every suggestion that waits once, however it groups, and finds its row", () => {
    fc.assert(
      fc.property(anyMentions, fc.constantFrom(...GROUPINGS), (mentions, grouping) => {
        const tree = treeOf(mentions, grouping);
        const rows = rowsOf(tree).flatMap((row) => (row.kind === "suggestion" ? [row] : []));
        const waiting = mentions.filter(({ status }) => status === "suggested");
        assert.deepEqual(
          rows.map(({ start }) => start).sort((a, b) => a - b),
          waiting.map(({ start }) => start),
        );
        for (const row of rows) assert.deepEqual(tree.find(row.mention)?.node, row);
        assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
      }),
    );
  });

  it("keeps the ids of all other rows when one is decided on", () => {
    const decision = anyMentions
      .filter((mentions) => mentions.length > 0)
      .chain((mentions) =>
        fc.tuple(fc.constant(mentions), fc.nat(mentions.length - 1), fc.constantFrom("accepted", "rejected")),
      );
    fc.assert(
      fc.property(decision, ([mentions, index, status]) => {
        const idsOf = (all: readonly ReviewedMention[]) =>
          new Map(rowsOf(treeOf(all, "document")).map((row) => [row.kind === "suggestion" ? row.start : -1, row.id]));
        const before = idsOf(mentions);
        const after = idsOf(mentions.map((each, i) => (i === index ? { ...each, status: status } : each)));
        for (const [start, id] of after) assert.equal(before.get(start), id);
      }),
    );
  });

  it("lists long groups in parts, and says how much more there is", () => {
    const many = Array.from({ length: ROWS_AT_ONCE + 50 }, (_, i) => reviewedMention({ start: 10 * i }));
    const last = rowsOf(treeOf(many, "class")).at(-1);
    assert.equal(last?.kind === "more" && last.hidden, 50);
    const all = rowsOf(treeOf(many, "class", new Map([["class/actor.state", ROWS_AT_ONCE * 2]])));
    assert.equal(all.length, many.length);
    assert.equal(treeOf(many, "class").find(many.at(-1)!)?.rows, many.length);
  });

  it("lists decisions without a place above everything else", () => {
    const unplaced = [{ decision: { id: "7" } as never, reason: "It is gone." }];
    const review = { mentions: [reviewedMention()], rejected: [], unplaced };
    const queue = { awaiting: review.mentions, shown: review.mentions, unplaced, shownUnplaced: unplaced, decided: 0 };
    for (const grouping of GROUPINGS) {
      const tree = new ReviewTree({ uri: "u", review, queue, grouping, labels: LABELS, classOrder: [] }, new Map());
      assert.equal(tree.roots[0]?.kind, "unplacedGroup");
      assert.deepEqual(
        tree.childrenOf(tree.roots[0]).map(({ id }) => id),
        ["unplaced/7"],
      );
    }
  });
});
