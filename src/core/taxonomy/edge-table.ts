/** Node 0 is the root; it is nobody's child, so 0 also says "none". */
const NONE = 0;
const FIELDS = 3;

/** The edges of a trie, (node, symbol) → child, in one open-addressing hash table that grows. All numbers are 32-bit. */
export class EdgeTable {
  #size = 0;
  #slots = new Int32Array(FIELDS * 1024);
  #mask = 1023;

  /** The child of `node` over `symbol`; 0 where there is none. */
  find(node: number, symbol: number): number {
    const slots = this.#slots;
    for (let slot = this.#home(node, symbol); ; slot = (slot + 1) & this.#mask) {
      const at = FIELDS * slot;
      const child = slots[at + 2]!;
      if (child === NONE || (slots[at] === node && slots[at + 1] === symbol)) return child;
    }
  }

  /** Adds an edge that is not there yet. */
  add(node: number, symbol: number, child: number): void {
    if (++this.#size * 2 > this.#mask) this.#grow();
    this.#put(node, symbol, child);
  }

  /** All edges. */
  *entries(): Generator<readonly [node: number, symbol: number, child: number]> {
    for (let at = 0; at < this.#slots.length; at += FIELDS) {
      const child = this.#slots[at + 2]!;
      if (child !== NONE) yield [this.#slots[at]!, this.#slots[at + 1]!, child];
    }
  }

  #put(node: number, symbol: number, child: number): void {
    let slot = this.#home(node, symbol);
    while (this.#slots[FIELDS * slot + 2] !== NONE) slot = (slot + 1) & this.#mask;
    this.#slots[FIELDS * slot] = node;
    this.#slots[FIELDS * slot + 1] = symbol;
    this.#slots[FIELDS * slot + 2] = child;
  }

  #grow(): void {
    const edges = [...this.entries()];
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Int32Array(FIELDS * (this.#mask + 1));
    for (const edge of edges) this.#put(...edge);
  }

  #home(node: number, symbol: number): number {
    const hash = Math.imul(Math.imul(node, 0x85ebca6b) ^ symbol, 0x9e3779b1);
    return (hash ^ (hash >>> 15)) & this.#mask;
  }
}
