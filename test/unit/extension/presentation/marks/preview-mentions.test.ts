import assert from "node:assert/strict";
import { previewMentions } from "../../../../../src/extension/presentation/marks/preview-mentions";
import type { CoreState, MarkdownIt, Token } from "../../../../../src/extension/presentation/marks/preview-tags";
import { documentOf } from "../../../support/corpus-documents";

/** As much of a token of markdown-it as the plugin touches. */
class PlainToken implements Token {
  map: readonly [number, number] | null = null;
  content = "";
  children: Token[] | null = null;
  readonly attributes = new Map<string, string>();

  constructor(
    readonly type: string,
    readonly element: string,
    readonly nesting: -1 | 0 | 1,
  ) {}

  attrSet(name: string, value: string): void {
    this.attributes.set(name, value);
  }
}

function piece(type: string, content = "", nesting: -1 | 0 | 1 = 0): Token {
  const token = new PlainToken(type, "", nesting);
  token.content = content;
  return token;
}

function block(lines: readonly [number, number], ...children: Token[]): Token[] {
  const [opening, inline] = [new PlainToken("paragraph_open", "p", 1), new PlainToken("inline", "", 0)];
  opening.map = lines;
  inline.children = children;
  return [opening, inline, new PlainToken("paragraph_close", "p", -1)];
}

/** What is rendered: marks as `<classes|words>`. */
function rendered(source: string, tokens: Token[]): string[] {
  let rule: ((state: CoreState) => void) | undefined;
  const markdown = {
    core: { ruler: { push: (_: string, run: typeof rule) => (rule = run) } },
  } as unknown as MarkdownIt;
  const { mentions } = documentOf("a.md", source);
  const firmness = { accepted: "Accepted", suggested: "Suggested", candidate: "Candidate" };
  previewMentions(markdown, (text) =>
    text === source ? { mentions, titleOf: ({ text: words }) => words, firmness } : undefined,
  );
  const state: CoreState = { src: source, tokens, Token: PlainToken };
  rule!(state);
  return state.tokens.flatMap(({ children }) => (children === null ? [] : [children.map(shown).join("")]));
}

function shown(token: Token): string {
  if (token.type === "healthgeo_mention_close") return ">";
  if (token.type !== "healthgeo_mention_open" || !(token instanceof PlainToken)) return token.content;
  return `<${token.attributes.get("class")!}|`;
}

describe("mentions in the preview", () => {
  it("are marked by class and firmness, with a legend below", () => {
    const [text, legend] = rendered("China met Kenya.\n", block([0, 1], piece("text", "China met Kenya.")));
    assert.equal(text, "<healthgeo actor-state suggested|China> met <healthgeo actor-state suggested|Kenya>.");
    assert.match(legend!, /<healthgeo actor-legend accepted\|Actors> .*<healthgeo actor-legend candidate\|Candidate>/);
  });

  it("are found where they stand, not where the same words stand in code or an address", () => {
    const source = "`China` [Kenya](China) China\n";
    const pieces = [
      piece("code_inline", "China"),
      piece("text", " "),
      piece("link_open", "", 1),
      piece("text", "Kenya"),
    ];
    const tokens = block([0, 1], ...pieces, piece("link_close", "", -1), piece("text", " China"));
    assert.equal(
      rendered(source, tokens)[0],
      "China <healthgeo actor-state suggested|Kenya> <healthgeo actor-state suggested|China>",
    );
  });

  it("are not marked twice inside a tag of the author", () => {
    const tokens = block(
      [0, 1],
      piece("healthgeo_tag_open", "", 1),
      piece("text", "China"),
      piece("healthgeo_tag_close", "", -1),
    );
    assert.deepEqual(rendered("[China]{.actor-state}\n", tokens), ["China"]);
  });

  it("are marked in blocks further down, and in cells, whose row says where they are", () => {
    const source = "Kenya\n\n| China | China |\n| - | - |\n";
    const row = new PlainToken("tr_open", "tr", 1);
    row.map = [2, 3];
    const cell = () => {
      const [opening, inline, closing] = block([0, 0], piece("text", "China"));
      (opening as PlainToken).map = null;
      return [opening!, inline!, closing!];
    };
    const tokens = [
      ...block([0, 1], piece("text", "Kenya")),
      row,
      ...cell(),
      ...cell(),
      new PlainToken("tr_close", "tr", -1),
    ];
    const marked = rendered(source, tokens).slice(0, 3);
    assert.deepEqual(
      marked,
      ["Kenya", "China", "China"].map((word) => `<healthgeo actor-state suggested|${word}>`),
    );
  });

  it("leave a document alone that mentions nothing, or that nobody knows", () => {
    assert.deepEqual(rendered("Nobody came.\n", block([0, 1], piece("text", "Nobody came."))), ["Nobody came."]);
  });
});
