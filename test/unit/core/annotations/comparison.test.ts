import assert from "node:assert/strict";
import fc from "fast-check";
import { type Annotation, annotationsOf, annotatorsOf } from "../../../../src/core/annotations/annotator";
import {
  adjudicate,
  type Adjudication,
  compareAnnotations,
  conflictsOfMerge,
} from "../../../../src/core/annotations/comparison";
import { addMention, type DecisionStamp, rejectMention } from "../../../../src/core/annotations/decide";
import type { Decision } from "../../../../src/core/annotations/decision";
import { decisionIdOf } from "../../../../src/core/annotations/ledger/decision-id";
import { parseLedger, updateLedger } from "../../../../src/core/annotations/ledger/ledger";
import { mergeLedgers } from "../../../../src/core/annotations/ledger/merge";
import { review } from "../../../../src/core/annotations/review";
import { decisionsOn, mentionsOf, repetitiveText, suggestion } from "./arbitraries";

const TEXT = "China and the WHO share genomic data with the Ministry of Health of Kenya.";
const STATE = "actor.state";
const AGENCY = "actor.agency";

const stamp = (author: string, time = "2026-07-01T09:30:00Z"): DecisionStamp => ({ author, time, id: decisionIdOf });
const CURATOR = stamp("Cleo", "2026-07-03T09:30:00Z");

const spanOf = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const accept = (author: string, words: string, classId = STATE, entity?: string): Decision =>
  addMention(TEXT, spanOf(words), { class: classId, ...(entity === undefined ? {} : { entity }) }, stamp(author));
const reject = (author: string, words: string): Decision =>
  rejectMention(TEXT, suggestion(TEXT, spanOf(words), STATE), "mention", stamp(author));

function compare(...decisions: readonly Decision[]) {
  const { annotations, curated } = annotatorsOf(TEXT, [], decisions);
  return compareAnnotations(annotations.get("Ann") ?? [], annotations.get("Ben") ?? [], curated);
}

/** The accepted words and classes once all decisions hold. */
function standing(decisions: readonly Decision[]): string[] {
  return review(TEXT, [], decisions).mentions.map(({ text, class: classId }) => `${text}: ${classId}`);
}

/** The ledger's decisions after an adjudication. */
function settled(decisions: readonly Decision[], adjudication: Adjudication, by = CURATOR): readonly Decision[] {
  const ledger = updateLedger(parseLedger("", "x.jsonl"), { put: decisions });
  const [difference] = compare(...decisions).differences;
  return updateLedger(ledger, adjudicate(TEXT, difference!, adjudication, by)).decisions;
}

describe("compareAnnotations", () => {
  const table: readonly (readonly [what: string, decisions: readonly Decision[], kinds: readonly string[]])[] = [
    ["the same", [accept("Ann", "China"), accept("Ben", "China")], []],
    ["another class", [accept("Ann", "China"), accept("Ben", "China", AGENCY)], ["class"]],
    ["another entity", [accept("Ann", "China", STATE, "china"), accept("Ben", "China")], ["entity"]],
    ["a rejection", [accept("Ann", "China"), reject("Ben", "China")], ["existence"]],
    ["another span", [accept("Ann", "Ministry of Health"), accept("Ben", "Ministry of Health of Kenya")], ["boundary"]],
    ["silence", [accept("Ben", "China")], ["presence"]],
    ["a rejection and silence", [reject("Ann", "China")], []],
    ["two rejections", [reject("Ann", "China"), reject("Ben", "China")], []],
  ];
  for (const [what, decisions, kinds] of table) {
    it(`tells of ${what}: ${kinds.join() || "no difference"}`, () => {
      assert.deepEqual(
        compare(...decisions).differences.map(({ kind }) => kind),
        kinds,
      );
    });
  }

  it("pairs a span with the one that it shares the most text with", () => {
    const { differences } = compare(
      accept("Ann", "the Ministry of Health of Kenya"),
      accept("Ben", "Ministry of Health"),
      accept("Ben", "Kenya"),
    );
    assert.deepEqual(
      differences.map(({ kind, a, b }) => [kind, a?.text, b?.text]),
      [
        ["boundary", "the Ministry of Health of Kenya", "Ministry of Health"],
        ["presence", undefined, "Kenya"],
      ],
    );
  });

  it("counts what both agree on", () => {
    assert.equal(compare(accept("Ann", "China"), accept("Ben", "China"), accept("Ben", "WHO")).agreed, 1);
  });

  it("is the same from both sides, and finds nothing between the same annotations", () => {
    const setting = repetitiveText.chain((text) =>
      fc.tuple(fc.constant(text), mentionsOf(text), decisionsOn(text), decisionsOn(text)),
    );
    fc.assert(
      fc.property(setting, ([text, mentions, mine, yours]) => {
        const [a, b] = [mine, yours].map((decisions) => annotationsOf(text, mentions, decisions)) as [
          Annotation[],
          Annotation[],
        ];
        const forth = compareAnnotations(a, b);
        const back = compareAnnotations(b, a);
        assert.equal(forth.agreed, back.agreed);
        assert.deepEqual(compareAnnotations(a, a).differences, []);
        const accepted = [...a, ...b].filter(({ status }) => status === "accepted").length;
        const told = ({ differences }: typeof forth) =>
          differences.flatMap((each) => [each.a, each.b]).filter((side) => side?.status === "accepted").length;
        assert.equal(told(forth), told(back));
        assert.ok(told(forth) <= accepted);
      }),
    );
  });
});

