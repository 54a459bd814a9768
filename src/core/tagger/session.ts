import type { Problem } from "../problem";
import { type Block, sameShape } from "../text/block";
import { createSegmenter } from "../text/create-segmenter";
import { DocumentText } from "../text/document-text";
import { BlockSequence, type Placed } from "../text/block-sequence";
import type { TextFormat } from "../text/format";
import type { BlockSplice } from "../text/segmenter";
import type { Edit, Span } from "../text/span";
import type { Statement } from "./document/block-findings";
import type { BlockChange } from "./block/block-change";
import { BlockText } from "./block/block-text";
import type { BlockTagger } from "./block/block-tagger";
import { BlocksContext } from "./document/document-context";
import { COMMENT_MARK, DocumentLayer, hasComments, mayHoldComments } from "./document/document-layer";
import type { DocumentOptions } from "./document/document-options";
import type { Mention } from "./mention";
import { retagBlock, tagBlock, type TaggedBlock } from "./block/tagged-block";

/** One open document: its mentions stay right through edits, at the cost of the edited blocks. */
export interface Session {
  readonly text: string;
  /** What is wrong with the document's comments for HealthGeo. */
  readonly problems: readonly Problem[];
  /** Offsets are UTF-16 code units in the text before the edit. */
  edit(edit: Edit): void;
  /** Always what `tag` finds in the current text, sorted by start. */
  mentions(): readonly Mention[];
  /** Those of `mentions()` that touch a span, at a cost that does not grow with the document. */
  mentionsIn(span: Span): readonly Mention[];
  /**
   * Tags more of a text that was just opened, what touches `first` before the rest. `mentions` does what is left; to call this
   * before keeps each step short.
   *
   * @param isTimeUp asked before each block
   * @returns whether everything is tagged
   */
  advance(isTimeUp: () => boolean, first?: Span): boolean;
  /** The mentions that touch a span as far as they are known: what is not yet tagged may still change them. */
  mentionsSoFar(span: Span): readonly Mention[];
}

/** What changed since the blocks were last looked at: old `[start, oldEnd)` became new `[start, newEnd)`. */
interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** A block that is tagged, or still to be. */
interface Slot {
  readonly shape: Block;
  tagged: TaggedBlock | undefined;
}

const NEVER = () => false;

export class DocumentSession implements Session {
  readonly #text: DocumentText;
  readonly #blocks: BlockSequence<Slot>;
  /** How many blocks are still to be tagged. */
  #waiting: number;
  #change: Change | undefined;
  #mentions: readonly Mention[] | undefined;
  readonly #segmenter;
  readonly #context = new BlocksContext();
  readonly format: TextFormat;
  readonly #layer: DocumentLayer;
  /** Whether the text holds words that a comment for HealthGeo begins with. */
  #mayComment: boolean;

