import assert from "node:assert/strict";
import { extractRelations, type FoundRelation, quoteOf, type Relation } from "../../../../../src/core";
import {
  isFoundReference,
  isReferred,
  relationTree,
  shownDecided,
  shownFound,
  undecided,
} from "../../../../../src/extension/presentation/relations/relation-tree";
import { readMarked } from "../../../core/classify/relations/relation-case";

const { text, mentions } = readMarked(
  "{India|state} supplies {Kenya|state}. {India|state} may restrict {exports|flow}. {Kenya|state} supplies {Uganda|state}.",
);
const found = extractRelations({ text, mentions });

function decided({ type, source, target }: FoundRelation) {
  const quotes = { source: quoteOf(text, source), target: quoteOf(text, target) };
  const relation: Relation = { kind: "relation", id: "r1", type, time: "2026-01-01T00:00:00Z", ...quotes };
  return { relation, source: source.mention, target: target.mention };
}

describe("relationTree", () => {
  it("groups by type, the largest group first, rows in the order of the text", () => {
    const tree = relationTree(found.map(shownFound), "type");
    assert.deepEqual(
      tree.map(({ key, children }) => [key, children.map(({ relation }) => relation.source.text)]),
      [
        ["supplies", ["India", "Kenya"]],
        ["restricts", ["India"]],
      ],
    );
  });

  it("groups by who acts", () => {
    const tree = relationTree(found.map(shownFound), "actor");
    assert.deepEqual(tree.map(({ key, children }) => [key, children.length]), [["India", 2], ["Kenya", 1]]); // prettier-ignore
  });

  it("leaves out what somebody decided already, and only that", () => {
    const record = decided(found[0]!);
    assert.deepEqual(undecided(found, [record]), found.slice(1));
    assert.equal(shownDecided(record).id, "r1");
    const other = { ...record, relation: { ...record.relation, type: "funds" as const } };
    assert.deepEqual(undecided(found, [other]), found);
  });

  it("shows no modality where the text asserts", () => {
    assert.deepEqual(found.map((relation) => shownFound(relation).modality), [undefined, "possible", undefined]); // prettier-ignore
  });

  it("knows a found relation by its reference", () => {
    const { type, source, target } = found[1]!;
    const reference = { uri: "file:///a", foundType: type, sourceStart: source.start, targetStart: target.start };
    assert.ok(isFoundReference(reference));
    assert.deepEqual(found.filter((relation) => isReferred(reference, relation)), [found[1]]); // prettier-ignore
    assert.ok(!isFoundReference({ uri: "file:///a" }) && !isFoundReference(undefined));
  });
});
