import { CERTAIN_BY_HASH, IGNORED, PLAIN_SYMBOLS, symbolOfFolded, symbolOfUnit } from "../text/code-units";
import { tableSize } from "./edge-table";

const FIELDS = 4;
/** What a slot holds. */
const HASH = 0;
/** 0 in an empty slot. */
const WORD = 1;
/** Where its symbols begin, and how many they are. */
const SYMBOLS = 2;
/** The accepts of the word as a term alone: needed with nearly every word that is found. */
const ALONE = 3;
const EMPTY = 0;
const UNKNOWN = -1;
const GOLDEN = 0x9e3779b1;
/** Behind each spelling; no word holds it. */
const END = 0;
const LENGTH_BITS = 6;
/** In place of the length where it is this or more, or where not all symbols are plain: all of them must be compared. */
const UNCERTAIN = (1 << LENGTH_BITS) - 1;

/**
 * Finds words by the hashes of their spellings, all that is needed of one in a single line of the cache. A word of a document may
 * share its hash with a spelling by accident, about once in 200,000 unlisted words, so every match is confirmed by its letters:
 * those that its hash leaves open, which are few. Words are numbered from 1.
 */
export class Vocabulary {
  readonly #slots: Int32Array;
  readonly #wrap: number;
  /** The symbols of the spellings one behind the other, each with `END` behind it. */
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
    this.#symbols = new Uint16Array(spellings.reduce((length, spelling) => length + spelling.length + 1, 0));
    let offset = 0;
    spellings.forEach((spelling, i) => {
      const symbols = (offset << LENGTH_BITS) | this.#write(spelling, offset);
      this.#add(hashes[i]!, words[i]!, symbols, alone[words[i]!]!);
      offset += spelling.length + 1;
    });
  }

  /**
   * The slot of the word at `[start, end)` of a text; negative if the word is unknown.
   *
   * @param isPlain whether the word is known to have plain symbols only, so that its hash says enough about its end
   */
  find(hash: number, text: string, start: number, end: number, isPlain: boolean): number {
    const slots = this.#slots;
    for (let slot = (FIELDS * home(hash)) & this.#wrap; ; slot = (slot + FIELDS) & this.#wrap) {
      if (slots[slot + WORD] === EMPTY) return UNKNOWN;
      if (slots[slot + HASH] === hash && this.#isAt(slot, text, start, end, isPlain)) return slot;
    }
  }

  /** The word of a slot. */
  wordIn(slot: number): number {
    return this.#slots[slot + WORD]!;
  }

  /** The accepts of a slot's word as a term alone. */
  aloneIn(slot: number): number {
    return this.#slots[slot + ALONE]!;
  }

  get byteLength(): number {
    return this.#slots.byteLength + this.#symbols.byteLength;
  }

  /** Whether the word at `[start, end)` of a text, which has the hash of a slot, folds to the slot's spelling. */
  #isAt(slot: number, text: string, start: number, end: number, isPlain: boolean): boolean {
    const symbols = this.#symbols;
    const length = this.#slots[slot + SYMBOLS]! & UNCERTAIN;
    let at = this.#slots[slot + SYMBOLS]! >>> LENGTH_BITS;
    if (!isPlain || length === UNCERTAIN) return this.#isSpelledAt(at, text, start, end);
    if (end - start !== length) return false;
    for (let i = start; i < end - CERTAIN_BY_HASH; i++) {
      if (symbolOfUnit[text.charCodeAt(i)] !== symbols[at++]) return false;
    }
    return true;
  }

  #isSpelledAt(firstSymbol: number, text: string, start: number, end: number): boolean {
    const symbols = this.#symbols;
    let at = firstSymbol;
    for (let i = start; i < end; i++) {
      const symbol = symbolOfUnit[text.charCodeAt(i)]!;
      if (symbol === symbols[at]) at++;
      else if (symbol !== IGNORED) return false;
    }
    return symbols[at] === END;
  }

  /** Writes the symbols of a spelling; returns how many they are, or `UNCERTAIN`. */
  #write(spelling: string, offset: number): number {
    let seen = 0;
    for (let i = 0; i < spelling.length; i++) {
      const symbol = symbolOfFolded(spelling.charCodeAt(i));
      this.#symbols[offset + i] = symbol;
      seen |= symbol;
    }
    this.#symbols[offset + spelling.length] = END;
    return seen < PLAIN_SYMBOLS ? Math.min(spelling.length, UNCERTAIN) : UNCERTAIN;
  }

  #add(hash: number, word: number, symbols: number, alone: number): void {
    let slot = (FIELDS * home(hash)) & this.#wrap;
    while (this.#slots[slot + WORD] !== EMPTY) slot = (slot + FIELDS) & this.#wrap;
    this.#slots[slot + HASH] = hash;
    this.#slots[slot + WORD] = word;
    this.#slots[slot + SYMBOLS] = symbols;
    this.#slots[slot + ALONE] = alone;
  }
}

function home(hash: number): number {
  return Math.imul(hash, GOLDEN) >>> 9;
}
