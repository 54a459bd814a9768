import assert from "node:assert/strict";
import type { Decision } from "../../../../../src/core/annotations/decision";
import type { LedgerChange, LedgerEntries, LedgerEntry } from "../../../../../src/core/annotations/ledger/ledger";
import { lostChange } from "../../../../../src/core/annotations/ledger/lost-change";
import type { Memo } from "../../../../../src/core/annotations/memo";
import type { Relation } from "../../../../../src/core/annotations/relation";
import type { ThemeDecision } from "../../../../../src/core/annotations/theme-decision";

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

function memo(body: string): Memo {
  return { kind: "memo", id: "a", body, time: "2026-01-01T00:00:00Z" };
}

function relation(type: Relation["type"]): Relation {
  const [source, target] = ["China", "WHO"].map((quote) => ({ quote, prefix: "the ", suffix: "." }));
  return { kind: "relation", id: "a", type, source: source!, target: target!, time: "2026-01-01T00:00:00Z" };
}

function theme(id: string): ThemeDecision {
  const place = { quote: "Benefits fall unequally.", prefix: "", suffix: "" };
  return { kind: "theme", id: "a", theme: id, status: "accepted", place, time: "2026-01-01T00:00:00Z" };
}

/** Three versions of an entry of each kind: what there was, what this window made of it, and what another made of it. */
const KINDS: readonly (readonly [kind: string, old: LedgerEntry, own: LedgerEntry, other: LedgerEntry])[] = [
  ["decision", decision("who"), decision("gavi"), decision("cepi")],
  ["memo", memo("Check this."), memo("Checked."), memo("Checked twice.")],
  ["relation", relation("funds"), relation("supplies"), relation("regulates")],
  ["rejected relation", relation("funds"), { ...relation("funds"), status: "rejected" }, relation("regulates")],
  ["theme", theme("impact.equity"), theme("impact.securitization"), theme("impact.ai-reliance")],
];

function ledgerWith(...entries: readonly LedgerEntry[]): LedgerEntries {
  return {
    decisions: entries.filter((entry): entry is Decision => !("kind" in entry)),
    memos: entries.filter((entry): entry is Memo => "kind" in entry && entry.kind === "memo"),
    relations: entries.filter((entry): entry is Relation => "kind" in entry && entry.kind === "relation"),
    themes: entries.filter((entry): entry is ThemeDecision => "kind" in entry && entry.kind === "theme"),
  };
}

function givingBack(entry: LedgerEntry | undefined): LedgerChange {
  if (entry === undefined) return { put: [], putRecords: [], remove: ["a"] };
  return "kind" in entry ? { put: [], putRecords: [entry], remove: [] } : { put: [entry], putRecords: [], remove: [] };
}

describe("lostChange", () => {
  for (const [kind, old, own, other] of KINDS) {
    /** What a window did, what the ledger has now, and whether that has to be undone. */
    const cases: readonly (readonly [
      what: string,
      former: LedgerEntry | undefined,
      latest: LedgerEntry | undefined,
      now: LedgerEntry | undefined,
      lost: boolean,
    ])[] = [
      ["that is there", undefined, own, own, false],
      ["that is new and gone", undefined, own, undefined, true],
      ["that was changed and is as it was", old, own, old, true],
      ["that was changed and that somebody changed again", old, own, other, false],
      ["that was changed and that somebody removed", old, own, undefined, false],
      ["that was removed and is back", old, undefined, old, true],
      ["that was removed and stays away", old, undefined, undefined, false],
      ["that was removed and that somebody made anew", old, undefined, other, false],
    ];
    for (const [what, former, latest, now, isLost] of cases) {
      it(`${isLost ? "gives back" : "leaves alone"} a ${kind} ${what}`, () => {
        const histories = new Map([["a", { former: [former], latest }]]);
        const ledger = now === undefined ? ledgerWith() : ledgerWith(now);
        assert.deepEqual(lostChange(histories, ledger), isLost ? givingBack(latest) : undefined);
      });
    }
  }

  it("gives back the latest of several steps, whichever of them came to light", () => {
    const [, old, own, other] = KINDS[0]!;
    const histories = new Map([["a", { former: [undefined, old, other], latest: own }]]);
    for (const now of [[], [old], [other]]) {
      assert.deepEqual(lostChange(histories, ledgerWith(...now)), givingBack(own));
    }
  });

  it("tells entries of different kinds apart that have one id", () => {
    const histories = new Map([["a", { former: [decision("who")], latest: memo("Checked.") }]]);
    assert.equal(lostChange(histories, ledgerWith(relation("funds"))), undefined);
    assert.deepEqual(lostChange(histories, ledgerWith(decision("who"))), givingBack(memo("Checked.")));
  });
});
