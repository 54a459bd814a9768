import assert from "node:assert/strict";
import { LOCAL_ENTITY_PREFIX, localEntityOf } from "../../../../../src/core/tagger/discovery/candidates";

describe("entities that only a document knows", () => {
  it("have the words of the name for an id, whatever their case, accents and punctuation", () => {
    assert.equal(localEntityOf("Guilde Médicale d'Abidjan"), "document:guilde-medicale-d-abidjan");
    assert.equal(localEntityOf("GUILDE  medicale d’Abidjan"), localEntityOf("Guilde Médicale d'Abidjan"));
  });

  it("can never be taken for an entity of a pack", () => {
    assert.doesNotMatch(LOCAL_ENTITY_PREFIX, /^[a-z0-9-]*$/);
  });
});
