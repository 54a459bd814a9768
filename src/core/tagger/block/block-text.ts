import { type Mask, proseOf } from "../../text/block";
import type { TextFormat } from "../../text/format";
import { sentenceAt, splitSentences } from "../../text/sentences";
import type { Span } from "../../text/span";
import { SentenceWords } from "./sentence-words";
import { shoutedLines } from "./shouted-lines";

/** A block's text with what is derived from it, each derived at its first use: most blocks need none of it. */
export class BlockText {
  #prose: string | undefined;
  #sentences: readonly Span[] | undefined;
  #shouted: readonly Span[] | undefined;
  #words: SentenceWords | undefined;
  readonly #sentenceWords = new Map<number, SentenceWords>();

  constructor(
    readonly text: string,
    readonly masks: readonly Mask[],
    /** The markup of its document, which says how authors tag. */
    readonly format: TextFormat = "plain",
  ) {}

  get prose(): string {
    return (this.#prose ??= proseOf(this.text, this.masks));
  }

  get sentences(): readonly Span[] {
    return (this.#sentences ??= splitSentences(this.prose));
  }

  /** Whether an offset lies in a line whose words are all in capitals, so that no word's capitals say anything. */
  isShoutedAt(offset: number): boolean {
    this.#shouted ??= shoutedLines(this.prose);
    const line = this.#shouted[sentenceAt(this.#shouted, offset)];
    return line !== undefined && line.start <= offset && offset < line.end;
  }

  /** The words of the whole block. */
  get words(): SentenceWords {
    return (this.#words ??= new SentenceWords(this.prose));
  }

  /** The words of the sentence at an offset. */
  wordsOfSentenceAt(offset: number): SentenceWords {
    const index = sentenceAt(this.sentences, offset);
    let words = this.#sentenceWords.get(index);
    if (words === undefined) {
      const { start, end } = this.sentences[index]!;
      this.#sentenceWords.set(index, (words = new SentenceWords(this.prose.slice(start, end))));
    }
    return words;
  }
}
