import { EdgeTable } from "./edge-table";
import { type Demand, firstWordOf, type LexiconIndex, ROOT, symbolOf } from "./lexicon-index";
import type { Sense } from "./sense";
import { Vocabulary } from "./vocabulary";

/** A term ready to be matched: its meaning and the conditions under which it counts. */
export interface LexicalTerm {
  readonly sense: Sense;
  /** Folded phrases of which one must stand in the sentence; empty: no condition. */
  readonly near: readonly string[];
  /** Folded phrases of which none may stand in the sentence. */
  readonly notNear: readonly string[];
  /** A later layer says something else in this term's place, so it never matches. */
  readonly retired: boolean;
}

/** The end of a form: the term, and what it asks of the text. */
export interface Accept extends Omit<Demand, "term"> {
  readonly term: LexicalTerm;
}

/**
 * A gazetteer ready to scan with: a trie over words in flat typed arrays. Spelling variants of a word are one symbol, so they
 * cost no nodes. Matching time does not depend on the number of terms.
 */
export class Lexicon {
  readonly #vocabulary: Vocabulary;
  readonly #edges: EdgeTable;
  /** By word number: the node reached from the root, so that most words cost one look-up. */
  readonly #firstNodes: Int32Array;
  readonly #accepts: ReadonlyMap<number, readonly Accept[]>;
  readonly #isAccepting: Uint8Array;

  /** @param terms in the order in which they were added to the index */
  constructor(
    index: LexiconIndex,
    readonly terms: readonly LexicalTerm[],
  ) {
    this.#vocabulary = new Vocabulary(index.spellings, index.words);
    this.#edges = new EdgeTable(index.parents, index.symbols);
    this.#firstNodes = new Int32Array(index.words.reduce((most, word) => Math.max(most, word), 0) + 1);
    index.parents.forEach((parent, i) => {
      if (parent === ROOT) this.#firstNodes[firstWordOf(index.symbols[i]!)] = i + 1;
    });
    this.#accepts = acceptsByNode(index, terms);
    this.#isAccepting = new Uint8Array(index.parents.length + 1);
    for (const node of this.#accepts.keys()) this.#isAccepting[node] = 1;
  }

  /** Number of the word at `[start, end)` of `text`, whose folded hash is given; 0 if no term holds it. */
  wordAt(text: string, start: number, end: number, hash: number): number {
    return this.#vocabulary.find(text, start, end, hash);
  }

  firstNode(word: number): number {
    return this.#firstNodes[word]!;
  }

  /** The node after `node` when `word` follows behind `gap`; 0 if no term goes on like that. */
  next(node: number, word: number, gap: number): number {
    return this.#edges.find(node, symbolOf(word, gap));
  }

  /** The terms that end at a node, strongest first; of equals the later one, for it comes from the later pack. */
  acceptsAt(node: number): readonly Accept[] | undefined {
    return this.#isAccepting[node] === 0 ? undefined : this.#accepts.get(node);
  }
}

function acceptsByNode(index: LexiconIndex, terms: readonly LexicalTerm[]): Map<number, Accept[]> {
  const accepts: Accept[] = index.demands.map(({ term, ...demand }) => ({ ...demand, term: terms[term]! }));
  const byNode = new Map<number, Accept[]>();
  for (const [node, demand] of index.accepts) {
    const accept = accepts[demand]!;
    if (accept.term.retired) continue;
    const others = byNode.get(node);
    if (others === undefined) byNode.set(node, [accept]);
    else others.unshift(accept);
  }
  for (const list of byNode.values()) {
    if (list.length > 1) list.sort((a, b) => b.term.sense.precedence - a.term.sense.precedence);
  }
  return byNode;
}
