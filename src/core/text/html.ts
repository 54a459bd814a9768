import { type Block, type Mask, normalizeMasks } from "./block";
import { maskReferences } from "./references";
import type { Segmenter } from "./segmenter";
import { WholeTextSegmenter } from "./whole-text-segmenter";

/** Tags, comments, declarations, and elements whose content is not prose, each up to its end or the end of the text. */
const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|pre|code|template|svg|math|head)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<[!?/]?[A-Za-z][^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;

/** Elements that run on inside a line of prose; every other tag ends a block. */
const INLINE_ELEMENTS = new Set(
  "a abbr b bdi bdo cite data dfn em font i ins del kbd label mark q s samp small span strong sub sup time tt u var wbr".split(
    " ",
  ),
);

/** Inline elements that only style what they hold; a term may reach across their tags. */
const TRANSPARENT_ELEMENTS = new Set("a abbr b bdi em font i ins mark s small span strong u wbr".split(" "));

interface Markup extends Mask {
  readonly endsBlock: boolean;
}

/** HTML: the text between block elements; scripts, styles, code, comments and tags hold no prose. */
export function createHtmlSegmenter(): Segmenter {
  return new WholeTextSegmenter({ blocks: htmlBlocks, commentStarts });
}

function htmlBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  let inside: Mask[] = [];
  for (const markup of findMarkup(text)) {
    if (!markup.endsBlock) {
      inside.push(markup);
      continue;
    }
    addBlock(text, start, markup.start, inside, blocks);
    start = markup.end;
    inside = [];
  }
  addBlock(text, start, text.length, inside, blocks);
  return blocks;
}

/** Masks over all markup of a piece of HTML. */
export function maskHtml(text: string): Mask[] {
  return [...findMarkup(text)].map(({ start, end, kind }) => ({ start, end, kind }));
}

function commentStarts(text: string): number[] {
  return [...findMarkup(text)].flatMap(({ start }) => (text.startsWith("<!--", start) ? [start] : []));
}

function* findMarkup(text: string): Generator<Markup> {
  for (const match of text.matchAll(MARKUP)) {
    const name = /^<\/?([a-z][a-z\d]*)/i.exec(match[0])?.[1]?.toLowerCase();
    yield {
      start: match.index,
      end: match.index + match[0].length,
      kind: isTransparent(match[0], name) ? "invisible" : "barrier",
      endsBlock: name !== undefined && !INLINE_ELEMENTS.has(name) && name !== "code",
    };
  }
}

function isTransparent(markup: string, elementName: string | undefined): boolean {
  if (elementName !== undefined) return TRANSPARENT_ELEMENTS.has(elementName);
  return markup === "&nbsp;" || markup === "&#160;";
}

function addBlock(text: string, start: number, end: number, masks: readonly Mask[], blocks: Block[]): void {
  const content = text.slice(start, end);
  if (content.trim() === "") return;
  const relative = masks.map((mask) => ({ ...mask, start: mask.start - start, end: mask.end - start }));
  blocks.push({ start, end, kind: "paragraph", masks: normalizeMasks([...relative, ...maskReferences(content)]) });
}
