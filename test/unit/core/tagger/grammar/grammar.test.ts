import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as esbuild from "esbuild";
import fc from "fast-check";
import {
  compileGrammar,
  CompiledRule,
  compileRule,
  type Grammar,
  MAX_SENTENCE,
  type RuleMatch,
  SentenceReader,
} from "../../../../../src/core/tagger/grammar/grammar";
import { isSyntaxError, parseMatchExpression } from "../../../../../src/core/tagger/grammar/match-syntax";
import type { GrammarRule } from "../../../../../src/core/taxonomy/model";
import { parsePack } from "../../../../../src/core/taxonomy/packs/pack-parser";
import { WordList } from "../../../../../src/core/text/words";
import { readPlainly } from "../plain-compromise";
import { POLICY_SENTENCES } from "../policy-sentences";

const PACK = "taxonomies/names-by-rule.yaml";

function rule(match: string, id = match): GrammarRule {
  return { id, class: "actor.agency", match, hits: [], misses: [], line: 7 };
}

function grammarOf(...matches: string[]): Grammar {
  const grammar = compileGrammar(matches.map((match) => rule(match)));
  assert.deepEqual(grammar.problems, []);
  return grammar;
}

function found(match: string, sentence: string): string[] {
  return textsOf(grammarOf(match), sentence);
}

function textsOf(grammar: Grammar, sentence: string): string[] {
  return grammar.match(sentence).map(({ start, end }) => sentence.slice(start, end));
}

