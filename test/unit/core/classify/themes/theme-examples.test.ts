import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { checkThemeExamples, themesOfText } from "../../../../../src/core/classify/themes/theme-examples";
import { createThemeClassifier } from "../../../../../src/core/classify/themes/theme-classifier";
import { loadBuiltInPacks } from "../../../../../src/core/taxonomy/built-in";
import { extendTaxonomy } from "../../../../../src/core/taxonomy/compiled-packs";
import { createTagger } from "../../../../../src/core/tagger/tagger";
import { runPackTests } from "../../../../../src/core/tagger/pack-tests";
import { packOf } from "../../../support/taxonomies";

/** The pack of the guide on themes. */
const GUIDE = /```yaml\n(themes:[^]*?)```/.exec(readFileSync("docs/themes.md", "utf8"))![1]!;

const pack = packOf(GUIDE);
const taxonomy = extendTaxonomy(loadBuiltInPacks(), [pack]);
const tagger = createTagger(taxonomy);
const themesOf = themesOfText(tagger, createThemeClassifier(taxonomy));

describe("examples of themes", () => {
  it("hold for the theme of the guide", () => {
    const report = runPackTests(pack, (text) => tagger.tag(text).mentions, themesOf);
    assert.deepEqual(report, { passed: 1, failures: [] });
  });

  it("fail at the theme's line where a hit is missed or a miss is hit", () => {
    const [theme] = pack.themes;
    assert.ok(theme !== undefined);
    const wrong = { ...theme, hits: theme.misses, misses: theme.hits };
    const problems = checkThemeExamples(wrong, pack.uri, themesOf);
    assert.deepEqual(
      problems.map(({ code, line, subject }) => [code, line, subject]),
      [
        ["theme.hit", theme.line, "impact.brain-drain"],
        ["theme.miss", theme.line, "impact.brain-drain"],
      ],
    );
  });
});
