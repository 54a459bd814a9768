import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { checkRuleExamples } from "../../../src/core/tagger/grammar/rule-examples";
import { parsePack } from "../../../src/core/taxonomy/packs/pack-parser";
import { expandSnippet, type ExpandedSnippet } from "./expand-snippet";

interface Snippet {
  readonly scope: string;
  readonly prefix: string;
  readonly body: string | readonly string[];
  readonly description: string;
}

/** Snippet files are JSON with comments and trailing commas, all of which YAML reads. */
function readSnippets(file: string): [name: string, snippet: Snippet][] {
  return Object.entries(parse(readFileSync(file, "utf8")) as Record<string, Snippet>);
}

const WRITING = readSnippets("snippets/healthgeo.code-snippets");
const TAXONOMY = readSnippets("snippets/taxonomy.code-snippets");
const ALL = [...WRITING, ...TAXONOMY];

/** The variables of VS Code that the snippets may use. */
const VARIABLES = ["TM_SELECTED_TEXT", "TM_FILENAME_BASE", "CURRENT_YEAR", "CURRENT_MONTH", "CURRENT_DATE"];

function expand(prefix: string, values: Readonly<Record<string, string>> = {}): ExpandedSnippet {
  const snippet = ALL.find(([, candidate]) => candidate.prefix === prefix)?.[1];
  assert.ok(snippet, `no snippet has the prefix ${prefix}`);
  return expandSnippet([snippet.body].flat().join("\n"), values);
}

function classesOfTheScheme(): string[] {
  const file = "taxonomies/classes.yaml";
  const { pack } = parsePack(readFileSync(file, "utf8"), file);
  assert.ok(pack);
  return pack.classes.map(({ id }) => id);
}

describe("snippets", () => {
  it("have prefixes of their own that share a beginning", () => {
    const prefixes = ALL.map(([, { prefix }]) => prefix);
    assert.deepEqual(prefixes, [...new Set(prefixes)]);
    for (const prefix of prefixes) assert.match(prefix, /^hg-[a-z]+(-[a-z]+)*$/);
  });

  for (const [name, snippet] of ALL) {
    it(`"${name}" is well formed`, () => {
      const { tabStops, variables } = expand(snippet.prefix);
      assert.match(snippet.description, /^[A-Z].+\.$/);
      assert.deepEqual(
        tabStops,
        tabStops.map((_, index) => index),
        "tab stops run from $0 without a gap",
      );
      for (const variable of variables) assert.ok(VARIABLES.includes(variable), variable);
    });
  }
});

describe("inline tag snippets", () => {
  it("cover every class of the scheme and no other", () => {
    const tagged = WRITING.filter(([name]) => name.startsWith("Inline tag: "));
    assert.deepEqual(
      tagged.map(([name, { prefix }]) => [name, prefix]).sort(),
      classesOfTheScheme()
        .map((id) => [`Inline tag: ${id}`, `hg-${id.replace(".", "-")}`])
        .sort(),
    );
  });

  it("wrap the selected text", () => {
    const { text } = expand("hg-infrastructure-data", { TM_SELECTED_TEXT: "UK Biobank" });
    assert.equal(text, '[UK Biobank]{.infrastructure-data entity="entity-id"}');
  });

  it("offer an example where nothing is selected", () => {
    assert.equal(expand("hg-actor-state").text, '[China]{.actor-state entity="entity-id"}');
  });
});

describe("brief snippet", () => {
  it("has the five parts of a brief, in order", () => {
    const headings = expand("hg-brief")
      .text.split("\n")
      .filter((line) => line.startsWith("## "))
      .map((line) => line.slice(3).replace(/:.*/, ""));
    assert.deepEqual(headings, [
      "Definition",
      "Executive summary",
      "The strategic mechanism",
      "Market and policy impact",
      "Modern case study",
      "Sources",
    ]);
  });

  it("starts with front matter that is valid YAML", () => {
    const { text } = expand("hg-brief", { CURRENT_YEAR: "2026", CURRENT_MONTH: "11", CURRENT_DATE: "22" });
    const frontMatter = /^---\n([^]*?)\n---\n/.exec(text)?.[1];
    assert.deepEqual(Object.keys(parse(frontMatter ?? "") as object), ["title", "date", "author"]);
  });
});

describe("taxonomy snippets", () => {
  /** A pack whose section holds what a snippet gives. */
  function packWith(section: string, prefix: string): string {
    const indented = expand(prefix).text.replace(/^(?=.)/gm, "  ");
    return `id: p\ntitle: P\nversion: 1.0.0\nlanguage: en\n${section}:\n${indented}`;
  }

  const packs: readonly (readonly [prefix: string, source: () => string])[] = [
    ["hg-pack", () => expand("hg-pack", { TM_FILENAME_BASE: "east-africa" }).text],
    ["hg-entity", () => packWith("entities", "hg-entity")],
    ["hg-terms", () => packWith("terms", "hg-terms")],
    ["hg-term-if", () => packWith("terms:\n  actor.state", "hg-term-if")],
    ["hg-rule", () => packWith("rules", "hg-rule")],
    ["hg-ignore", () => `id: p\ntitle: P\nversion: 1.0.0\nlanguage: en\n${expand("hg-ignore").text}`],
    ["hg-test", () => packWith("tests", "hg-test")],
  ];

  it("are all held by the cases below", () => {
    assert.deepEqual(TAXONOMY.map(([, { prefix }]) => prefix).sort(), packs.map(([prefix]) => prefix).sort());
  });

  for (const [prefix, source] of packs) {
    it(`${prefix} gives a pack without problems`, () => {
      assert.deepEqual(parsePack(source(), "snippet.yaml").problems, []);
    });
  }

  it("hg-rule gives a rule whose examples hold", () => {
    const { pack } = parsePack(packWith("rules", "hg-rule"), "snippet.yaml");
    assert.deepEqual(checkRuleExamples(pack?.rules ?? [], "snippet.yaml"), []);
  });
});
