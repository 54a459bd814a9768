import { EdgeTable } from "./edge-table";
import { HashFilter, pairHash } from "./hash-filter";
import type { LexiconIndex } from "./lexicon-index";
import type { Neighbourhood } from "../neighbourhood";
import { pairsOverStops } from "./pairs-over-stops";
import type { Sense } from "../sense";
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

const NO_NODE = 0;

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
  /** From words as the first of a term, and from nodes behind later ones, whose numbers are higher. */
  readonly edges: EdgeTable;
  /** Hashes of the pairs of spellings between which the end of a sentence can stand in a term. */
  readonly pairsOverStops: ReadonlySet<number>;
  /** By demand: 1 where it asks something of the text, 0 where the words are enough. */
  readonly conditions: Uint8Array;
  /**
   * Lists of demands, strongest first, each `demand << 1`, plus 1 for the last of its list. Edges and words have the place of
   * their list; or, as most end one form only, that form's demand, inverted (`~demand`); or 0 for none.
   */
  readonly acceptLists: Int32Array;
  readonly #demands: Demands;

  /** @param terms in the order in which they were added to the index */
  constructor(
    index: LexiconIndex,
    readonly terms: readonly LexicalTerm[],
  ) {
    this.#demands = index.demands;
    this.conditions = conditionsOf(index.demands, terms);
    const accepts = new RankedAccepts(index, terms);
    this.acceptLists = accepts.lists;
    const alone = index.rootAccepts.map((accept) => accepts.of(accept));
    this.vocabulary = new Vocabulary(index.spellings, index.hashes, index.words, alone);
    this.edges = edgeTableOf(index, accepts);
    this.singleWords = singleWordFilter(index);
    this.wordPairs = wordPairFilter(index);
    this.pairsOverStops = pairsOverStops(index);
  }

  /** The accept of a demand. It is made when asked for, because of many few are ever met. */
  acceptOf(demand: number): Accept {
    return acceptOf(demand, this.#demands, this.terms);
  }

  /** What the tables hold, in bytes. */
  get byteLength(): number {
    const { singleWords, wordPairs, acceptLists, conditions } = this;
    const arrays = [singleWords.bits, wordPairs.bits, acceptLists, conditions];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, this.vocabulary.byteLength + this.edges.byteLength);
  }
}

export function acceptOf(demand: number, demands: Demands, terms: readonly LexicalTerm[]): Accept {
  const pattern = demands.capitalPatterns[demands.capitals[demand]!]!;
  const flags = demands.flags[demand]!;
  return {
    term: terms[demands.terms[demand]!]!,
    capitals: pattern === "" ? undefined : pattern,
    exact: demands.exact.get(demand),
    inflected: (flags & DemandFlag.inflected) !== 0,
    endsInStop: (flags & DemandFlag.endsInStop) !== 0,
  };
}

function conditionsOf({ terms: termOf, capitals, exact }: Demands, terms: readonly LexicalTerm[]): Uint8Array {
  const conditions = new Uint8Array(termOf.length);
  for (let demand = 0; demand < conditions.length; demand++) {
    conditions[demand] = Number(capitals[demand] !== 0 || asksSomething(terms[termOf[demand]!]!));
  }
  for (const demand of exact.keys()) conditions[demand] = 1;
  return conditions;
}

function asksSomething({ near, notNear, beside, ambiguous }: LexicalTerm): boolean {
  return beside !== undefined || ambiguous || near.length + notNear.length > 0;
}

/**
 * The demands that are met at one place, the strongest first, without those of retired terms; of equals the later comes first,
 * for it is from the later pack.
 */
export function strongestFirst(
  met: readonly number[],
  { terms: termOf }: Demands,
  terms: readonly LexicalTerm[],
): number[] {
  const precedence = (demand: number) => terms[termOf[demand]!]!.sense.precedence;
  const kept = met.filter((demand) => !terms[termOf[demand]!]!.retired);
  return kept.length < 2 ? kept : kept.reverse().sort((a, b) => precedence(b) - precedence(a));
}

/** The accepts of an index without retired terms, and with its lists ranked. */
class RankedAccepts {
  /** As `Lexicon.acceptLists`. */
  readonly lists: Int32Array;
  /** By a list's place in the index: what stands for it now. */
  readonly #places: Int32Array;
  /** By demand: 1 where its term is retired. */
  readonly #retired: Uint8Array;

