const FIELDS = 4;
const EMPTY = 0;

function homeOf(node: number, symbol: number): number {
  const hash = Math.imul(Math.imul(node, 0x85ebca6b) ^ symbol, 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

/** A power of two that keeps an open-addressing table at most half full. */
export function tableSize(entries: number): number {
  let size = 16;
  while (size < entries * 2) size *= 2;
  return size;
}

/**
 * Edges (node, symbol) → (node, accepts) in one open-addressing hash table of 32-bit numbers, for a graph that no longer
 * changes. Node 0 has no edges.
 */
export class EdgeTable {
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(edges: number) {
    const size = tableSize(edges);
    this.#slots = new Int32Array(FIELDS * size);
    this.#mask = size - 1;
  }

  /** The edge must be new. */
  add(from: number, symbol: number, to: number, accepts: number): void {
    let at = FIELDS * (homeOf(from, symbol) & this.#mask);
    while (this.#slots[at] !== EMPTY) at = (at + FIELDS) & (FIELDS * this.#mask + FIELDS - 1);
    this.#slots[at] = from;
    this.#slots[at + 1] = symbol;
    this.#slots[at + 2] = to;
    this.#slots[at + 3] = accepts;
  }

  /** Where the edge stands in the table; negative where there is none. */
  find(from: number, symbol: number): number {
    const slots = this.#slots;
    const wrap = FIELDS * this.#mask + FIELDS - 1;
    let at = FIELDS * (homeOf(from, symbol) & this.#mask);
    for (;;) {
      const node = slots[at]!;
      if (node === EMPTY) return -1;
      if (node === from && slots[at + 1] === symbol) return at;
      at = (at + FIELDS) & wrap;
    }
  }

  nodeAt(at: number): number {
    return this.#slots[at + 2]!;
  }

  acceptsAt(at: number): number {
    return this.#slots[at + 3]!;
  }

  get byteLength(): number {
    return this.#slots.byteLength;
  }
}
