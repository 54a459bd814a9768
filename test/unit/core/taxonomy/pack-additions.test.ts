import assert from "node:assert/strict";
import fc from "fast-check";
import { addToPack, type PackAddition } from "../../../../src/core/taxonomy/pack-additions";
import { newWorkspacePack } from "../../../../src/core/taxonomy/pack-edit";
import { parsePack } from "../../../../src/core/taxonomy/pack-parser";

const HEAD = newWorkspacePack("Team");
const TERM: PackAddition = { kind: "term", class: "actor.company", text: "milk bank" };
const ENTITY: PackAddition = { kind: "entity", id: "zed", class: "actor.company", label: "Zed: Labs" };
const NAME: PackAddition = { kind: "name", entity: "acme", text: "ACM" };

const ADDITIONS: readonly PackAddition[] = [TERM, ENTITY, NAME];

/** Bodies of packs in every style, each with the entity "acme". */
const BODIES = [
  "entities:\n  - id: acme # ours\n    class: actor.company\n    label: Acme\n\n# end\n",
  "entities:\n- id: acme\n  class: actor.company\n  label: Acme\n  terms:\n  - Ac me # old\n  # more to come\nterms:\n  actor.state: [we] # us\n",
  "entities: [{ id: acme, class: actor.company, label: Acme }]\nterms: { actor.company: [a, b] } # c\n",
  "terms:\n  actor.company:\n    - firm # any\n  # states\n  actor.state:\n    - { text: realm, case: any }\nentities:\n  - { id: acme, class: actor.company, label: Acme, terms: [AC] }",
  "terms: {}\nentities:\n  - terms: []\n    id: acme\n    class: actor.company\n    label: Acme\n    links:\n      wikidata: Q1\nignore: []\n",
];

function added(source: string, addition: PackAddition): string {
  const result = addToPack(source, addition, "p.yaml");
  assert.ok("source" in result, JSON.stringify(result));
  return result.source;
}

/** All comments of a source, in order. */
function commentsOf(source: string): string[] {
  return source.match(/#.*$/gm) ?? [];
}

describe("adding to a pack", () => {
  it("writes a term under its class, a new entity, and a name of an entity", () => {
    assert.equal(added(HEAD, TERM), `${HEAD}terms:\n  actor.company:\n    - milk bank\n`);
    assert.equal(
      added(`${HEAD}${BODIES[0]!}`, NAME),
      `${HEAD}${BODIES[0]!.replace("label: Acme", "label: Acme\n    terms: [ACM]")}`,
    );
    assert.equal(
      added(`${HEAD}${BODIES[0]!}`, ENTITY),
      `${HEAD}${BODIES[0]!.replace("Acme", 'Acme\n  - id: zed\n    class: actor.company\n    label: "Zed: Labs"')}`,
    );
  });

  it("changes nothing where the pack says so already, and doing it twice is doing it once", () => {
    for (const body of BODIES) {
      for (const addition of ADDITIONS) {
        const once: string = added(HEAD + body, addition);
        assert.equal(added(once, addition), once);
      }
    }
  });

  it("refuses words that would be a family of terms, an unknown entity, and a broken pack", () => {
    const refusals: [source: string, addition: PackAddition][] = [
      [HEAD, { kind: "term", class: "actor.company", text: "(a|b) bank" }],
      [HEAD, { kind: "term", class: "actor.company", text: "[x] bank" }],
      [HEAD, NAME],
      ["id: [", TERM],
    ];
    for (const [source, addition] of refusals) {
      assert.ok("problems" in addToPack(source, addition, "p.yaml"));
    }
  });

  it("says what the pack said and the addition, keeps all comments and every character", () => {
    const words = fc.stringMatching(/^[A-Za-z][\w ,.:#'"{}&*!%@`-]{0,30}[a-z]$/);
    const addition = fc.oneof(
      words.map((text): PackAddition => ({ kind: "term", class: "actor.company", text })),
      words.map((label): PackAddition => ({ kind: "entity", id: "zed", class: "actor.company", label })),
      words.map((text): PackAddition => ({ kind: "name", entity: "acme", text })),
    );
    fc.assert(
      fc.property(fc.constantFrom("", ...BODIES), fc.array(addition, { minLength: 1, maxLength: 5 }), (body, list) => {
        let source = HEAD + body;
        for (const each of list) {
          const before = parsePack(source, "p.yaml").pack!;
          const result = addToPack(source, each, "p.yaml");
          if ("problems" in result) {
            assert.ok(each.kind === "name" && body === "", JSON.stringify(result.problems));
            continue;
          }
          const after = parsePack(result.source, "p.yaml").pack!;
          assert.ok(isSubsequence(source, result.source));
          assert.ok(commentsOf(HEAD + body).every((comment) => result.source.includes(comment)));
          const texts = (pack: typeof before) => [
            ...pack.terms.map(({ class: id, term }) => `${id} ${term.text}`),
            ...pack.entities.flatMap(({ id, terms }) => terms.map(({ text }) => `${id} ${text}`)),
          ];
          const fact =
            each.kind === "term"
              ? `${each.class} ${each.text}`
              : each.kind === "entity"
                ? `${each.id} ${each.label}`
                : `${each.entity} ${each.text}`;
          const isNew = result.source !== source;
          assert.deepEqual(texts(after).sort(), [...texts(before), ...(isNew ? [fact] : [])].sort());
          source = result.source;
        }
      }),
    );
  });
});

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const character of whole) if (character === part[at]) at++;
  return at === part.length;
}
