import assert from "node:assert/strict";
import fc from "fast-check";
import { completePack, type PackCompletion } from "../../../../../src/core/taxonomy/authoring/pack-completion";

/** What can be written where `|` stands. */
function at(marked: string): PackCompletion | undefined {
  const offset = marked.indexOf("|");
  return completePack(marked.replace("|", ""), offset);
}

const keysAt = (marked: string) => [...(at(marked)?.keys.keys() ?? [])];

describe("completing a pack", () => {
  it("knows the keys of every level, without those that stand there already", () => {
    assert.equal(keysAt("|")[0], "id");
    assert.deepEqual(keysAt("id: a\ntitle: b\nversion: 1\nlanguage: en\ne|\nterms:\n").slice(0, 3), [
      "extends",
      "classes",
      "entities",
    ]);
    assert.deepEqual(keysAt("entities:\n  - id: a\n    |\n  - id: b\n"), [
      "class",
      "label",
      "terms",
      "definition",
      "links",
      "broader",
    ]);
    assert.deepEqual(keysAt("terms:\n  actor.state:\n    - { text: a, | }\n"), [
      "case",
      "plural",
      "near",
      "notNear",
      "after",
      "notAfter",
      "before",
      "notBefore",
    ]);
    assert.deepEqual(keysAt("retire:\n  - class: actor.state\n    |\n"), ["text"]);
    assert.deepEqual(keysAt("rules:\n  - id: a\n    examples:\n      |\n"), ["hit", "miss"]);
    assert.deepEqual(keysAt("tests:\n  - text: a\n    expect:\n      - text: a\n        |\n"), ["class", "entity"]);
  });

  const places: [role: string, marked: string][] = [
    ["class-reference", "entities:\n  - id: a\n    class: |\n    label: b\n"],
    ["class-reference", "terms:\n  ac|\n"],
    ["entity-reference", "entities:\n  - id: a\n    broader: ke|\n"],
    ["entity-reference", "tests:\n  - text: a\n    expect: [{ text: a, entity: |"],
    ["case-mode", "ignore:\n  - { text: a, case: | }\n"],
    ["flag", "ignore:\n  - text: a\n    plural: |\n"],
    ["match", 'rules:\n  - id: a\n    match: "#No|"\n'],
    ["pack-reference", "id: a\nextends: |\n"],
    ["entity-reference", "retire: [no|]\n"],
    ["entity-reference", "retire:\n  - |\n"],
    ["class-reference", "retire:\n  - { class: |, text: a }\n"],
    ["term", "ignore: [|]\n"],
  ];
  for (const [role, marked] of places) {
    it(`knows that ${JSON.stringify(marked)} asks for a ${role}`, () => {
      assert.equal(at(marked)?.role, role);
    });
  }

  it("replaces the whole word, and sees the colon behind it", () => {
    assert.deepEqual(at("id: a\nent|it: []\n")?.span, { start: 6, end: 11 });
    assert.equal(at("id: a\nent|it: []\n")?.hasColon, true);
  });

  it("has nothing to say in comments, and is not troubled by errors in other sections", () => {
    assert.equal(at("# cl|"), undefined);
    assert.equal(at("id: a # cl|"), undefined);
    assert.equal(at('terms: [a, "\nentities:\n  - id: a\n    class: |\n')?.role, "class-reference");
  });

  it("ends and does not throw, whatever the source", () => {
    const piece = fc.constantFrom(
      "\n",
      "  ",
      "- ",
      "id",
      ": ",
      "terms:",
      "[",
      "{",
      "#",
      '"',
      "actor.state",
      "\r\n",
      "|",
      ">",
    );
    fc.assert(
      fc.property(fc.array(piece), fc.nat(), (pieces, n) => {
        const source = pieces.join("");
        const offset = n % (source.length + 1);
        const found = completePack(source, offset);
        assert.ok(found === undefined || (found.span.start <= offset && offset <= found.span.end));
      }),
      { numRuns: 1000 },
    );
  });
});
