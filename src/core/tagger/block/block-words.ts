import { foldWord, hashFolded } from "../../text/code-units";
import type { Span } from "../../text/span";
import { WordList } from "../../text/words";

/** So few that the engine keeps a filter with its object. */
const FILTER_BITS = 512;

/** A phrase and the hashes of its words. */
interface Phrase {
  readonly words: readonly string[];
  readonly hashes: readonly number[];
}

/** A list of phrases, ready to be looked for. */
interface PhraseIndex {
  /** Bits by the hash of a word; where the bit of one is not set, no phrase begins with it. */
  readonly filter: Int32Array;
  /** By the hash of their first word. */
  readonly phrases: ReadonlyMap<number, readonly Phrase[]>;
}

/** Terms share their lists of phrases, and a list is asked about in thousands of sentences. */
const indexes = new WeakMap<readonly string[], PhraseIndex>();

/** The words of the block that was asked last: another is seldom asked before all questions to it are. */
const words = new WordList();
let proseOfWords = "";

/**
 * Where the first of some phrases stands in a sentence of a block. Many questions to one block cost one reading of its words.
 *
 * @param phrases as `foldPhrase` gives them
 */
export function findPhrase(prose: string, phrases: readonly string[], sentence: Span): Span | undefined {
  if (prose !== proseOfWords) words.read((proseOfWords = prose));
  const { filter, phrases: byFirstWord } = indexOf(phrases);
  const { count, starts, ends, hashes } = words;
  for (let i = firstFrom(sentence.start); i < count && starts[i]! < sentence.end; i++) {
    const hash = hashes[i]!;
    if (((filter[bitOf(hash) >>> 5]! >>> bitOf(hash)) & 1) === 0) continue;
    for (const phrase of byFirstWord.get(hash) ?? []) {
      if (standsAt(i, phrase, sentence.end)) return { start: starts[i]!, end: ends[i + phrase.words.length - 1]! };
    }
  }
  return undefined;
}

function standsAt(place: number, phrase: Phrase, limit: number): boolean {
  const { count, starts, ends, hashes } = words;
  const last = place + phrase.words.length - 1;
  if (last >= count || ends[last]! > limit) return false;
  for (let i = place + 1; i <= last; i++) if (hashes[i] !== phrase.hashes[i - place]) return false;
  return phrase.words.every((word, k) => foldWord(proseOfWords.slice(starts[place + k], ends[place + k])) === word);
}

/** The first word that does not begin before an offset. */
function firstFrom(offset: number): number {
  let low = 0;
  let high = words.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words.starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function indexOf(phrases: readonly string[]): PhraseIndex {
  let index = indexes.get(phrases);
  if (index === undefined) indexes.set(phrases, (index = newIndexOf(phrases)));
  return index;
}

function newIndexOf(list: readonly string[]): PhraseIndex {
  const filter = new Int32Array(FILTER_BITS / 32);
  const phrases = new Map<number, Phrase[]>();
  for (const text of list) {
    const wordsOfPhrase = text.trim().split(" ");
    const phrase = { words: wordsOfPhrase, hashes: wordsOfPhrase.map(hashFolded) };
    const first = phrase.hashes[0]!;
    filter[bitOf(first) >>> 5]! |= 1 << bitOf(first);
    const alike = phrases.get(first);
    if (alike === undefined) phrases.set(first, [phrase]);
    else alike.push(phrase);
  }
  return { filter, phrases };
}

function bitOf(hash: number): number {
  return (hash ^ (hash >>> 16)) & (FILTER_BITS - 1);
}
