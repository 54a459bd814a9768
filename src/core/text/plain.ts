import { type Block, normalizeMasks } from "./block";
import { isBlankLine, nextLineStart } from "./lines";
import { maskReferences } from "./references";
import { type BlockSplice, moveBlock, type Segmenter } from "./segmenter";
import type { Edit } from "./span";

/** Plain text: paragraphs between blank lines. */
export class PlainSegmenter implements Segmenter {
  #blocks: readonly Block[] = [];

  segment(text: string): readonly Block[] {
    return (this.#blocks = paragraphBlocks(text, 0, text.length));
  }

  /** Splits again from the paragraph before the edit to the one after it: an edit can only join or part neighbours. */
  update(text: string, edit: Edit): BlockSplice {
    const old = this.#blocks;
    const shift = edit.text.length - (edit.end - edit.start);
    const firstTouched = old.findIndex((block) => block.end >= edit.start);
    const index = Math.max(0, (firstTouched < 0 ? old.length : firstTouched) - 1);
    const firstBehind = old.findIndex((block) => block.start > edit.end);
    const tail = firstBehind < 0 ? [] : old.slice(firstBehind + 1);
    const from = index === 0 ? 0 : old[index]!.start;
    const to = tail.length === 0 ? text.length : tail[0]!.start + shift;
    const inserted = paragraphBlocks(text, from, to);
    this.#blocks = [...old.slice(0, index), ...inserted, ...tail.map((block) => moveBlock(block, shift))];
    return { index, removed: old.length - tail.length - index, inserted, shift };
  }
}

function paragraphBlocks(text: string, from: number, to: number): Block[] {
  return splitParagraphs(text.slice(from, to)).map((paragraph) => {
    const [start, end] = [paragraph.start + from, paragraph.end + from];
    return { start, end, kind: "paragraph", masks: normalizeMasks(maskReferences(text.slice(start, end))) };
  });
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
