import { Begins, CANDIDATE_BITS, findCandidates } from "../../taxonomy/hash-filter";
import type { Lexicon } from "../../taxonomy/lexicon";
import { symbolOf } from "../../taxonomy/term-trie";
import { Gap } from "../../text/code-units";
import { beginsWord, gapBetween, readWindow, windowEnd, wordEnds, wordHashes, wordStart } from "../../text/word-window";

const SPACE = 0x20;
const FIELDS = 3;
const NONE = 0;

/** Places of words at which a term may begin, and their slots in the vocabulary; constants as the window is. */
const candidates = new Int32Array(wordEnds.length + 1);
const candidateSlots = new Int32Array(wordEnds.length + 1);

/** Longer than any term: of its 1,500 code units every second one can begin a word. */
const MAX_WALK = 1024;

/**
 * By place of a word, what walks found out about it, for many may pass one word: `UNSEEN`, `UNKNOWN`, or its slot in the
 * vocabulary, with the bit `CONFIRMED` once its letters were compared. Slots have that bit free.
 */
const wordSlots = new Int32Array(wordEnds.length + 1);
const UNSEEN = -2;
const UNKNOWN = -1;
const CONFIRMED = 1;

/** What a scan found: for each match its start, its end (UTF-16 code units) and its place in the lexicon's `accepts`. */
export class TermMatches {
  count = 0;
  #fields = new Int32Array(FIELDS * 256);

  clear(): void {
    this.count = 0;
  }

  add(start: number, end: number, accept: number): void {
    const at = FIELDS * this.count++;
    if (at === this.#fields.length) this.#grow();
    this.#fields[at] = start;
    this.#fields[at + 1] = end;
    this.#fields[at + 2] = accept;
  }

  startOf(match: number): number {
    return this.#fields[FIELDS * match]!;
  }

  endOf(match: number): number {
    return this.#fields[FIELDS * match + 1]!;
  }

  acceptOf(match: number): number {
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
 * of text is read in three passes, each a plain loop over typed arrays: words to hashes, hashes to places where a term may
 * begin, and from each such place a walk through the lexicon's graph.
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
    const found = vocabulary.findAll(wordHashes, candidates, likely, candidateSlots);
    for (let i = 0; i < found; i++) {
      const first = candidates[i]! >> CANDIDATE_BITS;
      const mayGoOn = (candidates[i]! & Begins.several) !== 0;
      const known = matches.count;
      const isCut = this.#walk(text, from, first, words, candidateSlots[i]!, mayGoOn, matches);
      if (isCut && first > 0 && to < text.length) {
        matches.count = known;
        return wordStart(text, wordEnds[first - 1]!);
      }
    }
    return to;
  }

  /**
   * Follows the words from a first one on.
   *
   * @param mayGoOn whether a term of several words may begin here
   * @returns whether the window ended before the lexicon did
   */
  #walk(
    text: string,
    from: number,
    first: number,
    words: number,
    firstSlot: number,
    mayGoOn: boolean,
    matches: TermMatches,
  ): boolean {
    const { vocabulary, edges, roots } = this.lexicon;
    if (wordSlots[first] === UNSEEN) wordSlots[first] = this.#settle(text, from, first, firstSlot);
    const slot = wordSlots[first]!;
    if (slot === UNKNOWN) return false;
    let node = mayGoOn ? roots[Math.abs(vocabulary.wordIn(slot & ~CONFIRMED))]! : NONE;
    let accepts = vocabulary.aloneIn(slot & ~CONFIRMED);
    let unconfirmed = first;
    for (let place = first; ;) {
      if (accepts !== NONE) {
        for (; unconfirmed <= place; unconfirmed++) if (!this.#confirm(text, from, unconfirmed)) return false;
        this.#accept(accepts, startOf(text, from, first), wordEnds[place]!, matches);
      }
      if (node === NONE || ++place === first + MAX_WALK) return false;
      if (place >= words) return true;
      const next = this.#slotAt(text, from, place);
      if (next === UNKNOWN) return false;
      const symbol = symbolOf(Math.abs(vocabulary.wordIn(next & ~CONFIRMED)), gapBefore(text, place));
      const edge = edges.find(node, symbol);
      if (edge < 0) return false;
      node = edges.nodeAt(edge);
      accepts = edges.acceptsAt(edge);
    }
  }

  /** What is known of a word, looked up if nothing is. */
  #slotAt(text: string, from: number, place: number): number {
    const known = wordSlots[place]!;
    if (known !== UNSEEN) return known;
    return (wordSlots[place] = this.#settle(text, from, place, this.lexicon.vocabulary.find(wordHashes[place]!)));
  }

  /** The slot of a word, where several spellings may have its hash. */
  #settle(text: string, from: number, place: number, slot: number): number {
    const { vocabulary } = this.lexicon;
    const word = vocabulary.wordIn(slot);
    if (word > 0) return slot;
    return word === NONE ? UNKNOWN : vocabulary.tellApart(slot, text, startOf(text, from, place), wordEnds[place]!);
  }

  /** Whether a word of a walk is the one of its slot, letter by letter. */
  #confirm(text: string, from: number, place: number): boolean {
    const slot = wordSlots[place]!;
    if ((slot & CONFIRMED) !== 0) return true;
    if (!this.lexicon.vocabulary.isAt(slot, text, startOf(text, from, place), wordEnds[place]!)) return false;
    wordSlots[place] = slot | CONFIRMED;
    return true;
  }

  #accept(list: number, start: number, end: number, matches: TermMatches): void {
    const { acceptLists } = this.lexicon;
    for (let at = list; ; at++) {
      const entry = acceptLists[at]!;
      matches.add(start, end, entry >> 1);
      if ((entry & 1) === 1) return;
    }
  }
}

/** Where a word of the window from `from` on begins. */
function startOf(text: string, from: number, place: number): number {
  const end = place === 0 ? from : wordEnds[place - 1]!;
  return isSpaced(text, end) ? end + 1 : wordStart(text, end);
}

/** The gap before a word of the window that is not its first. */
function gapBefore(text: string, place: number): number {
  const end = wordEnds[place - 1]!;
  return isSpaced(text, end) ? Gap.soft : gapBetween(text, end, wordStart(text, end));
}

/** Whether a single space and a word stand at `at`, as between most words. */
function isSpaced(text: string, at: number): boolean {
  return text.charCodeAt(at) === SPACE && beginsWord(text.charCodeAt(at + 1));
}
