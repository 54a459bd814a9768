import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { compileGrammar } from "../../../../src/core/tagger/grammar/grammar";
import { checkRuleExamples } from "../../../../src/core/tagger/grammar/rule-examples";
import { isSyntaxError, parseMatchExpression } from "../../../../src/core/tagger/grammar/match-syntax";
import type { GrammarRule } from "../../../../src/core/taxonomy/model";
import { parsePack } from "../../../../src/core/taxonomy/packs/pack-parser";

const URI = "taxonomies/names-by-rule.yaml";

function readRules(): readonly GrammarRule[] {
  const { pack, problems } = parsePack(readFileSync(URI, "utf8"), URI);
  assert.deepEqual(problems, []);
  return pack!.rules;
}

describe("the pack names-by-rule", () => {
  const rules = readRules();
  const grammar = compileGrammar(rules);

  /** The longest stretch found at each place, as resolution would leave it. */
  function names(sentence: string): string[] {
    let end = -1;
    return grammar.match(sentence).flatMap((match) => {
      if (match.start < end) return [];
      end = match.end;
      return [`${sentence.slice(match.start, match.end)} = ${match.rule.class}`];
    });
  }

  it("compiles and keeps every example", () => {
    assert.deepEqual(grammar.problems, []);
    assert.deepEqual(checkRuleExamples(rules, URI), []);
  });

  it("has at least two hits and two misses a rule", () => {
    const thin = rules.filter(({ hits, misses }) => hits.length < 2 || misses.length < 2).map(({ id }) => id);
    assert.deepEqual(thin, []);
  });

  it("needs no part of speech, so that it never loads the tagger", () => {
    const needy = rules.filter(({ match }) => {
      const expression = parseMatchExpression(match);
      return isSyntaxError(expression) || expression.needsTagger;
    });
    assert.deepEqual(needy, []);
  });

  const passages: readonly [sentence: string, names: readonly string[]][] = [
    [
      "The Ministry of Health of Kenya and the Kenya Medical Research Institute signed with Illumina, Inc. in May.",
      [
        "Ministry of Health of Kenya = actor.agency",
        "Kenya Medical Research Institute = actor.research",
        "Illumina, Inc. = actor.company",
      ],
    ],
    [
      "Under Regulation (EU) 2025/327, the European Medicines Agency's data reach the University of the Witwatersrand.",
      [
        "Regulation (EU) 2025/327 = sovereignty.governance",
        "European Medicines Agency = actor.agency",
        "University of the Witwatersrand = actor.research",
      ],
    ],
    [
      "Former President Joana R. Silva, Jr. and Dr. Ama Boateng, who runs the Volta Foundation, wrote to Prime Minister Li.",
      [
        "President Joana R. Silva, Jr. = actor.person",
        "Dr. Ama Boateng = actor.person",
        "Volta Foundation = actor.civil-society",
        "Prime Minister Li = actor.person",
      ],
    ],
    [
      "Executive Order 14117 and Section 301 came before the Genomic Data Protection Act of 2025.",
      [
        "Executive Order 14117 = sovereignty.governance",
        "Section 301 = sovereignty.governance",
        "Genomic Data Protection Act of 2025 = sovereignty.governance",
      ],
    ],
    [
      "Chinese sequencing firms supply the Estonian Biobank.",
      ["Chinese sequencing firms = actor.company", "Estonian Biobank = infrastructure.data"],
    ],
  ];
  for (const [sentence, expected] of passages) {
    it(sentence, () => {
      assert.deepEqual(names(sentence), expected);
    });
  }

  const nothing = [
    "The agency said that the ministry would act on the law before the commission met.",
    "An act of parliament, a regulation or a directive may set it aside.",
    "In May the committee and its president discussed a strategy for health data.",
    "Patients at a university hospital asked the institute for their records.",
    "HEALTH MINISTRY ACTS ON DATA PROTECTION LAW",
    "The professor of medicine, the doctor and the minister agreed.",
    "We wrote the plug-in for VS Code in section 3 of the report.",
    "A highly pathogenic strain was found on a turkey farm in Georgia.",
  ];
  for (const sentence of nothing) {
    it(`finds no name in: ${sentence}`, () => {
      assert.deepEqual(names(sentence), []);
    });
  }
});
