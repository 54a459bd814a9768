import { hashFolded, IGNORED, symbolOfFolded, symbolOfUnit } from "../../text/code-units";
import type { FormWord } from "../forms/form-word";
import { IntList } from "./int-list";

const FIELDS = 3;
/** What a slot holds: the hash of a spelling, its word (0 in an empty slot), and where its symbols begin. */
const HASH = 0;
const WORD = 1;
const SYMBOLS = 2;
const EMPTY = 0;
const GOLDEN = 0x9e3779b1;
/** Behind the symbols of a spelling; no word holds it. */
const END = 0;

/** The spellings of the words of a lexicon that is being built, found by hash in a text, so that known words need no strings. */
export class SpellingTable {
  /** The spellings, folded, in the order in which they came. */
  readonly texts: string[] = [];
  /** By spelling: its hash (`hashFolded`). */
  readonly hashes = new IntList();
  /** By spelling: its word. */
  readonly words = new IntList();
  #slots = new Int32Array(FIELDS * 2048);
  #mask = 2047;
  #symbols = new Uint16Array(16_384);
  #symbolCount = 0;

  /** The word that is spelled as a word of a form; 0 where none is. */
  wordOf({ text, start, end, hash }: FormWord): number {
    return this.#slots[this.#find(text, start, end, hash) + WORD]!;
  }

  /** Gives a word a folded spelling, unless another word has it. */
  add(spelling: string, word: number): void {
    const hash = hashFolded(spelling);
    const at = this.#find(spelling, 0, spelling.length, hash);
    if (this.#slots[at + WORD] !== EMPTY) return;
    this.#slots[at + HASH] = hash;
    this.#slots[at + WORD] = word;
    this.#slots[at + SYMBOLS] = this.#symbolCount;
    this.#addSymbols(spelling);
    this.texts.push(spelling);
    this.hashes.push(hash);
    this.words.push(word);
    if (this.texts.length * 2 > this.#mask) this.#grow();
  }

  #addSymbols(spelling: string): void {
    while (this.#symbolCount + spelling.length >= this.#symbols.length) {
      const larger = new Uint16Array(this.#symbols.length * 2);
      larger.set(this.#symbols);
      this.#symbols = larger;
    }
    for (let i = 0; i < spelling.length; i++) {
      this.#symbols[this.#symbolCount++] = symbolOfFolded(spelling.charCodeAt(i));
    }
    this.#symbols[this.#symbolCount++] = END;
  }

  /** Where the word at `[start, end)` of a text stands in the table, or would. */
  #find(text: string, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    for (let slot = homeOf(hash) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const at = FIELDS * slot;
      if (slots[at + WORD] === EMPTY) return at;
      if (slots[at + HASH] === hash && this.#isAt(slots[at + SYMBOLS]!, text, start, end)) return at;
    }
  }

  #isAt(firstSymbol: number, text: string, start: number, end: number): boolean {
    let at = firstSymbol;
    for (let i = start; i < end; i++) {
      const symbol = symbolOfUnit[text.charCodeAt(i)]!;
      if (symbol === this.#symbols[at]) at++;
      else if (symbol !== IGNORED) return false;
    }
    return this.#symbols[at] === END;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    this.#mask = this.#mask * 2 + 1;
    for (let from = 0; from < old.length; from += FIELDS) {
      if (old[from + WORD] === EMPTY) continue;
      let slot = homeOf(old[from + HASH]!) & this.#mask;
      while (this.#slots[FIELDS * slot + WORD] !== EMPTY) slot = (slot + 1) & this.#mask;
      for (let field = 0; field < FIELDS; field++) this.#slots[FIELDS * slot + field] = old[from + field]!;
    }
  }
}

function homeOf(hash: number): number {
  return Math.imul(hash, GOLDEN) >>> 9;
}
