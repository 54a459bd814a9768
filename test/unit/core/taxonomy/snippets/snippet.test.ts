import assert from "node:assert/strict";
import fc from "fast-check";
import {
  conflictsOf,
  mergeSnippet,
  newWorkspacePack,
  PackSource,
  parsePack,
  readSnippet,
  selectedSnippet,
  type Snippet,
  writeSnippet,
} from "../../../../../src/core";

const HEAD = "# Ours.\nid: lakes\ntitle: Great Lakes\nversion: 1.0.0\nlanguage: en\n";
const PACK = `${HEAD}
entities:
  # The first.
  - id: kemri # Nairobi
    class: actor.research
    label: Kenya Medical Research Institute
    terms: [KEMRI]

  - id: uvri
    class: actor.research
    label: Uganda Virus Research Institute

terms:
  infrastructure.sequencing:
    - pathogen hub # ours
ignore: [milk bank]
`;

/** Words that people could write into a pack; every one holds a letter, and none the notation of alternatives. */
const words = fc
  .stringMatching(/^[A-Za-z0-9 :#'",&*!%@`<>{}?=/.“”é-]{1,30}$/)
  .map((text) => text.replace(/\s+/g, " ").trim())
  .filter((text) => /[A-Za-z]/.test(text));
const id = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4})?$/);
const classId = fc.constantFrom("actor.research", "actor.state", "infrastructure.data");
const term = fc.oneof(
  words.map((text) => ({ text })),
  fc.record({
    text: words,
    case: fc.constantFrom("exact" as const, "any" as const),
    near: fc.array(words, { minLength: 1, maxLength: 2 }),
  }),
);
const snippets: fc.Arbitrary<Snippet> = fc
  .record({
    entities: fc.uniqueArray(
      fc.record(
        {
          id,
          class: classId,
          label: words,
          terms: fc.uniqueArray(term, { maxLength: 4, selector: ({ text }) => text }),
          definition: words,
          links: fc.dictionary(fc.constantFrom("wikidata", "iso3166", "url"), words, { minKeys: 1, maxKeys: 2 }),
          broader: id,
        },
        { requiredKeys: ["id", "class", "label", "terms"] },
      ),
      { minLength: 1, maxLength: 4, selector: (entity) => entity.id },
    ),
    terms: fc.uniqueArray(fc.tuple(classId, term), {
      maxLength: 3,
      selector: ([group, { text }]) => `${group} ${text}`,
    }),
  })
  .map(({ entities, terms }) => ({
    classes: [],
    entities: entities.map((entity) => ({
      ...entity,
      terms: entity.terms.some(({ text }) => text === entity.label)
        ? entity.terms.map((each) => ({ ...each, line: 1 }))
        : [{ text: entity.label, line: 1 }, ...entity.terms.map((each) => ({ ...each, line: 1 }))],
      line: 1,
    })),
    terms: terms.map(([group, each]) => ({ class: group, term: { ...each, line: 1 } })),
  }));

/** What a snippet says, without lines and order. */
function meaning({ classes, entities, terms }: Snippet): unknown {
  const bare = (value: unknown) =>
    JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === "line" ? undefined : part))) as unknown;
  const sorted = (items: readonly unknown[]) => items.map((item) => JSON.stringify(bare(item))).sort();
  const named = entities.map(({ id, class: group, label, definition, links, broader, terms: names }) => ({
    id,
    group,
    label,
    definition,
    links: Object.entries(links ?? {}).sort(),
    broader,
    names: sorted(names.map(({ text, near, case: mode }) => ({ text, near, mode }))),
  }));
  return [
    sorted(classes),
    sorted(named),
    sorted(terms.map(({ class: group, term: { text, near, case: mode } }) => ({ group, text, near, mode }))),
  ];
}

function readBack(text: string): Snippet {
  const { snippet, problems } = readSnippet(text, "clipboard");
  assert.deepEqual(problems, [], text);
  return snippet!;
}

function merged(source: string, snippet: Snippet): string {
  const result = mergeSnippet(source, snippet, "p.yaml");
  assert.ok("source" in result, JSON.stringify(result));
  return result.source;
}

