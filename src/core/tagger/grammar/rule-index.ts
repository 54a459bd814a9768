import { foldWord, hashFolded } from "../../text/code-units";
import type { WordList } from "../../text/words";
import type { IndexWord } from "./match-syntax";

interface IndexEntry extends IndexWord {
  /** The rules that ask for the word, each with the list that the word stands in. */
  readonly uses: { readonly rule: number; readonly list: number }[];
}

const NO_RULES: readonly number[] = [];
/** One bit a list; what a rule asks for beyond that is not looked at. */
const MAX_LISTS = 30;

/** Finds the rules that can match a sentence by the words in it, so that the others never see it. */
export class RuleIndex {
  readonly #entries = new Map<number, IndexEntry[]>();
  /** By rule, the bits of all its lists. */
  readonly #allLists: number[] = [];

  /** Adds a rule that can match only sentences with a word of every list; returns its number, counted from 0. */
  add(lists: readonly (readonly IndexWord[])[]): number {
    const used = lists.slice(0, MAX_LISTS);
    const rule = this.#allLists.push(2 ** used.length - 1) - 1;
    used.forEach((words, i) => {
      for (const word of words) this.#entryOf(word).uses.push({ rule, list: 1 << i });
    });
    return rule;
  }

  #entryOf(word: IndexWord): IndexEntry {
    const hash = hashFolded(word.folded);
    const entries = this.#entries.get(hash) ?? [];
    if (entries.length === 0) this.#entries.set(hash, entries);
    let entry = entries.find(({ folded, capital }) => folded === word.folded && capital === word.capital);
    if (entry === undefined) entries.push((entry = { ...word, uses: [] }));
    return entry;
  }

  /** Numbers of the rules that the sentence may match, ascending; allocates nothing where no word is known. */
  rulesFor(sentence: string, words: WordList): readonly number[] {
    let listsSeen: Map<number, number> | undefined;
    for (let i = 0; i < words.count; i++) {
      const entries = this.#entries.get(words.hashes[i]!);
      if (entries === undefined) continue;
      const word = sentence.slice(words.starts[i], words.ends[i]);
      for (const entry of entries) {
        if (!isWord(entry, word)) continue;
        listsSeen ??= new Map();
        for (const { rule, list } of entry.uses) listsSeen.set(rule, (listsSeen.get(rule) ?? 0) | list);
      }
    }
    return listsSeen === undefined ? NO_RULES : this.#complete(listsSeen);
  }

  #complete(listsSeen: ReadonlyMap<number, number>): number[] {
    const complete = [...listsSeen].filter(([rule, lists]) => lists === this.#allLists[rule]);
    return complete.map(([rule]) => rule).sort((a, b) => a - b);
  }
}

/** Whether a word of a text is one that rules are found by. */
export function isWord(entry: IndexWord, word: string): boolean {
  return foldWord(word) === entry.folded && (!entry.capital || /^\p{Lu}/u.test(word));
}
