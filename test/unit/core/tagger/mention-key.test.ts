import assert from "node:assert/strict";
import { betterName, mentionKey, mentionName } from "../../../../src/core";

describe("the key of a mention", () => {
  it("is its entity, whatever its words and class", () => {
    assert.equal(mentionKey({ entity: "uk-biobank", class: "infrastructure.data", text: "UKB" }), "uk-biobank");
  });

  it("is class and head form of what has no entity", () => {
    const keyOf = (text: string) => mentionKey({ class: "infrastructure.data", text });
    assert.equal(keyOf("Biobanks"), "infrastructure.data|biobank");
    assert.equal(keyOf("health\n  data"), "infrastructure.data|health data");
    assert.notEqual(keyOf("Chinese biobanks"), keyOf("biobanks"));
    assert.notEqual(mentionKey({ class: "actor.research", text: "biobank" }), keyOf("biobank"));
  });

  it("is the same after more words than are kept in mind", () => {
    const keyOf = (text: string) => mentionKey({ class: "infrastructure.data", text });
    for (let i = 0; i < 10_001; i++) keyOf(`registry ${i}`);
    assert.equal(keyOf("Registry 1"), "infrastructure.data|registry 1");
    assert.equal(keyOf("Biobanks"), "infrastructure.data|biobank");
  });
});

describe("the name of a mention", () => {
  const CLASS = "infrastructure.data";
  const nameOf = (pattern: string, text: string) =>
    mentionName({ by: "lexicon", class: CLASS, evidence: { pattern }, text });

  it("is the term as its pack writes it", () => {
    assert.equal(nameOf("country", "Countries"), "country");
    assert.equal(nameOf("data centre", "Datacenters"), "data centre");
  });

  it("is the words found where they are more than the term, or the pack writes many terms as one", () => {
    assert.equal(nameOf("biobank", "Chinese\nbiobanks"), "Chinese biobanks");
    assert.equal(nameOf("[human] genome", "human  genome"), "human genome");
  });

  it("is the words found where no term of a pack is behind it", () => {
    const evidence = { pattern: "ministries" };
    assert.equal(mentionName({ by: "rule", class: CLASS, evidence, text: "Ministries" }), "Ministries");
    assert.equal(mentionName({ class: CLASS, text: "Ministries" }), "Ministries");
  });
});

describe("the better name", () => {
  const better = (names: readonly string[], entity?: string) => names.reduce((a, b) => betterName(a, b, entity));

  it("is the shortest, and of equals the one in lower case, in any order", () => {
    const names = ["biobanks", "Biobank", "Biobanks", "biobank"];
    assert.equal(better(names), "biobank");
    assert.equal(better([...names].reverse()), "biobank");
  });

  it("is the longest for what only a document knows, for that is no abbreviation", () => {
    assert.equal(better(["VT", "Verano Trellis", "Trellis"], "document:verano-trellis"), "Verano Trellis");
  });
});
