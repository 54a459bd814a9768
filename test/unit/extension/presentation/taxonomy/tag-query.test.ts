import assert from "node:assert/strict";
import { tagQueryAt } from "../../../../../src/extension/presentation/taxonomy/tag-query";

/** The query where `|` marks the cursor. */
function query(line: string, trigger = "[:") {
  const cursor = line.indexOf("|");
  return tagQueryAt(line.replace("|", ""), cursor, trigger);
}

describe("the name that is looked for behind a trigger", () => {
  it("is what stands between trigger and cursor, with the bracket that the editor closed", () => {
    assert.deepEqual(query("See [:ken|"), { start: 4, end: 9, words: "ken" });
    assert.deepEqual(query("See [:ken|] now"), { start: 4, end: 10, words: "ken" });
    assert.deepEqual(query("a [:b] [:World Health|"), { start: 7, end: 21, words: "World Health" });
  });

  it("is none in ordinary text: a link, a citation, a tag, or behind a closed bracket", () => {
    for (const line of ["[link|](x)", "[@smith2020|]", "[x]{.actor-state|}", "[:ken] and|", "Note: it|"]) {
      assert.equal(query(line), undefined, line);
    }
  });

  it("follows the setting, which may be empty", () => {
    assert.deepEqual(query("a @@ken|", "@@"), { start: 2, end: 7, words: "ken" });
    assert.equal(query("a [:ken|", ""), undefined);
  });
});