  constructor(text: string, { format = "plain", uri = "" }: DocumentOptions, tagger: BlockTagger) {
    this.format = format;
    this.#text = new DocumentText(text);
    this.#segmenter = createSegmenter(format);
    const blocks = this.#segmenter.segment(text);
    const slots = blocks.map((shape): Slot => ({ shape, tagged: undefined }));
    this.#blocks = new BlockSequence(blocks, slots);
    this.#waiting = slots.length;
    this.#mayComment = hasComments(format) && mayHoldComments(text);
    this.#layer = new DocumentLayer(tagger, format, uri);
    if (this.#mayComment) this.#layer.read(text, this.#segmenter);
  }

  get text(): string {
    return this.#text.toString();
  }

  get problems(): readonly Problem[] {
    this.#catchUp();
    return this.#layer.problems;
  }

  edit(edit: Edit): void {
    this.#text.edit(edit);
    this.#mayComment ||= hasComments(this.format) && mayHoldComments(this.#text.slice(reachOfMark(edit)));
    this.#change = joinChanges(this.#change, edit);
    this.#mentions = undefined;
  }

  advance(isTimeUp: () => boolean, first?: Span): boolean {
    this.#catchUp();
    if (this.#waiting > 0 && first !== undefined) this.#tagUntil(isTimeUp, this.#touching(first));
    if (this.#waiting > 0) this.#tagUntil(isTimeUp, this.#blocks.from(0));
    return this.#waiting === 0;
  }

  mentions(): readonly Mention[] {
    this.advance(NEVER);
    return (this.#mentions ??= this.#mentionsOf(this.#blocks.from(0)));
  }

  mentionsIn(span: Span): readonly Mention[] {
    this.advance(NEVER);
    return this.mentionsSoFar(span);
  }

  mentionsSoFar(span: Span): readonly Mention[] {
    this.#catchUp();
    const around = this.#blocks.around(span);
    if (around !== undefined) {
      return around.item.tagged?.mentionsTouching(span, this.#text, around.start, this.#context) ?? [];
    }
    const mentions: Mention[] = [];
    for (const { item, start } of this.#touching(span)) {
      const touching = item.tagged?.mentionsTouching(span, this.#text, start, this.#context) ?? [];
      for (const mention of touching) mentions.push(mention);
    }
    return mentions;
  }

  #touching({ start, end }: Span): Iterable<Placed<Slot>> {
    return this.#blocks.from(this.#blocks.firstEndingFrom(start), this.#blocks.firstStartingBehind(end));
  }

  #mentionsOf(blocks: Iterable<Placed<Slot>>): Mention[] {
    const mentions: Mention[] = [];
    for (const { item, start } of blocks) {
      for (const mention of item.tagged?.mentions(this.#text, start, this.#context) ?? []) mentions.push(mention);
    }
    return mentions;
  }

  #tagUntil(isTimeUp: () => boolean, blocks: Iterable<Placed<Slot>>): void {
    for (const { item, start, end } of blocks) {
      if (item.tagged !== undefined) continue;
      if (isTimeUp()) return;
      item.tagged = this.#tag({ ...item.shape, start, end });
      this.#context.replace([], [item.tagged.findings.statement]);
      this.#waiting--;
    }
  }

  #catchUp(): void {
    const change = this.#change;
    if (change === undefined) return;
    this.#change = undefined;
    const replacement = this.#text.slice({ start: change.start, end: change.newEnd });
    const edit = { start: change.start, end: change.oldEnd, text: replacement };
    const splice = this.#segmenter.update(this.#text, edit, this.#blocks);
    const before = splice.removed === 1 && splice.inserted.length === 1 ? this.#blocks.at(splice.index) : undefined;
    if (before === undefined) this.#replaceBlocks(splice, change);
    else this.#replaceBlock(before, splice, change);
    if (this.#mayComment) this.#readComments();
  }

  #replaceBlocks(splice: BlockSplice, change: Change): void {
    const old = [...this.#blocks.from(splice.index, splice.index + splice.removed)];
    const known = new UnchangedBlocks(old, change);
    const fresh = splice.inserted.map((shape): Slot => known.take(shape) ?? { shape, tagged: this.#tag(shape) });
    this.#blocks.splice(splice, fresh);
    this.#context.replace(statementsOf(old.map(({ item }) => item)), statementsOf(fresh));
    this.#waiting += waitingIn(fresh) - waitingIn(old.map(({ item }) => item));
  }

  /** Follows a change of one block, as most keys make it. */
  #replaceBlock(before: Placed<Slot>, splice: BlockSplice, change: Change): void {
    const shape = splice.inserted[0]!;
    const { tagged: known } = before.item;
    const tagged =
      known === undefined || !isInside(change, before, shape)
        ? this.#tag(shape)
        : retagBlock(known, changeIn(shape, change), shape, this.#textOf(shape), this.#layer.tagger);
    this.#blocks.splice(splice, [{ shape, tagged }]);
    this.#context.replace(known === undefined ? [] : [known.findings.statement], [tagged.findings.statement]);
    if (known === undefined) this.#waiting--;
  }

  /** Comments hold for the whole document, so that when they say something else, all of it is tagged anew. */
  #readComments(): void {
    const text = this.#text.toString();
    this.#mayComment = mayHoldComments(text);
    if (!this.#layer.read(text, this.#segmenter)) return;
    const slots = Array.from(this.#blocks.from(0), ({ item }) => item);
    this.#context.replace(statementsOf(slots), []);
    for (const slot of slots) slot.tagged = undefined;
    this.#waiting = slots.length;
  }

  #tag(block: Block): TaggedBlock {
    return tagBlock(block, this.#textOf(block), this.#layer.tagger);
  }

  #textOf(block: Block): BlockText {
    return new BlockText(this.#text.slice(block), block.masks, this.format);
  }
}

/** Whether a block began where it begins now and only changed inside. */
function isInside({ start, oldEnd, newEnd }: Change, before: Span, now: Span): boolean {
  const startsAlike = before.start === now.start && now.start <= start;
  return startsAlike && oldEnd <= before.end && newEnd <= now.end && before.end - oldEnd === now.end - newEnd;
}

function changeIn({ start }: Block, change: Change): BlockChange {
  return { start: change.start - start, oldEnd: change.oldEnd - start, newEnd: change.newEnd - start };
}

/** The stretch of the text after an edit in which the edit can have made the words that a comment begins with. */
function reachOfMark({ start, text }: Edit): Span {
  return { start: Math.max(0, start - COMMENT_MARK.length), end: start + text.length + COMMENT_MARK.length };
}

function waitingIn(slots: readonly Slot[]): number {
  return slots.reduce((count, { tagged }) => count + Number(tagged === undefined), 0);
}

function statementsOf(slots: readonly Slot[]): Statement[] {
  return slots.flatMap(({ tagged }) => tagged?.findings.statement ?? []);
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
    readonly blocks: readonly Placed<Slot>[],
    readonly change: Change,
  ) {}

  take(block: Block): Slot | undefined {
    const oldStart = this.#oldStartOf(block);
    if (oldStart === undefined) return undefined;
    while (this.#next < this.blocks.length && this.blocks[this.#next]!.start < oldStart) this.#next++;
    const candidate = this.blocks[this.#next];
    if (candidate?.start !== oldStart || !sameShape(candidate.item.shape, block)) return undefined;
    this.#next++;
    return candidate.item;
  }

  #oldStartOf({ start, end }: Block): number | undefined {
    if (end <= this.change.start) return start;
    if (start >= this.change.newEnd) return start - this.change.newEnd + this.change.oldEnd;
    return undefined;
  }
}
