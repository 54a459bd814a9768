import { foldPhrase } from "../taxonomy/fold-phrase";

/** The folded words of a sentence, ready to be asked for phrases. */
export class SentenceWords {
  readonly #folded: string;
  /** Each with the spaces around it, as phrases have them. */
  readonly #words: ReadonlySet<string>;
  /** Terms share their lists of phrases, so one answer serves many. */
  readonly #answers = new Map<readonly string[], boolean>();

  constructor(sentence: string) {
    this.#folded = foldPhrase(sentence);
    this.#words = new Set(this.#folded.split(" ").map((word) => ` ${word} `));
  }

  /** Whether one of the phrases, as `foldPhrase` gives them, stands in the sentence. */
  hasOneOf(phrases: readonly string[]): boolean {
    let answer = this.#answers.get(phrases);
    if (answer === undefined) this.#answers.set(phrases, (answer = phrases.some((phrase) => this.#has(phrase))));
    return answer;
  }

  #has(phrase: string): boolean {
    const isWord = phrase.indexOf(" ", 1) === phrase.length - 1;
    return isWord ? this.#words.has(phrase) : this.#folded.includes(phrase);
  }
}
