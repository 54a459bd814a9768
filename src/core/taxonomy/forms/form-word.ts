import { foldWord, hashFolded } from "../../text/code-units";

/** What the text must do where a term's word has capitals. */
export const Capitals = { free: 0, initial: 1, all: 2 } as const;
export type Capitals = (typeof Capitals)[keyof typeof Capitals];

/**
 * A word of a form: a stretch of the text that it is written in, with the hash of its folded spelling. It is folded when somebody
 * asks, for most words of a list of terms are known already and found by their hash.
 */
export class FormWord {
  constructor(
    readonly text: string,
    readonly start: number,
    readonly end: number,
    /** As `hashFolded` gives it. */
    readonly hash: number,
    readonly capitals: Capitals,
    /** The `Gap` before the word; the first word's is soft. */
    readonly gap: number,
  ) {}

  static ofFolded(folded: string, capitals: Capitals, gap: number): FormWord {
    return new FormWord(folded, 0, folded.length, hashFolded(folded), capitals, gap);
  }

  /** The word as it is written. */
  get raw(): string {
    return this.text.slice(this.start, this.end);
  }

  get folded(): string {
    return foldWord(this.raw);
  }

  /** Another folded word under the same conditions. */
  withFolded(folded: string): FormWord {
    return FormWord.ofFolded(folded, this.capitals, this.gap);
  }
}
