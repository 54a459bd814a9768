import { foldWord, hashFolded } from "../../text/code-units";
import { WordList } from "../../text/words";

/** The words of phrases by the hash of their first word. */
type PhraseIndex = ReadonlyMap<number, readonly (readonly string[])[]>;

/** Terms share their lists of phrases, and a list is asked about in thousands of sentences. */
const indexes = new WeakMap<readonly string[], PhraseIndex>();

/** Whether one of several phrases stands in a text, by the list of the phrases. */
export type Answers = ReadonlyMap<readonly string[], boolean>;

const scratch = new WordList();

/** The words of a sentence or a whole block, ready to be asked for phrases. */
export class SentenceWords {
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #hashes: Int32Array;
  readonly #answers = new Map<readonly string[], boolean>();

  constructor(readonly sentence: string) {
    scratch.read(sentence);
    this.#starts = scratch.starts.slice(0, scratch.count);
    this.#ends = scratch.ends.slice(0, scratch.count);
    this.#hashes = scratch.hashes.slice(0, scratch.count);
  }

  /** All that was asked so far. */
  get answers(): Answers {
    return this.#answers;
  }

  /** Whether one of the phrases, as `foldPhrase` gives them, stands in the sentence. */
  hasOneOf(phrases: readonly string[]): boolean {
    let answer = this.#answers.get(phrases);
    if (answer === undefined) this.#answers.set(phrases, (answer = this.#find(indexOf(phrases))));
    return answer;
  }

  #find(index: PhraseIndex): boolean {
    for (let i = 0; i < this.#hashes.length; i++) {
      const phrases = index.get(this.#hashes[i]!);
      if (phrases?.some((words) => words.every((word, k) => this.#wordAt(i + k) === word)) === true) return true;
    }
    return false;
  }

  /** The folded word at a place; undefined behind the last. */
  #wordAt(place: number): string | undefined {
    if (place >= this.#hashes.length) return undefined;
    return foldWord(this.sentence.slice(this.#starts[place], this.#ends[place]));
  }
}

function indexOf(phrases: readonly string[]): PhraseIndex {
  let index = indexes.get(phrases);
  if (index === undefined) indexes.set(phrases, (index = newIndexOf(phrases)));
  return index;
}

function newIndexOf(phrases: readonly string[]): PhraseIndex {
  const index = new Map<number, (readonly string[])[]>();
  for (const phrase of phrases) {
    const words = phrase.trim().split(" ");
    const hash = hashFolded(words[0]!);
    const alike = index.get(hash);
    if (alike === undefined) index.set(hash, [words]);
    else alike.push(words);
  }
  return index;
}
