import { ROOT, type TermTrie, wordOf } from "../lexicon/term-trie";

/** Stands for a word that texts spell in several ways; no phrase holds it. */
const SEVERAL_SPELLINGS = "?";

/** Reads forms back from a trie, by the node at which they end. */
export class FormTexts {
  readonly #spellings: ReadonlyMap<number, readonly string[]>;

  constructor(readonly trie: TermTrie) {
    const spellings = new Map<number, string[]>();
    for (const [spelling, word] of trie.spellings) {
      const known = spellings.get(word);
      if (known === undefined) spellings.set(word, [spelling]);
      else known.push(spelling);
    }
    this.#spellings = spellings;
  }

  /** The folded words of a form, each in its first spelling. */
  text(node: number): string {
    return this.#words(node)
      .map(([first]) => first)
      .join(" ");
  }

  /** The words that stand in every text that the form matches, as `foldPhrase` would give them. */
  certainWords(node: number): string {
    return ` ${this.#words(node)
      .map(([first, ...others]) => (others.length === 0 ? first : SEVERAL_SPELLINGS))
      .join(" ")} `;
  }

  #words(end: number): (readonly string[])[] {
    const words: (readonly string[])[] = [];
    for (let node = end; node !== ROOT; node = this.trie.parents[node - 1]!) {
      words.unshift(this.#spellings.get(wordOf(this.trie.symbols[node - 1]!))!);
    }
    return words;
  }
}
