import assert from "node:assert/strict";
import fc from "fast-check";
import type { Decision } from "../../../../../src/core/annotations/decision";
import {
  type Ledger,
  parseLedger,
  serializeLedger,
  updateLedger,
} from "../../../../../src/core/annotations/ledger/ledger";
import { type LedgerMerge, mergeLedgers } from "../../../../../src/core/annotations/ledger/merge";
import { anyDecision, anyDecisions, classId, time } from "../arbitraries";

const URI = ".healthgeo/annotations/report.md.jsonl";

const DECISION: Decision = {
  id: "b1",
  status: "accepted",
  scope: "mention",
  class: "actor.state",
  quote: "China",
  prefix: "In ",
  suffix: ", law",
  time: "2026-07-01T09:30:00Z",
};
const LATER = "2026-07-02T09:30:00Z";

const decision = (change: Partial<Decision>): Decision => ({ ...DECISION, ...change });
const ledgerOf = (...decisions: readonly Decision[]): Ledger => updateLedger(parseLedger("", URI), { put: decisions });
const parsed = ({ source }: LedgerMerge): Ledger => parseLedger(source, URI);

/** The decisions of a merge of ledgers of one decision or none. */
function mergedOf(base: Decision | undefined, ours: Decision | undefined, theirs: Decision | undefined): Decision[] {
  const [a, b, c] = [base, ours, theirs].map((each) => ledgerOf(...(each === undefined ? [] : [each])));
  return [...parsed(mergeLedgers(a!, b!, c!)).decisions];
}

describe("mergeLedgers", () => {
  it("takes what one side alone added, changed or removed", () => {
    const changed = decision({ status: "rejected" });
    assert.deepEqual(mergedOf(undefined, DECISION, undefined), [DECISION]);
    assert.deepEqual(mergedOf(DECISION, DECISION, changed), [changed]);
    assert.deepEqual(mergedOf(DECISION, undefined, DECISION), []);
  });

  it("joins what two people wrote", () => {
    const merge = mergeLedgers(ledgerOf(), ledgerOf(decision({ id: "c" })), ledgerOf(decision({ id: "a" })));
    assert.deepEqual(
      parsed(merge).decisions.map(({ id }) => id),
      ["a", "c"],
    );
    assert.deepEqual(merge.conflicts, []);
  });

  it("joins a new verdict of one side with the new surroundings of the other", () => {
    const ours = decision({ class: "actor.agency", time: LATER });
    const theirs = decision({ prefix: "Within " });
    assert.deepEqual(mergedOf(DECISION, ours, theirs), [{ ...ours, prefix: "Within " }]);
  });

  it("takes the later of two decisions that say the same", () => {
    const theirs = decision({ class: "actor.agency", time: LATER });
    assert.deepEqual(mergedOf(DECISION, decision({ class: "actor.agency" }), theirs), [theirs]);
  });

  it("keeps both of two that contradict each other, each naming the other", () => {
    const ours = decision({ class: "actor.agency", time: LATER });
    const theirs = decision({ status: "rejected" });
    const { source, conflicts } = mergeLedgers(ledgerOf(DECISION), ledgerOf(ours), ledgerOf(theirs));
    const { decisions, problems } = parseLedger(source, URI);
    assert.deepEqual(problems, []);
    assert.equal(decisions.length, 2);
    const [standing, contested] = [decisions.find(({ id }) => id === "b1"), decisions.find(({ id }) => id !== "b1")];
    assert.deepEqual(standing, { ...ours, conflictsWith: [contested!.id] });
    assert.deepEqual(contested, { ...theirs, id: contested!.id, conflictsWith: ["b1"] });
    assert.deepEqual(conflicts, [{ standing, contested }]);
  });

  it("does so for a place that both decided on first", () => {
    const { conflicts } = mergeLedgers(ledgerOf(), ledgerOf(DECISION), ledgerOf(decision({ status: "rejected" })));
    assert.equal(conflicts.length, 1);
  });

  it("keeps a decision that one side took back and the other made anew, and drops one that only followed an edit", () => {
    const anew = decision({ class: "actor.agency", time: LATER });
    assert.deepEqual(mergedOf(DECISION, undefined, anew), [anew]);
    assert.deepEqual(mergedOf(DECISION, undefined, decision({ prefix: "Within " })), []);
  });

  it("tells copies of one id apart that an earlier merge by hand left", () => {
    const copies = `${serializeLedger(ledgerOf(DECISION))}${serializeLedger(ledgerOf(decision({ status: "rejected" })))}`;
    const merge = mergeLedgers(ledgerOf(), parseLedger(copies, URI), ledgerOf());
    assert.deepEqual(
      parsed(merge)
        .decisions.map(({ status }) => status)
        .sort(),
      ["accepted", "rejected"],
    );
    assert.deepEqual(parsed(merge).problems, []);
  });

  it("keeps bad lines of both sides, and drops one that a side mended", () => {
    const side = (...lines: string[]) => parseLedger(lines.map((line) => `${line}\n`).join(""), URI);
    const { source } = mergeLedgers(
      side("{old", "{both"),
      side("{both", "{ours", "{ours"),
      side("{old", "{both", "{theirs"),
    );
    assert.equal(source, "{both\n{ours\n{ours\n{theirs\n");
  });

  it("keeps lines byte for byte, with fields of other versions and the line ends of both", () => {
    const line = `${JSON.stringify(DECISION).replaceAll(',"', ' , "').replace(/}$/, ',"memo":1}')}\r\n`;
    const side = parseLedger(line, URI);
    assert.equal(mergeLedgers(parseLedger("", URI), side, parseLedger("", URI)).source, line);
  });

  it("takes a difference in fields of other versions for one of verdicts", () => {
    const side = (memo: number) => parseLedger(JSON.stringify({ ...DECISION, memo }), URI);
    assert.equal(mergeLedgers(parseLedger("", URI), side(1), side(2)).conflicts.length, 1);
    assert.equal(mergeLedgers(side(0), side(1), side(0)).conflicts.length, 0);
  });
});

