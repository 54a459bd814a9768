import { type TermTrie, wordOf } from "../lexicon/term-trie";
import { ROOT } from "../lexicon/trie-nodes";

/** Stands for a word that texts spell in several ways; no phrase holds it. */
const SEVERAL_SPELLINGS = "?";

/** Reads forms back from a trie, by the node at which they end. */
export class FormTexts {
  readonly #spellings: ReadonlyMap<number, readonly string[]>;

  constructor(readonly trie: TermTrie) {
    const spellings = new Map<number, string[]>();
    trie.spellings.texts.forEach((spelling, i) => {
      const word = trie.spellings.words.at(i);
      const known = spellings.get(word);
      if (known === undefined) spellings.set(word, [spelling]);
      else known.push(spelling);
    });
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
    const { nodes } = this.trie;
    for (let node = end; node !== ROOT; node = nodes.parentOf(node)) {
      words.unshift(this.#spellings.get(wordOf(nodes.symbolOf(node)))!);
    }
    return words;
  }
}
