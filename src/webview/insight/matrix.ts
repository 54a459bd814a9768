import type { CooccurrenceSection, Pair } from "./messages";

const SMALLEST_RADIUS = 2;
const LARGEST_RADIUS = 9;

/** The cells with something in them, row by row; a symmetric matrix has each pair on both sides of its diagonal. */
export function matrixCells({ pairs, isSymmetric }: CooccurrenceSection): Pair[] {
  const mirrored = isSymmetric ? pairs.map((pair) => ({ ...pair, row: pair.column, column: pair.row })) : [];
  return [...pairs, ...mirrored].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** In CSS pixels. The area grows with the value; the smallest can still be seen and hit. */
export function radiusOf(value: number, largest: number): number {
  return SMALLEST_RADIUS + (LARGEST_RADIUS - SMALLEST_RADIUS) * Math.sqrt(Math.abs(value) / largest);
}
