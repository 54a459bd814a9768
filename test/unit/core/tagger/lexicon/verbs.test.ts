import assert from "node:assert/strict";
import { createTagger } from "../../../../../src/core/tagger/tagger";
import { loadDefaultTaxonomy } from "../../../../../src/core/taxonomy/built-in";

describe("verbs that look like generic terms", () => {
  const tagger = createTagger(loadDefaultTaxonomy());
  const found = (text: string) => tagger.tag(text).mentions.map((mention) => mention.text);

  it("are no mentions where an object stands behind them", () => {
    for (const [text, verb] of [
      ["Companies patent the gene.", "patent"],
      ["Hospitals trial a device.", "trial"],
      ["Users who breach the terms are fined.", "breach"],
      ["India stockpiles its vaccines.", "stockpiles"],
      ["Firms export their goods to Kenya.", "export"],
    ] as const)
      assert.ok(!found(text).includes(verb), text);
  });

  it("are no mentions behind a modal verb", () => {
    assert.ok(!found("No person shall transfer human biological material.").includes("transfer"));
    assert.ok(found("Shall the transfer of samples go on?").includes("transfer"));
  });

  it("are mentions where they are nouns, whatever stands behind them", () => {
    assert.ok(found("They filed a patent the next day.").includes("patent"));
    assert.ok(found("Without exports the vaccine makers fail.").includes("exports"));
    assert.ok(found("The ban on exports of vaccines ended.").includes("exports"));
  });
});
