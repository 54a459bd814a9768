import { EdgeTable } from "./edge-table";
import { equalsFolded, hashFolded } from "../text/words";
import type { Sense } from "./sense";
import { spellingsOf } from "./spelling";
import { Capitals, type Form } from "./word-forms";

/** A term ready to be matched: its meaning and the conditions under which it counts. */
export interface LexicalTerm {
  readonly sense: Sense;
  /** Folded phrases of which one must stand in the sentence; empty: no condition. */
  readonly near: readonly string[];
  /** Folded phrases of which none may stand in the sentence. */
  readonly notNear: readonly string[];
}

/** The end of a form in the trie, and what it asks of the text; one object for all forms of a term that ask the same. */
export interface Accept {
  readonly term: LexicalTerm;
  /** What each word must do about capitals; absent where none must do anything. */
  readonly capitals?: readonly Capitals[];
  readonly inflected: boolean;
  readonly endsInStop: boolean;
  readonly exact?: readonly string[];
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
    private readonly edges: EdgeTable,
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
    return this.edges.find(node, (word << GAP_BITS) | gap);
  }

  acceptsAt(node: number): readonly Accept[] | undefined {
    return this.accepts[node];
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

  constructor(wordOfSpelling: ReadonlyMap<string, number>) {
    const spellings = [...wordOfSpelling.keys()];
    this.#mask = tableSize(spellings.length) - 1;
    this.#slots = new Int32Array(this.#mask + 1);
    this.#hashes = Int32Array.from(spellings, hashFolded);
    this.#wordOfSpelling = Int32Array.from(wordOfSpelling.values());
    this.#offsets = new Int32Array(spellings.length + 1);
    spellings.forEach((spelling, i) => {
      this.#offsets[i + 1] = this.#offsets[i]! + spelling.length;
      let slot = this.#slot(this.#hashes[i]!);
      while (this.#slots[slot] !== NONE) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = i + 1;
    });
    const symbols = spellings.join("");
    this.#symbols = new Uint16Array(symbols.length).map((_, i) => symbols.charCodeAt(i));
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
  readonly #wordOfSpelling = new Map<string, number>();
  #wordCount = 0;
  readonly #edges = new EdgeTable();
  readonly #accepts: (Accept[] | undefined)[] = [undefined];
  #size = 0;

  add(term: LexicalTerm, forms: readonly Form[]): void {
    this.#size++;
    const demands = new Map<string, Accept>();
    for (const form of forms) {
      let node = NONE;
      for (const { folded, gap } of form.words) node = this.#child(node, (this.#word(folded) << GAP_BITS) | gap);
      const accept = acceptOf(term, form, demands);
      const accepts = (this.#accepts[node] ??= []);
      if (!accepts.includes(accept)) accepts.push(accept);
    }
  }

  build(): Lexicon {
    const firstNodes = new Int32Array(this.#wordCount + 1);
    for (const [node, symbol, child] of this.#edges.entries()) {
      if (node === NONE) firstNodes[symbol >> GAP_BITS] = child;
    }
    for (const accepts of this.#accepts) accepts?.reverse().sort(byPrecedence);
    return new Lexicon(this.#size, new Vocabulary(this.#wordOfSpelling), this.#edges, this.#accepts, firstNodes);
  }

  #word(folded: string): number {
    const known = this.#wordOfSpelling.get(folded);
    if (known !== undefined) return known;
    const word = ++this.#wordCount;
    for (const spelling of spellingsOf(folded)) this.#wordOfSpelling.set(spelling, word);
    return word;
  }

  #child(node: number, symbol: number): number {
    let child = this.#edges.find(node, symbol);
    if (child === NONE) {
      child = this.#accepts.push(undefined) - 1;
      this.#edges.add(node, symbol, child);
    }
    return child;
  }
}

/** Stronger terms first, and of equals the later one: it comes from the later pack. */
function byPrecedence(a: Accept, b: Accept): number {
  return b.term.sense.precedence - a.term.sense.precedence;
}

function acceptOf(term: LexicalTerm, form: Form, known: Map<string, Accept>): Accept {
  const { inflected, endsInStop, exact } = form;
  const capitals = form.words.map((word) => word.capitals);
  const isFree = capitals.every((demand) => demand === Capitals.free);
  const key = `${isFree ? "" : capitals.join("")} ${String(inflected)} ${String(endsInStop)} ${exact?.join(" ") ?? ""}`;
  let accept = known.get(key);
  if (accept === undefined) {
    const demands = { ...(isFree ? {} : { capitals }), ...(exact === undefined ? {} : { exact }) };
    known.set(key, (accept = { term, inflected, endsInStop, ...demands }));
  }
  return accept;
}
