import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type Ledger,
  parseLedger,
  serializeLedger,
  updateLedger,
} from "../../../../../src/core/annotations/ledger/ledger";
import type { Memo } from "../../../../../src/core/annotations/memo";
import { mergeLedgers } from "../../../../../src/core/annotations/ledger/merge";
import type { LedgerRecord } from "../../../../../src/core/annotations/ledger/record";
import type { Relation } from "../../../../../src/core/annotations/relation";
import type { ThemeDecision } from "../../../../../src/core/annotations/theme-decision";
import { anyDecisions, anyRecord, anyRecords, time } from "../arbitraries";

const URI = ".healthgeo/annotations/report.md.jsonl";

const PLACE = { quote: "WHO", prefix: "the ", suffix: " said" };
const MOVED = { ...PLACE, prefix: "that the " };
const MEMO: Memo = { kind: "memo", id: "m1", place: PLACE, body: "Why?", author: "A", time: "2026-07-01T09:30:00Z" };
const RELATION: Relation = {
  kind: "relation",
  id: "r1",
  type: "controls",
  source: PLACE,
  target: { ...PLACE, quote: "data" },
  time: "2026-07-01T09:30:00Z",
};
const RESOLVED = { time: "2026-07-03T09:30:00Z", author: "B" };

const ledgerOf = (...putRecords: readonly LedgerRecord[]): Ledger => updateLedger(parseLedger("", URI), { putRecords });

function recordsOf({ memos, relations, themes }: Ledger): LedgerRecord[] {
  return [...memos, ...relations, ...themes];
}

function merged(base: readonly LedgerRecord[], ours: readonly LedgerRecord[], theirs: readonly LedgerRecord[]) {
  const { source, conflicts } = mergeLedgers(ledgerOf(...base), ledgerOf(...ours), ledgerOf(...theirs));
  assert.deepEqual(conflicts, []);
  return recordsOf(parseLedger(source, URI));
}

describe("mergeLedgers, for memos and relations", () => {
  it("joins answers of two people in one thread", () => {
    const answers = ["m2", "m3"].map((id): Memo => ({ ...MEMO, id, thread: "m1" }));
    assert.deepEqual(merged([MEMO], [MEMO, answers[0]!], [MEMO, answers[1]!]), [MEMO, ...answers]);
  });

  it("takes what one side alone changed or removed", () => {
    const changed: Relation = { ...RELATION, modality: "negated" };
    assert.deepEqual(merged([RELATION], [changed], [RELATION]), [changed]);
    assert.deepEqual(merged([RELATION, MEMO], [MEMO], [RELATION, MEMO]), [MEMO]);
  });

  it("joins new words, a new place and a resolution of the same memo", () => {
    const rewritten: Memo = { ...MEMO, body: "Why not?", edited: "2026-07-02T09:30:00Z" };
    const settled: Memo = { ...MEMO, place: MOVED, resolved: RESOLVED };
    assert.deepEqual(merged([MEMO], [rewritten], [settled]), [{ ...rewritten, place: MOVED, resolved: RESOLVED }]);
  });

  it("keeps a memo gone that one side removed and the other only moved, and keeps one that the other resolved", () => {
    assert.deepEqual(merged([MEMO], [], [{ ...MEMO, place: MOVED }]), []);
    assert.deepEqual(merged([MEMO], [], [{ ...MEMO, resolved: RESOLVED }]), [{ ...MEMO, resolved: RESOLVED }]);
  });

  it("keeps both where both rewrote a memo: the earlier words as an answer", () => {
    const ours: Memo = { ...MEMO, body: "Ours.", edited: "2026-07-02T09:30:00Z" };
    const theirs: Memo = { ...MEMO, body: "Theirs.", edited: "2026-07-03T09:30:00Z" };
    const all = merged([MEMO], [ours], [theirs]);
    const other = all.find(({ id }) => id !== "m1") as Memo;
    assert.deepEqual(
      all.find(({ id }) => id === "m1"),
      theirs,
    );
    assert.deepEqual([other.thread, other.body, other.author, other.place], ["m1", "Ours.", "A", undefined]);
    assert.equal(all.length, 2);
  });

  it("keeps both where both changed a relation differently, between the same mentions", () => {
    const all = merged([RELATION], [{ ...RELATION, modality: "possible" }], [{ ...RELATION, modality: "negated" }]);
    assert.deepEqual(new Set(all.map((each) => (each as Relation).modality)), new Set(["possible", "negated"]));
    for (const { source, target } of all as Relation[]) assert.deepEqual([source, target], [PLACE, RELATION.target]);
  });

  it("takes the verdict of the side that alone changed its mind on a relation", () => {
    const rejected: Relation = { ...RELATION, status: "rejected", time: "2026-07-02T09:30:00Z" };
    assert.deepEqual(merged([RELATION], [rejected], [{ ...RELATION, source: MOVED }]), [
      { ...rejected, source: MOVED },
    ]);
    assert.deepEqual(merged([RELATION], [rejected], []), [rejected]);
  });

  it("keeps both verdicts where both decided on one relation, between the same mentions; the later stands", () => {
    const rejected: Relation = { ...RELATION, status: "rejected", time: "2026-07-02T09:30:00Z" };
    const negated: Relation = { ...RELATION, modality: "negated", time: "2026-07-03T09:30:00Z" };
    for (const [base, ours, theirs] of [
      [[], RELATION, rejected],
      [[RELATION], negated, rejected],
    ] as const) {
      const all = merged(base, [ours], [theirs]) as Relation[];
      const later = ours.time > theirs.time ? ours : theirs;
      assert.deepEqual(
        all.find(({ id }) => id === "r1"),
        later,
      );
      assert.deepEqual(new Set(all.map(({ status }) => status)), new Set([undefined, "rejected"]));
      for (const { source, target } of all) assert.deepEqual([source, target], [PLACE, RELATION.target]);
    }
  });

  it("takes a relation whose line says that it is accepted for one whose line says nothing", () => {
    const said: Relation = { ...RELATION, status: "accepted" };
    assert.equal(merged([], [RELATION], [said]).length, 1);
    assert.equal(merged([RELATION], [said], [{ ...RELATION, modality: "negated" }]).length, 1);
  });

  it("keeps both verdicts where both changed their mind on a theme, at the same passage", () => {
    const theme: ThemeDecision = {
      kind: "theme",
      id: "t1",
      theme: "impact.equity",
      status: "accepted",
      place: PLACE,
      time: "2026-07-01T09:30:00Z",
    };
    const all = merged([], [theme], [{ ...theme, status: "rejected", time: "2026-07-02T09:30:00Z" }]);
    const [standing, other] = [all.find(({ id }) => id === "t1"), all.find(({ id }) => id !== "t1")] as ThemeDecision[];
    assert.deepEqual([standing?.status, other?.status, other?.place], ["rejected", "accepted", PLACE]);
  });

  it("joins them with decisions in one sorted file", () => {
    fc.assert(
      fc.property(anyDecisions, anyRecords, (put, putRecords) => {
        const ids = new Set(put.map(({ id }) => id));
        const records = putRecords.filter(({ id }) => !ids.has(id));
        const empty = parseLedger("", URI);
        const both = serializeLedger(updateLedger(empty, { put, putRecords: records }));
        const merge = mergeLedgers(empty, updateLedger(empty, { put }), ledgerOf(...records));
        assert.equal(merge.source, both);
      }),
    );
  });
});

