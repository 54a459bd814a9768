import assert from "node:assert/strict";
import fc from "fast-check";
import { addIgnoredTerm, newWorkspacePack } from "../../../../../src/core/taxonomy/packs/pack-edit";
import { parsePack } from "../../../../../src/core/taxonomy/packs/pack-parser";

function ignoredIn(source: string): string[] | undefined {
  return parsePack(source, "p.yaml").pack?.ignore.map((term) => term.text);
}

describe("ignoring a phrase in a pack", () => {
  it("starts from a new pack that is valid", () => {
    assert.deepEqual(ignoredIn(newWorkspacePack("Team")), []);
  });

  it("keeps comments and order of what is there", () => {
    const source = `${newWorkspacePack("Team")}# Ours\nignore:\n  - blood bank # of a hospital\nterms:\n  actor.state: [we] # us\n`;
    const result = addIgnoredTerm(source, "milk bank", "p.yaml");
    assert.ok("source" in result);
    assert.equal(result.source, source.replace("hospital\n", "hospital\n  - milk bank\n"));
  });

  it("adds to a list in brackets, empty or not", () => {
    const head = newWorkspacePack("Team");
    for (const [before, after] of [
      ["ignore: [a, b] # c\n", "ignore: [a, b, milk bank] # c\n"],
      ["ignore:\ntests: []\n", "ignore:\n  - milk bank\ntests: []\n"],
      ["ignore: # none\n", "ignore:\n  - milk bank # none\n"],
      ["ignore: []\n", "ignore: [milk bank]\n"],
      ["ignore:\n- { text: a }\n\n# end", "ignore:\n- { text: a }\n- milk bank\n\n# end"],
    ]) {
      assert.deepEqual(addIgnoredTerm(head + before!, "milk bank", "p.yaml"), { source: head + after! });
    }
  });

  it("changes nothing where the phrase is ignored already", () => {
    const source = `${newWorkspacePack("Team")}ignore: [milk bank]\n`;
    assert.deepEqual(addIgnoredTerm(source, "milk bank", "p.yaml"), { source });
  });

  it("refuses to touch a pack that is broken", () => {
    const result = addIgnoredTerm("id: [", "x", "p.yaml");
    assert.ok("problems" in result && result.problems.length > 0);
  });

  it("writes any phrase so that it reads back", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z][\w ,.:#'"{}&*!%@`-]{0,30}[a-z]$/), (phrase) => {
        const result = addIgnoredTerm(newWorkspacePack("Team"), phrase, "p.yaml");
        assert.ok("source" in result);
        assert.deepEqual(ignoredIn(result.source), [phrase]);
        const listed = addIgnoredTerm(`${newWorkspacePack("Team")}ignore: [zebra]\n`, phrase, "p.yaml");
        assert.ok("source" in listed);
        assert.deepEqual(ignoredIn(listed.source), ["zebra", phrase]);
      }),
    );
  });
});
