import type { Block } from "./block";
import type { DocumentText } from "./document-text";
import { type BlockSplice, type Segmenter, spliceBetween } from "./segmenter";
import type { Edit } from "./span";

/** How the blocks and comments of a format are found in a whole text. */
export interface WholeTextFormat {
  blocks(text: string): readonly Block[];
  /** Where comments begin, as UTF-16 offsets. */
  commentStarts(text: string): readonly number[];
}

/** The segmenter of a format that is read anew after each edit, for a tag far above can change what a line means. */
export class WholeTextSegmenter implements Segmenter {
  #blocks: readonly Block[] = [];
  /** Where the comments begin; found when first asked for. */
  #comments: ReadonlySet<number> | undefined;

  constructor(readonly format: WholeTextFormat) {}

  segment(text: string): readonly Block[] {
    this.#comments = undefined;
    return (this.#blocks = this.format.blocks(text));
  }

  isComment(offset: number, text: string): boolean {
    this.#comments ??= new Set(this.format.commentStarts(text));
    return this.#comments.has(offset);
  }

  update(text: DocumentText, edit: Edit): BlockSplice {
    const before = this.#blocks;
    return spliceBetween(before, this.segment(text.toString()), edit);
  }
}