describe("grammar", () => {
  it("finds exact stretches", () => {
    const sentence = "In Rome the European Medicines Agency spoke.";
    assert.deepEqual(
      grammarOf("#NameWord+ Agency")
        .match(sentence)
        .map(({ start, end, rule: { id } }) => [start, end, id]),
      [[12, 37, "#NameWord+ Agency"]],
    );
  });

  it("gives the longer of two stretches with one start first, and the earlier rule at the same stretch", () => {
    const grammar = compileGrammar([
      rule("Ministry of #NameWord", "one"),
      rule("Ministry of #NameWord+", "two"),
      rule("Ministry of #NameWord", "three"),
    ]);
    assert.deepEqual(
      grammar.match("the Ministry of Health Kenya").map((match) => match.rule.id),
      ["two", "one", "three"],
    );
  });

  describe("reads words", () => {
    const cases: readonly [match: string, sentence: string, texts: readonly string[]][] = [
      ["#NameWord+ Agency", "the Medicines agency and the MEDICINES AGENCY, the Drugs Agency", ["Drugs Agency"]],
      ["county government", "Kisumu County Government", ["County Government"]],
      ["#NameWord+ Agency", "THE EUROPEAN MEDICINES AGENCY", []],
      ["#NameWord+ Agency", "the Agence Médicale Agency", ["Agence Médicale Agency"]],
      ["médicale agency", "Me\u0301dicale agency, medicale agency", ["Me\u0301dicale agency", "medicale agency"]],
      ["#NameWord+ Agency", "the European\n  Medicines  Agency", ["European\n  Medicines  Agency"]],
      ["#NameWord+ Agency", "the Sino-African Health Agency", ["Sino-African Health Agency"]],
      ["director general", "the Director-General", ["Director-General"]],
      ["#NameWord+ Agency", "the U.S. Drug Agency", ["U.S. Drug Agency"]],
      ["Agency of the #NameWord", "the Agency of the U.S.", ["Agency of the U.S."]],
      ["#NameWord+ Agency", "Kenya's Drug Agency's budget", ["Drug Agency"]],
      ["#NameWord+ Agency", "Kenya’s Drug Agency’s budget", ["Drug Agency"]],
      ["#NameWord+ Hospital", "Boston Children’s Hospital", ["Boston Children’s Hospital"]],
      ["#NameWord+ Agency", "the R&D Agency and the Drug & Food Agency", ["R&D Agency", "Drug & Food Agency"]],
      ["#NameWord+ Facility", "the COVID-19 Access Facility", ["COVID-19 Access Facility"]],
      ["Law #NumberCode", "Law 117-328, Law 2019/774, Law 5.2, Law X", ["Law 117-328", "Law 2019/774", "Law 5.2"]],
      ["Senator #NameWord+", "Senator Joseph A. Day said", ["Senator Joseph A. Day"]],
      ["the #NameWord+ Agency", "The Drug Agency", ["Drug Agency"]],
      ["#NameWord+ (Inc|Ltd)", "Acme Inc. and Bolt Ltd, then Cut Inc.", ["Acme Inc.", "Bolt Ltd", "Cut Inc."]],
      ["#NameWord+ Agency", "🧬🧬 Drug Agency 🧬", ["Drug Agency"]],
    ];
    for (const [match, sentence, texts] of cases) {
      it(`${match} in ${JSON.stringify(sentence)}`, () => {
        assert.deepEqual(found(match, sentence), texts);
      });
    }
  });

  describe("stays inside a phrase", () => {
    const agencies: readonly [sentence: string, texts: readonly string[]][] = [
      ["Merck, Drug Agency", ["Drug Agency"]],
      ["Merck; Drug Agency", ["Drug Agency"]],
      ["Merck (Drug Agency)", ["Drug Agency"]],
      ["“Merck” Drug Agency", ["Drug Agency"]],
      ["Merck – Drug Agency", ["Drug Agency"]],
      ["Merck. Drug Agency", ["Drug Agency"]],
      ["Merck\tDrug Agency", ["Drug Agency"]],
      ["Merck \uFFFC Drug Agency", ["Drug Agency"]],
      ["Dr. Drug Agency", ["Dr. Drug Agency"]],
      ["Drug, Agency", []],
    ];
    for (const [sentence, texts] of agencies) {
      it(sentence, () => {
        assert.deepEqual(found("#NameWord+ Agency", sentence), texts);
      });
    }

    it("but a comma before Inc. or Jr. and the bracket before a number are no pauses", () => {
      assert.deepEqual(found("#NameWord+ (Inc|Jr)", "Acme, Inc. and Ann Lee, Jr. met"), ["Acme, Inc.", "Ann Lee, Jr."]);
      assert.deepEqual(
        found(
          "Regulation EU? No? #NumberCode",
          "Regulation (EU) No 5/2014, Regulation (EU) 2025/327, Regulation (the 5)",
        ),
        ["Regulation (EU) No 5/2014", "Regulation (EU) 2025/327"],
      );
    });

    it("unless the rule asks for punctuation or for the sentence's ends", () => {
      assert.deepEqual(found("(#NameWord && @hasComma) Agency", "Drug, Agency"), ["Drug, Agency"]);
      assert.deepEqual(found("^#NameWord * Agency$", "Drug, an Agency"), ["Drug, an Agency"]);
    });
  });

  it("takes all leading words of a name before it looks for the last", () => {
    assert.deepEqual(found("#NameLead+ (Act|Law)", "the Food Law Enforcement Act"), ["Food Law Enforcement Act"]);
    assert.deepEqual(found("#NameLead+ (Act|Law)", "the Food Law School"), []);
  });

  it("runs through the small words inside a name", () => {
    const inRun = (text: string): string[] => found("Institute of #NameRun+", text);
    assert.deepEqual(inRun("the Institute of Standards and Technology agreed"), [
      "Institute of Standards and Technology",
    ]);
    assert.deepEqual(inRun("the Institute of Genomics of the University of Lund"), [
      "Institute of Genomics of the University of Lund",
    ]);
    assert.deepEqual(inRun("the Institute of Virology and Merck"), ["Institute of Virology"]);
    assert.deepEqual(inRun("the Institute of Virology of a town"), ["Institute of Virology"]);
  });

  it("knows nationalities of one and of two words", () => {
    const firms = (text: string): string[] => found("#NationalityWord+ firms", text);
    assert.deepEqual(firms("It named South African firms."), ["South African firms"]);
    assert.deepEqual(firms("It named U.S. firms."), ["U.S. firms"]);
    assert.deepEqual(firms("It told us firms matter."), []);
  });

  it("knows persons by their given names, but no places", () => {
    const persons = (text: string): string[] => found("#GivenName #Surname{1,3}", text);
    assert.deepEqual(persons("said Jordan Tillman, a farmer"), ["Jordan Tillman"]);
    assert.deepEqual(persons("Donald J. Ferris wrote"), ["Donald J. Ferris"]);
    assert.deepEqual(persons("the Jordan Valley and the Robert Foundation"), []);
    assert.deepEqual(persons("in San Pablo Heights and Port Louis Harbour"), []);
  });

  it("keeps a year behind a law's comma and a number with a comma whole", () => {
    assert.deepEqual(found("#NameLead+ Bill #NumberCode", "the Care Bill, 2023, passed"), ["Care Bill, 2023"]);
    assert.deepEqual(found("Law No #NumberCode", "under Law No. 14,874 of May"), ["Law No. 14,874"]);
  });

  it("crosses commas but no brackets where a rule asks for punctuation", () => {
    const office = (text: string): string[] => found("Office (#NameWord && @hasComma) #NameWord+ and #NameWord", text);
    assert.deepEqual(office("the Office Trade, Health and Sport"), ["Office Trade, Health and Sport"]);
    assert.deepEqual(office("the Office Trade, Health (THO) and Sport"), []);
  });

  it("gives the capture, not its context", () => {
    assert.deepEqual(found("former [President #NameWord+]", "the former President Lula said"), ["President Lula"]);
    assert.deepEqual(found("former [<who>President #NameWord+]", "President Biden and former President Lula"), [
      "President Lula",
    ]);
  });

  it("matches parts of speech", () => {
    assert.deepEqual(found("#Place+ county government", "Officials of Nairobi county government met."), [
      "Nairobi county government",
    ]);
    assert.deepEqual(found("{store} genomes", "It stored genomes."), ["stored genomes"]);
  });

  it("reports a bad rule and runs the others", () => {
    const grammar = compileGrammar([rule("(agency", "bad"), rule("#NameWord+ Agency", "good")], () => "packs/x.yaml");
    assert.deepEqual(
      grammar.problems.map(({ severity, code, uri, line }) => ({ severity, code, uri, line })),
      [{ severity: "error", code: "rule.syntax", uri: "packs/x.yaml", line: 7 }],
    );
    assert.match(grammar.problems[0]!.message, /^Rule "bad": /);
    assert.deepEqual(textsOf(grammar, "the Drug Agency"), ["Drug Agency"]);
  });

  it("finds nothing in what is too long for a sentence", () => {
    const sentence = `the Drug Agency ${"x ".repeat(MAX_SENTENCE / 2)}`;
    assert.deepEqual(grammarOf("#NameWord+ Agency").match(sentence), []);
  });

  it("comes to an end on whatever repeats up to the longest sentence", () => {
    const grammar = compileGrammar(builtInRules());
    for (const piece of ["Act ", "the ", "Health, ", "(", "Ministry of ", "a.", "U.S.", "X-", "'s "]) {
      grammar.match(piece.repeat(MAX_SENTENCE / piece.length));
    }
  });
});

