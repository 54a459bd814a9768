import { foldWord, hashFolded } from "../../text/code-units";
import type { Span } from "../../text/span";
import { WordList } from "../../text/words";

const FILTER_BITS = 256;

/** A list of phrases, ready to be looked for. */
interface PhraseIndex {
  /** Bits by the hash of a word; where the bit of one is not set, no phrase begins with it. */
  readonly filter: Int32Array;
  /** The words of phrases by the hash of their first word. */
  readonly phrases: ReadonlyMap<number, readonly (readonly string[])[]>;
}

/** Terms share their lists of phrases, and a list is asked about in thousands of sentences. */
const indexes = new WeakMap<readonly string[], PhraseIndex>();

const scratch = new WordList();

/** The words of a block, ready to be asked for phrases. */
export class BlockWords {
  /** Of all words their starts, then their ends, then their hashes. */
  readonly #fields: Int32Array;
  readonly #count: number;

  constructor(readonly prose: string) {
    scratch.read(prose);
    const { count, starts, ends, hashes } = scratch;
    const fields = new Int32Array(3 * count);
    for (let i = 0; i < count; i++) {
      fields[i] = starts[i]!;
      fields[count + i] = ends[i]!;
      fields[2 * count + i] = hashes[i]!;
    }
    this.#fields = fields;
    this.#count = count;
  }

  /** Where the first of some phrases, as `foldPhrase` gives them, stands in a sentence. */
  find(phrases: readonly string[], sentence: Span): Span | undefined {
    const { filter, phrases: byFirstWord } = indexOf(phrases);
    const hashes = 2 * this.#count;
    for (let i = this.#firstFrom(sentence.start); i < this.#count && this.#fields[i]! < sentence.end; i++) {
      const hash = this.#fields[hashes + i]!;
      if (((filter[bitOf(hash) >>> 5]! >>> bitOf(hash)) & 1) === 0) continue;
      for (const words of byFirstWord.get(hash) ?? []) {
        if (this.#standAt(i, words, sentence.end))
          return { start: this.#fields[i]!, end: this.#endOf(i + words.length - 1) };
      }
    }
    return undefined;
  }

  /** The first word that does not begin before an offset. */
  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#fields[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #endOf(word: number): number {
    return this.#fields[this.#count + word]!;
  }

  #standAt(place: number, words: readonly string[], limit: number): boolean {
    if (place + words.length > this.#count || this.#endOf(place + words.length - 1) > limit) return false;
    return words.every((word, k) => {
      return foldWord(this.prose.slice(this.#fields[place + k], this.#endOf(place + k))) === word;
    });
  }
}

function indexOf(phrases: readonly string[]): PhraseIndex {
  let index = indexes.get(phrases);
  if (index === undefined) indexes.set(phrases, (index = newIndexOf(phrases)));
  return index;
}

function newIndexOf(list: readonly string[]): PhraseIndex {
  const filter = new Int32Array(FILTER_BITS / 32);
  const phrases = new Map<number, (readonly string[])[]>();
  for (const phrase of list) {
    const words = phrase.trim().split(" ");
    const hash = hashFolded(words[0]!);
    filter[bitOf(hash) >>> 5]! |= 1 << bitOf(hash);
    const alike = phrases.get(hash);
    if (alike === undefined) phrases.set(hash, [words]);
    else alike.push(words);
  }
  return { filter, phrases };
}

function bitOf(hash: number): number {
  return (hash ^ (hash >>> 16)) & (FILTER_BITS - 1);
}
