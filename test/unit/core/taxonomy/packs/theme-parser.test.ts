import assert from "node:assert/strict";
import { diffPacks } from "../../../../../src/core/taxonomy/packs/pack-diff";
import { formatPack } from "../../../../../src/core/taxonomy/packs/pack-format";
import { parsePack } from "../../../../../src/core/taxonomy/packs/pack-parser";
import {
  decodeCompiledPacks,
  compilePacks,
  encodeCompiledPacks,
} from "../../../../../src/core/taxonomy/compiled-packs";
import { writePacks } from "../../../../../src/core/taxonomy/exchange/formats";

const HEAD = "id: p\ntitle: P\nversion: 1.0.0\nlanguage: en\n";
const THEME = `themes:
  - id: impact.equity
    label: Equity
    definition: Burdens fall unequally.
    rules:
      - weight: 0.6
        within: passage
        all:
          - class: [actor.state, infrastructure]
            entity: [who]
          - phrase: ["(poor|poorer) countries"]
            evenNegated: true
        not:
          - match: "#Adverb equal"
    examples:
      hit: [poor countries]
      miss: [private equity]
`;

const problemsOf = (from: string, to: string) =>
  parsePack(HEAD + THEME.replace(from, to), "p.yaml").problems.map(({ code, line }) => `${code}:${line ?? 0}`);

describe("themes in packs", () => {
  it("are read with every part", () => {
    const { pack, problems } = parsePack(HEAD + THEME, "p.yaml");
    assert.deepEqual(problems, []);
    const nothing = { classes: [], entities: [], phrases: [], evenNegated: false };
    assert.deepEqual(pack?.themes, [
      {
        id: "impact.equity",
        label: "Equity",
        definition: "Burdens fall unequally.",
        rules: [
          {
            weight: 0.6,
            within: "passage",
            all: [
              { ...nothing, classes: ["actor.state", "infrastructure"], entities: ["who"], line: 13 },
              { ...nothing, phrases: ["(poor|poorer) countries"], evenNegated: true, line: 15 },
            ],
            any: [],
            not: [{ ...nothing, match: "#Adverb equal", line: 18 }],
            line: 10,
          },
        ],
        hits: ["poor countries"],
        misses: ["private equity"],
        line: 6,
      },
    ]);
  });

  const wrong: readonly (readonly [what: string, from: string, to: string, problem: string])[] = [
    ["an id with capitals", "impact.equity", "Impact", "pack.theme:6"],
    ["a weight above 1", "0.6", "1.5", "pack.theme-rule:10"],
    ["a weight of nothing", "0.6", "0", "pack.theme-rule:10"],
    ["an unknown place", "within: passage", "within: page", "pack.theme-rule:11"],
    ["a class that is none", "actor.state, ", "states, ", "pack.unknown-class:13"],
    ["a phrase that cannot be expanded", "(poor|poorer)", "(poor|poorer", "pack.term-notation:15"],
    ["a phrase without a letter", '"(poor|poorer) countries"', '"—"', "pack.term-empty:15"],
    ["a condition of nothing", 'match: "#Adverb equal"', "evenNegated: true", "pack.theme-rule:18"],
    ["an unknown key", "weight: 0.6", "weight: 0.6\n        near: []", "pack.unknown-key:11"],
    ["a theme without an example", "hit: [poor countries]", "hit: []", "pack.theme:6"],
  ];
  for (const [what, from, to, problem] of wrong) {
    it(`refuse ${what}`, () => {
      assert.deepEqual(problemsOf(from, to), [problem]);
    });
  }

  it("refuse a rule that asks for nothing", () => {
    const rule = THEME.slice(THEME.indexOf("        all:"), THEME.indexOf("        not:"));
    assert.deepEqual(problemsOf(rule, ""), ["pack.theme-rule:10"]);
  });

  it("pass through compiled packs and sorting unchanged", () => {
    const { pack } = parsePack(HEAD + THEME, "p.yaml");
    assert.ok(pack !== undefined);
    assert.deepEqual(decodeCompiledPacks(encodeCompiledPacks(compilePacks([pack]))).packs, [pack]);
    const sorted = formatPack(THEME + HEAD, "p.yaml");
    assert.ok("source" in sorted);
    assert.deepEqual(parsePack(sorted.source, "p.yaml").pack?.themes[0]?.rules.length, 1);
  });

  it("are compared by meaning", () => {
    const packOf = (theme: string) => parsePack(HEAD + theme, "p.yaml").pack!;
    const changes = diffPacks(
      [packOf(THEME)],
      [packOf(THEME.replace("0.6", "0.7").replace("hit:", "hit: # same\n       "))],
    );
    assert.deepEqual(
      changes.map(({ kind, what, name, part }) => [kind, what, name, part]),
      [["changed", "theme", "impact.equity", "rules"]],
    );
    assert.match(changes[0]?.to ?? "", /^0\.7 in one passage: all \(actor\.state \| infrastructure \| who\)/);
  });

  it("are reported as left out of formats without a place for them", () => {
    const { pack } = parsePack(HEAD + THEME, "p.yaml");
    assert.ok(pack !== undefined);
    const { problems } = writePacks([pack], "csv", new Map());
    assert.ok(problems.some(({ message }) => message.includes("1 theme") && message.includes("impact.equity")));
  });
});
