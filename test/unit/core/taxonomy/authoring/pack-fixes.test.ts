import assert from "node:assert/strict";
import fc from "fast-check";
import type { Problem } from "../../../../../src/core/problem";
import { fixesFor, updateExpectation } from "../../../../../src/core/taxonomy/authoring/pack-fixes";
import { locateProblem } from "../../../../../src/core/taxonomy/authoring/locate-problem";
import { distanceBetween, nearestTo } from "../../../../../src/core/taxonomy/authoring/nearest";
import { PackSource } from "../../../../../src/core/taxonomy/authoring/pack-source";
import { checkTaxonomy } from "../../../../../src/core/taxonomy/checks/check";
import { checkRetirements } from "../../../../../src/core/taxonomy/retirement";
import { parsePack } from "../../../../../src/core/taxonomy/packs/pack-parser";
import { compileTaxonomy } from "../../../../../src/core/taxonomy/taxonomy";
import { applyEdit } from "../../../../../src/core/text/span";

const HEAD = `id: p
title: P
version: 1.0.0
language: en
classes:
  - { id: actor.state, label: State, definition: A country. }
  - { id: actor.company, label: Company, definition: A firm. }
`;
const KNOWN = { classes: ["actor.state", "actor.company"], entities: ["kemri", "lab"] };

function problemsOf(text: string): Problem[] {
  const { pack, problems } = parsePack(text, "p.yaml");
  if (pack === undefined) return problems;
  const taxonomy = compileTaxonomy([pack]);
  return [...taxonomy.problems, ...checkTaxonomy(taxonomy), ...checkRetirements(taxonomy.packs)];
}

/** The words that a problem of a code points at, and the body after its first fix. */
function mended(body: string, code: string): { words: string; body: string } {
  const source = new PackSource(HEAD + body, "p.yaml");
  const problem = problemsOf(source.text).find((each) => each.code === code);
  assert.ok(
    problem !== undefined,
    `no ${code}: ${problemsOf(source.text)
      .map((each) => each.code)
      .join(", ")}`,
  );
  const { start, end } = locateProblem(source, problem);
  const [fix] = fixesFor(source, problem, KNOWN);
  const text = (fix?.edits ?? []).reduce((before, edit) => applyEdit(before, edit), source.text);
  assert.ok(!problemsOf(text).some((each) => each.code === code), "the fix mends the problem");
  return { words: source.text.slice(start, end), body: text.slice(HEAD.length) };
}

