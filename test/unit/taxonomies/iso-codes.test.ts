import assert from "node:assert/strict";
import { isValid } from "i18n-iso-countries";
import { loadBuiltInPacks } from "../../../src/core/taxonomy/built-in";

describe("the ISO 3166 codes of the built-in packs", () => {
  const { packs } = loadBuiltInPacks();
  const codes = packs.flatMap(({ entities }) => entities.flatMap(({ links }) => links?.["iso3166"] ?? []));

  it("are codes of the standard", () => {
    assert.deepEqual(
      codes.filter((code) => !isValid(code)),
      [],
    );
  });

  it("name every country once", () => {
    assert.equal(new Set(codes).size, codes.length);
    assert.ok(codes.length >= 195);
  });
});
