import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { INITIAL, type IGrammar, type IRawGrammar, parseRawGrammar, Registry } from "vscode-textmate";

const GRAMMAR = "markdown.healthgeo.inline-tags";
const GRAMMAR_FILE = resolve("syntaxes/inline-tags.tmLanguage.json");

/** The scopes of VS Code's own Markdown grammar that matter to an injection, in as few rules as they need. */
const MARKDOWN = {
  scopeName: "text.html.markdown",
  patterns: [
    { name: "markup.fenced_code.block.markdown", begin: "^```.*$", end: "^```$" },
    { name: "meta.embedded.block.frontmatter", begin: "\\A-{3}\\s*$", end: "^-{3}\\s*$" },
    { name: "markup.raw.block.markdown", match: "^ {4}.*$" },
    { name: "comment.block.html", begin: "<!--", end: "-->" },
    { include: "#inline" },
  ],
  repository: {
    inline: {
      patterns: [
        { name: "markup.inline.raw.string.markdown", match: "`[^`]+`" },
        { name: "markup.bold.markdown", match: "\\*\\*[^*]+\\*\\*" },
        { name: "meta.link.inline.markdown", match: "\\[[^\\]]*\\]\\([^)]*\\)" },
        { name: "meta.link.reference.markdown", match: "\\[[^\\]]*\\]" },
      ],
    },
  },
};

async function loadMarkdown(): Promise<IGrammar> {
  await loadWASM(readFileSync(createRequire(resolve("package.json")).resolve("vscode-oniguruma/release/onig.wasm")));
  const grammars: Record<string, IRawGrammar> = {
    [MARKDOWN.scopeName]: parseRawGrammar(JSON.stringify(MARKDOWN), "markdown.json"),
    [GRAMMAR]: parseRawGrammar(readFileSync(GRAMMAR_FILE, "utf8"), GRAMMAR_FILE),
  };
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (scopeName) => Promise.resolve(grammars[scopeName]),
    getInjections: (scopeName) => (scopeName === MARKDOWN.scopeName ? [GRAMMAR] : undefined),
  });
  const grammar = await registry.loadGrammar(MARKDOWN.scopeName);
  assert.ok(grammar);
  return grammar;
}

interface Piece {
  readonly text: string;
  readonly scopes: readonly string[];
}

describe("inline tag grammar", () => {
  let markdown: IGrammar;

  before(async () => {
    markdown = await loadMarkdown();
  });

  function pieces(source: string): Piece[] {
    let stack = INITIAL;
    return source.split("\n").flatMap((line) => {
      const { tokens, ruleStack } = markdown.tokenizeLine(line, stack);
      stack = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }));
    });
  }

  /** The text that carries a scope, joined where tokens touch. */
  function textOf(scope: string, source: string): string[] {
    const found: string[] = [];
    let open = false;
    for (const { text, scopes } of pieces(source)) {
      const carries = scopes.some((candidate) => candidate === scope || candidate.startsWith(`${scope}.`));
      if (carries && open) found.push(`${found.pop() ?? ""}${text}`);
      else if (carries) found.push(text);
      open = carries;
    }
    return found;
  }

  const isTag = (line: string): boolean => textOf("meta.inline-tag", line).length > 0;

  it("gives every part of a tag a scope that themes colour", () => {
    const named = pieces('See [UK Biobank]{.infrastructure-data entity="uk-biobank"}.')
      .filter(({ scopes }) => scopes.length > 1)
      .map(({ text, scopes }) => [text, scopes.at(-1)]);
    assert.deepEqual(named, [
      ["[", "punctuation.definition.inline-tag.begin.healthgeo"],
      ["UK Biobank", "meta.mention.healthgeo"],
      ["]", "punctuation.definition.inline-tag.end.healthgeo"],
      ["{", "punctuation.definition.attributes.begin.healthgeo"],
      [".", "punctuation.definition.entity.class.healthgeo"],
      ["infrastructure-data", "entity.name.tag.class.healthgeo"],
      [" ", "meta.inline-tag.infrastructure.healthgeo"],
      ["entity", "entity.other.attribute-name.healthgeo"],
      ["=", "punctuation.separator.key-value.healthgeo"],
      ['"', "punctuation.definition.string.begin.healthgeo"],
      ["uk-biobank", "string.quoted.double.healthgeo"],
      ['"', "punctuation.definition.string.end.healthgeo"],
      ["}", "punctuation.definition.attributes.end.healthgeo"],
    ]);
  });

  it("names the facet in the scope of the whole tag", () => {
    for (const facet of ["actor", "infrastructure", "sovereignty"]) {
      assert.deepEqual(textOf(`meta.inline-tag.${facet}`, `a [b]{.${facet}-any} c`), [`[b]{.${facet}-any}`]);
    }
  });

  it("keeps emphasis inside a tag", () => {
    assert.deepEqual(textOf("markup.bold.markdown", "[**Africa CDC**]{.actor-intergovernmental}"), ["**Africa CDC**"]);
  });

  it("finds each of several tags on a line", () => {
    const line = "[WHO]{.actor-intergovernmental}, [GDPR]{.sovereignty-governance} and [a link](https://example.org)";
    assert.deepEqual(textOf("meta.mention.healthgeo", line), ["WHO", "GDPR"]);
    assert.deepEqual(textOf("meta.link.inline.markdown", line), ["[a link](https://example.org)"]);
  });

  const wellFormed = [
    "[China]{.actor-state}",
    "[patient groups]{.actor-civil-society}",
    "[China]{ .actor-state }",
    "[China]{.actor-state entity=china}",
    '[China]{#first .actor-state entity="china"}',
    '[China]{entity="china" .actor-state}',
    "[China]{.actor-state .important}",
    '[GDPR]{.sovereignty-governance note="as amended, {recital 4}"}',
    "# Heading with [China]{.actor-state}",
    "| cell | [China]{.actor-state} |",
    "[a \\] bracket]{.actor-state}",
  ];
  for (const line of wellFormed)
    it(`colours ${line}`, () => {
      assert.ok(isTag(line));
    });

  const malformed = [
    "[China]{.actor}",
    "[China]{.actor.state}",
    "[China]{.Actor-State}",
    "[China]{.place-state}",
    "[China]{actor-state}",
    "[China]{.actor-}",
    "[China]{.actor-state-}",
    "[China]{.actor-state .sovereignty-control}",
    "[China]{.actor-state entity=}",
    '[China]{.actor-state entity="china}',
    "[China]{.actor-state",
    "[China] {.actor-state}",
    "[China](.actor-state)",
    "[]{.actor-state}",
    "[  ]{.actor-state}",
    "\\[China]{.actor-state}",
    "![China]{.actor-state}",
    "[China][ref]{.actor-state}",
  ];
  for (const line of malformed)
    it(`leaves ${line} alone`, () => {
      assert.ok(!isTag(line));
    });

  const notProse = [
    ["a fenced code block", "```text\n[China]{.actor-state}\n```"],
    ["a code span", "so `[China]{.actor-state}` marks a state"],
    ["an indented code block", "    [China]{.actor-state}"],
    ["a comment", "<!-- [China]{.actor-state} -->"],
    ["front matter", "---\ntitle: [China]{.actor-state}\n---"],
  ] as const;
  for (const [place, source] of notProse)
    it(`stays out of ${place}`, () => {
      assert.ok(!isTag(source));
    });
});
