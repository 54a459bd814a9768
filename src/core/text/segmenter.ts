import { type Block, sameShape } from "./block";
import type { DocumentText } from "./document-text";
import type { Edit, Span } from "./span";

/** Finds the prose of one document and keeps finding it while the document is edited. */
export interface Segmenter {
  /** The blocks of a text, in order. */
  segment(text: string): readonly Block[];
  /**
   * How the blocks change by `edit`, which led from the text last seen to `text`; the result equals `segment(text)`.
   *
   * @param before where the blocks stood in the text last seen
   */
  update(text: DocumentText, edit: Edit, before: BlockPositions): BlockSplice;
  /**
   * Whether a comment begins at an offset; code that shows a comment is none.
   *
   * @param text as it was last seen
   */
  isComment(offset: number, text: string): boolean;
}

/** Where the blocks of a document stand, by index. */
export interface BlockPositions {
  readonly count: number;
  startOf(index: number): number;
  /** The block that holds a span and at least one code unit before and behind it. */
  around(span: Span): IndexedSpan | undefined;
  /** The first block that ends at `offset` or behind it; the count where none does. */
  firstEndingFrom(offset: number): number;
  /** The first block that starts behind `offset`; the count where none does. */
  firstStartingBehind(offset: number): number;
}

/** A block by its index and place. */
export interface IndexedSpan extends Span {
  readonly index: number;
}

/** A change of a list of blocks: `removed` of them from `index` on give way to `inserted`, those behind move by `shift`. */
export interface BlockSplice {
  readonly index: number;
  readonly removed: number;
  readonly inserted: readonly Block[];
  /** In UTF-16 code units. */
  readonly shift: number;
}

export function moveBlock(block: Block, shift: number): Block {
  return { start: block.start + shift, end: block.end + shift, kind: block.kind, masks: block.masks };
}

/** For formats that are read anew after each edit: the splice that leads from the old blocks to the new ones. */
export function spliceBetween(before: readonly Block[], after: readonly Block[], edit: Edit): BlockSplice {
  const shift = edit.text.length - (edit.end - edit.start);
  const most = Math.min(before.length, after.length);
  let index = 0;
  while (index < most && before[index]!.end <= edit.start && isMoved(before[index]!, after[index]!, 0)) index++;
  let kept = 0;
  while (kept < most - index) {
    const old = before[before.length - 1 - kept]!;
    if (old.start < edit.end || !isMoved(old, after[after.length - 1 - kept]!, shift)) break;
    kept++;
  }
  return { index, removed: before.length - kept - index, inserted: after.slice(index, after.length - kept), shift };
}

function isMoved(before: Block, after: Block, shift: number): boolean {
  return before.start + shift === after.start && sameShape(before, after);
}
