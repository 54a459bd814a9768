import assert from "node:assert/strict";
import fc from "fast-check";
import { parsePack } from "../../../../../src/core";
import { MentionCounts } from "../../../../../src/extension/presentation/entities/mention-counts";
import {
  TaxonomyTree,
  type TaxonomyNode,
  type TreeTaxonomy,
} from "../../../../../src/extension/presentation/taxonomy/taxonomy-tree";

const HEAD = `id: lakes
title: Great Lakes
version: 1.0.0
language: en
classes:
  - { id: actor.state, label: State, definition: A country. }
  - { id: infrastructure.data, label: Data, definition: Data. }
terms:
  infrastructure.data: [biobank]
entities:
`;

function taxonomyOf(entities: readonly (readonly [id: string, broader?: string | undefined])[]): TreeTaxonomy {
  const lines = entities.map(
    ([id, broader]) =>
      `  - { id: ${id}, class: actor.state, label: Land ${id}${broader === undefined ? "" : `, broader: ${broader}`} }\n`,
  );
  const { pack } = parsePack(HEAD + lines.join(""), "p.yaml");
  return {
    packs: [pack!],
    classes: new Map(pack!.classes.map((each) => [each.id, each])),
    entities: new Map(pack!.entities.map((each) => [each.id, each])),
  };
}

/** All rows below a row by id, with their depth. */
function rows(tree: TaxonomyTree, nodes: readonly TaxonomyNode[] = tree.roots, depth = 0): string[] {
  return nodes.flatMap((node) => [`${" ".repeat(depth)}${node.id}`, ...rows(tree, tree.childrenOf(node), depth + 1)]);
}

describe("the tree of a taxonomy", () => {
  it("puts an entity under its broader one, else under its class, and terms below", () => {
    assert.deepEqual(rows(new TaxonomyTree(taxonomyOf([["a"], ["b", "a"]]), "")), [
      "actor",
      " actor.state",
      "  entity:a",
      "   entity:b",
      "    entity:b/0",
      "   entity:a/0",
      "infrastructure",
      " infrastructure.data",
      "  generic:infrastructure.data",
      "   generic:infrastructure.data/0",
    ]);
  });

  it("keeps its rows apart from those of an earlier tree, of which the editor may still ask", () => {
    const before = new TaxonomyTree(taxonomyOf([["a"], ["b", "a"]]), "");
    const after = new TaxonomyTree(taxonomyOf([["a"]]), "");
    assert.deepEqual(after.childrenOf(before.entityNode("a")!), []);
    assert.deepEqual(rows(after), rows(new TaxonomyTree(taxonomyOf([["a"]]), "")));
  });

  it("keeps of a filter what matches and what is above it", () => {
    const found = rows(new TaxonomyTree(taxonomyOf([["a"], ["b", "a"], ["c"]]), "land B"));
    assert.deepEqual(found, ["actor", " actor.state", "  entity:a", "   entity:b", "    entity:b/0", "   entity:a/0"]);
    assert.deepEqual(rows(new TaxonomyTree(taxonomyOf([["a"]]), "nowhere")), []);
  });

  it("shows every entity once, whatever stands under what, circles included", () => {
    const id = fc.constantFrom("a", "b", "c", "d", "e");
    const entities = fc.uniqueArray(fc.tuple(id, fc.option(id, { nil: undefined })), { selector: ([each]) => each });
    fc.assert(
      fc.property(entities, (list) => {
        const tree = new TaxonomyTree(taxonomyOf(list), "");
        const shown = rows(tree)
          .map((row) => row.trim())
          .filter((row) => /^entity:\w$/.test(row));
        assert.deepEqual(shown.sort(), list.map(([each]) => `entity:${each}`).sort());
        for (const [each] of list) assert.equal(tree.entityNode(each)?.entity.id, each);
      }),
    );
  });

  it("gives the same row object for the same thing, so that the editor finds it", () => {
    const tree = new TaxonomyTree(taxonomyOf([["a"], ["b", "a"]]), "");
    assert.equal(tree.entityNode("b")?.parent, tree.entityNode("a"));
  });

  it("is counted by facet, class, entity and term", () => {
    const tree = new TaxonomyTree(taxonomyOf([["a"]]), "");
    const mention = {
      class: "actor.state",
      entity: "a",
      by: "lexicon" as const,
      text: "Land A",
      evidence: { pattern: "Land a" },
    };
    const counts = new MentionCounts([mention, mention]);
    const entity = tree.entityNode("a")!;
    for (const node of [tree.roots[0]!, entity.parent, entity, tree.childrenOf(entity)[0]!])
      assert.equal(counts.of(node), 2);
    assert.equal(counts.of(tree.roots[1]!), 0);
  });
});
