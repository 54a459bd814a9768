import { foldWord, hashFolded } from "../../text/code-units";
import type { Span } from "../../text/span";
import { WordList } from "../../text/words";

const FILTER_BITS = 1024;

/** A list of phrases, ready to be looked for. */
interface PhraseIndex {
  /** Bits by the hash of a word; where the bit of one is not set, no phrase begins with it. */
  readonly filter: Int32Array;
  /** The words of phrases by the hash of their first word. */
  readonly phrases: ReadonlyMap<number, readonly (readonly string[])[]>;
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
      if (standsAt(i, phrase, sentence.end)) return { start: starts[i]!, end: ends[i + phrase.length - 1]! };
    }
  }
  return undefined;
}

function standsAt(place: number, phrase: readonly string[], limit: number): boolean {
  const { count, starts, ends } = words;
  if (place + phrase.length > count || ends[place + phrase.length - 1]! > limit) return false;
  return phrase.every((word, k) => foldWord(proseOfWords.slice(starts[place + k], ends[place + k])) === word);
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
  const phrases = new Map<number, (readonly string[])[]>();
  for (const phrase of list) {
    const wordsOfPhrase = phrase.trim().split(" ");
    const hash = hashFolded(wordsOfPhrase[0]!);
    filter[bitOf(hash) >>> 5]! |= 1 << bitOf(hash);
    const alike = phrases.get(hash);
    if (alike === undefined) phrases.set(hash, [wordsOfPhrase]);
    else alike.push(wordsOfPhrase);
  }
  return { filter, phrases };
}

function bitOf(hash: number): number {
  return (hash ^ (hash >>> 16)) & (FILTER_BITS - 1);
}
