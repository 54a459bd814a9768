import assert from "node:assert/strict";
import fc from "fast-check";
import { exportTaxonomy, TAXONOMY_FORMATS, type TaxonomyFormat } from "../../../../../src/core/taxonomy/exchange";
import type { Pack } from "../../../../../src/core/taxonomy/model";
import { arbitraryPack, CLASSES, codesOf, imported, meaningOf, packOf, roundTrip } from "./support";

const RUNS = { numRuns: 60 };

describe("a pack that is exported and imported again", () => {
  for (const format of ["skos", "skos-jsonld", "qdc"] as const) {
    it(`means the same through ${format}`, () => {
      fc.assert(
        fc.property(arbitraryPack, (pack) => {
          assert.deepEqual(meaningOf(roundTrip(pack, format)), meaningOf(pack));
        }),
        RUNS,
      );
    });
  }

  for (const format of ["csv", "tsv"] as const) {
    it(`means the same through ${format}, but for title, version, language and base`, () => {
      fc.assert(
        fc.property(arbitraryPack, (pack) => {
          const [back, own] = [meaningOf(roundTrip(pack, format)), meaningOf(pack)];
          assert.deepEqual({ ...back, head: [] }, { ...own, head: [] });
        }),
        RUNS,
      );
    });
  }

  it("keeps its terms, their flags, classes and entities through spacy", () => {
    fc.assert(
      fc.property(
        arbitraryPack.filter(({ entities, terms }) => entities.length + terms.length > 0),
        (pack) => {
          const { text } = exportTaxonomy([pack], "spacy", CLASSES);
          const known = { ...pack, classes: [], ignore: [], retire: [] };
          const back = importedPatterns(text);
          const namesOf = (each: typeof pack) =>
            meaningOf({
              ...each,
              entities: each.entities.map(({ id, class: classId, label, terms, line }) => ({
                id,
                class: classId,
                label,
                terms,
                line,
              })),
            });
          assert.deepEqual(namesOf(back).entities, namesOf(known).entities);
          assert.deepEqual(namesOf(back).terms, namesOf(known).terms);
        },
      ),
      RUNS,
    );
  });

  it("says what of its layers a format cannot hold", () => {
    const pack = packOf(
      'id: p\ntitle: P\nversion: 1.0.0\nlanguage: en\nextends: "@lab/packs"\nterms: { actor.state: [a land] }\nretire: [novogene]\n',
    );
    const dropped = (format: TaxonomyFormat) =>
      codesOf(exportTaxonomy([pack], format, CLASSES)).filter((code) => /extends|retire/.test(code));
    assert.deepEqual(
      TAXONOMY_FORMATS.map((format) => [format, dropped(format)]).filter(([, codes]) => codes!.length > 0),
      [
        ["spacy", ["exchange.retire", "exchange.extends"]],
        ["csv", ["exchange.extends"]],
        ["tsv", ["exchange.extends"]],
      ],
    );
  });

  it("gives the same text every time", () => {
    const pack = packOf(
      "id: p\ntitle: P\nversion: 1.0.0\nlanguage: en\nentities:\n  - { id: a, class: actor.state, label: A land }\n",
    );
    for (const format of TAXONOMY_FORMATS) {
      assert.equal(exportTaxonomy([pack], format, CLASSES).text, exportTaxonomy([pack], format, CLASSES).text);
    }
  });
});

/** Patterns name classes and cannot define them, so the reader is told of the one that the packs define. */
function importedPatterns(text: string): Pack {
  const alliance = { id: "actor.alliance", label: "Alliance", definition: "A league.", line: 1 };
  return imported(text, "spacy", { classes: new Map([...CLASSES, [alliance.id, alliance]]) });
}