function builtInRules(): readonly GrammarRule[] {
  const { pack, problems } = parsePack(readFileSync(PACK, "utf8"), PACK);
  assert.deepEqual(problems, []);
  return pack!.rules;
}

const TAGGER_RULES = [
  rule("#Place+ county government"),
  rule("#Adjective health (ministry|ministers)"),
  rule("{store} (genomes|samples)"),
  rule("(#Noun && !#NameWord) of health"),
  rule("#Verb (data|samples|strains)"),
];

/** Words that wake many rules, in no order that makes sense. */
const FRAGMENTS = (
  "the of and for Ministry Department Health Agency Act University National Institute President Merck Kenya's officials met company " +
  "Chinese companies Data Space Regulation 2025/327 Law No Human Services Research Committee on Trade Foundation Inc Professor " +
  "Section 301 county government strains"
).split(" ");
const generated = fc
  .array(fc.tuple(fc.constantFrom(...FRAGMENTS), fc.constantFrom("", "", "", "", "", ",", ";")), {
    minLength: 1,
    maxLength: 20,
  })
  .map((words) => `${words.map(([word, mark]) => word + mark).join(" ")} today`);

describe("the gated grammar", () => {
  const rules = [...builtInRules(), ...TAGGER_RULES];
  const grammar = compileGrammar(rules);
  const needsTagger = new Map(
    rules.map(({ id, match }) => {
      const expression = parseMatchExpression(match);
      return [id, !isSyntaxError(expression) && expression.needsTagger];
    }),
  );

  let compared = 0;

  function assertLikePlain(sentence: string): void {
    const byRule = new Map<string, string[]>();
    for (const match of grammar.match(sentence)) {
      byRule.set(match.rule.id, [...(byRule.get(match.rule.id) ?? []), sentence.slice(match.start, match.end)]);
    }
    for (const each of rules) {
      const plain = readPlainly(sentence, needsTagger.get(each.id)!)?.match(each);
      if (plain === undefined) continue;
      assert.deepEqual(byRule.get(each.id) ?? [], plain, `${each.id} in ${JSON.stringify(sentence)}`);
      compared += plain.length;
    }
  }

  it("finds what compromise finds when every rule runs on every sentence", () => {
    assert.ok(POLICY_SENTENCES.length >= 60);
    for (const sentence of POLICY_SENTENCES) {
      assert.ok(readPlainly(sentence, false), `compromise splits ${JSON.stringify(sentence)}`);
      assertLikePlain(sentence);
    }
    assert.ok(compared > 100, `${compared} matches are too few to prove anything`);
  });

  it("and does so on generated sentences", () => {
    fc.assert(fc.property(generated, assertLikePlain), { numRuns: 150 });
  }).timeout(60_000);
});

