import { equalsFolded, hashFolded } from "../text/words";

const EMPTY = 0;
const GOLDEN = 0x9e3779b1;

/** Maps folded spellings to word numbers by hash, with a final comparison, so that no two words meet by accident. */
export class Vocabulary {
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #hashes: Int32Array;
  readonly #words: Int32Array;
  readonly #offsets: Int32Array;
  readonly #symbols: Uint16Array;

  constructor(spellings: readonly string[], words: readonly number[]) {
    this.#mask = tableSize(spellings.length) - 1;
    this.#slots = new Int32Array(this.#mask + 1);
    this.#hashes = Int32Array.from(spellings, hashFolded);
    this.#words = Int32Array.from(words);
    this.#offsets = new Int32Array(spellings.length + 1);
    spellings.forEach((spelling, i) => {
      this.#offsets[i + 1] = this.#offsets[i]! + spelling.length;
      let slot = this.#home(this.#hashes[i]!);
      while (this.#slots[slot] !== EMPTY) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = i + 1;
    });
    const symbols = spellings.join("");
    this.#symbols = new Uint16Array(symbols.length).map((_, i) => symbols.charCodeAt(i));
  }

  /** Number of the word at `[start, end)` of a text, whose folded hash is given; 0 where there is none. */
  find(text: string, start: number, end: number, hash: number): number {
    for (let slot = this.#home(hash); ; slot = (slot + 1) & this.#mask) {
      const spelling = this.#slots[slot]! - 1;
      if (spelling < 0) return 0;
      if (this.#hashes[spelling] !== hash) continue;
      if (equalsFolded(text, start, end, this.#symbols, this.#offsets[spelling]!, this.#offsets[spelling + 1]!)) {
        return this.#words[spelling]!;
      }
    }
  }

  #home(hash: number): number {
    return (Math.imul(hash, GOLDEN) >>> 9) & this.#mask;
  }
}

/** A power of two that keeps an open-addressing table at most half full. */
function tableSize(entries: number): number {
  let size = 16;
  while (size < entries * 2) size *= 2;
  return size;
}
