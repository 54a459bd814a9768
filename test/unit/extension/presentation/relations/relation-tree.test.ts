import assert from "node:assert/strict";
import { extractRelations, type ReviewedRelation, reviewRelations } from "../../../../../src/core";
import {
  type RelationGrouping,
  relationTree,
  rowsUnder,
} from "../../../../../src/extension/presentation/relations/relation-tree";
import { readMarked } from "../../../core/classify/relations/relation-case";

const URI = "file:///report.md";
const { text, mentions } = readMarked(
  "{India|state} supplies {Kenya|state}. {India|state} may restrict {exports|flow}. {Kenya|state} supplies {Uganda|state}.",
);
const { relations } = reviewRelations(extractRelations({ text, mentions }), []);

const treeBy = (grouping: RelationGrouping, of: readonly ReviewedRelation[] = relations) =>
  relationTree(URI, of, grouping);

describe("relationTree", () => {
  it("groups by type, the largest group first, rows in the order of the text", () => {
    assert.deepEqual(
      treeBy("type", [...relations].reverse()).map(({ key, children }) => [
        key,
        children.map(({ relation }) => relation.source.text),
      ]),
      [
        ["supplies", ["India", "Kenya"]],
        ["restricts", ["India"]],
      ],
    );
  });

  it("groups by who acts", () => {
    assert.deepEqual(treeBy("actor").map(({ key, children }) => [key, children.length]), [["India", 2], ["Kenya", 1]]); // prettier-ignore
  });

  it("has rows that refer to their relations", () => {
    const [row] = treeBy("type")[0]!.children;
    assert.deepEqual(row, {
      kind: "relation",
      relation: relations[0],
      uri: URI,
      foundType: "supplies",
      sourceStart: relations[0]!.source.start,
      targetStart: relations[0]!.target.start,
    });
  });
});

describe("rowsUnder", () => {
  it("gives the rows of groups too, each once", () => {
    const [supplies, restricts] = treeBy("type");
    const [first, second] = supplies!.children;
    assert.deepEqual(rowsUnder([second!, supplies!]), [second, first]);
    assert.deepEqual(rowsUnder([restricts!]), restricts!.children);
    assert.deepEqual(rowsUnder([]), []);
  });
});