describe("mending a pack", () => {
  const cases: [what: string, code: string, body: string, words: string, after: string][] = [
    [
      "an unknown key",
      "pack.unknown-key",
      "entities:\n  - { id: a, class: actor.state, lable: A }\n",
      "lable",
      "entities:\n  - { id: a, class: actor.state, label: A }\n",
    ],
    [
      "an unknown class of an entity, which may stand below its first line",
      "taxonomy.unknown-class",
      "entities:\n  - id: a\n    class: actor.stat\n    label: A\n",
      "actor.stat",
      "entities:\n  - id: a\n    class: actor.state\n    label: A\n",
    ],
    [
      "an unknown class over terms",
      "taxonomy.unknown-class",
      "terms:\n  actor.compny: [a]\n",
      "actor.compny",
      "terms:\n  actor.company: [a]\n",
    ],
    [
      "a case mode that is none",
      "pack.case",
      "ignore:\n  - { text: a, case: upper }\n",
      "upper",
      "ignore:\n  - { text: a, case: any }\n",
    ],
    [
      "a duplicate term between others",
      "taxonomy.duplicate-term",
      "terms:\n  actor.state:\n    - a\n    - ships # many\n    - ship\n",
      "ship",
      "terms:\n  actor.state:\n    - a\n    - ships # many\n",
    ],
    [
      "a duplicate that is the last of its list",
      "taxonomy.duplicate-term",
      "entities:\n  - id: a\n    class: actor.state\n    label: Ay\n    terms:\n      - AY\n      - BZ\n      - AY\n",
      "AY",
      "entities:\n  - id: a\n    class: actor.state\n    label: Ay\n    terms:\n      - AY\n      - BZ\n",
    ],
    [
      "a term that can never match, alone in brackets",
      "taxonomy.unreachable-term",
      "terms:\n  actor.state: [{ text: dock hand, notNear: [dock] }]\n",
      "dock hand",
      "terms:\n  actor.state: []\n",
    ],
    [
      "a term that can never match, alone in its list",
      "taxonomy.unreachable-term",
      "terms:\n  actor.state:\n    - text: dock hand\n      notNear: [dock]\n",
      "dock hand",
      "terms:\n  actor.state: []\n",
    ],
    [
      "an acronym that is a common word",
      "taxonomy.ambiguous-acronym",
      "entities:\n  - { id: a, class: actor.state, label: Ay, terms: [AID] }\n",
      "AID",
      "entities:\n  - { id: a, class: actor.state, label: Ay, terms: [{ text: AID, case: acronym }] }\n",
    ],
    [
      "an entity that is broader than itself",
      "taxonomy.broader-cycle",
      "entities:\n  - id: a\n    class: actor.state\n    label: Ay\n    broader: a\n",
      "a",
      "entities:\n  - id: a\n    class: actor.state\n    label: Ay\n",
    ],
    [
      "a term to retire that there is not",
      "taxonomy.retires-nothing",
      "retire:\n  - { class: actor.state, text: a land }\n",
      "a land",
      "retire: []\n",
    ],
    [
      "an entity to retire that there is not",
      "taxonomy.retires-nothing",
      "retire: [atlantis]\n",
      "atlantis",
      "retire: []\n",
    ],
    [
      "a broader entity that there is not",
      "taxonomy.unknown-broader",
      "entities:\n  - { id: lab, class: actor.state, label: Ay }\n  - { id: x, class: actor.state, label: Ex, broader: lub }\n",
      "lub",
      "entities:\n  - { id: lab, class: actor.state, label: Ay }\n  - { id: x, class: actor.state, label: Ex, broader: lab }\n",
    ],
  ];
  for (const [what, code, body, words, after] of cases) {
    it(`points at the words of ${what}, and mends it`, () => {
      assert.deepEqual(mended(body, code), { words, body: after });
    });
  }

  it("offers the entity that a retirement may mean", () => {
    const source = new PackSource(`${HEAD}retire: [kemry]\n`, "p.yaml");
    const [problem] = problemsOf(source.text);
    assert.deepEqual(
      fixesFor(source, problem!, KNOWN).map(({ kind, edits }) => [kind, edits[0]?.text]),
      [
        ["replace", "kemri"],
        ["remove-term", ""],
      ],
    );
  });

  it("finds no fault with acronyms that a condition or a case mode guards, nor with those of built-in packs", () => {
    const body = "terms:\n  actor.state: [WHO, { text: AID, near: [x] }, { text: CARE, case: exact }, GPU]\n";
    assert.deepEqual(
      problemsOf(HEAD + body).map(({ code, subject }) => [code, subject]),
      [["taxonomy.ambiguous-acronym", "WHO"]],
    );
    const { pack } = parsePack(HEAD + body, "p.yaml", "built-in");
    assert.deepEqual(checkTaxonomy(compileTaxonomy([pack!])), []);
  });

  it("names every entity of a circle, and none that only leads into it", () => {
    const entity = (id: string, broader: string) =>
      `  - { id: ${id}, class: actor.state, label: ${id}x, broader: ${broader} }\n`;
    const body = `entities:\n${entity("a", "b")}${entity("b", "c")}${entity("c", "b")}`;
    assert.deepEqual(
      problemsOf(HEAD + body).map(({ code, line }) => `${line ?? 0} ${code}`),
      ["10 taxonomy.broader-cycle", "11 taxonomy.broader-cycle"],
    );
  });

  it("tells the place of the other term", () => {
    const [problem] = problemsOf(`${HEAD}terms:\n  actor.state:\n    - ships\n    - ship\n`);
    assert.deepEqual(problem?.related, [{ uri: "p.yaml", line: 10, subject: "ships" }]);
  });

  it("updates an expectation where only values differ", () => {
    const text = `${HEAD}tests:\n  - text: a b\n    expect: [{ text: a, class: actor.state, entity: x }]\n`;
    const source = new PackSource(text, "p.yaml");
    const [mention] = source.items.filter(({ kind }) => kind === "mention");
    const edits = updateExpectation(mention!, { class: "actor.company", entity: "y" });
    const after = [...(edits ?? [])].reverse().reduce((before, edit) => applyEdit(before, edit), text);
    assert.equal(after, text.replace("actor.state, entity: x", "actor.company, entity: y"));
    assert.equal(updateExpectation(mention!, { class: "actor.company" }), undefined);
    assert.equal(updateExpectation(mention!, { class: "actor.state", entity: "x" }), undefined);
  });
});

describe("words that are nearly alike", () => {
  it("are found by insertion, removal, replacement and exchange", () => {
    assert.equal(distanceBetween("actor.state", "actor.sttae"), 1);
    assert.equal(distanceBetween("kitten", "sitting"), 3);
    assert.deepEqual(nearestTo("actor.reserch", ["actor.state", "actor.research"]).slice(0, 1), ["actor.research"]);
    assert.deepEqual(nearestTo("xyz", ["actor.research"]), []);
  });

  it("are as far from each other in both directions, and no distance from themselves", () => {
    const word = fc.stringMatching(/^[abc]{0,6}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        assert.equal(distanceBetween(a, b), distanceBetween(b, a));
        assert.equal(distanceBetween(a, b) === 0, a === b);
      }),
    );
  });
});