describe("adjudicate", () => {
  const CLASSES = [accept("Ann", "China"), accept("Ben", "China", AGENCY)];
  const BOUNDARIES = [accept("Ann", "Ministry of Health"), accept("Ben", "Ministry of Health of Kenya", AGENCY)];
  const EXISTENCE = [accept("Ann", "China"), reject("Ben", "China")];

  const table: readonly (readonly [decisions: readonly Decision[], choice: Adjudication, result: readonly string[]])[] =
    [
      [CLASSES, "a", ["China: actor.state"]],
      [CLASSES, "b", ["China: actor.agency"]],
      [CLASSES, "neither", []],
      [CLASSES, { class: "actor.research" }, ["China: actor.research"]],
      [BOUNDARIES, "a", ["Ministry of Health: actor.state"]],
      [BOUNDARIES, "b", ["Ministry of Health of Kenya: actor.agency"]],
      [BOUNDARIES, "neither", []],
      [EXISTENCE, "a", ["China: actor.state"]],
      [EXISTENCE, "b", []],
      [[accept("Ben", "WHO")], "a", []],
      [[accept("Ben", "WHO")], "b", ["WHO: actor.state"]],
    ];
  for (const [decisions, choice, result] of table) {
    const what = typeof choice === "object" ? choice.class : choice;
    it(`decides for ${what} on “${decisions[0]!.quote}” (${decisions.length}): ${result.join() || "no mention"}`, () => {
      const after = settled(decisions, choice);
      assert.deepEqual(standing(after), result);
      assert.equal(compare(...after).differences[0]?.isSettled, true);
    });
  }

  it("keeps the decisions of the annotators, signs as the curator and names what it curates", () => {
    const after = settled(CLASSES, "a");
    for (const decision of CLASSES)
      assert.deepEqual(
        after.find(({ id }) => id === decision.id),
        decision,
      );
    const curated = after.find(({ curates }) => curates !== undefined);
    assert.equal(curated?.author, "Cleo");
    assert.deepEqual(curated.curates?.toSorted(), CLASSES.map(({ id }) => id).sort());
  });

  it("counts for no annotator, not even for the one who adjudicates", () => {
    const after = settled(CLASSES, "b", stamp("Ann", "2026-07-03T09:30:00Z"));
    assert.equal(after.length, 3);
    assert.equal(compare(...after).differences[0]?.a?.class, STATE);
  });

  it("takes the place of an earlier adjudication", () => {
    const once = settled(BOUNDARIES, "neither");
    const twice = settled(once, "b", stamp("Dan", "2026-07-04T09:30:00Z"));
    assert.deepEqual(standing(twice), ["Ministry of Health of Kenya: actor.agency"]);
    assert.equal(twice.length, 3);
  });

  it("is open again once an annotator decides anew", () => {
    const after = settled(CLASSES, "a");
    const anew = { ...CLASSES[1]!, class: "actor.research", time: "2026-07-05T09:30:00Z" };
    const ledger = updateLedger(updateLedger(parseLedger("", "x"), { put: after }), { put: [anew] });
    assert.equal(compare(...ledger.decisions).differences[0]?.isSettled, false);
  });

  it("leaves nothing to review: a span that gave way to a curated one is not reported as without a place", () => {
    assert.deepEqual(review(TEXT, [], settled(BOUNDARIES, "a")).unplaced, []);
  });
});

describe("conflictsOfMerge", () => {
  const side = (decision: Decision) => updateLedger(parseLedger("", "x"), { put: [decision] });

  it("finds what a merge left to adjudicate, and that it was settled", () => {
    const merge = mergeLedgers(
      parseLedger("", "x"),
      side({ ...accept("Ann", "China"), time: "2026-07-02T09:30:00Z" }),
      side(accept("Ann", "China", AGENCY)),
    );
    const { decisions } = parseLedger(merge.source, "x");
    const [conflict] = conflictsOfMerge(TEXT, [], decisions);
    assert.deepEqual([conflict?.kind, conflict?.a?.class, conflict?.b?.class], ["class", STATE, AGENCY]);
    const ledger = updateLedger(parseLedger(merge.source, "x"), adjudicate(TEXT, conflict!, "b", CURATOR));
    assert.deepEqual(standing(ledger.decisions), ["China: actor.agency"]);
    assert.equal(conflictsOfMerge(TEXT, [], ledger.decisions)[0]?.isSettled, true);
  });
});
