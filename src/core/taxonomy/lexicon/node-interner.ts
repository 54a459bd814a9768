/** The edges of a graph over words, in columns. Nodes are numbered from 1; 0 is none. */
export interface Edges {
  /** By node: where its edges begin; they end where the next node's begin. */
  readonly edgeStarts: Int32Array;
  /** By edge, rising in a node: the word and the gap before it (`symbolOf`). */
  readonly edgeSymbols: Int32Array;
  /** By edge: the node it leads to. */
  readonly edgeNodes: Int32Array;
  /** By edge: where the accepts of forms that end with it begin in the list of accepts. */
  readonly edgeAccepts: Int32Array;
}

const NO_NODE = 0;

/**
 * Gives nodes with equal edges one number, so that a trie that is interned from its leaves up becomes the smallest graph with
 * the same paths (Revuz 1992, "Minimisation of acyclic deterministic automata in linear time"). Numbers start at 1.
 */
export class NodeInterner {
  readonly #starts: number[] = [0, 0];
  readonly #symbols: number[] = [];
  readonly #nodes: number[] = [];
  readonly #accepts: number[] = [];
  /** Open addressing over node numbers. */
  #table = new Int32Array(1024);

  /**
   * The number of the node with the edges to `children`; 0 without any.
   *
   * @param symbols of child i + 1 at i
   * @param numbers of the children, by child
   */
  intern(
    children: Int32Array,
    symbols: readonly number[],
    numbers: Int32Array,
    acceptsOf: (child: number) => number,
  ): number {
    if (children.length === 0) return NO_NODE;
    const start = this.#symbols.length;
    for (const child of children) {
      this.#symbols.push(symbols[child - 1]!);
      this.#nodes.push(numbers[child]!);
      this.#accepts.push(acceptsOf(child));
    }
    const slot = this.#slotOf(start, this.#symbols.length);
    const known = this.#table[slot]!;
    if (known !== NO_NODE) {
      for (const column of [this.#symbols, this.#nodes, this.#accepts]) column.length = start;
      return known;
    }
    const node = this.#starts.length - 1;
    this.#starts.push(this.#symbols.length);
    this.#table[slot] = node;
    if (node * 2 > this.#table.length) this.#grow();
    return node;
  }

  edges(): Edges {
    return {
      edgeStarts: Int32Array.from(this.#starts),
      edgeSymbols: Int32Array.from(this.#symbols),
      edgeNodes: Int32Array.from(this.#nodes),
      edgeAccepts: Int32Array.from(this.#accepts),
    };
  }

  /** Where a node with the edges `[start, end)` is entered, or would be. */
  #slotOf(start: number, end: number): number {
    const mask = this.#table.length - 1;
    let hash = end - start;
    for (let i = start; i < end; i++) {
      hash = Math.imul(hash ^ this.#symbols[i]!, 0x9e3779b1);
      hash = Math.imul(hash ^ (hash >>> 15) ^ this.#nodes[i]!, 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 13) ^ this.#accepts[i]!, 0xc2b2ae35);
    }
    let slot = (hash ^ (hash >>> 16)) & mask;
    while (this.#table[slot] !== NO_NODE && !this.#equals(this.#table[slot]!, start, end)) slot = (slot + 1) & mask;
    return slot;
  }

  #equals(node: number, start: number, end: number): boolean {
    const from = this.#starts[node]!;
    if (this.#starts[node + 1]! - from !== end - start) return false;
    for (let i = 0; i < end - start; i++) {
      if (
        this.#symbols[from + i] !== this.#symbols[start + i] ||
        this.#nodes[from + i] !== this.#nodes[start + i] ||
        this.#accepts[from + i] !== this.#accepts[start + i]
      )
        return false;
    }
    return true;
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 2);
    for (let node = 1; node + 1 < this.#starts.length; node++) {
      this.#table[this.#slotOf(this.#starts[node]!, this.#starts[node + 1]!)] = node;
    }
  }
}
