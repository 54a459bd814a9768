import assert from "node:assert/strict";
import { documentThemes, loadDefaultTaxonomy } from "../../../../src/core";

describe("the themes of a document", () => {
  it("are those of its passages, each once and by its name, sorted by id", () => {
    const { themes } = loadDefaultTaxonomy();
    const [first, second] = [...themes.keys()].sort();
    assert.ok(first !== undefined && second !== undefined);
    const found = [second, "team.own", first, second].map((theme) => ({ theme }));
    assert.deepEqual(documentThemes(found, themes), [
      { id: first, label: themes.get(first)!.theme.label },
      { id: second, label: themes.get(second)!.theme.label },
      { id: "team.own", label: "team.own" },
    ]);
    assert.deepEqual(documentThemes([], themes), []);
  });
});