const lakes = () => readBack("- id: nimr\n  class: actor.research\n  label: National Institute for Medical Research\n");

describe("a taxonomy snippet", () => {
  it("reads back what was written", () => {
    fc.assert(
      fc.property(snippets, (snippet) => {
        assert.deepEqual(meaning(readBack(writeSnippet(snippet, "a test"))), meaning(snippet));
      }),
    );
  });

  it("survives quoting marks, code fences, indentation, other line breaks and words around it", () => {
    const manglings: readonly ((text: string) => string)[] = [
      (text) => text.replace(/^/gm, "> "),
      (text) => text.replace(/^/gm, "> > "),
      (text) => text.replace(/^/gm, ">"),
      (text) => `Dear all,\n\nhere it is:\n\`\`\`yaml\n${text}\`\`\`\nBest, M.`,
      (text) => text.replace(/^(?=.)/gm, "      "),
      (text) => text.replace(/\n/g, "\r\n"),
      (text) => text.replace(/^ +/gm, (indent) => "\u00a0".repeat(indent.length)),
      (text) => `\ufeffSee the rows below!\n\n${text}\nKind regards\nM.`,
      (text) => text.replace(/^# .*\n/, ""),
    ];
    fc.assert(
      fc.property(snippets, fc.constantFrom(...manglings), (snippet, mangle) => {
        assert.deepEqual(meaning(readBack(mangle(writeSnippet(snippet, "a test")))), meaning(snippet));
      }),
    );
  });

  it("may be a whole pack, a list of entities or one entity", () => {
    const entity = "id: kemri\nclass: actor.research\nlabel: Kenya Medical Research Institute\nterms:\n  - KEMRI\n";
    const listed = `- ${entity.replace(/\n(?=.)/g, "\n  ")}`;
    for (const text of [entity, listed, `entities:\n${listed}`, `${HEAD}entities:\n${listed}`]) {
      assert.deepEqual(
        readBack(text).entities.map(({ id: each, terms }) => [each, terms.length]),
        [["kemri", 2]],
        text,
      );
    }
  });

  it("understands the quotation marks of a word processor", () => {
    const [entity] = readBack("- id: x\n  class: actor.state\n  label: “Congo: the Republic”\n").entities;
    assert.equal(entity?.label, "Congo: the Republic");
  });

  it("that cannot be read says at which line of the text, and what to do", () => {
    const { snippet, problems } = readSnippet("Hello,\n\n- id: x\n  class: planet\n  label: X\n", "clipboard");
    assert.equal(snippet, undefined);
    assert.equal(problems[0]?.line, 4);
    assert.equal(problems[0].code, "pack.unknown-class");
    assert.equal(readSnippet("See you at noon: room 4.", "clipboard").problems[0]?.code, "snippet.none");
  });

  it("says what of a whole pack it leaves out", () => {
    const { snippet, problems } = readSnippet(PACK, "clipboard");
    assert.equal(snippet?.entities.length, 2);
    assert.match(problems[0]!.message, /ignore are left out/);
  });

  it("never throws, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-:[\]{}>&*|#a-z\n "']{0,60}$/)), (text) => {
        const { snippet, problems } = readSnippet(text, "clipboard");
        assert.ok(snippet !== undefined || problems.length > 0);
      }),
    );
  });
});

