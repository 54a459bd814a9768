import { IGNORED, symbolOfUnit } from "../text/code-units";
import { tableSize } from "./edge-table";
import { CANDIDATE_BITS } from "./hash-filter";

const FIELDS = 4;
/** What a slot holds. */
const HASH = 0;
/** 0 in an empty slot, negative where other spellings have the same hash. */
const WORD = 1;
const OFFSET = 2;
/** The list of accepts of the word as a term alone: needed with nearly every word that is found. */
const ALONE = 3;
const EMPTY = 0;
const GOLDEN = 0x9e3779b1;
/** Behind each spelling; no word holds it. */
const END = 0;

/**
 * Finds words by the hashes of their spellings, all that is needed of one in a single line of the cache. A word of a document may
 * share its hash with a spelling by accident, about once in 200,000 unlisted words, so a match is confirmed by `isAt`.
 * Spellings that share a hash with each other are told apart at once. Words are numbered from 1.
 */
export class Vocabulary {
  readonly #slots: Int32Array;
  readonly #wrap: number;
  /** The spellings one behind the other, each with `END` behind it. */
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
      this.#add(hashes[i]!, words[i]!, offset, alone[words[i]!]!);
      for (let k = 0; k < spelling.length; k++) this.#symbols[offset++] = spelling.charCodeAt(k);
      this.#symbols[offset++] = END;
    });
  }

  /** The slot of a hash, to be asked for its word; `wordIn` it is 0 if no spelling has the hash. */
  find(hash: number): number {
    const slots = this.#slots;
    let slot = (FIELDS * home(hash)) & this.#wrap;
    while (slots[slot + WORD] !== EMPTY && slots[slot + HASH] !== hash) slot = (slot + FIELDS) & this.#wrap;
    return slot;
  }

  /**
   * Finds many at once: look-ups that do not wait for each other take a third of the time.
   *
   * @param candidates places of hashes, as `findCandidates` gives them; those whose hash is unknown are left out
   * @param slots receives the slots of the others
   * @returns how many are left
   */
  findAll(hashes: Int32Array, candidates: Int32Array, count: number, slots: Int32Array): number {
    let found = 0;
    for (let i = 0; i < count; i++) {
      const candidate = candidates[i]!;
      const slot = this.find(hashes[candidate >> CANDIDATE_BITS]!);
      candidates[found] = candidate;
      slots[found] = slot;
      found += Number(this.#slots[slot + WORD] !== EMPTY);
    }
    return found;
  }

  /** The word of a slot; 0 if the slot is empty, negative if several spellings have its hash and `tellApart` must choose. */
  wordIn(slot: number): number {
    return this.#slots[slot + WORD]!;
  }

  /** The list of accepts of a slot's word as a term alone; 0 is no list. */
  aloneIn(slot: number): number {
    return this.#slots[slot + ALONE]!;
  }

  /** The slot, of all with its hash, whose spelling stands at `[start, end)` of a text; negative if none does. */
  tellApart(firstSlot: number, text: string, start: number, end: number): number {
    const hash = this.#slots[firstSlot + HASH]!;
    for (let slot = firstSlot; this.#slots[slot + WORD] !== EMPTY; slot = (slot + FIELDS) & this.#wrap) {
      if (this.#slots[slot + HASH] === hash && this.isAt(slot, text, start, end)) return slot;
    }
    return -1;
  }

  /** Whether the word at `[start, end)` of a text folds to the spelling of a slot. */
  isAt(slot: number, text: string, start: number, end: number): boolean {
    const symbols = this.#symbols;
    let at = this.#slots[slot + OFFSET]!;
    for (let i = start; i < end; i++) {
      const symbol = symbolOfUnit[text.charCodeAt(i)]!;
      if (symbol === symbols[at]) at++;
      else if (symbol !== IGNORED) return false;
    }
    return symbols[at] === END;
  }

  get byteLength(): number {
    return this.#slots.byteLength + this.#symbols.byteLength;
  }

  #add(hash: number, word: number, offset: number, alone: number): void {
    let slot = (FIELDS * home(hash)) & this.#wrap;
    let isShared = false;
    for (; this.#slots[slot + WORD] !== EMPTY; slot = (slot + FIELDS) & this.#wrap) {
      if (this.#slots[slot + HASH] !== hash) continue;
      isShared = true;
      this.#slots[slot + WORD] = -Math.abs(this.#slots[slot + WORD]!);
    }
    this.#slots[slot + HASH] = hash;
    this.#slots[slot + WORD] = isShared ? -word : word;
    this.#slots[slot + OFFSET] = offset;
    this.#slots[slot + ALONE] = alone;
  }
}

function home(hash: number): number {
  return Math.imul(hash, GOLDEN) >>> 9;
}
