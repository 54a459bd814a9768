import { hashFolded } from "../text/code-units";
import { EdgeTable } from "./edge-table";
import { HashFilter, pairHash } from "./hash-filter";
import type { LexiconIndex } from "./lexicon-index";
import type { Neighbourhood } from "./neighbourhood";
import { pairsOverStops } from "./pairs-over-stops";
import type { Sense } from "./sense";
import { DemandFlag, type Demands, wordOf } from "./term-trie";
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
 * A gazetteer ready to scan with: a graph over words in flat typed arrays. Spelling variants of a word are one symbol, so they
 * cost no nodes. Matching time hardly depends on the number of terms.
 */
export class Lexicon {
  readonly vocabulary: Vocabulary;
  /** The spellings that are a term alone. */
  readonly singleWords: HashFilter;
  /** The pairs of spellings that begin a term. */
  readonly wordPairs: HashFilter;
  /** By word, the node behind it at the start of a term. */
  readonly roots: Int32Array;
  readonly edges: EdgeTable;
  /** Hashes of the pairs of spellings between which the end of a sentence can stand in a term. */
  readonly pairsOverStops: ReadonlySet<number>;
  readonly accepts: readonly Accept[];
  /** By place in `accepts`: 1 where the term asks something of the text, 0 where its words are enough. */
  readonly conditions: Uint8Array;
  /** Lists of places in `accepts`, strongest first, each `place << 1`, plus 1 for the last of its list; 0 is no list. */
  readonly acceptLists: Int32Array;

  /** @param terms in the order in which they were added to the index */
  constructor(
    index: LexiconIndex,
    readonly terms: readonly LexicalTerm[],
  ) {
    this.accepts = acceptsOf(index.demands, terms);
    this.conditions = Uint8Array.from(this.accepts, (accept) => Number(asksSomething(accept)));
    const { lists, places } = rankLists(index.accepts, this.accepts);
    this.acceptLists = lists;
    const alone = index.rootAccepts.map((list) => places[list]!);
    const hashes = Int32Array.from(index.spellings, hashFolded);
    this.vocabulary = new Vocabulary(index.spellings, hashes, index.words, alone);
    this.roots = index.rootNodes;
    this.edges = edgeTableOf(index, places);
    this.singleWords = singleWordFilter(index, hashes);
    this.wordPairs = wordPairFilter(index, hashes);
    this.pairsOverStops = pairsOverStops(index, hashes);
  }

  /** What the tables hold, in bytes. */
  get byteLength(): number {
    const { singleWords, wordPairs, roots, acceptLists } = this;
    const arrays = [singleWords.bits, wordPairs.bits, roots, acceptLists];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, this.vocabulary.byteLength + this.edges.byteLength);
  }
}

function asksSomething({ capitals, exact, term: { near, notNear, beside, ambiguous } }: Accept): boolean {
  const isFree = capitals === undefined && exact === undefined && beside === undefined && !ambiguous;
  return !isFree || near.length + notNear.length > 0;
}

/** The accept of each demand. */
export function acceptsOf(demands: Demands, terms: readonly LexicalTerm[]): Accept[] {
  const patterns = demands.capitalPatterns.map((pattern) => (pattern === "" ? undefined : pattern));
  return Array.from(demands.terms, (term, demand) => ({
    term: terms[term]!,
    capitals: patterns[demands.capitals[demand]!],
    exact: demands.exact.get(demand),
    inflected: (demands.flags[demand]! & DemandFlag.inflected) !== 0,
    endsInStop: (demands.flags[demand]! & DemandFlag.endsInStop) !== 0,
  }));
}

/**
 * The accepts of demands that are met at one place, the strongest first, without retired ones; of equals the later comes first,
 * for it is from the later pack.
 */
export function strongestFirst(demands: readonly number[], accepts: readonly Accept[]): Accept[] {
  return ranked(demands, accepts).map((demand) => accepts[demand]!);
}

function ranked(demands: readonly number[], accepts: readonly Accept[]): number[] {
  const precedence = (demand: number) => accepts[demand]!.term.sense.precedence;
  const kept = demands.filter((demand) => !accepts[demand]!.term.retired);
  return kept.length < 2 ? kept : kept.reverse().sort((a, b) => precedence(b) - precedence(a));
}

/** The lists ranked; `places` says by a list's old place where it begins now: 0 if nothing of it is left. */
function rankLists(lists: Int32Array, accepts: readonly Accept[]): { lists: Int32Array; places: Int32Array } {
  const result: number[] = [0];
  const places = new Int32Array(lists.length);
  for (let at = 1; at < lists.length;) {
    const place = at;
    const isSingle = (lists[at]! & 1) === 1;
    if (isSingle && !accepts[lists[at]! >> 1]!.term.retired) {
      places[place] = result.length;
      result.push(lists[at++]!);
      continue;
    }
    const demands: number[] = [];
    do demands.push(lists[at]! >> 1);
    while ((lists[at++]! & 1) === 0);
    const kept = ranked(demands, accepts);
    if (kept.length > 0) places[place] = result.length;
    kept.forEach((demand, i) => result.push((demand << 1) | Number(i === kept.length - 1)));
  }
  return { lists: Int32Array.from(result), places };
}

function edgeTableOf({ edgeStarts, edgeSymbols, edgeNodes, edgeAccepts }: LexiconIndex, places: Int32Array): EdgeTable {
  const table = new EdgeTable(edgeSymbols.length);
  for (let node = 1; node + 1 < edgeStarts.length; node++) {
    const end = edgeStarts[node + 1]!;
    for (let i = edgeStarts[node]!; i < end; i++) {
      table.add(node, edgeSymbols[i]!, edgeNodes[i]!, places[edgeAccepts[i]!]!);
    }
  }
  return table;
}

/** @param hashes by spelling */
function singleWordFilter({ rootAccepts, words }: LexiconIndex, hashes: Int32Array): HashFilter {
  return filterOf(hashes.filter((_, spelling) => rootAccepts[words[spelling]!] !== 0));
}

/** @param hashes by spelling */
function wordPairFilter(index: LexiconIndex, hashes: Int32Array): HashFilter {
  const { rootNodes, edgeStarts, edgeSymbols } = index;
  const { first, next } = spellingsByWord(index);
  const pairs: number[] = [];
  rootNodes.forEach((node, word) => {
    if (node === 0) return;
    for (let i = edgeStarts[node]!; i < edgeStarts[node + 1]!; i++) {
      for (let b = first[wordOf(edgeSymbols[i]!)]!; b >= 0; b = next[b]!) {
        for (let a = first[word]!; a >= 0; a = next[a]!) pairs.push(pairHash(hashes[a]!, hashes[b]!));
      }
    }
  });
  return filterOf(pairs);
}

/** The spellings of each word as chains: `first` by word, `next` by spelling, each ended by -1. */
function spellingsByWord({ words, rootNodes }: LexiconIndex): { first: Int32Array; next: Int32Array } {
  const first = new Int32Array(rootNodes.length).fill(-1);
  const next = new Int32Array(words.length);
  words.forEach((word, spelling) => {
    next[spelling] = first[word]!;
    first[word] = spelling;
  });
  return { first, next };
}

function filterOf(hashes: Int32Array | readonly number[]): HashFilter {
  const filter = new HashFilter(hashes.length);
  for (const hash of hashes) filter.add(hash);
  return filter;
}
