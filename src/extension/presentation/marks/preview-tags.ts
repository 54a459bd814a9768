import { inlineTags, type ClassId } from "../../../core";

/** What we use of markdown-it 14, with which the built-in preview renders (https://markdown-it.github.io/markdown-it/). */
export interface MarkdownIt {
  readonly inline: {
    readonly ruler: {
      before(rule: string, name: string, parse: (state: InlineState, silent: boolean) => boolean): void;
    };
    tokenize(state: InlineState): void;
  };
  readonly core: { readonly ruler: { push(name: string, run: (state: CoreState) => void): void } };
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

/** A piece of a parsed document; `content` and `children` are those of the text in a block. */
export interface Token {
  readonly type: string;
  readonly nesting: -1 | 0 | 1;
  /** Zero-based lines from which the block is made, the end exclusive; null inside of blocks. */
  readonly map: readonly [start: number, end: number] | null;
  content: string;
  children: Token[] | null;
  attrSet(name: string, value: string): void;
}

/** A whole document that has been parsed and not been rendered yet. */
export interface CoreState {
  /** The source, with line feeds for line ends. */
  readonly src: string;
  readonly tokens: Token[];
  readonly Token: new (type: string, element: string, nesting: -1 | 0 | 1) => Token;
}

export const TAG_OPEN = "healthgeo_tag_open";
export const TAG_CLOSE = "healthgeo_tag_close";

const ATTRIBUTES = /^\{[^{}\n]{1,400}\}/;

/** Lets the preview show inline tags as spans, which `media/inline-tags.css` styles. */
export function previewTags(markdown: MarkdownIt): MarkdownIt {
  markdown.inline.ruler.before("link", "healthgeo_tag", parseTag);
  return markdown;
}

/** The classes of a mark's element, which the stylesheet knows: `healthgeo actor-state`. */
export function markClasses(classId: ClassId): string {
  return `healthgeo ${classId.replace(".", "-")}`;
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
    const opening = state.push(TAG_OPEN, "span", 1);
    opening.attrSet("class", markClasses(tag.class));
    if (tag.entity !== undefined) opening.attrSet("data-entity", tag.entity);
    opening.attrSet("title", tag.entity === undefined ? tag.class : `${tag.class}: ${tag.entity}`);
    state.pos = pos + 1;
    state.posMax = close;
    md.inline.tokenize(state);
    state.push(TAG_CLOSE, "span", -1);
  }
  state.pos = close + 1 + attributes.length;
  state.posMax = posMax;
  return true;
}
