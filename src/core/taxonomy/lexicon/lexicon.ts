import { hashFolded } from "../../text/code-units";
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
    const { lists, places } = rankLists(index, terms);
    this.acceptLists = lists;
    const alone = index.rootAccepts.map((list) => places[list]!);
    const hashes = hashesOf(index.spellings);
    this.vocabulary = new Vocabulary(index.spellings, hashes, index.words, alone);
    this.edges = edgeTableOf(index, places);
    this.singleWords = singleWordFilter(index, hashes);
    this.wordPairs = wordPairFilter(index, hashes);
    this.pairsOverStops = pairsOverStops(index, hashes);
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
    const asks = capitals[demand] !== 0 || exact.has(demand) || asksSomething(terms[termOf[demand]!]!);
    conditions[demand] = Number(asks);
  }
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

/** The lists of an index ranked; `places` says by a list's old place what stands for it now (see `Lexicon.acceptLists`). */
function rankLists(
  { accepts: lists, demands }: LexiconIndex,
  terms: readonly LexicalTerm[],
): { lists: Int32Array; places: Int32Array } {
  const result: number[] = [0];
  const places = new Int32Array(lists.length);
  for (let at = 1; at < lists.length; at++) {
    const place = at;
    const first = lists[at]! >> 1;
    if ((lists[at]! & 1) === 1) {
      places[place] = terms[demands.terms[first]!]!.retired ? 0 : ~first;
      continue;
    }
    const met = [first];
    while ((lists[at]! & 1) === 0) met.push(lists[++at]! >> 1);
    const kept = strongestFirst(met, demands, terms);
    if (kept.length === 1) places[place] = ~kept[0]!;
    if (kept.length < 2) continue;
    places[place] = result.length;
    kept.forEach((demand, i) => result.push((demand << 1) | Number(i === kept.length - 1)));
  }
  return { lists: Int32Array.from(result), places };
}

/**
 * The edges of an index. Those of a node behind a first word begin at the word's own number, so that a walk is spared looking the
 * node up; numbers of other nodes begin above the words.
 *
 * @param places as `rankLists` gives them
 */
function edgeTableOf(index: LexiconIndex, places: Int32Array): EdgeTable {
  const { rootNodes, edgeStarts, edgeSymbols, edgeNodes, edgeAccepts } = index;
  const words = rootNodes.length;
  const isInner = new Uint8Array(edgeStarts.length);
  for (const node of edgeNodes) isInner[node] = 1;
  const edgesOf = (node: number) => (node === NO_NODE ? 0 : edgeStarts[node + 1]! - edgeStarts[node]!);
  let count = 0;
  for (let word = 1; word < words; word++) count += edgesOf(rootNodes[word]!);
  for (let node = 1; node < isInner.length; node++) if (isInner[node] === 1) count += edgesOf(node);
  const table = new EdgeTable(count);
  const addAll = (from: number, node: number) => {
    const end = edgeStarts[node + 1]!;
    for (let i = edgeStarts[node]!; i < end; i++) {
      const next = edgeNodes[i]!;
      table.add(from, edgeSymbols[i]!, next === NO_NODE ? NO_NODE : words + next, places[edgeAccepts[i]!]!);
    }
  };
  for (let word = 1; word < words; word++) if (rootNodes[word] !== NO_NODE) addAll(word, rootNodes[word]!);
  for (let node = 1; node < isInner.length; node++) if (isInner[node] === 1) addAll(words + node, node);
  return table;
}

/** @param hashes by spelling */
function singleWordFilter({ rootAccepts, words }: LexiconIndex, hashes: Int32Array): HashFilter {
  const filter = new HashFilter(rootAccepts.reduce((count, list) => count + Number(list !== 0), 0));
  for (let spelling = 0; spelling < words.length; spelling++) {
    if (rootAccepts[words[spelling]!] !== 0) filter.add(hashes[spelling]!);
  }
  return filter;
}

/** @param hashes by spelling */
function wordPairFilter(index: LexiconIndex, hashes: Int32Array): HashFilter {
  const { rootNodes, edgeStarts, edgeSymbols } = index;
  const { first, next } = spellingsByWord(index);
  const edgesOf = (node: number) => (node === NO_NODE ? 0 : edgeStarts[node + 1]! - edgeStarts[node]!);
  const filter = new HashFilter(rootNodes.reduce((count, node) => count + edgesOf(node), 0));
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

function hashesOf(spellings: readonly string[]): Int32Array {
  const hashes = new Int32Array(spellings.length);
  for (let i = 0; i < hashes.length; i++) hashes[i] = hashFolded(spellings[i]!);
  return hashes;
}
