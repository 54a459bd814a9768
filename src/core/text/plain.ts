import { type Block, normalizeMasks } from "./block";
import { isLetter } from "./code-units";
import type { DocumentText } from "./document-text";
import { isBlankLine, nextLineStart } from "./lines";
import { maskReferences } from "./references";
import type { BlockPositions, BlockSplice, Segmenter } from "./segmenter";
import type { Edit, Span } from "./span";

const SPACE = 0x20;
/** The visible characters of ASCII. */
const FIRST_SIGN = 0x21;
const LAST_SIGN = 0x7e;
const ASTERISK = 0x2a;
const HYPHEN = 0x2d;

/** Plain text: paragraphs between blank lines, and list items, which begin with a bullet. */
export class PlainSegmenter implements Segmenter {
  segment(text: string): readonly Block[] {
    return paragraphBlocks(text, 0);
  }

  /** Plain text has no comments. */
  isComment(): boolean {
    return false;
  }

  /**
   * Splits again from the paragraph before the edit to the one after it: an edit can only join or part neighbours. An edit
   * inside a paragraph leaves the blank lines around it, so that paragraph alone is split again.
   */
  update(text: DocumentText, edit: Edit, before: BlockPositions): BlockSplice {
    const shift = edit.text.length - (edit.end - edit.start);
    const edited = before.around(edit);
    if (edited !== undefined) {
      const { index, start, end } = edited;
      const paragraph = text.slice({ start, end: end + shift });
      const inserted = staysOne(paragraph, edit.start - start, edit.text)
        ? [paragraphBlock(paragraph, 0, paragraph.length, start)]
        : paragraphBlocks(paragraph, start);
      return { index, removed: 1, inserted, shift };
    }
    const index = Math.max(0, before.firstEndingFrom(edit.start) - 1);
    const tail = Math.min(before.count, before.firstStartingBehind(edit.end) + 1);
    const from = index === 0 ? 0 : before.startOf(index);
    const to = tail === before.count ? text.length : before.startOf(tail) + shift;
    const inserted = paragraphBlocks(text.slice({ start: from, end: to }), from);
    return { index, removed: tail - index, inserted, shift };
  }
}

/** @param offset of the text in the document */
function paragraphBlocks(text: string, offset: number): Block[] {
  return splitParagraphs(text)
    .flatMap((paragraph) => splitListItems(text, paragraph))
    .map(({ start, end }) => paragraphBlock(text, start, end, offset));
}

function paragraphBlock(text: string, start: number, end: number, offset: number): Block {
  const masks = normalizeMasks(maskReferences(text.slice(start, end)));
  return { start: start + offset, end: end + offset, kind: "paragraph", masks };
}

/**
 * Whether a paragraph is still one, seen from where an edit inside it began: it brought no line break, and what stands before
 * it in its line is no space, so that the line is not blank, and no bullet, so that the line does not begin with a new one.
 */
function staysOne(paragraph: string, editStart: number, inserted: string): boolean {
  if (/[\r\n]/.test(inserted)) return false;
  let at = editStart - 1;
  while (at > 0 && paragraph.charCodeAt(at) === SPACE) at--;
  const unit = paragraph.charCodeAt(at);
  return isLetter(unit) || (unit >= FIRST_SIGN && unit <= LAST_SIGN && unit !== ASTERISK && unit !== HYPHEN);
}

/** A bullet at the start of a line, as word processors leave it and as people type it. */
const BULLET = /[^\S\r\n]*[•‣◦▪●*-][^\S\r\n]/uy;

/** Parts a paragraph before every line that begins with a bullet. */
function splitListItems(text: string, { start, end }: Span): Span[] {
  const items: Span[] = [];
  let itemStart = start;
  for (let at = nextLineStart(text, start); at < end; at = nextLineStart(text, at)) {
    BULLET.lastIndex = at;
    if (!BULLET.test(text)) continue;
    items.push({ start: itemStart, end: trimLineBreak(text, at) });
    itemStart = at;
  }
  return [...items, { start: itemStart, end }];
}

/** The stretches of lines between blank lines, line breaks at their end left out. */
export function splitParagraphs(text: string): { start: number; end: number }[] {
  const paragraphs: { start: number; end: number }[] = [];
  let start = -1;
  let end = 0;
  for (let at = 0; at < text.length;) {
    const next = nextLineStart(text, at);
    if (isBlankLine(text, at, next)) {
      if (start >= 0) paragraphs.push({ start, end });
      start = -1;
    } else {
      if (start < 0) start = at;
      end = trimLineBreak(text, next);
    }
    at = next;
  }
  if (start >= 0) paragraphs.push({ start, end });
  return paragraphs;
}

function trimLineBreak(text: string, end: number): number {
  let trimmed = end;
  while (trimmed > 0 && (text.charCodeAt(trimmed - 1) === 0x0a || text.charCodeAt(trimmed - 1) === 0x0d)) trimmed--;
  return trimmed;
}
