import type { Block } from "./block";
import { PieceSequence } from "./piece-sequence";
import type { BlockPositions, BlockSplice, IndexedSpan } from "./segmenter";
import { type Span, spanLength } from "./span";

/** Something that belongs to a block, with the text between the block and the one before it. */
interface BlockPiece<T> {
  readonly item: T;
  readonly gap: number;
  /** Of the gap and the block, in UTF-16 code units. */
  readonly length: number;
}

/** An item and where its block stands, in UTF-16 code units of the document. */
export interface Placed<T> {
  readonly item: T;
  readonly start: number;
  readonly end: number;
}

/** What is known of the blocks of a document, found by offset; what stands behind an edit moves with it at no cost. */
export class BlockSequence<T> implements BlockPositions {
  readonly #pieces: PieceSequence<BlockPiece<T>>;

  /** @param items one for each block */
  constructor(blocks: readonly Block[], items: readonly T[]) {
    this.#pieces = new PieceSequence(piecesOf(blocks, items, 0));
  }

  get count(): number {
    return this.#pieces.count;
  }

  at(index: number): Placed<T> | undefined {
    const at = this.#pieces.at(index);
    return at && { item: at.piece.item, start: at.start + at.piece.gap, end: at.start + at.piece.length };
  }

  startOf(index: number): number {
    const { piece, start } = this.#pieces.at(index)!;
    return start + piece.gap;
  }

  around({ start, end }: Span): (IndexedSpan & Placed<T>) | undefined {
    const at = this.#pieces.pieceAt(start);
    if (at === undefined) return undefined;
    const { piece, index } = at;
    const block = { item: piece.item, index, start: at.start + piece.gap, end: at.start + piece.length };
    return block.start < start && end < block.end ? block : undefined;
  }

  firstEndingFrom(offset: number): number {
    return offset === 0 ? 0 : this.#pieces.indexAt(offset - 1);
  }

  firstStartingBehind(offset: number): number {
    const at = this.#pieces.pieceAt(offset);
    if (at === undefined) return this.count;
    return at.start + at.piece.gap <= offset ? at.index + 1 : at.index;
  }

  *from(index: number, to = this.count): Generator<Placed<T>> {
    for (const { piece, start } of this.#pieces.from(index, to)) {
      yield { item: piece.item, start: start + piece.gap, end: start + piece.length };
    }
  }

  /** Follows a change of the blocks; `items` are those of the inserted ones. */
  splice({ index, removed, inserted, shift }: BlockSplice, items: readonly T[]): void {
    if (removed === 1 && inserted.length === 1) {
      const old = this.#pieces.at(index)!;
      const { start, end } = inserted[0]!;
      // A block that only changed inside leaves the gaps around it as they are.
      if (start === old.start + old.piece.gap && end === old.start + old.piece.length + shift) {
        const { gap } = old.piece;
        return this.#pieces.splice(index, 1, [{ item: items[0]!, gap, length: gap + end - start }]);
      }
    }
    const before = index === 0 ? undefined : this.#pieces.at(index - 1)!;
    const behind = this.#pieces.at(index + removed);
    const from = before === undefined ? 0 : before.start + before.piece.length;
    const fresh = piecesOf(inserted, items, from);
    if (behind === undefined) return this.#pieces.splice(index, removed, fresh);
    // The gap before the first block that stays is another one now.
    const { item, gap, length } = behind.piece;
    const newGap = behind.start + gap + shift - (inserted.at(-1)?.end ?? from);
    fresh.push({ item, gap: newGap, length: length - gap + newGap });
    this.#pieces.splice(index, removed + 1, fresh);
  }
}

function piecesOf<T>(blocks: readonly Block[], items: readonly T[], from: number): BlockPiece<T>[] {
  let end = from;
  return blocks.map((block, i) => {
    const gap = block.start - end;
    end = block.end;
    return { item: items[i]!, gap, length: gap + spanLength(block) };
  });
}
