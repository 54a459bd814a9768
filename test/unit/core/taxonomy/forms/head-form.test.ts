import assert from "node:assert/strict";
import fc from "fast-check";
import { loadDefaultTaxonomy } from "../../../../../src/core";
import { expandTerm } from "../../../../../src/core/taxonomy/forms/expansion";
import { headForm } from "../../../../../src/core/taxonomy/forms/head-form";
import { formsOf } from "../../../../../src/core/taxonomy/forms/word-forms";

describe("the head form of a phrase", () => {
  const alike: readonly (readonly [form: string, ...written: string[]])[] = [
    ["biobank", "biobank", "Biobanks", "BIOBANKS", "bio-bank", "bio banks"],
    ["health policy", "health policy", "Health  Policies", "health\npolicies", "health-policy"],
    ["licensing program", "licensing programme", "licencing programs"],
    ["datacenter", "data centre", "data centers", "datacentres", "Data-Centre"],
    ["organization", "organisation", "Organizations"],
    ["intensive healthcare", "intensive health care", "intensive healthcare"],
    ["startup", "start-up", "start-ups", "startups"],
    ["geopolitic", "geopolitics", "geo-politics"],
    ["api", "API", "APIs"],
    ["mp", "MP", "MPs", "M.P.s"],
    ["us hospital", "U.S. hospitals", "US hospital"],
    ["r and d", "R&D", "R & D", "R and D"],
    ["virus", "virus", "viruses"],
    ["database", "database", "databases", "data bases"],
    ["legal base", "legal basis", "legal bases"],
    ["clinic", "clinic", "clinics"],
    ["bureau", "bureau", "bureaus"],
    ["ministere de la sante", "Ministère de la Santé"],
    ["¶", "¶"],
  ];
  for (const [form, ...written] of alike)
    it(`is “${form}” of ${written.join(", ")}`, () => {
      for (const phrase of written) assert.equal(headForm(phrase), form, phrase);
    });

  it("differs where the words do", () => {
    const phrases = ["biobank", "Chinese biobank", "biobank network", "banks", "bases of health", "health", "data"];
    assert.equal(new Set(phrases.map(headForm)).size, phrases.length);
  });

  it("is that of the term for what the term matches", () => {
    const terms = loadDefaultTaxonomy().packs.flatMap(({ terms: all }) => all);
    let [forms, others] = [0, 0];
    for (const { term } of terms) {
      const expanded = expandTerm(term.text);
      for (const written of "expansions" in expanded ? expanded.expansions : []) {
        if (!/^[a-z][a-z -]+$/.test(written)) continue;
        for (const { words } of formsOf(written, { case: term.case, isName: false, plural: term.plural ?? true })) {
          forms++;
          if (headForm(words.map(({ folded }) => folded).join(" ")) !== headForm(written)) others++;
        }
      }
    }
    assert.ok(forms > 10_000);
    // Plurals of two words, such as "media".
    assert.ok(others / forms < 0.0005, `${others} of ${forms}`);
  });

  it("is the same for a phrase in capitals and with other gaps, for any words", () => {
    const word = fc.stringMatching(/^[a-z]{2,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const form = headForm(words.join(" "));
        assert.equal(headForm(words.join("-")), form);
        assert.equal(headForm(words.join("\n")), form);
        assert.equal(headForm(words.map((each) => each[0]!.toUpperCase() + each.slice(1)).join(" ")), form);
      }),
    );
  });
});
