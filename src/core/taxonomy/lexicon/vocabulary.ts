import {
  CERTAIN_BY_HASH,
  IGNORED,
  PLAIN_SYMBOL_BITS,
  PLAIN_SYMBOLS,
  symbolOfFolded,
  symbolOfUnit,
} from "../../text/code-units";
import { windowUnits } from "../../text/word-window";
import { tableSize } from "./edge-table";

const FIELDS = 4;
/** What a slot holds. */
const HASH = 0;
/** The word, and below it the length of the spelling; 0 in an empty slot. */
const WORD = 1;
/** The head of the spelling; where the length is `SPELLED_OUT`, the place of its symbols. */
const HEAD = 2;
/** The accepts of the word as a term alone: needed with nearly every word that is found. */
const ALONE = 3;
const EMPTY = 0;
const UNKNOWN = -1;
const GOLDEN = 0x9e3779b1;

const LENGTH_BITS = 4;
/** In place of the length of a spelling that length, head and hash do not settle. */
const SPELLED_OUT = (1 << LENGTH_BITS) - 1;
/** The head of a word are the symbols that its hash leaves open, the first in the lowest bits; so many fit. */
const LONGEST_HEAD = 5;
/** Behind the symbols of a spelling; no word holds it. */
const END = 0;

/**
 * Finds words by the hashes of their spellings, all that is needed of one in a single line of the cache. A word of a document may
 * share its hash with a spelling by accident, about once in 200,000 unlisted words, so the length and the head are compared
 * too, which leaves no other word (`CERTAIN_BY_HASH`). Long spellings and those in other scripts are compared symbol by
 * symbol. Words are numbered from 1.
 */
export class Vocabulary {
  readonly #slots: Int32Array;
  readonly #wrap: number;
  /** The symbols of the spellings that are spelled out, one behind the other, each with `END` behind it. */
  readonly #symbols: Uint16Array;

  /**
   * @param hashes by spelling, as `hashFolded` gives them
   * @param words by spelling, its word
   * @param alone by word, what `aloneIn` gives for it
   */
  constructor(spellings: readonly string[], hashes: Int32Array, words: Int32Array, alone: Int32Array) {
    const size = FIELDS * tableSize(spellings.length);
    this.#slots = new Int32Array(size);
    this.#wrap = size - 1;
    const symbols: number[] = [];
    spellings.forEach((spelling, i) => {
      const word = words[i]!;
      const head = headOf(spelling);
      if (head === undefined) {
        this.#add(hashes[i]!, (word << LENGTH_BITS) | SPELLED_OUT, symbols.length, alone[word]!);
        for (let k = 0; k < spelling.length; k++) symbols.push(symbolOfFolded(spelling.charCodeAt(k)));
        symbols.push(END);
      } else this.#add(hashes[i]!, (word << LENGTH_BITS) | spelling.length, head, alone[word]!);
    });
    this.#symbols = Uint16Array.from(symbols);
  }

  /**
   * The slot of the word at `[start, end)` of the window (`readWindow`); negative if the word is unknown.
   *
   * @param isPlain whether the word has plain symbols only, and nothing ignored; false where that is not known
   */
  find(hash: number, start: number, end: number, isPlain: boolean): number {
    const slots = this.#slots;
    for (let slot = (FIELDS * home(hash)) & this.#wrap; ; slot = (slot + FIELDS) & this.#wrap) {
      if (slots[slot + WORD] === EMPTY) return UNKNOWN;
      if (slots[slot + HASH] === hash && this.#isAt(slot, start, end, isPlain)) return slot;
    }
  }

  /** The word of a slot. */
  wordIn(slot: number): number {
    return this.#slots[slot + WORD]! >> LENGTH_BITS;
  }

  /** The accepts of a slot's word as a term alone. */
  aloneIn(slot: number): number {
    return this.#slots[slot + ALONE]!;
  }

  get byteLength(): number {
    return this.#slots.byteLength + this.#symbols.byteLength;
  }

  /** Whether the word at `[start, end)` of the window, which has the hash of a slot, folds to the slot's spelling. */
  #isAt(slot: number, start: number, end: number, isPlain: boolean): boolean {
    const length = this.#slots[slot + WORD]! & SPELLED_OUT;
    const head = this.#slots[slot + HEAD]!;
    if (length === SPELLED_OUT) return this.#isSpelledAt(head, start, end);
    if (!isPlain) return isSettledAt(length, head, start, end);
    return end - start === length && ((headAt(start) ^ head) & HEAD_MASKS[length]!) === 0;
  }

  #isSpelledAt(firstSymbol: number, start: number, end: number): boolean {
    const symbols = this.#symbols;
    let at = firstSymbol;
    for (let i = start; i < end; i++) {
      const symbol = symbolOfUnit[windowUnits[i]!]!;
      if (symbol === symbols[at]) at++;
      else if (symbol !== IGNORED) return false;
    }
    return symbols[at] === END;
  }

  #add(hash: number, word: number, head: number, alone: number): void {
    let slot = (FIELDS * home(hash)) & this.#wrap;
    while (this.#slots[slot + WORD] !== EMPTY) slot = (slot + FIELDS) & this.#wrap;
    this.#slots[slot + HASH] = hash;
    this.#slots[slot + WORD] = word;
    this.#slots[slot + HEAD] = head;
    this.#slots[slot + ALONE] = alone;
  }
}

function home(hash: number): number {
  return Math.imul(hash, GOLDEN) >>> 9;
}

/** The head of a folded spelling; undefined if length, head and hash do not settle it. */
function headOf(spelling: string): number | undefined {
  const headLength = spelling.length - CERTAIN_BY_HASH;
  if (headLength > LONGEST_HEAD) return undefined;
  let head = 0;
  for (let i = 0; i < spelling.length; i++) {
    const symbol = symbolOfFolded(spelling.charCodeAt(i));
    if (symbol >= PLAIN_SYMBOLS) return undefined;
    if (i < headLength) head |= symbol << (PLAIN_SYMBOL_BITS * i);
  }
  return head;
}

/** By length of a spelling: the bits that its head has. */
const HEAD_MASKS = Int32Array.from({ length: SPELLED_OUT }, (_, length) => {
  return (1 << (PLAIN_SYMBOL_BITS * Math.max(0, length - CERTAIN_BY_HASH))) - 1;
});

/** As many symbols of the window from `start` on as a head has at most. All at once, for a loop to a word's end is mispredicted. */
function headAt(start: number): number {
  return (
    symbolOfUnit[windowUnits[start]!]! |
    (symbolOfUnit[windowUnits[start + 1]!]! << PLAIN_SYMBOL_BITS) |
    (symbolOfUnit[windowUnits[start + 2]!]! << (2 * PLAIN_SYMBOL_BITS)) |
    (symbolOfUnit[windowUnits[start + 3]!]! << (3 * PLAIN_SYMBOL_BITS)) |
    (symbolOfUnit[windowUnits[start + 4]!]! << (4 * PLAIN_SYMBOL_BITS))
  );
}

/** Whether a word of the window, of which nothing is known but its hash, has a length, a head, and plain symbols only. */
function isSettledAt(length: number, head: number, start: number, end: number): boolean {
  let found = 0;
  let foundHead = 0;
  for (let i = start; i < end; i++) {
    const symbol = symbolOfUnit[windowUnits[i]!]!;
    if (symbol === IGNORED) continue;
    if (symbol >= PLAIN_SYMBOLS) return false;
    if (found < length - CERTAIN_BY_HASH) foundHead |= symbol << (PLAIN_SYMBOL_BITS * found);
    found++;
  }
  return found === length && foundHead === head;
}
