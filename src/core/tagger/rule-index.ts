import { foldWord, hashFolded, type WordList } from "../text/words";
import type { IndexWord } from "./match-syntax";

interface IndexEntry extends IndexWord {
  readonly rules: number[];
}

const NO_RULES: readonly number[] = [];

/** Finds the rules that can match a sentence by the words in it, so that the others never see it. */
export class RuleIndex {
  readonly #entries = new Map<number, IndexEntry[]>();

  /** Lets the sentences that hold at least one of the words through to a rule. */
  add(rule: number, words: readonly IndexWord[]): void {
    for (const word of words) {
      const hash = hashFolded(word.folded);
      const entries = this.#entries.get(hash) ?? [];
      if (entries.length === 0) this.#entries.set(hash, entries);
      const entry = entries.find(({ folded, capital }) => folded === word.folded && capital === word.capital);
      if (entry === undefined) entries.push({ ...word, rules: [rule] });
      else entry.rules.push(rule);
    }
  }

  /** Numbers of the rules that the sentence may match, ascending; allocates nothing where there are none. */
  rulesFor(sentence: string, words: WordList): readonly number[] {
    let woken: Set<number> | undefined;
    for (let i = 0; i < words.count; i++) {
      const entries = this.#entries.get(words.hashes[i]!);
      if (entries === undefined) continue;
      const word = sentence.slice(words.starts[i], words.ends[i]);
      for (const entry of entries) {
        if (!isWord(entry, word)) continue;
        woken ??= new Set();
        for (const rule of entry.rules) woken.add(rule);
      }
    }
    return woken === undefined ? NO_RULES : [...woken].sort((a, b) => a - b);
  }
}

function isWord(entry: IndexWord, word: string): boolean {
  return foldWord(word) === entry.folded && (!entry.capital || /^\p{Lu}/u.test(word));
}