describe("merging a snippet into a pack", () => {
  it("adds an entity among its neighbours, and changes no other character", () => {
    assert.equal(
      merged(PACK, lakes()),
      PACK.replace(
        "    terms: [KEMRI]\n",
        "    terms: [KEMRI]\n  - id: nimr\n    class: actor.research\n    label: National Institute for Medical Research\n",
      ),
    );
  });

  it("completes what the pack has, and keeps what it says", () => {
    const snippet = readBack(
      "- id: uvri\n  class: actor.agency\n  label: UVRI\n  definition: In Entebbe.\n  links: { wikidata: Q7877554 }\n",
    );
    const result = mergeSnippet(PACK, snippet, "p.yaml");
    assert.ok("source" in result);
    assert.deepEqual(result.parts, [{ kind: "entity", subject: "uvri", outcome: "completed" }]);
    const added = "    terms: [UVRI]\n    definition: In Entebbe.\n    links: { wikidata: Q7877554 }\n";
    assert.equal(result.source, PACK.replace("Virus Research Institute\n", `Virus Research Institute\n${added}`));
  });

  it("adds generic terms to their class, and classes that are new", () => {
    const source = merged(
      PACK,
      readBack("terms:\n  infrastructure.sequencing: [nanopore hub]\n  infrastructure.data: [biobank]\n"),
    );
    assert.match(source, /- pathogen hub # ours\n {4}- nanopore hub\n {2}infrastructure\.data: \[biobank\]\nignore/);
  });

  it("works on packs of every style", () => {
    for (const start of [
      newWorkspacePack("Team"),
      `${HEAD}entities:\n`,
      `${HEAD}entities: []\nterms: {}\n`,
      `${HEAD}entities: [{ id: abc, class: actor.state, label: Abc }]\n`,
      `${HEAD}entities:\n- id: zzz\n  class: actor.state\n  label: Zzz\n  terms:\n`,
      `{ id: lakes, title: L, version: "1", language: en }`,
      PACK.replace(/\n/g, "\r\n"),
    ]) {
      assert.match(merged(start, lakes()), /nimr/, start);
    }
  });

  it("holds all of the snippet and all of the pack, keeps every comment, and changes nothing the second time", () => {
    fc.assert(
      fc.property(snippets, (snippet) => {
        const once = merged(PACK, snippet);
        const { pack } = parsePack(once, "p.yaml");
        for (const entity of snippet.entities) {
          const written = pack!.entities.find((each) => each.id === entity.id);
          for (const { text } of entity.terms) assert.ok(written!.terms.some((each) => each.text === text));
        }
        for (const {
          term: { text },
        } of snippet.terms)
          assert.ok(pack!.terms.some((each) => each.term.text === text));
        let from = 0;
        for (const line of PACK.split("\n")) assert.ok((from = once.indexOf(line, from)) >= 0, line);
        assert.equal(merged(once, snippet), once);
      }),
    );
  });

  it("refuses to touch a pack that is broken", () => {
    const result = mergeSnippet("id: [", lakes(), "p.yaml");
    assert.ok("problems" in result && result.problems.length > 0);
  });

  it("reports the same id and the same term elsewhere, each with file and line", () => {
    const snippet = readBack(
      "- id: kemri\n  class: actor.agency\n  label: Kenya Medical Research Institute\n  terms: [pathogen hub]\n",
    );
    const { pack } = parsePack(PACK, "p.yaml");
    const elsewhere = conflictsOf(snippet, [pack!], "other.yaml");
    assert.deepEqual(
      elsewhere.map(({ kind, subject, holder, uri, line }) => [kind, subject, holder, uri, line]),
      [
        ["same-id", "kemri", "kemri", "p.yaml", 9],
        ["same-term", "pathogen hub", "infrastructure.sequencing", "p.yaml", 20],
      ],
    );
    assert.deepEqual(
      conflictsOf(snippet, [pack!], "p.yaml").map(({ kind, subject }) => [kind, subject]),
      [
        ["differs", "class"],
        ["same-term", "pathogen hub"],
      ],
    );
  });
});

describe("the snippet of a selection in a pack", () => {
  const selected = (from: string, to = from) => {
    const source = new PackSource(PACK, "p.yaml");
    const span = { start: PACK.indexOf(from), end: PACK.indexOf(to) + (from === to ? 0 : to.length) };
    const { entities, terms } = selectedSnippet(source, parsePack(PACK, "p.yaml").pack!, span);
    return [...entities.map((entity) => entity.id), ...terms.map((each) => each.term.text)];
  };

  it("is the entity or term at the cursor", () => {
    assert.deepEqual(selected("[KEMRI]"), ["kemri"]);
    assert.deepEqual(selected("pathogen"), ["pathogen hub"]);
    assert.deepEqual(selected("milk bank"), []);
  });

  it("is everything that a selection touches", () => {
    assert.deepEqual(selected("[KEMRI]", "pathogen"), ["kemri", "uvri", "pathogen hub"]);
  });
});
