import { type Block, sameShape } from "../text/block";
import type { TextFormat } from "../text/format";
import { createSegmenter } from "../text/create-segmenter";
import { applyEdit, type Edit } from "../text/span";
import { BlockText } from "./block-text";
import type { BlockTagger } from "./block-tagger";
import { DocumentPass, tagBlock, type TaggedBlock } from "./document-pass";
import type { Mention } from "./mention";

/** One open document: its mentions stay right through edits, at the cost of the edited blocks. */
export interface Session {
  readonly text: string;
  /** Offsets are UTF-16 code units in the text before the edit. */
  edit(edit: Edit): void;
  /** Always what `tag` finds in the current text, sorted by start. */
  mentions(): readonly Mention[];
}

/** What changed since the blocks were last looked at: old `[start, oldEnd)` became new `[start, newEnd)`. */
interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

export class DocumentSession implements Session {
  #text: string;
  #blocks: readonly TaggedBlock[];
  #change: Change | undefined;
  #mentions: readonly Mention[] | undefined;
  readonly #segmenter;
  readonly #pass = new DocumentPass();

  constructor(
    text: string,
    format: TextFormat,
    readonly tagger: BlockTagger,
  ) {
    this.#text = text;
    this.#segmenter = createSegmenter(format);
    this.#blocks = this.#segmenter.segment(text).map((block) => this.#tag(block));
  }

  get text(): string {
    return this.#text;
  }

  edit(edit: Edit): void {
    this.#text = applyEdit(this.#text, edit);
    this.#change = joinChanges(this.#change, edit);
    this.#mentions = undefined;
  }

  mentions(): readonly Mention[] {
    if (this.#mentions === undefined) {
      this.#catchUp();
      this.#mentions = this.#pass.mentionsOf(this.#text, this.#blocks);
    }
    return this.#mentions;
  }

  #catchUp(): void {
    const change = this.#change;
    if (change === undefined) return;
    this.#change = undefined;
    const replacement = this.#text.slice(change.start, change.newEnd);
    const splice = this.#segmenter.update(this.#text, { start: change.start, end: change.oldEnd, text: replacement });
    const { index, removed, inserted, shift } = splice;
    const known = new UnchangedBlocks(this.#blocks.slice(index, index + removed), change);
    const tagged = inserted.map((block) => known.take(block) ?? this.#tag(block));
    for (let i = index + removed; i < this.#blocks.length; i++) this.#blocks[i]!.move(shift);
    this.#blocks = this.#blocks.slice(0, index).concat(tagged, this.#blocks.slice(index + removed));
  }

  #tag(block: Block): TaggedBlock {
    const text = new BlockText(this.#text.slice(block.start, block.end), block.masks);
    return tagBlock(block, text, this.tagger);
  }
}

/** The one change that leads over both: blocks between two edits count as touched, which costs time but never truth. */
function joinChanges(earlier: Change | undefined, { start, end, text }: Edit): Change {
  const newEnd = start + text.length;
  if (earlier === undefined) return { start, oldEnd: end, newEnd };
  const growth = earlier.newEnd - earlier.oldEnd;
  return {
    start: Math.min(earlier.start, start),
    oldEnd: Math.max(earlier.oldEnd, end - growth),
    newEnd: Math.max(earlier.newEnd, end) + newEnd - end,
  };
}

/** Finds, for blocks asked in order, the earlier block that stood there before a change and was not touched by it. */
class UnchangedBlocks {
  #next = 0;

  constructor(
    readonly blocks: readonly TaggedBlock[],
    readonly change: Change,
  ) {}

  take(block: Block): TaggedBlock | undefined {
    const oldStart = this.#oldStartOf(block);
    if (oldStart === undefined) return undefined;
    while (this.#next < this.blocks.length && this.blocks[this.#next]!.start < oldStart) this.#next++;
    const candidate = this.blocks[this.#next];
    if (candidate?.start !== oldStart || !sameShape(candidate.shape, block)) return undefined;
    this.#next++;
    candidate.move(block.start - oldStart);
    return candidate;
  }

  #oldStartOf({ start, end }: Block): number | undefined {
    if (end <= this.change.start) return start;
    if (start >= this.change.newEnd) return start - this.change.newEnd + this.change.oldEnd;
    return undefined;
  }
}
