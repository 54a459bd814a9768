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

/** Edges (node, symbol) → child of a trie that is being built. */
export class GrowingEdgeTable {
  #slots = new Int32Array(3 * 1024);
  #mask = 1023;
  #count = 0;

  /** The child of `node` over `symbol`; if there is none, `child` becomes it. */
  findOrAdd(node: number, symbol: number, child: number): number {
    let slot = homeOf(node, symbol) & this.#mask;
    for (; this.#slots[3 * slot + 2] !== EMPTY; slot = (slot + 1) & this.#mask) {
      if (this.#slots[3 * slot] === node && this.#slots[3 * slot + 1] === symbol) return this.#slots[3 * slot + 2]!;
    }
    this.#set(slot, node, symbol, child);
    if (++this.#count * 2 > this.#mask) this.#grow();
    return child;
  }

  #set(slot: number, node: number, symbol: number, child: number): void {
    this.#slots[3 * slot] = node;
    this.#slots[3 * slot + 1] = symbol;
    this.#slots[3 * slot + 2] = child;
  }

  #grow(): void {
    const old = this.#slots;
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 3) {
      if (old[at + 2] === EMPTY) continue;
      let slot = homeOf(old[at]!, old[at + 1]!) & this.#mask;
      while (this.#slots[3 * slot + 2] !== EMPTY) slot = (slot + 1) & this.#mask;
      this.#set(slot, old[at]!, old[at + 1]!, old[at + 2]!);
    }
  }
}
