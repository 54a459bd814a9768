import assert from "node:assert/strict";
import fc from "fast-check";
import {
  createThemeClassifier,
  type ThemeClassifierOptions,
} from "../../../../../src/core/classify/themes/theme-classifier";
import { createTagger } from "../../../../../src/core/tagger/tagger";
import { readPassages } from "../../../../../src/core/text/passages";
import type { TextFormat } from "../../../../../src/core/text/format";
import { taxonomyOf } from "../../../support/taxonomies";

const PACK = `
entities:
  - { id: china, class: actor.state, label: China }
  - { id: who, class: actor.intergovernmental, label: World Health Organization, terms: [WHO] }
terms:
  infrastructure.data: [genomic data]
  infrastructure.compute: [cloud]
  sovereignty.control: [ownership]
themes:
  - id: reliance
    label: Reliance
    definition: Health depends on others.
    rules:
      - weight: 0.8
        all:
          - { phrase: ["depend[s|ed] on"] }
          - { class: [infrastructure] }
      - weight: 0.3
        all: [{ entity: [china] }]
    examples: { hit: [Hospitals depend on the cloud.] }
  - id: claim.ownership
    label: Ownership
    definition: Somebody owns data.
    rules:
      - weight: 0.7
        within: passage
        all: [{ class: [sovereignty.control] }]
        any: [{ class: [infrastructure.data] }, { phrase: [records] }]
        not: [{ entity: [who] }]
      - weight: 0.6
        all: [{ match: "(owns|owned) #Determiner? (data|cloud)" }]
    examples: { hit: [The ownership of genomic data.] }
  - id: limits
    label: Limits
    definition: Something may not leave.
    rules:
      - weight: 0.9
        all: [{ phrase: [leave the country], evenNegated: true }]
    examples: { hit: [Data may not leave the country.] }
`;

const taxonomy = taxonomyOf(PACK);
const tagger = createTagger(taxonomy);

function reader(options?: ThemeClassifierOptions) {
  const classifier = createThemeClassifier(taxonomy, options);
  return (text: string, format: TextFormat = "plain") =>
    classifier.classify(readPassages(text, format), tagger.tag(text, { format }).mentions);
}

const themes = reader();
const idsOf = (text: string, options?: ThemeClassifierOptions) => reader(options)(text).map(({ theme }) => theme);

describe("classifying passages by themes", () => {
  it("gives a theme the words and mentions that it rests on", () => {
    const text = "Nothing here.\n\nHospitals depended on the cloud of China.";
    const [found, ...others] = themes(text);
    assert.deepEqual(others, []);
    assert.equal(text.slice(found?.start, found?.end), "Hospitals depended on the cloud of China.");
    assert.deepEqual(
      found?.evidence.map(({ start, end, by }) => [text.slice(start, end), by]),
      [
        ["depended on", "phrase"],
        ["cloud", "mention"],
        ["China", "mention"],
      ],
    );
  });

  it("is surer where more rules speak for a theme", () => {
    const [one, more] = ["We depend on the cloud.", "We depend on the cloud of China."].map((text) => themes(text)[0]);
    assert.ok(one !== undefined && more !== undefined && more.score > one.score && more.score < 1);
  });

  it("asks for all conditions in one sentence", () => {
    assert.deepEqual(idsOf("We depend on them. The cloud is grey."), []);
  });

  it("joins the sentences of a passage where a rule says so", () => {
    assert.deepEqual(idsOf("The ownership is open. The records are kept."), ["claim.ownership"]);
    assert.deepEqual(idsOf("The ownership is open.\n\nThe records are kept."), []);
  });

  it("asks for one of any and for none of not", () => {
    assert.deepEqual(idsOf("The ownership is open."), []);
    assert.deepEqual(idsOf("The ownership of genomic data."), ["claim.ownership"]);
    assert.deepEqual(idsOf("The ownership of genomic data, says WHO."), []);
  });

  it("matches by grammar", () => {
    assert.deepEqual(idsOf("The state owned the cloud."), ["claim.ownership"]);
  });

  for (const negation of ["does not", "did never", "doesn't", "no longer", "neither"]) {
    it(`does not count a phrase behind "${negation}"`, () => {
      assert.deepEqual(idsOf(`The hospital ${negation} depend on the cloud.`), []);
    });
  }

  it("lets a negation reach to the end of its clause only", () => {
    assert.deepEqual(idsOf("It is not new, but hospitals depend on the cloud."), ["reliance"]);
    assert.deepEqual(idsOf("Hospitals not only depend on the cloud."), ["reliance"]);
  });

  it("does not count a negated claim, but a negated thing", () => {
    assert.deepEqual(idsOf("There is no ownership of records."), []);
    assert.deepEqual(idsOf("We depend on no cloud."), ["reliance"]);
  });

  it("counts a negated phrase where a condition says so", () => {
    assert.deepEqual(idsOf("Samples may not leave the country."), ["limits"]);
  });

  it("gives headings no theme, and list items their own", () => {
    const text = "# We depend on the cloud\n\n- We depend on the cloud.\n- The sky is grey.\n";
    const found = themes(text, "markdown");
    assert.deepEqual(
      found.map(({ start, end }) => text.slice(start, end).trim()),
      ["We depend on the cloud."],
    );
  });

  it("leaves out candidates", () => {
    const classifier = createThemeClassifier(taxonomy);
    const text = "We depend on Foo.";
    const mention = { start: 13, end: 16, class: "infrastructure.data" } as const;
    const classify = (by: "lexicon" | "discovery") =>
      classifier.classify(readPassages(text, "plain"), [{ ...mention, by }]).length;
    assert.deepEqual([classify("lexicon"), classify("discovery")], [1, 0]);
  });

  for (const [component, text] of [
    ["classes", "We depend on the cloud."],
    ["phrases", "We depend on the cloud."],
    ["matches", "The state owned the cloud."],
  ] as const) {
    it(`finds nothing by ${component} without them`, () => {
      assert.notDeepEqual(idsOf(text), []);
      assert.deepEqual(idsOf(text, { without: [component] }), []);
    });
  }

  it("counts what is negated without negation", () => {
    assert.deepEqual(idsOf("We do not depend on the cloud.", { without: ["negation"] }), ["reliance"]);
  });

  it("finds the same for a passage wherever it stands and whatever was read before", () => {
    const sentence = fc.constantFrom(
      "We depend on the cloud.",
      "China is far.",
      "The ownership of genomic data is open.",
      "They do not depend on genomic data.",
      "Nothing.",
    );
    const document = fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(document, { maxLength: 4 }), (documents) => {
        const shared = reader();
        for (const paragraphs of documents) {
          const text = paragraphs.map((sentences) => sentences.join(" ")).join("\n\n");
          assert.deepEqual(shared(text), reader()(text));
        }
      }),
      { numRuns: 30 },
    );
  });

  it("names the file and line of a match expression that cannot run", () => {
    const broken = taxonomyOf(PACK.replace("(owns|owned) #Determiner?", "/owns/"));
    const [problem] = createThemeClassifier(broken).problems;
    assert.ok(problem !== undefined);
    assert.equal(problem.uri, "test-0.yaml");
    assert.ok((problem.line ?? 0) > 30);
  });

  it("takes a theme of a later layer in place of one with the same id", () => {
    const theme = (label: string) =>
      `themes: [{ id: x, label: ${label}, definition: D, rules: [{ weight: 1, any: [{ phrase: [a] }] }], examples: { hit: [a] } }]`;
    assert.equal(taxonomyOf(theme("One"), theme("Two")).themes.get("x")?.theme.label, "Two");
  });
});
