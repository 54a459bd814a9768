import assert from "node:assert/strict";
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
});
