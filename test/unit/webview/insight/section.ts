import fc from "fast-check";
import type { CooccurrenceSection, Frequency } from "../../../../src/webview/insight/messages";

export function item(key: string): Frequency {
  return { key, label: key.toUpperCase(), facet: "actor", mentions: 3, documents: 1 };
}

/** Items that stand together as `pairs` says: place of the one, place of the other, value. */
export function symmetric(
  keys: readonly string[],
  pairs: readonly (readonly [number, number, number])[],
): CooccurrenceSection {
  const rows = keys.map(item);
  const placed = pairs.map(([row, column, value]) => ({ row, column, count: Math.abs(value), value }));
  return { rows, columns: rows, pairs: placed, isSymmetric: true, more: 0 };
}

/** Sections of up to eight items, some pairs of which have a value of either sign. */
export const sections = fc
  .record({
    size: fc.integer({ min: 2, max: 8 }),
    seed: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 28, maxLength: 28 }),
  })
  .map(({ size, seed }) => {
    const keys = Array.from({ length: size }, (_, i) => `item-${i}`);
    const all = keys.flatMap((_, row) => keys.slice(row + 1).map((__, i) => [row, row + 1 + i] as const));
    const valued = all.map(([row, column], i) => [row, column, seed[i]!] as const);
    return symmetric(
      keys,
      valued.filter(([, , value]) => value !== 0),
    );
  });
