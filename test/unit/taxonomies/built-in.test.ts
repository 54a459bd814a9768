import assert from "node:assert/strict";
import { loadBuiltInPacks, loadDefaultTaxonomy } from "../../../src/core/taxonomy/built-in";
import { formatProblem } from "../../../src/core/problem";
import { checkTaxonomy } from "../../../src/core/taxonomy/checks/check";
import { runPackTests } from "../../../src/core/tagger/pack-tests";
import { createThemeClassifier } from "../../../src/core/classify/themes/theme-classifier";
import { themesOfText } from "../../../src/core/classify/themes/theme-examples";
import { FACETS, facetOf } from "../../../src/core/taxonomy/scheme";
import { createTagger } from "../../../src/core/tagger/tagger";

const { packs } = loadBuiltInPacks();
const taxonomy = loadDefaultTaxonomy();
const tagger = createTagger(taxonomy);
const classifier = createThemeClassifier(taxonomy);

describe("the built-in taxonomy", () => {
  it("has the 23 classes of the scheme and something to say of each", () => {
    const ids = [...taxonomy.classes.keys()];
    const perFacet = FACETS.map((facet) => ids.filter((id) => facetOf(id) === facet).length);
    assert.deepEqual(perFacet, [8, 8, 7]);
    for (const id of ids) {
      const known = packs.some(
        (pack) => pack.entities.some((entity) => entity.class === id) || pack.terms.some((term) => term.class === id),
      );
      assert.ok(known, id);
    }
  });

  it("knows at least 3,000 entities and 1,500 generic terms", () => {
    assert.ok(taxonomy.entities.size >= 3000, `${taxonomy.entities.size} entities`);
    const generic = packs.reduce((sum, pack) => sum + pack.terms.length, 0);
    assert.ok(generic >= 1500, `${generic} generic terms`);
  });

  it("fits together without a problem", () => {
    assert.deepEqual([...taxonomy.problems, ...tagger.problems, ...classifier.problems], []);
  });

  it("has no duplicate, shadowed or unreachable term and no entity without a label", () => {
    assert.deepEqual(checkTaxonomy(taxonomy).map(formatProblem), []);
  });

  for (const pack of packs.filter(({ tests, rules, themes }) => tests.length + rules.length + themes.length > 0)) {
    it(`holds what its tests and examples say in ${pack.id}`, () => {
      const { failures } = runPackTests(pack, (text) => tagger.tag(text).mentions, themesOfText(tagger, classifier));
      assert.deepEqual(
        failures.map(({ uri, line, message }) => `${uri}:${line ?? 0} ${message}`),
        [],
      );
    });
  }
});
