import { equalsFolded, hashFolded } from "../text/words";
import type { Sense } from "./sense";
import { spellingsOf } from "./spelling";
import type { Form } from "./word-forms";

/** A term ready to be matched: its meaning and the conditions under which it counts. */
export interface LexicalTerm {
  readonly sense: Sense;
  /** Folded phrases of which one must stand in the sentence; empty: no condition. */
  readonly near: readonly string[];
  /** Folded phrases of which none may stand in the sentence. */
  readonly notNear: readonly string[];
}

/** The end of a form in the trie. */
export interface Accept {
  readonly term: LexicalTerm;
  readonly form: Form;
}

/** Node and word numbers start at 1; 0 is "none" (and node 0 the root). */
const NONE = 0;
const GAP_BITS = 2;
const GOLDEN = 0x9e3779b1 | 0;

/**
 * A gazetteer compiled for scanning: a trie over words in flat typed arrays. Spelling variants of a word are one symbol, so
 * they cost no nodes. Matching time does not depend on the number of terms.
 */
export class Lexicon {
  constructor(
    readonly size: number,
    private readonly vocabulary: Vocabulary,
    /** Triples (node, symbol, child) in an open-addressing hash table. */
    private readonly edges: Int32Array,
    private readonly accepts: readonly (readonly Accept[] | undefined)[],
    /** By word number: the node reached from the root, so that most words cost one look-up. */
    private readonly firstNodes: Int32Array,
  ) {}

  /** Number of the word at `[start, end)` of `text`, whose folded hash is given; 0 if no term holds it. */
  wordAt(text: string, start: number, end: number, hash: number): number {
    return this.vocabulary.find(text, start, end, hash);
  }

  firstNode(word: number): number {
    return this.firstNodes[word]!;
  }

  /** The node after `node` when `word` follows behind `gap`; 0 if no term goes on like that. */
  next(node: number, word: number, gap: number): number {
    return findEdge(this.edges, node, (word << GAP_BITS) | gap);
  }

  acceptsAt(node: number): readonly Accept[] | undefined {
    return this.accepts[node];
  }
}

function edgeSlot(node: number, symbol: number, mask: number): number {
  let hash = Math.imul(Math.imul(node, 0x85ebca6b) ^ symbol, GOLDEN);
  hash ^= hash >>> 15;
  return hash & mask;
}

function findEdge(edges: Int32Array, node: number, symbol: number): number {
  const mask = edges.length / 4 - 1;
  for (let slot = edgeSlot(node, symbol, mask); ; slot = (slot + 1) & mask) {
    const child = edges[4 * slot + 2]!;
    if (child === NONE || (edges[4 * slot] === node && edges[4 * slot + 1] === symbol)) return child;
  }
}

/** Maps folded words to numbers by hash, with a final comparison, so that two words never share a number by accident. */
class Vocabulary {
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #hashes: Int32Array;
  readonly #wordOfSpelling: Int32Array;
  readonly #offsets: Int32Array;
  readonly #symbols: Uint16Array;

  constructor(spellings: readonly { folded: string; word: number }[]) {
    this.#mask = tableSize(spellings.length) - 1;
    this.#slots = new Int32Array(this.#mask + 1);
    this.#hashes = Int32Array.from(spellings, ({ folded }) => hashFolded(folded));
    this.#wordOfSpelling = Int32Array.from(spellings, ({ word }) => word);
    this.#offsets = new Int32Array(spellings.length + 1);
    const all = spellings.map(({ folded }) => folded).join("");
    this.#symbols = Uint16Array.from(all, (_, i) => all.charCodeAt(i));
    spellings.forEach(({ folded }, i) => {
      this.#offsets[i + 1] = this.#offsets[i]! + folded.length;
      let slot = this.#slot(this.#hashes[i]!);
      while (this.#slots[slot] !== NONE) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = i + 1;
    });
  }

  find(text: string, start: number, end: number, hash: number): number {
    for (let slot = this.#slot(hash); ; slot = (slot + 1) & this.#mask) {
      const spelling = this.#slots[slot]! - 1;
      if (spelling < 0) return NONE;
      if (this.#hashes[spelling] !== hash) continue;
      if (equalsFolded(text, start, end, this.#symbols, this.#offsets[spelling]!, this.#offsets[spelling + 1]!)) {
        return this.#wordOfSpelling[spelling]!;
      }
    }
  }

  #slot(hash: number): number {
    return (Math.imul(hash, GOLDEN) >>> 9) & this.#mask;
  }
}

/** A power of two that keeps an open-addressing table at most half full. */
function tableSize(entries: number): number {
  let size = 16;
  while (size < entries * 2) size *= 2;
  return size;
}

/** Collects terms and compiles them into a `Lexicon`. */
export class LexiconBuilder {
  readonly #words = new Map<string, number>();
  readonly #edges = new Map<string, number>();
  readonly #accepts: Accept[][] = [[]];
  #size = 0;

  add(term: LexicalTerm, forms: readonly Form[]): void {
    this.#size++;
    for (const form of forms) {
      let node = NONE;
      for (const { folded, gap } of form.words) node = this.#child(node, (this.#word(folded) << GAP_BITS) | gap);
      const accepts = this.#accepts[node]!;
      if (!accepts.some((accept) => accept.term === term && sameCapitals(accept.form, form)))
        accepts.push({ term, form });
    }
  }

  build(): Lexicon {
    const edges = new Int32Array(4 * tableSize(this.#edges.size));
    const mask = edges.length / 4 - 1;
    const firstNodes = new Int32Array(this.#words.size + 1);
    for (const [key, child] of this.#edges) {
      const [node, symbol] = key.split(" ").map(Number) as [number, number];
      if (node === NONE) firstNodes[symbol >> GAP_BITS] = child;
      let slot = edgeSlot(node, symbol, mask);
      while (edges[4 * slot + 2] !== NONE) slot = (slot + 1) & mask;
      edges.set([node, symbol, child], 4 * slot);
    }
    const accepts = this.#accepts.map((list) =>
      list.length === 0 ? undefined : list.reverse().sort((a, b) => b.term.sense.precedence - a.term.sense.precedence),
    );
    return new Lexicon(this.#size, this.#vocabulary(), edges, accepts, firstNodes);
  }

  #vocabulary(): Vocabulary {
    const spellings = [...this.#words].flatMap(([key, word]) => spellingsOf(key).map((folded) => ({ folded, word })));
    return new Vocabulary(spellings);
  }

  #word(folded: string): number {
    const key = spellingsOf(folded)[0]!;
    let word = this.#words.get(key);
    if (word === undefined) this.#words.set(key, (word = this.#words.size + 1));
    return word;
  }

  #child(node: number, symbol: number): number {
    const key = `${node} ${symbol}`;
    let child = this.#edges.get(key);
    if (child === undefined) {
      child = this.#accepts.length;
      this.#accepts.push([]);
      this.#edges.set(key, child);
    }
    return child;
  }
}

function sameCapitals(a: Form, b: Form): boolean {
  return (
    a.words.every((word, i) => word.capitals === b.words[i]!.capitals) && a.exact?.join(" ") === b.exact?.join(" ")
  );
}
