import assert from "node:assert/strict";
import fc from "fast-check";
import { checkTaxonomy } from "../../../../../src/core/taxonomy/checks/check";
import type { Entity, Pack, Term } from "../../../../../src/core/taxonomy/model";
import { compileTaxonomy } from "../../../../../src/core/taxonomy/taxonomy";
import { createTagger } from "../../../../../src/core/tagger/tagger";
import { classPack, packOf, taxonomyOf } from "../../../support/taxonomies";

/** The findings in packs with the bodies given, whose first line is 5. */
function findingsOf(...bodies: string[]): string[] {
  return checkTaxonomy(taxonomyOf(...bodies)).map(
    ({ uri, line, severity, code }) => `${uri}:${line ?? 0} ${severity} ${code.replace("taxonomy.", "")}`,
  );
}

function messageOf(body: string): string {
  const [problem, ...others] = checkTaxonomy(taxonomyOf(body));
  assert.ok(problem !== undefined && others.length === 0);
  return problem.message;
}

function genericTerms(...terms: string[]): string {
  return `terms:\n  infrastructure.data:\n${terms.map((term) => `    - ${term}\n`).join("")}`;
}

function entities(...entries: string[]): string {
  return `entities:\n${entries.map((entry) => `  - { ${entry} }\n`).join("")}`;
}

