import { twiceAsLong } from "./int-list";

/** The node at which every path begins. */
export const ROOT = 0;

const NO_NODE = 0;
const FIELDS = 2;

/**
 * The nodes of a trie that is being built, each the child of an earlier one over a symbol, numbered from 1; node 0 is the root.
 * The root has a child over nearly every symbol, so these stand by symbol. Others are found by open addressing over node numbers
 * alone, for what a node is the child of stands in its own record.
 */
export class TrieNodes {
  /** By node: its parent and its symbol. */
  #records = new Int32Array(FIELDS * 1024);
  #count = 0;
  /** By symbol: the child of the root. */
  #rootChildren = new Int32Array(1024);
  #slots = new Int32Array(1024);
  #slotsTaken = 0;

  /** How many nodes there are, without the root. */
  get count(): number {
    return this.#count;
  }

  parentOf(node: number): number {
    return this.#records[FIELDS * node]!;
  }

  /** The symbol that leads to a node. */
  symbolOf(node: number): number {
    return this.#records[FIELDS * node + 1]!;
  }

  /** The child of a node over a symbol; if there is none, it becomes the last node. */
  findOrAdd(parent: number, symbol: number): number {
    if (parent === ROOT) return this.#findOrAddToRoot(symbol);
    const mask = this.#slots.length - 1;
    let slot = homeOf(parent, symbol) & mask;
    for (; this.#slots[slot] !== NO_NODE; slot = (slot + 1) & mask) {
      const node = this.#slots[slot]!;
      if (this.parentOf(node) === parent && this.symbolOf(node) === symbol) return node;
    }
    const node = this.#add(parent, symbol);
    this.#slots[slot] = node;
    if (++this.#slotsTaken * 2 > mask) this.#growSlots();
    return node;
  }

  #findOrAddToRoot(symbol: number): number {
    while (symbol >= this.#rootChildren.length) this.#rootChildren = twiceAsLong(this.#rootChildren);
    return (this.#rootChildren[symbol] ||= this.#add(ROOT, symbol));
  }

  #add(parent: number, symbol: number): number {
    const node = ++this.#count;
    if (FIELDS * (node + 1) > this.#records.length) this.#records = twiceAsLong(this.#records);
    this.#records[FIELDS * node] = parent;
    this.#records[FIELDS * node + 1] = symbol;
    return node;
  }

  #growSlots(): void {
    // Written to in order first: memory that is first touched here and there takes twice as long.
    const slots = new Int32Array(this.#slots.length * 2).fill(NO_NODE);
    const mask = slots.length - 1;
    for (let node = 1; node <= this.#count; node++) {
      if (this.parentOf(node) === ROOT) continue;
      let slot = homeOf(this.parentOf(node), this.symbolOf(node)) & mask;
      while (slots[slot] !== NO_NODE) slot = (slot + 1) & mask;
      slots[slot] = node;
    }
    this.#slots = slots;
  }
}

function homeOf(parent: number, symbol: number): number {
  const hash = Math.imul(Math.imul(parent, 0x85ebca6b) ^ symbol, 0x9e3779b1);
  return hash ^ (hash >>> 15);
}
