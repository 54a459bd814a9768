import assert from "node:assert/strict";
import { compileTaxonomy } from "../../../../src/core/taxonomy/taxonomy";
import { checkRetirements } from "../../../../src/core/taxonomy/retirement";
import { createTagger } from "../../../../src/core/tagger/tagger";
import { classPack, packOf } from "../../support/taxonomies";

const BASE = packOf(
  `entities:
  - { id: acme, class: actor.company, label: Acme Genomics, terms: [Acme] }
  - { id: china, class: actor.state, label: China, terms: [Chinese] }
terms:
  actor.company: [cloud provider]
`,
  "built-in",
  "base",
);

function found(text: string, ...packs: (typeof BASE)[]): string[] {
  const { mentions } = createTagger(compileTaxonomy([classPack, BASE, ...packs])).tag(text);
  return mentions.map((mention) => mention.text);
}

describe("retiring", () => {
  const text = "Acme, Chinese and China use a cloud provider.";

  it("an entity takes all its names out, and the entity itself", () => {
    const later = packOf("retire: [acme]\n");
    assert.deepEqual(found(text, later), ["Chinese", "China", "cloud provider"]);
    assert.equal(compileTaxonomy([classPack, BASE, later]).entities.has("acme"), false);
  });

  it("a term of a class leaves the others", () => {
    const later = packOf(
      'retire: [{ class: actor.state, text: chinese }, { class: actor.company, text: "Cloud Provider" }]\n',
    );
    assert.deepEqual(found(text, later), ["Acme", "China"]);
  });

  it("speaks to earlier layers only, and a still later one may bring back", () => {
    const shared = packOf("retire: [acme]\n", "shared", "shared");
    const back = packOf("entities: [{ id: acme, class: actor.research, label: Acme }]\n");
    assert.deepEqual(found(text, shared, back), ["Acme", "Chinese", "China", "cloud provider"]);
    assert.deepEqual(found("Acme", packOf("retire: [acme]\n", "built-in", "same")), ["Acme"]);
  });

  it("reaches a shared pack from the one that extends it, which may also redefine its ids", () => {
    const one = packOf("entities: [{ id: zed, class: actor.company, label: Zed }]\n", "shared", "one");
    const two = packOf("extends: one\nretire: [zed]\n", "shared", "two");
    assert.deepEqual(found("Zed", one, two), []);
    const three = packOf("extends: one\nentities: [{ id: zed, class: actor.state, label: Zed }]\n", "shared", "three");
    const taxonomy = compileTaxonomy([classPack, BASE, one, three]);
    assert.deepEqual(taxonomy.problems, []);
    assert.equal(taxonomy.entities.get("zed")?.class, "actor.state");
  });

  it("of what no earlier layer has is a problem at its line", () => {
    const later = packOf("retire:\n  - acme\n  - acmee\n  - { class: actor.state, text: Chinesse }\n");
    assert.deepEqual(
      checkRetirements([classPack, BASE, later]).map(({ line, subject, severity }) => [line, subject, severity]),
      [
        [7, "acmee", "warning"],
        [8, "Chinesse", "warning"],
      ],
    );
  });
});
