import assert from "node:assert/strict";
import fc from "fast-check";
import { formatPack } from "../../../../../src/core/taxonomy/packs/pack-format";
import type { Pack } from "../../../../../src/core/taxonomy/model";
import { parsePack } from "../../../../../src/core/taxonomy/packs/pack-parser";

const HEAD = "id: p\ntitle: P\nversion: 1.0.0\nlanguage: en\n";

function sorted(body: string): string {
  const result = formatPack(HEAD + body, "p.yaml");
  assert.ok("source" in result, JSON.stringify(result));
  return result.source.slice(HEAD.length);
}

describe("sorting a pack", () => {
  it("brings the keys of the pack and of its parts into the order of the guide", () => {
    const result = formatPack("language: en\nversion: 1.0.0\ntitle: P # why\nid: p\n", "p.yaml");
    assert.deepEqual(result, { source: "id: p\ntitle: P # why\nversion: 1.0.0\nlanguage: en\n" });
    assert.equal(
      sorted("entities:\n  - label: A\n    class: actor.state\n    id: a\n"),
      "entities:\n  - id: a\n    class: actor.state\n    label: A\n",
    );
  });

  it("sorts entities by id, groups by class and terms by their text, in lines and in brackets", () => {
    assert.equal(
      sorted(
        "entities:\n  - { label: B, id: b, class: actor.state }\n  - { id: a, class: actor.state, label: A, terms: [Z, Y] }\n" +
          "terms:\n  sovereignty.flow: [b, { near: [x], text: a }]\n  actor.state:\n    - d\n    - text: c\n",
      ),
      "entities:\n  - { id: a, class: actor.state, label: A, terms: [Y, Z] }\n  - { id: b, class: actor.state, label: B }\n" +
        "terms:\n  actor.state:\n    - text: c\n    - d\n  sovereignty.flow: [{ text: a, near: [x] }, b]\n",
    );
  });

  it("moves comments with what they stand at, and nothing across a comment that heads a section", () => {
    assert.equal(
      sorted(`terms:
  actor.state:
    # of d
    - d # and d
    # of c
    - c

    # Others

    - b
    - a
    # the end
`),
      `terms:
  actor.state:
    # of c
    - c
    # of d
    - d # and d

    # Others

    - a
    - b
    # the end
`,
    );
  });

  it("lifts a comment above the dash when its key becomes the first", () => {
    assert.equal(
      sorted("entities:\n  - class: actor.state\n    # of the id\n    id: a\n    label: A\n"),
      "entities:\n  # of the id\n  - id: a\n    class: actor.state\n    label: A\n",
    );
  });

  it("leaves a bracketed list with comments, the order of tests and retirements and the lines of long texts as they are", () => {
    const body = `ignore:
  [
    b, # bee
    a,
  ]
retire:
  - zeta
  - { class: actor.state, text: b }
  - alpha
tests:
  - text: |
      z

      # no comment
    forbid: [{ text: z }]
  - text: a
    forbid: [{ text: a }]
`;
    assert.equal(sorted(body), body);
  });

  it("says what is wrong with a pack that it cannot read", () => {
    const result = formatPack(`${HEAD}wrong: 1\n`, "p.yaml");
    assert.ok("problems" in result);
    assert.equal(result.problems[0]?.code, "pack.unknown-key");
  });

  it("changes no meaning, loses no comment, and does nothing the second time", () => {
    fc.assert(
      fc.property(arbitraryPack(), (source) => {
        const before = parsePack(source, "p.yaml");
        assert.deepEqual(before.problems, []);
        const once = formatPack(source, "p.yaml");
        assert.ok("source" in once, source);
        assert.deepEqual(meaningOf(parsePack(once.source, "p.yaml").pack!), meaningOf(before.pack!));
        assert.deepEqual(commentsOf(once.source), commentsOf(source));
        assert.deepEqual(formatPack(once.source, "p.yaml"), once);
      }),
      { numRuns: 200 },
    );
  });
});

/** Packs with keys in any order, in lines and in brackets, with comments and blank lines between. */
function arbitraryPack(): fc.Arbitrary<string> {
  const id = fc.stringMatching(/^[a-z][a-z0-9]{0,3}$/);
  const comment = fc.constantFrom("", "", "", "# note\n", "\n", "# head\n\n", "\n# note\n");
  const inline = fc.constantFrom("", "", " # here");
  const term = fc.oneof(
    id,
    id.map((text) => `{ near: [x], text: ${text} }`),
    id.map((text) => `"${text} [y]"`),
  );
  const terms = (indent: string) =>
    fc.oneof(
      fc.array(term, { maxLength: 4 }).map((list) => ` [${list.join(", ")}]\n`),
      fc
        .array(fc.tuple(comment, term, inline), { minLength: 1, maxLength: 4 })
        .map(
          (list) =>
            `\n${list.map(([above, text, behind]) => indented(above, indent) + `${indent}- ${text}${behind}\n`).join("")}`,
        ),
    );
  const entity = fc
    .tuple(id, id, terms("      "), comment, fc.boolean())
    .chain(([name, label, names, above, folded]) => {
      const definition = folded ? "definition: >-\n      one\n      # two\n" : `definition: ${label}\n`;
      const keys = [`id: ${name}\n`, "class: actor.state\n", `label: ${label}\n`, `terms:${names}`, definition];
      return fc.shuffledSubarray(keys, { minLength: keys.length }).map((order) => ({
        name,
        text: `${indented(above, "  ")}  - ${order.join(indented(above, "    ") + "    ")}`,
      }));
    });
  const entities = fc.uniqueArray(entity, { selector: ({ name }) => name, minLength: 1, maxLength: 5 });
  const groups = fc.uniqueArray(
    fc.tuple(fc.constantFrom("actor.state", "actor.person", "sovereignty.flow"), terms("    ")),
    {
      selector: ([name]) => name,
      minLength: 1,
    },
  );
  return fc.tuple(entities, groups, terms("  "), comment).chain(([listed, grouped, ignored, above]) => {
    const parts = [
      "id: p\n",
      "title: P\n",
      "version: 1.0.0 # one\n",
      "language: en\n",
      `entities:\n${listed.map(({ text }) => text).join("")}`,
      `terms:\n${grouped.map(([name, list]) => `  ${name}:${list}`).join("")}`,
      `ignore:${ignored}`,
    ];
    return fc.shuffledSubarray(parts, { minLength: parts.length }).map((order) => `# first\n\n${order.join(above)}`);
  });
}

function indented(lines: string, indent: string): string {
  return lines.replace(/^(?=#)/gm, indent);
}

function commentsOf(source: string): string[] {
  return (source.match(/# \w+$/gm) ?? []).sort();
}

/** What a pack says, without its lines and in one order. */
function meaningOf(pack: Pack): unknown {
  const text = (value: unknown) => JSON.stringify(value, (key, part: unknown) => (key === "line" ? undefined : part));
  return {
    ...pack,
    entities: pack.entities.map((entity) => text({ ...entity, terms: entity.terms.map(text).sort() })).sort(),
    terms: pack.terms.map(text).sort(),
    ignore: pack.ignore.map(text).sort(),
  };
}