  constructor({ acceptLists, demands }: LexiconIndex, terms: readonly LexicalTerm[]) {
    this.#retired = retiredDemands(demands, terms);
    this.#places = new Int32Array(acceptLists.length);
    const ranked: number[] = [0];
    for (let at = 1; at < acceptLists.length; at++) {
      const place = at;
      const met = [acceptLists[at]! >> 1];
      while ((acceptLists[at]! & 1) === 0) met.push(acceptLists[++at]! >> 1);
      const kept = strongestFirst(met, demands, terms);
      if (kept.length === 1) this.#places[place] = ~kept[0]!;
      if (kept.length < 2) continue;
      this.#places[place] = ranked.length;
      kept.forEach((demand, i) => ranked.push((demand << 1) | Number(i === kept.length - 1)));
    }
    this.lists = Int32Array.from(ranked);
  }

  /** What stands for an accept of the index. */
  of(accept: number): number {
    if (accept >= 0) return this.#places[accept]!;
    return this.#retired[~accept] === 1 ? 0 : accept;
  }
}

/** By demand: 1 where its term is retired. */
function retiredDemands({ terms: termOf }: Demands, terms: readonly LexicalTerm[]): Uint8Array {
  const retired = new Uint8Array(termOf.length);
  for (let demand = 0; demand < retired.length; demand++) retired[demand] = Number(terms[termOf[demand]!]!.retired);
  return retired;
}

/**
 * The edges of an index. Those of a node behind a first word begin at the word's own number, so that a walk is spared looking the
 * node up; numbers of other nodes begin above the words.
 *
 * @param accepts of the index
 */
function edgeTableOf(index: LexiconIndex, accepts: RankedAccepts): EdgeTable {
  const { rootNodes, edgeStarts, edgeSymbols, edgeNodes, edgeAccepts } = index;
  const words = rootNodes.length;
  const isInner = new Uint8Array(edgeStarts.length);
  for (const node of edgeNodes) isInner[node] = 1;
  let count = 0;
  for (let word = 1; word < words; word++) count += edgeCount(index, rootNodes[word]!);
  for (let node = 1; node < isInner.length; node++) if (isInner[node] === 1) count += edgeCount(index, node);
  const table = new EdgeTable(count);
  const addAll = (from: number, node: number) => {
    const end = edgeStarts[node + 1]!;
    for (let i = edgeStarts[node]!; i < end; i++) {
      const next = edgeNodes[i]!;
      table.add(from, edgeSymbols[i]!, next === NO_NODE ? NO_NODE : words + next, accepts.of(edgeAccepts[i]!));
    }
  };
  for (let word = 1; word < words; word++) if (rootNodes[word] !== NO_NODE) addAll(word, rootNodes[word]!);
  for (let node = 1; node < isInner.length; node++) if (isInner[node] === 1) addAll(words + node, node);
  return table;
}

function singleWordFilter({ rootAccepts, words, hashes }: LexiconIndex): HashFilter {
  let count = 0;
  for (let word = 1; word < rootAccepts.length; word++) if (rootAccepts[word] !== 0) count++;
  const filter = new HashFilter(count);
  for (let spelling = 0; spelling < words.length; spelling++) {
    if (rootAccepts[words[spelling]!] !== 0) filter.add(hashes[spelling]!);
  }
  return filter;
}

function wordPairFilter(index: LexiconIndex): HashFilter {
  const { rootNodes, edgeStarts, edgeSymbols, hashes } = index;
  const { first, next } = spellingsByWord(index);
  let count = 0;
  for (let word = 1; word < rootNodes.length; word++) count += edgeCount(index, rootNodes[word]!);
  const filter = new HashFilter(count);
  for (let word = 1; word < rootNodes.length; word++) {
    const node = rootNodes[word]!;
    if (node === NO_NODE) continue;
    const end = edgeStarts[node + 1]!;
    for (let i = edgeStarts[node]!; i < end; i++) {
      for (let b = first[wordOf(edgeSymbols[i]!)]!; b >= 0; b = next[b]!) {
        for (let a = first[word]!; a >= 0; a = next[a]!) filter.add(pairHash(hashes[a]!, hashes[b]!));
      }
    }
  }
  return filter;
}

function edgeCount({ edgeStarts }: LexiconIndex, node: number): number {
  return node === NO_NODE ? 0 : edgeStarts[node + 1]! - edgeStarts[node]!;
}

/** The spellings of each word as chains: `first` by word, `next` by spelling, each ended by -1. */
function spellingsByWord({ words, rootNodes }: LexiconIndex): { first: Int32Array; next: Int32Array } {
  const first = new Int32Array(rootNodes.length).fill(-1);
  const next = new Int32Array(words.length);
  for (let spelling = 0; spelling < words.length; spelling++) {
    next[spelling] = first[words[spelling]!]!;
    first[words[spelling]!] = spelling;
  }
  return { first, next };
}
