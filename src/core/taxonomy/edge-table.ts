const NONE = 0;
const FIELDS = 3;

/** The edges of a trie, (node, symbol) → child, in one open-addressing hash table of 32-bit numbers. */
export class EdgeTable {
  readonly #slots: Int32Array;
  readonly #mask: number;

  /** Node i + 1 is the child of `parents[i]` over `symbols[i]`; no two children of a node share a symbol. */
  constructor(parents: readonly number[], symbols: readonly number[]) {
    let size = 16;
    while (size < parents.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(FIELDS * size);
    parents.forEach((parent, i) => {
      this.#add(parent, symbols[i]!, i + 1);
    });
  }

  /** The child of `node` over `symbol`; 0, the root, where there is none. */
  find(node: number, symbol: number): number {
    const slots = this.#slots;
    for (let slot = this.#home(node, symbol); ; slot = (slot + 1) & this.#mask) {
      const at = FIELDS * slot;
      const child = slots[at + 2]!;
      if (child === NONE || (slots[at] === node && slots[at + 1] === symbol)) return child;
    }
  }

  #add(node: number, symbol: number, child: number): void {
    let slot = this.#home(node, symbol);
    while (this.#slots[FIELDS * slot + 2] !== NONE) slot = (slot + 1) & this.#mask;
    this.#slots[FIELDS * slot] = node;
    this.#slots[FIELDS * slot + 1] = symbol;
    this.#slots[FIELDS * slot + 2] = child;
  }

  #home(node: number, symbol: number): number {
    const hash = Math.imul(Math.imul(node, 0x85ebca6b) ^ symbol, 0x9e3779b1);
    return (hash ^ (hash >>> 15)) & this.#mask;
  }
}
