import { IntList } from "./int-list";

/** The edges of a graph over words, in columns. Nodes are numbered from 1; 0 is none. */
export interface Edges {
  /** By node: where its edges begin; they end where the next node's begin. */
  readonly edgeStarts: Int32Array;
  /** By edge, rising in a node: the word and the gap before it (`symbolOf`). */
  readonly edgeSymbols: Int32Array;
  /** By edge: the node it leads to. */
  readonly edgeNodes: Int32Array;
  /** By edge: the accept of forms that end with it. */
  readonly edgeAccepts: Int32Array;
}

const NO_NODE = 0;

/**
 * Gives nodes with equal edges one number, so that a trie that is interned from its leaves up becomes the smallest graph with
 * the same paths (Revuz 1992, "Minimisation of acyclic deterministic automata in linear time"). Numbers start at 1.
 */
export class NodeInterner {
  readonly #starts = new IntList();
  readonly #symbols: IntList;
  readonly #nodes: IntList;
  readonly #accepts: IntList;
  /** Open addressing over node numbers. */
  #table = new Int32Array(1024);

  /** @param edges at most so many will be added */
  constructor(edges: number) {
    this.#symbols = new IntList(edges);
    this.#nodes = new IntList(edges);
    this.#accepts = new IntList(edges);
    for (const none of [0, 0]) this.#starts.push(none);
  }

  /** Adds an edge to the node that is interned next, in the order of symbols. */
  addEdge(symbol: number, node: number, accepts: number): void {
    this.#symbols.push(symbol);
    this.#nodes.push(node);
    this.#accepts.push(accepts);
  }

  /** The number of the node with the edges that were added since the last one; 0 without any. */
  intern(): number {
    const node = this.#starts.length - 1;
    const start = this.#starts.at(node);
    const end = this.#symbols.length;
    if (start === end) return NO_NODE;
    const slot = this.#slotOf(start, end);
    const known = this.#table[slot]!;
    if (known !== NO_NODE) {
      for (const column of [this.#symbols, this.#nodes, this.#accepts]) column.truncate(start);
      return known;
    }
    this.#starts.push(end);
    this.#table[slot] = node;
    if (node * 2 > this.#table.length) this.#grow();
    return node;
  }

  edges(): Edges {
    return {
      edgeStarts: this.#starts.view(),
      edgeSymbols: this.#symbols.view(),
      edgeNodes: this.#nodes.view(),
      edgeAccepts: this.#accepts.view(),
    };
  }

  /** Where a node with the edges `[start, end)` is entered, or would be. */
  #slotOf(start: number, end: number): number {
    const mask = this.#table.length - 1;
    let hash = end - start;
    for (let i = start; i < end; i++) {
      hash = Math.imul(hash ^ this.#symbols.at(i), 0x9e3779b1);
      hash = Math.imul(hash ^ (hash >>> 15) ^ this.#nodes.at(i), 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 13) ^ this.#accepts.at(i), 0xc2b2ae35);
    }
    let slot = (hash ^ (hash >>> 16)) & mask;
    while (this.#table[slot] !== NO_NODE && !this.#equals(this.#table[slot]!, start, end)) slot = (slot + 1) & mask;
    return slot;
  }

  #equals(node: number, start: number, end: number): boolean {
    const from = this.#starts.at(node);
    if (this.#starts.at(node + 1) - from !== end - start) return false;
    for (let i = 0; i < end - start; i++) {
      if (
        this.#symbols.at(from + i) !== this.#symbols.at(start + i) ||
        this.#nodes.at(from + i) !== this.#nodes.at(start + i) ||
        this.#accepts.at(from + i) !== this.#accepts.at(start + i)
      )
        return false;
    }
    return true;
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 2);
    for (let node = 1; node + 1 < this.#starts.length; node++) {
      this.#table[this.#slotOf(this.#starts.at(node), this.#starts.at(node + 1))] = node;
    }
  }
}
