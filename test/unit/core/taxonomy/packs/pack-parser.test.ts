import assert from "node:assert/strict";
import fc from "fast-check";
import { parsePack } from "../../../../../src/core/taxonomy/packs/pack-parser";

const HEAD = "id: p\ntitle: P\nversion: 1.0.0\nlanguage: en\n";

function problemsOf(body: string): string[] {
  return parsePack(HEAD + body, "p.yaml").problems.map(({ line, code }) => `${line ?? 0} ${code}`);
}

describe("parsing a pack", () => {
  it("reads every part with its lines", () => {
    const { pack, problems } = parsePack(
      `${HEAD}classes:
  - { id: actor.alliance, label: Alliance, definition: A league. }
entities:
  - id: kemri
    class: actor.research
    label: Kenya Medical Research Institute
    terms: [KEMRI, { text: KMRI, case: exact, notNear: [radio] }]
    links: { iso3166: KE }
terms:
  infrastructure.data: [biobank, { text: sample, plural: false }]
rules:
  - { id: county, class: actor.agency, match: "#Place county", examples: { hit: [Kisumu county], miss: [county] } }
ignore: [blood bank]
tests:
  - text: KEMRI sequenced samples.
    expect: [{ text: KEMRI, class: actor.research, entity: kemri }]
`,
      "p.yaml",
    );
    assert.deepEqual(problems, []);
    assert.ok(pack);
    assert.deepEqual(pack.entities[0]?.terms, [
      { text: "Kenya Medical Research Institute", line: 10 },
      { text: "KEMRI", line: 11 },
      { text: "KMRI", case: "exact", notNear: ["radio"], line: 11 },
    ]);
    assert.deepEqual(pack.terms[1], {
      class: "infrastructure.data",
      term: { text: "sample", plural: false, line: 14 },
    });
    assert.equal(pack.rules[0]?.hits[0], "Kisumu county");
    assert.equal(pack.layer, "workspace");
  });

  const mistakes: [name: string, body: string, expected: string[]][] = [
    ["an unknown key", "enttities: []\n", ["5 pack.unknown-key"]],
    ["an unknown facet", "terms:\n  place.city: [Paris]\n", ["6 pack.unknown-class"]],
    ["a class that is no class id", "entities:\n  - { id: a, class: state, label: A }\n", ["6 pack.unknown-class"]],
    ["a missing label", "entities:\n  - id: a\n    class: actor.state\n", ["6 pack.missing-key"]],
    ["an id with capitals", "entities:\n  - { id: A, class: actor.state, label: A }\n", ["6 pack.id"]],
    ["an unknown case mode", "terms:\n  actor.state:\n    - { text: x, case: upper }\n", ["7 pack.case"]],
    ["an unknown kind of neighbour", 'ignore: [{ text: x, after: ["#Verb"] }]\n', ["5 pack.neighbour"]],
    ["a neighbour without a word", 'ignore: [{ text: x, notBefore: ["–"] }]\n', ["5 pack.neighbour"]],
    ["too long a neighbour", "ignore: [{ text: x, before: [a b c d e f g h i] }]\n", ["5 pack.neighbour"]],
    ["a term notation that does not close", 'terms:\n  actor.state: ["(a|b"]\n', ["6 pack.term-notation"]],
    ["a term without letters", 'terms:\n  actor.state: ["..."]\n', ["6 pack.term-empty"]],
    ["a list that is not one", "terms:\n  actor.state: China\n", ["6 pack.type"]],
    ["a rule without an example", "rules:\n  - { id: a, class: actor.state, match: x }\n", ["6 pack.rule-examples"]],
    ["a test of words that are not in its text", "tests:\n  - text: a\n    expect: [{ text: b }]\n", ["7 pack.test"]],
    ["an alias", "ignore: &x [a]\ntests: *x\n", ["6 pack.alias"]],
    ["broken YAML", "terms: [a\n", ["6 pack.yaml"]],
    ["a number where a list belongs", "ignore: 7\n", ["5 pack.type"]],
    ["a term longer than any name", `ignore: ["${"x".repeat(1501)}"]\n`, ["5 pack.term-length"]],
  ];
  for (const [name, body, expected] of mistakes) {
    it(`names the line of ${name}`, () => {
      assert.deepEqual(problemsOf(body), expected);
    });
  }

  const ranges: [what: string, body: string, words: string][] = [
    ["an unknown key at the key", "entities:\n  - { id: a, clas: x, class: actor.state, label: A }\n", "clas"],
    ["an unknown class over terms at the key", "terms:\n  place.city: [Paris]\n", "place.city"],
    ["a wrong value at the value, quotes included", "ignore:\n  - { text: a, case: 'upper' }\n", "'upper'"],
    ["a missing key at the first line of its owner", "entities:\n  - id: a\n    label: A\n", "id: a"],
    ["a term at the term", 'terms:\n  actor.state: [a, "(b|c"]\n', '"(b|c"'],
  ];
  for (const [what, body, words] of ranges) {
    it(`gives the range of ${what}`, () => {
      const source = HEAD + body;
      const [problem] = parsePack(source, "p.yaml").problems;
      const line = source.split("\n")[(problem?.line ?? 0) - 1];
      assert.equal(problem?.endLine, problem?.line);
      assert.equal(line?.slice((problem?.column ?? 0) - 1, (problem?.endColumn ?? 0) - 1), words);
    });
  }

  it("gives no pack where anything is wrong", () => {
    assert.equal(parsePack(`${HEAD}terms: 1\n`, "p.yaml").pack, undefined);
  });

  it("says what to do about an empty file", () => {
    assert.match(parsePack("", "p.yaml").problems[0]?.message ?? "", /starts with id, title, version and language/);
  });

  it("refuses deep nesting, alias bombs and huge files in bounded time", () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c]\n`;
    const sources = [
      "[".repeat(100_000),
      "- ".repeat(50_000),
      "a: ".repeat(50_000),
      bomb,
      "x".repeat(9_000_000),
      "- x\n".repeat(25_000_000),
    ];
    for (const source of sources) {
      const { pack, problems } = parsePack(source, "p.yaml");
      assert.equal(pack, undefined);
      assert.ok(problems.length > 0 && problems.every(({ line }) => line !== undefined && line >= 1));
    }
  });

  it("never throws, whatever the source", () => {
    const yamlish = fc
      .array(
        fc.constantFrom(
          "id: x\n",
          "terms:\n",
          "  actor.state: ",
          "[",
          "]",
          "{",
          "}",
          "- ",
          ": ",
          "\n",
          "&a ",
          "*a",
          "!!x ",
          '"',
          "|",
          "? ",
          "__proto__: ",
          "é",
          "\u0000",
        ),
      )
      .map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.oneof(yamlish, fc.string()), (source) => {
        const { pack, problems } = parsePack(source, "p.yaml");
        assert.ok(pack !== undefined || problems.length > 0);
      }),
      { numRuns: 1000 },
    );
  });
});