/** What may happen to the decisions of a ledger on a branch. */
const anyChange: fc.Arbitrary<(old: Decision) => Decision | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant((old: Decision) => old) },
  fc.constant(() => undefined),
  fc.tuple(classId, time).map(([id, at]) => (old: Decision) => ({ ...old, class: id, time: at })),
  fc.constantFrom("x", "y").map((prefix) => (old: Decision) => ({ ...old, prefix })),
  fc.constantFrom("why", "why not").map((comment) => (old: Decision) => ({ ...old, comment })),
);

const anyBadLines = fc.array(fc.constantFrom("{bad", "worse", "<<<<<<< HEAD"), { maxLength: 3 });

/** A ledger that begins as another and was worked on. */
function branchOf(base: readonly Decision[], others: readonly Decision[]): fc.Arbitrary<Ledger> {
  const changes = fc.array(anyChange, { minLength: base.length, maxLength: base.length });
  return fc.tuple(changes, fc.subarray([...others]), anyBadLines).map(([each, added, bad]) => {
    const kept = base.flatMap((old, index) => each[index]!(old) ?? []);
    const { lines, ...ledger } = ledgerOf(...kept, ...added.filter(({ id }) => !base.some((old) => old.id === id)));
    const source = serializeLedger({ ...ledger, lines }) + bad.map((line) => `${line}\n`).join("");
    return parseLedger(source, URI);
  });
}

const anyBranches = fc.tuple(anyDecisions, anyDecisions, anyDecision).chain(([base, mine, shared]) => {
  const added = [...mine, shared, { ...shared, status: "rejected" as const, comment: "no" }];
  const branch = () => branchOf(base, added);
  return fc.tuple(fc.constant(ledgerOf(...base)), branch(), branch());
});

const verdict = ({ status, scope, class: id, entity, comment, curates }: Decision): string =>
  JSON.stringify([status, scope, id, entity, comment, curates]);

describe("mergeLedgers, for any two branches", () => {
  it("loses no verdict that a side gave and the other did not take back or replace", () => {
    fc.assert(
      fc.property(anyBranches, ([base, ours, theirs]) => {
        const merged = parsed(mergeLedgers(base, ours, theirs)).decisions;
        const was = new Map(base.decisions.map((each) => [each.id, verdict(each)]));
        for (const each of [...ours.decisions, ...theirs.decisions]) {
          if (was.get(each.id) === verdict(each)) continue;
          const isThere = merged.some(
            (other) =>
              verdict(other) === verdict(each) && (other.id === each.id || other.conflictsWith?.includes(each.id)),
          );
          assert.ok(isThere, verdict(each));
        }
      }),
    );
  });

  it("invents nothing and brings back nothing that nobody changed", () => {
    fc.assert(
      fc.property(anyBranches, ([base, ours, theirs]) => {
        const sides = [...ours.decisions, ...theirs.decisions];
        for (const each of parsed(mergeLedgers(base, ours, theirs)).decisions) {
          assert.ok(sides.some((other) => verdict(other) === verdict(each)));
          const before = base.decisions.find(({ id }) => id === each.id);
          const isGone = [ours, theirs].some(({ decisions }) => !decisions.some(({ id }) => id === each.id));
          if (before !== undefined && isGone) assert.notDeepEqual(each, before);
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
        const merge = mergeLedgers(base, ours, theirs);
        const again = parsed(merge);
        for (const side of [again, ours, theirs]) assert.equal(mergeLedgers(base, again, side).source, merge.source);
        assert.equal(mergeLedgers(again, again, again).source, merge.source);
      }),
    );
  });

  it("leaves a ledger that its parser has nothing to say on but the bad lines", () => {
    fc.assert(
      fc.property(anyBranches, ([base, ours, theirs]) => {
        const { problems, unreadable } = parsed(mergeLedgers(base, ours, theirs));
        assert.ok(problems.every(({ line }) => unreadable.some((bad) => bad.line === line)));
      }),
    );
  });
});
