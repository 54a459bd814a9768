import { foldPhrase } from "../taxonomy/taxonomy";
import { type Mask, proseOf } from "../text/block";
import { sentenceAt, splitSentences } from "../text/sentences";
import type { Span } from "../text/span";

/** A block's text with what is derived from it, each derived at its first use: most blocks need none of it. */
export class BlockText {
  #prose: string | undefined;
  #sentences: readonly Span[] | undefined;
  readonly #foldedSentences = new Map<number, string>();

  constructor(
    readonly text: string,
    readonly masks: readonly Mask[],
  ) {}

  get prose(): string {
    return (this.#prose ??= proseOf(this.text, this.masks));
  }

  get sentences(): readonly Span[] {
    return (this.#sentences ??= splitSentences(this.prose));
  }

  /** The folded words of the sentence at an offset, as `foldPhrase` gives them. */
  foldedSentenceAt(offset: number): string {
    const index = sentenceAt(this.sentences, offset);
    let folded = this.#foldedSentences.get(index);
    if (folded === undefined) {
      const { start, end } = this.sentences[index]!;
      folded = foldPhrase(this.prose.slice(start, end));
      this.#foldedSentences.set(index, folded);
    }
    return folded;
  }
}
