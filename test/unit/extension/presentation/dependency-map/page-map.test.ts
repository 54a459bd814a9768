import assert from "node:assert/strict";
import { dependencyMap, extractRelations, narrowMap, readPassages } from "../../../../../src/core";
import { pageMap } from "../../../../../src/extension/presentation/dependency-map/page-map";
import { readMarked } from "../../../core/classify/relations/relation-case";

const ABOUT = { documents: 2, withoutMention: 0 };

function mapOf(...sentences: string[]) {
  const documents = sentences.map((marked, i) => {
    const { text, mentions } = readMarked(marked);
    const passages = readPassages(text, "plain");
    return { path: `${i}.md`, text, passages, relations: extractRelations({ text, passages, mentions }) };
  });
  return dependencyMap(documents, () => undefined);
}

const MAP = mapOf(
  "{India|state} supplies {vaccines|product}. {India|state} supplied {vaccines|product}. {Kenya|state} relies on {India|state}.",
  "{India|state} supplies {vaccines|product}.",
);

describe("pageMap", () => {
  it("has a row and a line for each edge, the best supported first, with names, support and documents", () => {
    const { edges, nodes } = pageMap(MAP, ABOUT);
    assert.deepEqual(
      edges.map(({ source, type, target, support, documents }) => [source, type, target, support, documents]),
      [
        ["India", "supplies", "vaccines", 3, 2],
        ["Kenya", "depends-on", "India", 1, 1],
      ],
    );
    assert.ok(edges.every(({ line }) => line !== undefined));
    assert.ok(edges[0]!.line!.width > edges[1]!.line!.width);
    assert.deepEqual(nodes.map(({ label, facet }) => [label, facet]).sort(), [
      ["India", "actor"],
      ["Kenya", "actor"],
      ["vaccines", "infrastructure"],
    ]);
  });

  it("draws no more edges than a picture can show, and lists the others", () => {
    const names = Array.from({ length: 160 }, (_, i) => `Corp ${String.fromCharCode(65 + (i % 26))}${i}`);
    const many = mapOf(...names.map((name) => `{${name}|company} owns the {registry|data}.`));
    const { edges, nodes, edgesInAll } = pageMap(many, ABOUT);
    assert.equal(edgesInAll, 160);
    assert.equal(edges.length, 160);
    assert.equal(edges.filter(({ line }) => line !== undefined).length, 150);
    assert.equal(nodes.length, 151);
  });
});

describe("narrowMap", () => {
  it("keeps the ends of kept edges, and counts their relations again", () => {
    const { nodes, edges } = narrowMap(MAP, ({ support }) => support >= 2);
    assert.equal(edges.length, 1);
    assert.deepEqual(
      nodes.map(({ label, degree }) => [label, degree]),
      [
        ["India", 3],
        ["vaccines", 3],
      ],
    );
    assert.deepEqual(
      narrowMap(MAP, () => true),
      MAP,
    );
    assert.deepEqual(
      narrowMap(MAP, () => false),
      { nodes: [], edges: [] },
    );
  });
});
