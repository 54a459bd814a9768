import { Begins, CANDIDATE_BITS, findCandidates } from "../../taxonomy/lexicon/hash-filter";
import type { Lexicon } from "../../taxonomy/lexicon/lexicon";
import { symbolOf } from "../../taxonomy/lexicon/term-trie";
import type { Vocabulary } from "../../taxonomy/lexicon/vocabulary";
import { gapBetween } from "../../text/word-bounds";
import { isWindowPlain, readWindow, startInWindow, windowEnd, wordEnds, wordHashes } from "../../text/word-window";

const FIELDS = 3;
const NONE = 0;

/** Places of words at which a term may begin; a constant as the window is. */
const candidates = new Int32Array(wordEnds.length + 1);

/** By place of a word that was looked up: its slot in the vocabulary, or `UNKNOWN`, and where it begins. */
const wordSlots = new Int32Array(wordEnds.length + 1);
const wordStarts = new Int32Array(wordEnds.length + 1);
const UNSEEN = -2;
const UNKNOWN = -1;

/** What a scan found: for each match its start, its end (UTF-16 code units) and the demand of the lexicon that it meets. */
export class TermMatches {
  count = 0;
  #fields = new Int32Array(FIELDS * 256);

  clear(): void {
    this.count = 0;
  }

  add(start: number, end: number, demand: number): void {
    const at = FIELDS * this.count++;
    if (at === this.#fields.length) this.#grow();
    this.#fields[at] = start;
    this.#fields[at + 1] = end;
    this.#fields[at + 2] = demand;
  }

  startOf(match: number): number {
    return this.#fields[FIELDS * match]!;
  }

  endOf(match: number): number {
    return this.#fields[FIELDS * match + 1]!;
  }

  demandOf(match: number): number {
    return this.#fields[FIELDS * match + 2]!;
  }

  #grow(): void {
    const larger = new Int32Array(this.#fields.length * 2);
    larger.set(this.#fields);
    this.#fields = larger;
  }
}

/**
 * Finds all terms of a lexicon at all places of a text, in time linear in the text and nearly independent of the lexicon. A window
 * of text is read in passes, each a plain loop over typed arrays: words to hashes, hashes to places where a term may begin,
 * those to known words, and from each of these a walk through the lexicon's graph.
 */
export class TermScanner {
  constructor(readonly lexicon: Lexicon) {}

  /** Adds every match in `text`, in the order of starts; of one start the shorter first, of one span the stronger. */
  scan(text: string, matches: TermMatches): void {
    for (let from = 0; from < text.length;) {
      from = this.#scanWindow(text, from, windowEnd(text, from), matches);
    }
  }

  /** Where the next window must begin: behind this one, or at the first word from which a term may reach beyond it. */
  #scanWindow(text: string, from: number, to: number, matches: TermMatches): number {
    const { vocabulary, singleWords, wordPairs } = this.lexicon;
    const words = readWindow(text, from, to);
    const likely = findCandidates(wordHashes, words, singleWords, wordPairs, candidates);
    wordSlots.fill(UNSEEN, 0, words);
    const found = this.#findBeginnings(likely);
    for (let i = 0; i < found; i++) {
      const first = candidates[i]! >> CANDIDATE_BITS;
      const known = matches.count;
      const start = from + wordStarts[first]!;
      const alone = vocabulary.aloneIn(wordSlots[first]!);
      if (alone !== NONE) this.#accept(alone, start, from + wordEnds[first]!, matches);
      if ((candidates[i]! & Begins.several) === 0) continue;
      const isCut = this.#walk(text, from, first, words, matches);
      if (isCut && first > 0 && to < text.length) {
        matches.count = known;
        return start;
      }
    }
    return to;
  }

  /** Looks up the words at the first `likely` candidates, and leaves those at which a term may begin; returns how many they are. */
  #findBeginnings(likely: number): number {
    // A loop of its own, for look-ups that do not wait for each other take a third of the time.
    const { vocabulary } = this.lexicon;
    const isPlain = isWindowPlain();
    let found = 0;
    for (let i = 0; i < likely; i++) {
      const candidate = candidates[i]!;
      candidates[found] = candidate;
      const begins = candidate & (Begins.single | Begins.several);
      const slot = lookUp(candidate >> CANDIDATE_BITS, vocabulary, isPlain);
      found += Number(begins !== 0) & Number(slot !== UNKNOWN);
    }
    return found;
  }

  /**
   * Follows the words from a known one on.
   *
   * @returns whether the window ended before the lexicon did
   */
  #walk(text: string, from: number, first: number, words: number, matches: TermMatches): boolean {
    const { vocabulary, edges } = this.lexicon;
    const start = from + wordStarts[first]!;
    let node = vocabulary.wordIn(wordSlots[first]!);
    for (let place = first + 1; ; place++) {
      if (place >= words) return true;
      const known = wordSlots[place]!;
      const slot = known === UNSEEN ? lookUp(place, vocabulary, isWindowPlain()) : known;
      if (slot === UNKNOWN) return false;
      const gap = gapBetween(text, from + wordEnds[place - 1]!, from + wordStarts[place]!);
      const edge = edges.find(node, symbolOf(vocabulary.wordIn(slot), gap));
      if (edge < 0) return false;
      const accepts = edges.acceptsAt(edge);
      if (accepts !== NONE) this.#accept(accepts, start, from + wordEnds[place]!, matches);
      node = edges.nodeAt(edge);
      if (node === NONE) return false;
    }
  }

  #accept(accepts: number, start: number, end: number, matches: TermMatches): void {
    if (accepts < 0) {
      matches.add(start, end, ~accepts);
      return;
    }
    const { acceptLists } = this.lexicon;
    for (let at = accepts; ; at++) {
      const entry = acceptLists[at]!;
      matches.add(start, end, entry >> 1);
      if ((entry & 1) === 1) return;
    }
  }
}

/** Finds the slot of a word of the window, or `UNKNOWN`, and keeps it. */
function lookUp(place: number, vocabulary: Vocabulary, isPlain: boolean): number {
  const start = startInWindow(place === 0 ? 0 : wordEnds[place - 1]!);
  const slot = vocabulary.find(wordHashes[place]!, start, wordEnds[place]!, isPlain);
  wordStarts[place] = start;
  wordSlots[place] = slot;
  return slot;
}