describe("checking a taxonomy", () => {
  it("finds nothing in terms that each say something of their own", () => {
    assert.deepEqual(
      findingsOf(
        entities(
          "id: who, class: actor.intergovernmental, label: World Health Organization, terms: [{ text: WHO, case: acronym }, WHO Secretariat]",
          "id: lancet, class: actor.research, label: The Lancet, terms: [{ text: Lancet, notNear: [surgeon] }]",
        ) +
          genericTerms('"[human] (genomic|genetic) data"', '"(genomic|health) data"', "data", "{ text: data bank }") +
          "ignore: [data plan]\n",
      ),
      [],
    );
  });

  describe("calls a term duplicate whose every form another term of the same meaning matches too:", () => {
    const cases: [name: string, terms: string[], finding: string][] = [
      ["the same string twice", ["biobank", "biobank"], "8"],
      ["a plural", ["biobank", "biobanks"], "8"],
      ["a compound written apart", ["data set", "dataset"], "8"],
      ["another spelling", ["data centre", "data center"], "8"],
      ["other capitals", ["Biobank", "biobank"], "8"],
      ["an expansion", ["human data", '"(human|animal) data"'], "7"],
      ["a family inside a family", ['"(human|animal) data"', '"[human|animal] (cell|data)"'], "7"],
      ["an acronym's plural in capitals", ["cloud GPU", "{ text: cloud GPUS, plural: false }"], "8"],
      ["stricter letters", ["{ text: GISAID, case: exact }", "GISAID"], "7"],
      ["a singular alone", ["{ text: sample, plural: false }", "sample"], "7"],
      ["a condition more", ["{ text: sample, near: [blood] }", "sample"], "7"],
      ["a wider exclusion", ["{ text: sample, notNear: [free, song] }", "{ text: sample, notNear: [song] }"], "7"],
      ["a narrower neighbour", ["{ text: bank, near: [gene, seed] }", "{ text: bank, near: [seed bank] }"], "8"],
      ["several terms together", ['"(human|animal) data"', "human data", "animal data"], "8,9"],
    ];
    for (const [name, terms, lines] of cases) {
      it(name, () => {
        const expected = lines.split(",").map((line) => `test-0.yaml:${line} warning duplicate-term`);
        assert.deepEqual(findingsOf(genericTerms(...terms)), expected);
      });
    }

    it("a name of an entity that says its label again", () => {
      const body = entities("id: who, class: actor.intergovernmental, label: World Health Organization");
      assert.deepEqual(findingsOf(body.replace(" }", ", terms: [World Health Organisation] }")), [
        "test-0.yaml:6 warning duplicate-term",
      ]);
    });

    it("a family that only several others replace", () => {
      const terms = genericTerms('"(human|animal) data"', '"human (data|cell)"', '"animal (data|cell)"');
      assert.deepEqual(findingsOf(terms), ["test-0.yaml:7 warning duplicate-term"]);
    });

    it("an ignored phrase", () => {
      assert.deepEqual(findingsOf("ignore: [blood bank, blood banks]\n"), ["test-0.yaml:5 warning duplicate-term"]);
    });
  });

  describe("does not call a term duplicate", () => {
    const cases: [name: string, terms: string[]][] = [
      ["of which one form is its own", ['"(human|animal) data"', '"(animal|plant) data"']],
      ["with a condition that is not the other's", ["{ text: bank, near: [gene] }", "{ text: bank, near: [seed] }"]],
      [
        "with an exclusion that is not the other's",
        ["{ text: bank, notNear: [gene] }", "{ text: bank, near: [seed] }"],
      ],
      ["with its own punctuation", ['"testing, tracing and isolation"', "testing tracing and isolation"]],
    ];
    for (const [name, terms] of cases) {
      it(name, () => {
        assert.deepEqual(findingsOf(genericTerms(...terms)), []);
      });
    }

    it("that is a label, for an entity must have one", () => {
      const body = entities("id: kemri, class: actor.research, label: KEMRI, terms: [{ text: kemri, case: any }]");
      assert.deepEqual(findingsOf(body), []);
    });

    it("of another entity or layer", () => {
      const pack = packOf(genericTerms("biobank"), "shared", "shared");
      const taxonomy = compileTaxonomy([classPack, pack, packOf(genericTerms("biobank"))]);
      assert.deepEqual(checkTaxonomy(taxonomy), []);
    });
  });

  describe("calls a term shadowed that a stronger one always beats:", () => {
    const gates = entities("id: gates, class: actor.person, label: Bill Gates");
    const cases: [name: string, body: string, line: number][] = [
      ["a name by an ignored phrase", `${gates}ignore: [bill gates]\n`, 6],
      [
        "a generic term by a name",
        `${gates}terms:\n  actor.person: [{ text: Bill Gates, case: capital, plural: false }]\n`,
        8,
      ],
      [
        "a term with a condition by a later one without",
        entities(
          "id: georgia, class: actor.state, label: Georgia, terms: [{ text: Georgia, near: [Tbilisi] }]",
          "id: georgia-us, class: actor.agency, label: Georgia",
        ),
        6,
      ],
      ["a family by several", `${genericTerms('"(blood|milk) bank"')}ignore: [blood bank, "milk bank"]\n`, 7],
    ];
    for (const [name, body, line] of cases) {
      it(name, () => {
        assert.deepEqual(findingsOf(body), [`test-0.yaml:${line} error shadowed-term`]);
      });
    }

    it("but not one that has a form or a case of its own", () => {
      assert.deepEqual(findingsOf(`${gates}terms:\n  actor.person: [bill gates]\n`), []);
      assert.deepEqual(findingsOf(`${genericTerms('"(blood|gene) bank"')}ignore: [blood bank]\n`), []);
      assert.deepEqual(
        findingsOf(`${genericTerms("blood bank")}ignore: [{ text: blood bank, near: [hospital] }]\n`),
        [],
      );
    });

    it("but not one that a later layer overrules on purpose", () => {
      const shared = packOf(genericTerms("blood bank"), "shared", "shared");
      const taxonomy = compileTaxonomy([classPack, shared, packOf("ignore: [blood bank]\n")]);
      assert.deepEqual(checkTaxonomy(taxonomy), []);
    });
  });

  describe("calls terms conflicting of which order alone chooses:", () => {
    const twoClasses = (first: string, second: string) =>
      `terms:\n  sovereignty.control: [${first}]\n  sovereignty.governance: [${second}]\n`;

    it("generic terms of two classes", () => {
      assert.deepEqual(findingsOf(twoClasses("land right", "land rights")), ["test-0.yaml:6 error conflicting-terms"]);
      assert.deepEqual(findingsOf(twoClasses('"(land|water) right"', '"(land|data) right"')), [
        "test-0.yaml:6 error conflicting-terms",
      ]);
    });

    it("entities of one name", () => {
      const body = entities("id: a, class: actor.state, label: Georgia", "id: b, class: actor.state, label: Georgia");
      assert.deepEqual(findingsOf(body), ["test-0.yaml:6 error conflicting-terms"]);
    });

    it("terms under the same condition", () => {
      const rights = "{ text: rights, near: [land] }";
      assert.deepEqual(findingsOf(twoClasses(rights, rights)), ["test-0.yaml:6 error conflicting-terms"]);
    });

    it("but not where a condition decides, or an ignored phrase before them", () => {
      assert.deepEqual(findingsOf(twoClasses("rights", "{ text: rights, near: [land] }")), []);
      assert.deepEqual(
        findingsOf(`${twoClasses('"(land|sea) right"', '"(land|air) right"')}ignore: [land right]\n`),
        [],
      );
    });
  });

  describe("calls a term unreachable that no text can match:", () => {
    const cases: [name: string, term: string][] = [
      ["its own words rule it out", "{ text: seed bank, plural: false, notNear: [bank] }"],
      ["its own words rule out every form", '{ text: "(seed|milk) bank", notNear: [seed, milk] }'],
      ["what it needs rules it out", "{ text: bank, near: [blood donor, milk donor], notNear: [donor] }"],
      ["what it needs before it is ruled out there", "{ text: bank, after: [the blood, a blood], notAfter: [blood] }"],
      ["what it needs behind it is ruled out there", '{ text: bank, before: ["\'s vault"], notBefore: ["\'s"] }'],
      ["an exclusion without a word stands in every sentence", '{ text: bank, notNear: ["..."] }'],
    ];
    for (const [name, term] of cases) {
      it(name, () => {
        assert.deepEqual(findingsOf(genericTerms(term)), ["test-0.yaml:7 error unreachable-term"]);
      });
    }

    it("but not where a spelling, a form or a neighbour is left", () => {
      assert.deepEqual(findingsOf(genericTerms("{ text: data centre, notNear: [centre] }")), []);
      assert.deepEqual(findingsOf(genericTerms('{ text: "(seed|gene) bank", notNear: [seed] }')), []);
      assert.deepEqual(findingsOf(genericTerms("{ text: bank, near: [donor, gene], notNear: [donor] }")), []);
    });

    it("that holds no word, where a pack was not read by the parser", () => {
      const pack: Pack = { ...packOf(""), ignore: [{ text: "…", line: 9 }] };
      const [problem] = checkTaxonomy(compileTaxonomy([classPack, pack]));
      assert.deepEqual([problem?.code, problem?.line], ["taxonomy.unreachable-term", 9]);
    });
  });

  describe("misses the label of an entity", () => {
    for (const label of ['"…"', '"(WHO|World Health Organization)"', '"[the] WHO"', '"WHO]"']) {
      it(`that is called ${label}`, () => {
        assert.deepEqual(findingsOf(entities(`id: who, class: actor.intergovernmental, label: ${label}`)), [
          "test-0.yaml:6 error entity-without-label",
        ]);
      });
    }
  });

  it("names both places and what to do", () => {
    assert.equal(
      messageOf(genericTerms("biobank", "biobanks")),
      '"biobanks" (infrastructure.data) matches nothing that "biobank" (infrastructure.data) at test-0.yaml:7 does not match; remove it.',
    );
    assert.equal(
      messageOf("terms: { sovereignty.control: [land right], sovereignty.flow: ['(land|sea) right'] }\n"),
      '"land right" (sovereignty.control) and "(land|sea) right" (sovereignty.flow) at test-0.yaml:5 both match' +
        ' "land right", "land rights", and only their order decides; remove it from one, or give one a condition' +
        " (near, notNear).",
    );
    assert.equal(
      messageOf(`${entities("id: gates, class: actor.person, label: Gates")}ignore: [gates]\n`),
      '"Gates" (actor.person gates) can never be a mention: "gates" (ignored) at test-0.yaml:7 wins wherever it matches;' +
        " remove one of them, or give the other a condition (near, notNear).",
    );
  });

  it("does not repeat families at length", () => {
    const family = (last: string) =>
      `'(ant|bee|cat|dog|eel|fox|gnu|hen) (cell|gene|genome|protein|serum|tissue|${last})'`;
    const message = messageOf(
      `terms: { sovereignty.control: [${family("cerebrospinal fluid")}], sovereignty.flow: [${family("milk")}] }\n`,
    );
    assert.match(message, /^"\(ant.{70,80}…" .* both match (?:"[a-z ]+"(?:, )?){6} and \d+ more forms, and only/);
  });

  describe("of any packs", () => {
    const text = fc.array(fc.constantFrom("a", "b", "B", "(a|b)", "[b]"), { minLength: 1, maxLength: 2 });
    const phrases = fc.array(fc.constantFrom("a", "b", "c", "a b"), { minLength: 1, maxLength: 2 });
    const CONDITIONS = ["near", "notNear", "after", "notAfter", "before", "notBefore"] as const;
    const conditions = fc.array(fc.tuple(fc.constantFrom(...CONDITIONS), phrases), { maxLength: 2 });
    const term = fc
      .tuple(text, conditions)
      .map(([words, asked]): Words => ({ text: words.join(" "), ...Object.fromEntries(asked) }));
    const pack = fc
      .tuple(
        fc.array(fc.tuple(fc.constantFrom("actor.state", "actor.agency"), fc.constantFrom("a", "b", "c"), term), {
          maxLength: 3,
        }),
        fc.array(fc.tuple(fc.constantFrom("actor.state", "actor.agency"), term), { maxLength: 5 }),
        fc.array(term, { maxLength: 2 }),
      )
      .map(([names, terms, ignore]) => numbered(names, terms, ignore));
    const prose = fc.array(fc.constantFrom("a", "b", "B", "c", "A", "as", "x."), { maxLength: 12 });

    it("condemns terms that change no text when they are gone", () => {
      fc.assert(
        fc.property(pack, prose, (candidate, words) => {
          const problems = checkTaxonomy(compileTaxonomy([classPack, candidate]));
          const doomed = new Set(
            problems.filter(({ code }) => code !== "taxonomy.conflicting-terms").map(({ line }) => line!),
          );
          assert.deepEqual(
            mentionsIn(words.join(" "), without(candidate, doomed)),
            mentionsIn(words.join(" "), candidate),
          );
        }),
        { numRuns: 1000 },
      );
    });

    it("has nothing more to condemn when they are gone and nothing conflicts", () => {
      fc.assert(
        fc.property(pack, (candidate) => {
          const problems = checkTaxonomy(compileTaxonomy([classPack, candidate]));
          fc.pre(problems.every(({ code }) => code !== "taxonomy.conflicting-terms"));
          const mended = without(candidate, new Set(problems.map(({ line }) => line!)));
          assert.deepEqual(checkTaxonomy(compileTaxonomy([classPack, mended])), []);
        }),
        { numRuns: 1000 },
      );
    });
  });
});

type Words = Omit<Term, "line">;

/** A pack in which every term has a line of its own. */
function numbered(names: [string, string, Words][], terms: [string, Words][], ignore: Words[]): Pack {
  let line = 100;
  return {
    ...packOf(""),
    entities: names.map(([classId, label, term], i): Entity => ({
      id: `${label}-${i}`,
      class: classId,
      label: "unwritten",
      terms: [{ ...term, line: line++ }],
      line: 1,
    })),
    terms: terms.map(([classId, term]) => ({ class: classId, term: { ...term, line: line++ } })),
    ignore: ignore.map((term) => ({ ...term, line: line++ })),
  };
}

function without(pack: Pack, lines: ReadonlySet<number>): Pack {
  const stays = (term: Term) => !lines.has(term.line);
  return {
    ...pack,
    entities: pack.entities.map((entity) => ({ ...entity, terms: entity.terms.filter(stays) })),
    terms: pack.terms.filter(({ term }) => stays(term)),
    ignore: pack.ignore.filter(stays),
  };
}

function mentionsIn(text: string, pack: Pack): unknown[] {
  return createTagger(compileTaxonomy([classPack, pack]))
    .tag(text)
    .mentions.map(({ start, end, class: classId, entity }) => [start, end, classId, entity]);
}