const content = (record: LedgerRecord): string => {
  if (record.kind === "memo") return record.body;
  if (record.kind === "theme") return JSON.stringify([record.theme, record.status]);
  return JSON.stringify([record.type, record.status ?? "accepted", record.modality]);
};

function reworded(record: Exclude<LedgerRecord, Relation>, words: string): LedgerRecord {
  return record.kind === "memo" ? { ...record, body: words } : { ...record, theme: words };
}

/** What may happen to a memo, a relation or a decision on a theme on a branch. */
const anyChange: fc.Arbitrary<(old: LedgerRecord) => LedgerRecord | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant((old: LedgerRecord) => old) },
  fc.constant(() => undefined),
  fc.tuple(fc.constantFrom("x", "y"), time).map(
    ([body, edited]) =>
      (old: LedgerRecord): LedgerRecord =>
        old.kind === "memo" ? { ...old, body, edited } : { ...old, time: edited },
  ),
  fc.constantFrom("negated" as const, "possible" as const).map(
    (modality) =>
      (old: LedgerRecord): LedgerRecord =>
        old.kind === "relation" ? { ...old, modality } : reworded(old, modality),
  ),
  fc.tuple(fc.constantFrom("accepted" as const, "rejected" as const), time).map(
    ([status, at]) =>
      (old: LedgerRecord): LedgerRecord =>
        old.kind === "memo" ? old : { ...old, status, time: at },
  ),
  fc.constant((old: LedgerRecord): LedgerRecord => (old.kind === "memo" ? { ...old, resolved: RESOLVED } : old)),
  fc.constantFrom(PLACE, MOVED).map(
    (place) =>
      (old: LedgerRecord): LedgerRecord =>
        old.kind === "relation" ? { ...old, source: place } : { ...old, place },
  ),
);

function branchOf(base: readonly LedgerRecord[], added: readonly LedgerRecord[]): fc.Arbitrary<Ledger> {
  const changes = fc.array(anyChange, { minLength: base.length, maxLength: base.length });
  return fc.tuple(changes, fc.subarray([...added])).map(([each, more]) => {
    const kept = base.flatMap((old, index) => each[index]!(old) ?? []);
    const others = more.filter(({ id }) => !base.some((old) => old.id === id));
    return ledgerOf(...kept, ...others);
  });
}

const anyBranches = fc.tuple(anyRecords, anyRecords, anyRecord).chain(([base, mine, shared]) => {
  const other: LedgerRecord =
    shared.kind === "relation" ? { ...shared, type: "funds" } : reworded(shared, `${content(shared)}!`);
  const branch = () => branchOf(base, [...mine, shared, other]);
  return fc.tuple(fc.constant(ledgerOf(...base)), branch(), branch());
});

describe("mergeLedgers, for any two branches of memos and relations", () => {
  it("loses nothing that a side wrote and the other did not delete", () => {
    fc.assert(
      fc.property(anyBranches, ([base, ours, theirs]) => {
        const all = recordsOf(parseLedger(mergeLedgers(base, ours, theirs).source, URI));
        const was = new Map(recordsOf(base).map((each) => [each.id, content(each)]));
        for (const each of [...recordsOf(ours), ...recordsOf(theirs)]) {
          if (was.get(each.id) === content(each)) continue;
          assert.ok(
            all.some((other) => content(other) === content(each)),
            content(each),
          );
        }
      }),
    );
  });

  it("gives the same whichever side is ours", () => {
    fc.assert(
      fc.property(anyBranches, ([base, ours, theirs]) => {
        assert.equal(mergeLedgers(base, ours, theirs).source, mergeLedgers(base, theirs, ours).source);
      }),
    );
  });

  it("changes nothing when done again", () => {
    fc.assert(
      fc.property(anyBranches, ([base, ours, theirs]) => {
        const { source } = mergeLedgers(base, ours, theirs);
        const again = parseLedger(source, URI);
        assert.deepEqual(again.problems, []);
        for (const side of [again, ours, theirs]) assert.equal(mergeLedgers(base, again, side).source, source);
      }),
    );
  });
});
