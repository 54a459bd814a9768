import assert from "node:assert/strict";
import { exportTaxonomy } from "../../../../../src/core/taxonomy/exchange";
import { spacyTokens } from "../../../../../src/core/taxonomy/exchange/spacy-tokens";
import { CLASSES, codesOf, imported, packOf, read } from "./support";

function patternsOf(body: string): unknown[] {
  const pack = packOf(`id: p\ntitle: P\nversion: 1.0.0\nlanguage: en\n${body}`);
  const { text } = exportTaxonomy([pack], "spacy", CLASSES);
  return text
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as { pattern: unknown }).pattern);
}

const termsOf = (...lines: object[]) =>
  imported(lines.map((line) => JSON.stringify({ label: "actor.company", ...line })).join("\n"), "spacy").terms.map(
    ({ term: { text, case: mode } }) => [text, mode],
  );

describe("spaCy patterns", () => {
  it("bind capitals as the pack does", () => {
    assert.deepEqual(
      patternsOf("entities:\n  - { id: w, class: actor.company, label: Wellcome Trust, terms: [WT] }\n"),
      [
        [
          { LOWER: "wellcome", IS_LOWER: false },
          { LOWER: "trust", IS_LOWER: false },
        ],
        [{ ORTH: "WT" }],
      ],
    );
    assert.deepEqual(
      patternsOf(
        "terms:\n  actor.company: [{ text: BGI group, case: exact }, { text: BGI, case: any, plural: false }]\n",
      ),
      ["BGI group", [{ LOWER: "bgi" }]],
    );
  });

  it("take in the plural of generic terms, and write families out", () => {
    assert.deepEqual(patternsOf('terms:\n  actor.company: ["(drug|vaccine) maker"]\n'), [
      [{ LOWER: "drug" }, { LOWER: { IN: ["maker", "makers"] } }],
      [{ LOWER: "vaccine" }, { LOWER: { IN: ["maker", "makers"] } }],
    ]);
  });

  it("split words where spaCy does", () => {
    assert.deepEqual(spacyTokens("supply-chain and/or O'Neill's (EU) U.S. labs."), [
      ..."supply|-|chain|and|/|or|O'Neill|'s|(|EU|)|U.S.|labs|.".split("|"),
    ]);
  });

  it("of others become terms where they are words only", () => {
    assert.deepEqual(
      termsOf(
        { pattern: "World Bank" },
        { pattern: [{ lower: "supply" }, { ORTH: "-" }, { LOWER: "chain" }] },
        { pattern: [{ LOWER: "vaccine" }, { LOWER: { IN: ["maker", "firm"] } }] },
        { pattern: [{ LOWER: "global" }, { LOWER: "health", OP: "?" }, { LOWER: "firm" }] },
      ).sort(),
      [
        ["World Bank", "exact"],
        ["global [health] firm", "any"],
        ["supply-chain", undefined],
        ["vaccine (maker|firm)", "any"],
      ].sort(),
    );
  });

  it("of others that can never match, or ask for more than words, are left out and told", () => {
    const lines = [
      { pattern: [{ LOWER: "BGI" }] },
      { pattern: [{ ORTH: "two words" }] },
      { pattern: [{ LEMMA: "buy" }] },
      { pattern: [{ LOWER: "x", OP: "!" }] },
      { pattern: "fine" },
    ];
    const source = lines.map((line) => JSON.stringify({ label: "actor.company", ...line })).join("\n");
    assert.deepEqual(codesOf(read(source, "spacy")), ["exchange.dead-pattern 1", "exchange.pattern 3"]);
  });

  it("take labels for classes by name, by mapping, or by the class for all", () => {
    const line = (label: string) => JSON.stringify({ label, pattern: "x", id: "e" });
    assert.equal(imported(line("actor.state"), "spacy").entities[0]?.class, "actor.state");
    assert.equal(imported(line("ORG"), "spacy", { map: { org: "actor.company" } }).entities[0]?.class, "actor.company");
    assert.equal(imported(line("ORG"), "spacy", { class: "actor.state" }).entities[0]?.class, "actor.state");
    assert.deepEqual(codesOf(read(line("ORG"), "spacy")), ["exchange.no-class 1"]);
  });

  it("that are no JSON objects are told with their line", () => {
    assert.deepEqual(codesOf(read('{"label":"actor.state","pattern":"x"}\n[1]\n{"pattern":"y"}', "spacy")), [
      "exchange.spacy 2",
      "exchange.spacy 3",
    ]);
  });
});
