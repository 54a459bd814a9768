import assert from "node:assert/strict";
import fc from "fast-check";
import { createTagger, type Tagger } from "../../../../../src/core/tagger/tagger";
import { contains, overlaps } from "../../../../../src/core/text/span";
import { TEXT_FORMATS } from "../../../../../src/core/text/format";
import { markupText } from "../../../support/arbitrary-text";
import { taxonomyOf } from "../../../support/taxonomies";

const TERMS = `
entities:
  - { id: who, class: actor.intergovernmental, label: World Health Organization, terms: [WHO] }
  - { id: china, class: actor.state, label: China, terms: [Chinese] }
  - { id: japan, class: actor.state, label: Japan }
  - { id: ellen-osei, class: actor.person, label: Ellen Osei }
terms:
  infrastructure.data: [genomic data]
  sovereignty.control: [data sovereignty]
ignore: [Lake Turkana Festival]
`;

const taxonomy = taxonomyOf(TERMS);
const tagger = createTagger(taxonomy, { discovery: true });

function candidates(text: string, using: Tagger = tagger): string[] {
  const { mentions } = using.tag(text);
  for (const { start, end, text: quote } of mentions) assert.equal(text.slice(start, end), quote);
  return mentions
    .filter(({ by }) => by === "discovery")
    .map((mention) => `${mention.text}=${mention.entity ?? mention.class}`);
}

