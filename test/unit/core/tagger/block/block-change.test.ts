import assert from "node:assert/strict";
import fc from "fast-check";
import { createTagger } from "../../../../../src/core/tagger/tagger";
import { applyEdit, type Edit } from "../../../../../src/core/text/span";
import { taggerOf } from "../../../support/taxonomies";

/** Terms whose conditions look as far as conditions can: at words beside, at sentences, lines and whole blocks. */
const TERMS = `
entities:
  - { id: georgia, class: actor.state, label: Georgia, terms: [{ text: Georgia, near: [Tbilisi, Black Sea], notNear: [Atlanta] }] }
  - { id: turkiye, class: actor.state, label: Republic of Türkiye, terms: [{ text: Turkey, case: ambiguous, notBefore: [vulture] }] }
  - { id: chad, class: actor.state, label: Republic of Chad, terms: [{ text: Chad, case: ambiguous, notAfter: [Mister] }] }
  - { id: saint-lucia, class: actor.state, label: Saint Lucia, terms: [St. Lucia, "Hm. Lucia"] }
  - { id: seek, class: actor.company, label: Seek Inc. }
  - { id: china, class: actor.state, label: China, terms: [Chinese] }
  - { id: who, class: actor.intergovernmental, label: World Health Organization, terms: [WHO] }
terms:
  actor.company: [{ text: provider, near: [cloud, storage of data] }]
  infrastructure.data: [biobank, { text: register, near: [patient] }, patent]
  infrastructure.sequencing: [{ text: reader, near: [genome] }]
ignore: [china clay]
rules:
  - { id: ministry, class: actor.agency, match: "Ministry of @isTitleCase", examples: { hit: [Ministry of Trade] } }
`;

const tagger = taggerOf(TERMS);

const PIECES = [
  "Georgia rose. ",
  "Tbilisi fell. ",
  "The Black Sea and Atlanta. ",
  "Turkey buys from Chad. ",
  "A Turkey vulture met Mister Chad. ",
  "TURKEY AND CHAD AGREE. ",
  "TURKEY AND CHAD AGREE.\n",
  "Hm. Lucia in St. Lucia. ",
  "Lucia ",
  "Seek Inc. Chinese biobanks grew. ",
  "The provider has a register and a reader. ",
  "Every cloud and genome. ",
  "The storage of. Data lie. ",
  "A patient! ",
  "They patent the china clay of China. ",
  "The Ministry of Trade is near. ",
  "The World Health Organization (WHO) of WHO. ",
  "中文China。 ",
  "[big Georgia. The biobank]{.actor-company} ",
  "**China** and `WHO`. ",
  "of the U.S. ",
  "“",
  ".",
  " ",
  "e",
  "A",
  "\n",
];

const paragraph = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join(""));
const inserted = fc.oneof(
  fc.constantFrom("e", " ", ".", ". ", "A", "\n", ""),
  fc.constantFrom(...PIECES, "tlanta", "bilisi", "TURKEY"),
);
const edits = fc.array(fc.record({ at: fc.nat(), remove: fc.constantFrom(0, 0, 1, 2, 9, 40), insert: inserted }), {
  minLength: 1,
  maxLength: 6,
});

function editOf({ at, remove, insert }: { at: number; remove: number; insert: string }, text: string): Edit {
  const start = at % (text.length + 1);
  return { start, end: Math.min(text.length, start + remove), text: insert };
}

describe("a block that is edited", () => {
  for (const format of ["plain", "markdown"] as const) {
    for (const discovery of [false, true]) {
      const using = createTagger(tagger.taxonomy, { discovery });
      it(`is read as if for the first time (${format}${discovery ? ", with discovery" : ""})`, () => {
        fc.assert(
          fc.property(fc.array(paragraph, { minLength: 1, maxLength: 3 }), edits, (paragraphs, moves) => {
            let text = paragraphs.join("\n\n");
            const session = using.open(text, { format });
            session.mentions();
            for (const move of moves) {
              const edit = editOf(move, text);
              text = applyEdit(text, edit);
              session.edit(edit);
              const { mentions } = using.tag(text, { format });
              const place = { start: edit.start, end: edit.start + edit.text.length };
              const touching = mentions.filter(({ start, end }) => start <= place.end && place.start <= end);
              assert.deepEqual(session.mentionsIn(place), touching);
              assert.deepEqual(session.mentions(), mentions);
            }
          }),
          { numRuns: 1000 },
        );
      });
    }
  }
});
