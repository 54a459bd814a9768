import assert from "node:assert/strict";
import fc from "fast-check";
import * as cases from "./cases";
import { relationsIn, written } from "./relation-case";

describe("extractRelations", () => {
  for (const [name, table] of Object.entries(cases)) {
    describe(`reads ${name}`, () => {
      for (const [text, ...expected] of table) {
        it(text.replace(/\{([^|]+)\|[^}]+\}/gu, "$1"), () => {
          assert.deepEqual(relationsIn(text).map(written).sort(), [...expected].sort());
        });
      }
    });
  }

  it("reads any order of words without an exception", () => {
    const words = fc.constantFrom(
      ..."{Kenya|state} {Roche|company} {Biobank|data} {sequencers|sequencing} {curbs|flow} holds shared supplying urged signed".split(" "),
      ..."supplier reliance deal half plan it its the no of by from to with between as and or , that which who ; is was has not may".split(" "),
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(words, { minLength: 3, maxLength: 20 }), (order) => {
        assert.doesNotThrow(() => relationsIn(`${order.join(" ")}.`));
      }),
      { numRuns: 2000 },
    );
  });
});
