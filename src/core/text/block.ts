import type { Span } from "./span";

/**
 * What a masked stretch means to the reader of the words around it:
 * - `barrier`: something stands there that is not prose (code, a link target), so no term reaches across it;
 * - `invisible`: mere markup, such as an emphasis mark; the words on both sides are neighbours.
 */
export type MaskKind = "barrier" | "invisible";

/** A stretch of a block that is not prose; offsets in UTF-16 code units from the start of the block. */
export interface Mask extends Span {
  readonly kind: MaskKind;
}

export type BlockKind = "paragraph" | "heading" | "table-row";

/**
 * A unit of prose (paragraph, list item, heading, table row): no mention, sentence or condition reaches beyond one.
 * A block is a function of its own text and masks alone, so that what was found in it stays true wherever it moves.
 */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Sorted by start, not overlapping. */
  readonly masks: readonly Mask[];
}

/** Sorts masks and joins those that overlap; a barrier wins over invisible markup. */
export function normalizeMasks(masks: Mask[]): Mask[] {
  if (masks.length < 2) return masks;
  masks.sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: Mask[] = [];
  for (const mask of masks) {
    const last = joined.at(-1);
    if (last === undefined || mask.start >= last.end) joined.push(mask);
    else {
      const kind = last.kind === "barrier" || mask.kind === "barrier" ? "barrier" : "invisible";
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, mask.end), kind };
    }
  }
  return joined;
}

/** Masks of a block within a stretch of it, counted from the start of the stretch. */
export function masksIn(masks: readonly Mask[], start: number, end: number): readonly Mask[] {
  if (masks.length === 0) return masks;
  return masks
    .filter((mask) => mask.start < end && start < mask.end)
    .map((mask) => ({
      start: Math.max(mask.start, start) - start,
      end: Math.min(mask.end, end) - start,
      kind: mask.kind,
    }));
}

/** Whether two blocks have the same shape, wherever they stand; says nothing about their text. */
export function sameShape(a: Block, b: Block): boolean {
  return a.kind === b.kind && a.end - a.start === b.end - b.start && sameMasks(a.masks, b.masks);
}

function sameMasks(a: readonly Mask[], b: readonly Mask[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every((mask, i) => {
    const other = b[i]!;
    return mask.start === other.start && mask.end === other.end && mask.kind === other.kind;
  });
}

/** Stands for masked text that is not prose: the object replacement character. */
export const BARRIER = "\uFFFC";

/**
 * The block's prose, as long as the block: masked code units are replaced by spaces (invisible markup) or by
 * `BARRIER`, so that offsets stay those of the block.
 */
export function proseOf(blockText: string, masks: readonly Mask[]): string {
  if (masks.length === 0) return blockText;
  let prose = "";
  let from = 0;
  for (const mask of masks) {
    prose +=
      blockText.slice(from, mask.start) + (mask.kind === "barrier" ? BARRIER : " ").repeat(mask.end - mask.start);
    from = mask.end;
  }
  return prose + blockText.slice(from);
}
