import { inlineTags } from "../../core";

/** What we use of markdown-it 14, with which the built-in preview renders (https://markdown-it.github.io/markdown-it/). */
export interface MarkdownIt {
  readonly inline: {
    readonly ruler: {
      before(rule: string, name: string, parse: (state: InlineState, silent: boolean) => boolean): void;
    };
    tokenize(state: InlineState): void;
  };
  readonly helpers: { parseLinkLabel(state: InlineState, start: number): number };
}

/** Where the parser stands in the text of a block. */
export interface InlineState {
  readonly src: string;
  readonly md: MarkdownIt;
  pos: number;
  posMax: number;
  push(type: string, element: string, nesting: 1 | -1): { attrSet(name: string, value: string): void };
}

const ATTRIBUTES = /^\{[^{}\n]{1,400}\}/;

/** Lets the preview show inline tags as spans, which `media/inline-tags.css` styles. */
export function previewTags(markdown: MarkdownIt): MarkdownIt {
  markdown.inline.ruler.before("link", "healthgeo_tag", parseTag);
  return markdown;
}

/** Takes one tag at the parser's position; in silent mode it only moves on. */
function parseTag(state: InlineState, silent: boolean): boolean {
  const { pos, posMax, src, md } = state;
  if (src[pos] !== "[") return false;
  const close = md.helpers.parseLinkLabel(state, pos);
  const attributes = close < 0 ? undefined : ATTRIBUTES.exec(src.slice(close + 1, posMax))?.[0];
  if (attributes === undefined) return false;
  // The attributes decide; the words are the parser's own business.
  const [tag] = inlineTags(`[words]${attributes}`, "markdown");
  if (tag === undefined) return false;
  if (!silent) {
    const opening = state.push("healthgeo_tag_open", "span", 1);
    opening.attrSet("class", `healthgeo ${tag.class.replace(".", "-")}`);
    if (tag.entity !== undefined) opening.attrSet("data-entity", tag.entity);
    opening.attrSet("title", tag.entity === undefined ? tag.class : `${tag.class}: ${tag.entity}`);
    state.pos = pos + 1;
    state.posMax = close;
    md.inline.tokenize(state);
    state.push("healthgeo_tag_close", "span", -1);
  }
  state.pos = close + 1 + attributes.length;
  state.posMax = posMax;
  return true;
}
