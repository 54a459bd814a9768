import assert from "node:assert/strict";
import type { Entity } from "../../../../../src/core";
import { searchEntities } from "../../../../../src/extension/presentation/entities/entity-search";

function entity(id: string, ...names: readonly string[]): Entity {
  const terms = names.map((text) => ({ text, line: 1 }));
  return { id, class: "actor.intergovernmental", label: names[0]!, terms, line: 1 };
}

const ENTITIES = [
  entity("ewho", "Office of the WHO in Europe"),
  entity("who", "World Health Organization", "WHO"),
  entity("whoever", "WHO Foundation"),
  entity("trust", "Wholesale Trust"),
  entity("cote", "Côte d’Ivoire"),
];
const idsOf = (words: string, most = 10) => searchEntities(ENTITIES, words, most).map(({ entity: { id } }) => id);

describe("searching for an entity", () => {
  it("finds by any name: whole names first, then beginnings, then words inside", () => {
    assert.deepEqual(idsOf("who"), ["who", "whoever", "trust", "ewho"]);
  });

  it("tells the name that matched", () => {
    assert.equal(searchEntities(ENTITIES, "who", 1)[0]?.name, "WHO");
  });

  it("does not mind upper case, accents and line breaks", () => {
    assert.deepEqual(idsOf("COTE"), ["cote"]);
    assert.deepEqual(idsOf("world\nhealth"), ["who"]);
  });

  it("finds nothing for nothing, and no more than asked for", () => {
    assert.deepEqual(idsOf("  "), []);
    assert.equal(idsOf("who", 2).length, 2);
  });
});
