import assert from "node:assert/strict";
import { loadDefaultTaxonomy } from "../../../../../src/core";
import { scanKey, type TaggedWith } from "../../../../../src/extension/services/scan/scan-key";
import { packOf } from "../../../support/taxonomies";

const TEAM = "terms:\n  infrastructure.data: [sample vault]\n";

describe("the key of what a scan found", () => {
  const builtIn = loadDefaultTaxonomy().packs;
  const teamWith = (body: string) => [packOf(body)];
  const base: TaggedWith = {
    version: "1.0.0",
    builtIn: { size: 1000, mtime: 1 },
    discovery: true,
    packs: [...builtIn, ...teamWith(TEAM)],
  };

  it("is the same for the same packs read again", () => {
    assert.equal(scanKey(base), scanKey({ ...base, packs: [...loadDefaultTaxonomy().packs, ...teamWith(TEAM)] }));
  });

  for (const [what, other] of Object.entries({
    "another version": { version: "1.0.1" },
    "another file of built-in packs": { builtIn: { size: 1001, mtime: 1 } },
    "a file of built-in packs of another time": { builtIn: { size: 1000, mtime: 2 } },
    "no candidates": { discovery: false },
    "a term changed in a pack of the team, under the same version": {
      packs: [...builtIn, ...teamWith(TEAM.replace("vault", "store"))],
    },
    "a pack fewer": { packs: builtIn },
  }))
    it(`is another one for ${what}`, () => {
      assert.notEqual(scanKey({ ...base, ...other }), scanKey(base));
    });
});
