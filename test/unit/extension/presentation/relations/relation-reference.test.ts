import assert from "node:assert/strict";
import { extractRelations, newRelation, quoteOf, reviewRelations } from "../../../../../src/core";
import {
  isFoundReference,
  isReferred,
  referenceOf,
} from "../../../../../src/extension/presentation/relations/relation-reference";
import { isRelationReference } from "../../../../../src/extension/presentation/relations/relations";
import { readMarked } from "../../../core/classify/relations/relation-case";

const URI = "file:///report.md";
const { text, mentions } = readMarked("{India|state} supplies {Kenya|state}. {Kenya|state} supplies {Uganda|state}.");
const found = extractRelations({ text, mentions });
const suggested = reviewRelations(found, []).relations;

const { type, source, target } = suggested[0]!;
const relation = newRelation(
  { type, status: "rejected", source: quoteOf(text, source), target: quoteOf(text, target) },
  { time: "2026-07-01T09:30:00Z" },
);
const decided = reviewRelations(found, [{ relation, source, target }]);

describe("references to relations", () => {
  it("lead to one that is found by its type and its ends", () => {
    const reference = referenceOf(URI, suggested[1]!);
    assert.ok(isFoundReference(reference) && !isRelationReference(reference));
    assert.deepEqual(
      suggested.filter((each) => isReferred(reference, each)),
      [suggested[1]],
    );
  });

  it("lead to one that is decided by its record", () => {
    const reference = referenceOf(URI, decided.rejected[0]!);
    assert.deepEqual(reference, { uri: URI, relationId: relation.id });
    assert.deepEqual(
      [...decided.relations, ...decided.rejected].filter((each) => isReferred(reference, each)),
      decided.rejected,
    );
  });

  it("lead to one that somebody decided on meanwhile", () => {
    assert.ok(isReferred(referenceOf(URI, suggested[0]!), decided.rejected[0]!));
  });

  it("are told from other arguments", () => {
    for (const argument of [undefined, null, "x", { uri: URI }, { uri: URI, foundType: "supplies" }])
      assert.ok(!isFoundReference(argument));
  });
});