describe("discovery", () => {
  const found: [name: string, text: string, expected: string[]][] = [
    [
      "knows a body by the head of its name",
      "Staff of the Lagos Cancer Board met.",
      ["Lagos Cancer Board=actor.agency"],
    ],
    [
      "knows a firm by its legal form",
      "They bought it from Zorblax Therapeutics GmbH.",
      ["Zorblax Therapeutics GmbH=actor.company"],
    ],
    ["knows a university", "He left for Makumbi University.", ["Makumbi University=actor.research"]],
    [
      "reads on behind the head's of",
      "Led by the Union for the Free Coast.",
      ["Union for the Free Coast=actor.civil-society"],
    ],
    [
      "knows Romance heads that stand first",
      "In 1980 the Parti Social Uni won.",
      ["Parti Social Uni=actor.civil-society"],
    ],
    ["keeps an owner inside a name", "Led by the Workers' Party and others.", ["Workers' Party=actor.civil-society"]],
    [
      "joins adjectives of one head",
      "Led by the Social and Democratic League.",
      ["Social and Democratic League=actor.civil-society"],
    ],
    ["knows a person by the given name", "It was Ngozi Achebe who asked.", ["Ngozi Achebe=actor.person"]],
    ["knows a person by initials", "A letter by Q. R. Zomborra came.", ["Q. R. Zomborra=actor.person"]],
    ["leaves the title outside", "It was Senator Zomborra who asked.", ["Zomborra=actor.person"]],
    [
      "takes a particle into a person's name",
      "It was Maria de la Zomborra who asked.",
      ["Maria de la Zomborra=actor.person"],
    ],
    ["knows a person by a verb of persons", "Then Zomborra resigned.", ["Zomborra=actor.person"]],
    ["knows a person by the participle before by", "A team led by Zomborra came.", ["Zomborra=actor.person"]],
    ["knows parties by their followers", "The vote of the Liberals fell.", ["Liberals=actor.civil-society"]],
    [
      "proposes other names at the end of its confidence",
      "They met Kivu Zomborra there.",
      ["Kivu Zomborra=actor.person"],
    ],
    [
      "tells two names apart",
      "Led by the Lagos Cancer Board and Ngozi Achebe.",
      ["Lagos Cancer Board=actor.agency", "Ngozi Achebe=actor.person"],
    ],
    ["knows a database", "They opened the Makumbi Biobank.", ["Makumbi Biobank=infrastructure.data"]],
    [
      "takes what is left beside a mention",
      "The Chinese Cancer Alliance met.",
      ["Cancer Alliance=actor.civil-society"],
    ],
    [
      "knows capitals in brackets behind a name",
      "Run by the Lagos Cancer Board (XYZ).",
      ["Lagos Cancer Board=actor.agency", "XYZ=actor.agency"],
    ],
    ["knows capitals that stand as a phrase behind the", "They joined the UZQ and left.", ["UZQ=actor.civil-society"]],
    [
      "goes on with a list of persons",
      "It stars Ngozi Achebe, Zomborra, and others.",
      ["Ngozi Achebe=actor.person", "Zomborra=actor.person"],
    ],
  ];
  for (const [name, text, expected] of found) {
    it(name, () => {
      assert.deepEqual(candidates(text), expected);
    });
  }

  const silent: [name: string, text: string][] = [
    ["the first word of a sentence", "Vaccines were late. Results came. However it went, The end."],
    ["weekdays and months", "On Monday and in early March it rained. By December it was dry."],
    ["lines of capitals", "THE CANCER BOARD OF LAGOS WILL MEET"],
    ["headings in title case", "The Rise of the Lagos Cancer Board in Africa"],
    ["quoted titles", 'He read “The Cancer Board” and "A Party for All" aloud.'],
    ["laws, treaties and events", "Under the Lagos Cancer Act, the Treaty of Zomborra and the Kivu War it was banned."],
    ["places", "He lives in Zomborra Kivu near Lake Kivu and San Zomborra."],
    ["illnesses and storms", "Many had Zomborra Syndrome after Hurricane Zomborra came."],
    ["offices", "It went to the Prime Minister and the Deputy Director there."],
    ["common short forms", "He joined the PCR and the DNA, and the NGOs left."],
    ["a bare head", "Then the Council and the Bank met the Party."],
    ["nationalities and creeds", "Some Kenyan and some Muslim readers, and a Catholic, agreed."],
    ["words made of a prefix", "In sub-Zomborran and pro-Kivu areas it rained."],
    ["code and addresses", "See `Lagos Cancer Board`."],
    ["what a pack ignores", "We saw the Lake Turkana Festival there."],
    ["an owner that is no part of a name", "It was Zomborra's idea."],
  ];
  for (const [name, text] of silent) {
    it(`keeps silent about ${name}`, () => {
      const { mentions } = tagger.tag(text, { format: "markdown" });
      assert.deepEqual(
        mentions.filter(({ by }) => by === "discovery").map((mention) => mention.text),
        [],
      );
    });
  }

  it("is off unless it is asked for", () => {
    assert.deepEqual(candidates("Then the Lagos Cancer Board met Ngozi Achebe.", createTagger(taxonomy)), []);
  });

  it("proposes only classes that the taxonomy has", () => {
    const classes = new Map([...taxonomy.classes].filter(([id]) => id !== "actor.agency"));
    const without = createTagger({ ...taxonomy, classes }, { discovery: true });
    assert.deepEqual(candidates("The Lagos Cancer Board met Ngozi Achebe.", without), ["Ngozi Achebe=actor.person"]);
  });

  it("believes good evidence more than poor, and none as much as the taxonomy", () => {
    const confidenceOf = (text: string) =>
      tagger.tag(text).mentions.find(({ by }) => by === "discovery")?.confidence ?? 0;
    const steps = [
      "Led by the Lagos Cancer Board (LCB).",
      "Led by the Lagos Cancer Board.",
      "It was Ngozi Achebe who asked.",
      "Then Zomborra resigned.",
      "They met Kivu Zomborra there.",
    ].map(confidenceOf);
    assert.deepEqual(
      steps,
      [...steps].sort((a, b) => b - a),
    );
    assert.equal(new Set(steps).size, steps.length);
    assert.ok(steps.every((confidence) => confidence > 0 && confidence < 0.6));
  });

  it("says what it goes by", () => {
    const text = "Led by the Lagos Cancer Board.";
    const [reading] = tagger.explain(text, { start: 12, end: 12 }).readings;
    assert.equal(reading?.by, "discovery");
    assert.equal(reading.evidence.pattern, "“Board” in the name");
    assert.match(reading.reason, /shape of a name/);
  });

  it("changes nothing of what the taxonomy finds, and never overlaps it", () => {
    const plain = createTagger(taxonomy);
    fc.assert(
      fc.property(markupText, fc.constantFrom(...TEXT_FORMATS), (text, format) => {
        const { mentions } = tagger.tag(text, { format });
        const facts = mentions.filter(({ by }) => by !== "discovery");
        assert.deepEqual(facts, plain.tag(text, { format }).mentions);
        mentions.forEach((mention, i) => {
          assert.equal(text.slice(mention.start, mention.end), mention.text);
          assert.ok(i === 0 || !overlaps(mentions[i - 1]!, mention));
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("finds nothing inside an ignored phrase", () => {
    const text = "The Lake Turkana Festival Board met the Lake Turkana Festival.";
    const phrase = { start: text.lastIndexOf("Lake"), end: text.length - 1 };
    assert.ok(tagger.tag(text).mentions.every((mention) => !contains(phrase, mention)));
  });

  it("takes time linear in hostile text", () => {
    const hostile = [
      "A".repeat(1_000_000),
      "(".repeat(100_000),
      "Ab ".repeat(50_000),
      "Parti de la ".repeat(10_000),
      "Health and ".repeat(10_000),
      '"A'.repeat(50_000),
      Array.from({ length: 3000 }, (_, i) => `Alpha Beta Club${i} (ABC${i})`).join(". "),
    ];
    for (const text of hostile) {
      for (const { start, end, text: quote } of tagger.tag(text).mentions) {
        assert.ok(start < end && quote.length === end - start);
      }
    }
  });
});
