import assert from "node:assert/strict";
import fc from "fast-check";
import type { DecisionStatus } from "../../../../../src/core/annotations/decision";
import type { PlacedRelation } from "../../../../../src/core/annotations/placed-relation";
import { quoteOf } from "../../../../../src/core/annotations/anchoring/quote";
import { newRelation, RELATION_TYPES, type RelationType } from "../../../../../src/core/annotations/relation";
import { extractRelations } from "../../../../../src/core/classify/relations/extract-relations";
import {
  acceptedRelations,
  reviewRelations,
  type ReviewedRelation,
} from "../../../../../src/core/classify/relations/reviewed-relations";
import type { Span } from "../../../../../src/core/text/span";
import { readMarked } from "./relation-case";

const { text, mentions } = readMarked(
  "{India|state} supplies {Kenya|state}. {India|state} may restrict {exports|flow}. {China|state} competes with {Japan|state}.",
);
const found = extractRelations({ text, mentions });
const [india, kenya, , , china, japan] = mentions as unknown as [Span, Span, Span, Span, Span, Span];

interface Verdict {
  readonly type?: RelationType;
  readonly status?: DecisionStatus;
  readonly source?: Span;
  readonly target?: Span;
  readonly author?: string;
  readonly day?: number;
}

function decided({ type = "supplies", status = "accepted", source = india, target = kenya, ...by }: Verdict = {}) {
  const { author = "Ada", day = 1 } = by;
  const ends = { source: quoteOf(text, source), target: quoteOf(text, target) };
  const time = `2026-07-${day.toString().padStart(2, "0")}T09:30:00Z`;
  return { relation: newRelation({ type, status, ...ends }, { author, time }), source, target };
}

const line = ({ source, type, target, status }: ReviewedRelation) => [source.text, type, target.text, status].join(" ");

function lines(decisions: readonly PlacedRelation[], of = found): { held: string[]; rejected: string[] } {
  const { relations, rejected } = reviewRelations(of, decisions);
  return { held: relations.map(line), rejected: rejected.map(line) };
}

const SUGGESTED = [
  "India supplies Kenya suggested",
  "India restricts exports suggested",
  "China competes-with Japan suggested",
];

describe("reviewRelations", () => {
  it("suggests what is found where nobody decided", () => {
    assert.deepEqual(lines([]), { held: SUGGESTED, rejected: [] });
    assert.deepEqual(
      reviewRelations(found, []).relations.map(({ modality }) => modality),
      ["asserted", "possible", "asserted"],
    );
  });

  it("shows an accepted relation once, and takes a rejected one away", () => {
    const held = SUGGESTED.slice(1);
    assert.deepEqual(lines([decided()]), { held: ["India supplies Kenya accepted", ...held], rejected: [] });
    assert.deepEqual(lines([decided({ status: "rejected" })]), { held, rejected: ["India supplies Kenya rejected"] });
  });

  it("lets a decision hold for its type and its ends alone", () => {
    const decisions = [decided({ type: "funds", status: "rejected" }), decided({ target: japan, status: "rejected" })];
    assert.deepEqual(lines(decisions).held, SUGGESTED);
  });

  it("knows a relation that holds both ways from either end", () => {
    const turned = { source: japan, target: china, status: "rejected" } as const;
    assert.deepEqual(lines([decided({ ...turned, type: "competes-with" })]).held, SUGGESTED.slice(0, 2));
    assert.deepEqual(lines([decided({ source: kenya, target: india, status: "rejected" })]).held, SUGGESTED);
  });

  it("keeps decisions on what the text is found to say no more, as ones without a match", () => {
    const { relations, rejected } = reviewRelations([], [decided(), decided({ type: "funds", status: "rejected" })]);
    assert.deepEqual([relations, rejected].flat().map(line), [
      "India supplies Kenya accepted",
      "India funds Kenya rejected",
    ]);
    assert.ok([...relations, ...rejected].every((relation) => relation.found === undefined));
  });

  it("lets the latest of several decisions on one relation hold, and names the others", () => {
    const [ada, ben, cem] = [
      decided({ day: 1 }),
      decided({ author: "Ben", status: "rejected", day: 3 }),
      decided({ author: "Cem", day: 2 }),
    ];
    const { rejected } = reviewRelations(found, [ada, ben, cem]);
    assert.deepEqual(rejected.map(line), ["India supplies Kenya rejected"]);
    assert.deepEqual([rejected[0]!.decision, rejected[0]!.overruled], [ben, [cem.relation, ada.relation]]);
    assert.deepEqual(acceptedRelations([ada, ben, cem]), []);
    assert.deepEqual(acceptedRelations([ada, cem]), [cem]);
  });

  it("gives each relation once, whatever the order in which people decided", () => {
    const verdict = fc.record({
      type: fc.constantFrom(...RELATION_TYPES),
      status: fc.constantFrom("accepted" as const, "rejected" as const),
      source: fc.constantFrom(india, china),
      target: fc.constantFrom(kenya, japan),
      author: fc.constantFrom("Ada", "Ben"),
      day: fc.integer({ min: 1, max: 28 }),
    });
    const shuffled = fc
      .uniqueArray(verdict.map(decided), { selector: ({ relation }) => relation.id, maxLength: 12 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const review = reviewRelations(found, all);
        assert.deepEqual(reviewRelations(found, other), review);
        const shown = [...review.relations, ...review.rejected];
        assert.equal(
          new Set(shown.map(({ type, source, target }) => `${type} ${source.start} ${target.start}`)).size,
          shown.length,
        );
        const kept = shown.flatMap(({ decision, overruled }) => [
          ...(decision ? [decision.relation] : []),
          ...overruled,
        ]);
        assert.deepEqual(new Set(kept), new Set(all.map(({ relation }) => relation)));
      }),
    );
  });
});