const MESSY = [
  ...FRAGMENTS,
  ...[
    "Ministry of",
    "Drug Agency",
    "Data Act",
    "University of",
    "Regulation (EU)",
    "President",
    "Roche Pharma",
    "county government",
  ],
  ..."U.S. E\u0301cole COVID-19 Anglo–American “ ” ‘ ’ ’s ( ) [ ] — - / & … ... . , 🧬 👩‍🔬 <3 :) 5kg e.g. Jr. Inc. 中文 क्षि İ ß".split(
    " ",
  ),
  ...["  ", " ", " ", ". ", " – ", "\n", "\r\n", "\t", "\u00a0", "\u200b", "\u00ad", "\u202e", "\ufffc", "\ud83e"],
];
const messy = fc
  .array(fc.tuple(fc.constantFrom(...MESSY), fc.constantFrom("", " ", " ", " ")), { maxLength: 40 })
  .map((pieces) => pieces.flat().join(""));

describe("the grammar on messy text", () => {
  const rules = [...builtInRules(), ...TAGGER_RULES];
  const gated = compileGrammar(rules);
  const describeMatch = ({ start, end, rule: { id } }: RuleMatch): string => `${start} ${end} ${id}`;
  const LETTER = /[\p{L}\p{N}\p{M}]/u;

  it("finds stretches that begin and end with a word and never cut one", () => {
    fc.assert(
      fc.property(messy, (text) => {
        for (const { start, end } of gated.match(text)) {
          assert.ok(0 <= start && start < end && end <= text.length);
          assert.match(text.slice(start, end), /^[\p{L}\p{N}][^]*[\p{L}\p{N}\p{M}.]$/u);
          assert.ok(
            !(LETTER.test(text.charAt(start - 1)) && LETTER.test(text.charAt(start))),
            "cuts a word at its start",
          );
          assert.ok(!(LETTER.test(text.charAt(end - 1)) && LETTER.test(text.charAt(end))), "cuts a word at its end");
        }
      }),
      { numRuns: 300 },
    );
  }).timeout(60_000);

  it("finds what the rules find without the index", () => {
    const compiled = rules.map((each) => compileRule(each, "")).filter((each) => each instanceof CompiledRule);
    assert.equal(compiled.length, rules.length);
    const words = new WordList();
    let compared = 0;
    fc.assert(
      fc.property(messy, (text) => {
        words.read(text);
        const reader = new SentenceReader(text, words);
        const ungated = compiled.flatMap((each) => each.match(reader)).map(describeMatch);
        assert.deepEqual(gated.match(text).map(describeMatch).sort(), ungated.sort());
        compared += ungated.length;
      }),
      { numRuns: 300 },
    );
    assert.ok(compared > 20, `${compared} matches are too few to prove anything`);
  }).timeout(60_000);
});

describe("compromise", () => {
  async function bundle(format: esbuild.Format): Promise<string> {
    const result = await esbuild.build({
      entryPoints: ["src/core/tagger/grammar/grammar.ts"],
      bundle: true,
      format,
      platform: "browser",
      write: false,
      plugins: [
        {
          name: "witness",
          setup(build) {
            build.onLoad({ filter: /compromise-(one|two)\.cjs$/ }, ({ path }) => ({
              contents: `(globalThis.evaluated ??= []).push("${/one|two/.exec(path)![0]}");\n${readFileSync(path, "utf8")}`,
            }));
          },
        },
      ],
    });
    return result.outputFiles[0]!.text;
  }

  it("is evaluated when the first rule wakes, its tagger when the first rule asks for parts of speech, in every kind of bundle", async () => {
    const witness = globalThis as { evaluated?: string[] };
    for (const format of ["cjs", "esm"] as const) {
      delete witness.evaluated;
      const code = await bundle(format);
      const load = format === "cjs" ? loadCommonJs : loadModule;
      const module = await load(code);
      const grammar = module.compileGrammar([rule("#NameWord+ Agency"), rule("#Place+ county government")]);
      grammar.match("Nothing of interest stands in this sentence.");
      assert.equal(witness.evaluated, undefined, format);
      assert.equal(grammar.match("the European Medicines Agency").length, 1);
      assert.deepEqual(witness.evaluated, ["one"], format);
      assert.equal(grammar.match("the Nairobi county government").length, 1);
      assert.deepEqual(witness.evaluated, ["one", "two"], format);
    }
  }).timeout(60_000);
});

interface GrammarModule {
  compileGrammar: typeof compileGrammar;
}

function loadCommonJs(code: string): Promise<GrammarModule> {
  const module = { exports: {} as GrammarModule };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  new Function("module", "exports", code)(module, module.exports);
  return Promise.resolve(module.exports);
}

function loadModule(code: string): Promise<GrammarModule> {
  return import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`) as Promise<GrammarModule>;
}
