import { EdgeTable } from "./edge-table";
import { DemandFlag, wordOf, type LexiconIndex, ROOT, symbolOf } from "./lexicon-index";
import type { Neighbourhood } from "./neighbourhood";
import type { Sense } from "./sense";
import { Vocabulary } from "./vocabulary";

/** A term ready to be matched: its meaning and the conditions under which it counts. */
export interface LexicalTerm {
  readonly sense: Sense;
  /** Folded phrases of which one must stand in the sentence; empty: no condition. */
  readonly near: readonly string[];
  /** Folded phrases of which none may stand in the sentence. */
  readonly notNear: readonly string[];
  /** What must, and must not, stand directly beside the match; absent where nothing is asked. */
  readonly beside: Neighbourhood | undefined;
  /** The term is an ordinary word too: where its capitals are no evidence, something else must be. */
  readonly ambiguous: boolean;
  /** A later layer says something else in this term's place, so it never matches. */
  readonly retired: boolean;
}

/** The end of a form: the term, and what it asks of the text. */
export interface Accept {
  readonly term: LexicalTerm;
  /** What each word must do about capitals, one digit of `Capitals` a word; absent where words are free. */
  readonly capitals: string | undefined;
  readonly exact: readonly string[] | undefined;
  readonly inflected: boolean;
  readonly endsInStop: boolean;
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
  readonly #accepts: readonly Accept[];
  /** By node, where its accepts begin in `#acceptDemands`; they end where the next node's begin. */
  readonly #acceptStarts: Int32Array;
  readonly #acceptDemands: Int32Array;

  /** @param terms in the order in which they were added to the index */
  constructor(
    index: LexiconIndex,
    readonly terms: readonly LexicalTerm[],
  ) {
    this.#vocabulary = new Vocabulary(index.spellings, index.words);
    this.#edges = new EdgeTable(index.parents, index.symbols);
    this.#firstNodes = new Int32Array(index.words.reduce((most, word) => Math.max(most, word), 0) + 1);
    index.parents.forEach((parent, i) => {
      if (parent === ROOT) this.#firstNodes[wordOf(index.symbols[i]!)] = i + 1;
    });
    this.#accepts = acceptsOf(index, terms);
    this.#acceptDemands = Int32Array.from(index.acceptDemands);
    this.#acceptStarts = startsOf(index.acceptNodes, index.parents.length + 1);
    this.#rankAccepts();
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

  /** How many terms end at a node. */
  acceptCount(node: number): number {
    return this.#acceptStarts[node + 1]! - this.#acceptStarts[node]!;
  }

  /** The terms that end at a node, strongest first; of equals the later one, for it comes from the later pack. */
  accept(node: number, rank: number): Accept {
    return this.#accepts[this.#acceptDemands[this.#acceptStarts[node]! + rank]!]!;
  }

  #rankAccepts(): void {
    const precedence = (demand: number) => this.#accepts[demand]!.term.sense.precedence;
    for (let node = 0; node + 1 < this.#acceptStarts.length; node++) {
      if (this.acceptCount(node) < 2) continue;
      const ofNode = this.#acceptDemands.subarray(this.#acceptStarts[node], this.#acceptStarts[node + 1]);
      ofNode.reverse().sort((a, b) => precedence(b) - precedence(a));
    }
  }
}

function acceptsOf({ demands }: LexiconIndex, terms: readonly LexicalTerm[]): Accept[] {
  return demands.terms.map((term, demand) => ({
    term: terms[term]!,
    capitals: demands.capitals[demand],
    exact: demands.exact[demand],
    inflected: (demands.flags[demand]! & DemandFlag.inflected) !== 0,
    endsInStop: (demands.flags[demand]! & DemandFlag.endsInStop) !== 0,
  }));
}

/** Where the run of each number begins in a list of rising numbers below `count`, and where the last one ends. */
function startsOf(rising: readonly number[], count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  let at = 0;
  for (let number = 0; number <= count; number++) {
    while (at < rising.length && rising[at]! < number) at++;
    starts[number] = at;
  }
  return starts;
}
