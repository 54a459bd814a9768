import assert from "node:assert/strict";
import { parseLedger, updateLedger } from "../../../../../src/core/annotations/ledger/ledger";
import { placeRelations } from "../../../../../src/core/annotations/placed-relation";
import { type Relation, reverseRelation } from "../../../../../src/core/annotations/relation";
import {
  decideRelations,
  type RelationVerdict,
  replaceRelation,
} from "../../../../../src/core/classify/relations/decide-relations";
import { extractRelations } from "../../../../../src/core/classify/relations/extract-relations";
import { type ReviewedRelation, reviewRelations } from "../../../../../src/core/classify/relations/reviewed-relations";
import { readMarked } from "./relation-case";

const { text, mentions } = readMarked(
  "{India|state} may supply {Kenya|state}. {China|state} competes with {Japan|state}.",
);
const found = extractRelations({ text, mentions });
const ADA = { author: "Ada", time: "2026-07-01T09:30:00Z" };
const LATER = { author: "Ada", time: "2026-07-02T09:30:00Z" };
const BEN = { author: "Ben", time: "2026-07-03T09:30:00Z" };

/** A ledger on which people decide, each on what they see. */
class Desk {
  ledger = parseLedger("", "a.jsonl");

  see(of = found): ReviewedRelation[] {
    const { relations, rejected } = reviewRelations(of, placeRelations(text, this.ledger.relations));
    return [...relations, ...rejected];
  }

  decide(verdict: RelationVerdict, signature = ADA, seen = this.see()): this {
    this.ledger = updateLedger(this.ledger, decideRelations(text, seen, verdict, signature));
    return this;
  }

  lines(): string[] {
    return this.ledger.relations
      .map(({ source, type, target, status, modality, author }) =>
        [source.quote, type, target.quote, status, modality, author].filter((part) => part !== undefined).join(" "),
      )
      .sort();
  }
}

describe("decideRelations", () => {
  it("writes a line for each relation that is found, with its modality", () => {
    assert.deepEqual(new Desk().decide({ kind: "reject" }).lines(), [
      "China competes-with Japan rejected Ada",
      "India supplies Kenya rejected possible Ada",
    ]);
    assert.deepEqual(new Desk().decide({ kind: "accept" }).lines(), [
      "China competes-with Japan Ada",
      "India supplies Kenya possible Ada",
    ]);
  });

  it("changes the line of who changes their mind, and nothing where it is decided so already", () => {
    const desk = new Desk().decide({ kind: "reject" }).decide({ kind: "accept" }, LATER);
    assert.deepEqual(desk.lines(), ["China competes-with Japan Ada", "India supplies Kenya possible Ada"]);
    assert.deepEqual(decideRelations(text, desk.see(), { kind: "accept" }, BEN), { putRecords: [], remove: [] });
  });

  it("keeps what somebody else said, and lets the later verdict hold", () => {
    const desk = new Desk().decide({ kind: "accept" }).decide({ kind: "reject" }, BEN);
    assert.equal(desk.lines().length, 4);
    assert.deepEqual(new Set(desk.see().map(({ status }) => status)), new Set(["rejected"]));
  });

  it("rejects what is found where the text says something else of the two, so that it does not come up again", () => {
    const desk = new Desk();
    desk.decide({ kind: "retype", type: "funds" }, ADA, desk.see().slice(0, 1));
    assert.deepEqual(desk.lines(), ["India funds Kenya possible Ada", "India supplies Kenya rejected possible Ada"]);
    const funds = desk.see().filter(({ type }) => type === "funds");
    desk.decide({ kind: "retype", type: "controls" }, LATER, funds);
    assert.deepEqual(desk.lines(), ["India controls Kenya possible Ada", "India supplies Kenya rejected possible Ada"]);
  });

  it("accepts a relation that is to have the type it has", () => {
    const desk = new Desk();
    desk.decide({ kind: "retype", type: "supplies" }, ADA, desk.see().slice(0, 1));
    assert.deepEqual(desk.lines(), ["India supplies Kenya possible Ada"]);
  });

  it("leaves a rejected relation rejected where another type is accepted for its mentions", () => {
    const desk = new Desk().decide({ kind: "reject" });
    desk.decide(
      { kind: "retype", type: "funds" },
      LATER,
      desk.see([]).filter(({ type }) => type === "supplies"),
    );
    assert.deepEqual(desk.lines(), [
      "China competes-with Japan rejected Ada",
      "India funds Kenya possible Ada",
      "India supplies Kenya rejected possible Ada",
    ]);
  });
});

describe("replaceRelation", () => {
  function replaced(make: (relation: Relation) => Relation, of = found): string[] {
    const desk = new Desk().decide({ kind: "accept" });
    for (const { decision, ...relation } of desk.see(of)) {
      const former = { ...relation, decision: decision! };
      const change = replaceRelation(text, former, make(decision!.relation), LATER);
      desk.ledger = updateLedger(desk.ledger, change);
    }
    return desk.lines();
  }

  it("rejects the former one where the text is found to say it, unless the new one says the same", () => {
    assert.deepEqual(
      replaced((relation) => reverseRelation(relation, LATER)),
      [
        "India supplies Kenya rejected possible Ada",
        "Japan competes-with China Ada",
        "Kenya supplies India possible Ada",
      ],
    );
  });

  it("removes the former one where a person alone said it", () => {
    assert.deepEqual(
      replaced((relation) => reverseRelation(relation, LATER), []),
      ["Japan competes-with China Ada", "Kenya supplies India possible Ada"],
    );
  });

  it("keeps one line where only the modality is another", () => {
    assert.deepEqual(
      replaced((relation) => ({ ...relation, modality: "negated" })),
      ["China competes-with Japan negated Ada", "India supplies Kenya negated Ada"],
    );
  });
});
