import assert from "node:assert/strict";
import { closedCompound, mayBeCompound, partsOfCompound } from "../../../../src/core/taxonomy/forms/compounds";
import { inflectionsOf } from "../../../../src/core/taxonomy/forms/inflection";
import { spellingsOf } from "../../../../src/core/taxonomy/forms/spelling";
import { hashFolded } from "../../../../src/core/text/code-units";

describe("inflecting a head word", () => {
  const cases: [word: string, other: string | undefined][] = [
    ["biobank", "biobanks"],
    ["biobanks", "biobank"],
    ["authority", "authorities"],
    ["authorities", "authority"],
    ["process", "processes"],
    ["analysis", "analyses"],
    ["criterion", "criteria"],
    ["genomics", undefined],
    ["diagnostics", undefined],
    ["data", undefined],
    ["arms", undefined],
    ["virus", "viruses"],
    ["viruses", "virus"],
    ["campuses", "campus"],
    ["causes", "cause"],
    ["warehouses", "warehouse"],
    ["uses", "use"],
    ["excuses", "excuse"],
    ["day", "days"],
  ];
  for (const [word, other] of cases) {
    it(`${word}: ${other ?? "no other form"}`, () => {
      assert.deepEqual(inflectionsOf(word), other === undefined ? [word] : [word, other]);
    });
  }
});

describe("spelling a word", () => {
  const families: [string, string][] = [
    ["organisation", "organization"],
    ["programmes", "programs"],
    ["centre", "center"],
    ["standardised", "standardized"],
    ["paediatric", "pediatric"],
  ];
  for (const [british, american] of families) {
    it(`takes ${british} and ${american} for one word`, () => {
      assert.deepEqual(new Set(spellingsOf(british)), new Set([british, american]));
      assert.equal(spellingsOf(british)[0], spellingsOf(american)[0]);
    });
  }

  for (const word of ["enterprise", "expertise", "promise", "genome", "size"]) {
    it(`knows one spelling of ${word}`, () => {
      assert.deepEqual(spellingsOf(word), [word]);
    });
  }
});

describe("compounds", () => {
  it("are open or closed", () => {
    assert.deepEqual(partsOfCompound("healthcare"), ["health", "care"]);
    assert.equal(closedCompound("data", "centre"), "datacenter");
    assert.equal(closedCompound("genomic", "data"), undefined);
  });

  it("are known by their hashes in every spelling", () => {
    for (const closed of ["healthcare", "datacenter", "datacentre", "biodefense", "deglobalisation"]) {
      assert.ok(mayBeCompound(hashFolded(closed), undefined), closed);
    }
    for (const [first, second] of [
      ["health", "care"],
      ["data", "centre"],
      ["bio", "defense"],
    ] as const) {
      assert.ok(mayBeCompound(hashFolded(first), hashFolded(second)), `${first} ${second}`);
    }
    assert.equal(mayBeCompound(hashFolded("health"), hashFolded("ministry")), false);
    assert.equal(mayBeCompound(hashFolded("health"), undefined), false);
  });
});
