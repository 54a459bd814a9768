import { type Mask, proseOf } from "../../text/block";
import type { TextFormat } from "../../text/format";
import { sentenceAt, splitSentences } from "../../text/sentences";
import type { Span } from "../../text/span";
import { type Answers, SentenceWords } from "./sentence-words";
import { shoutedLines } from "./shouted-lines";

const NO_MASKS: readonly Mask[] = [];
const NO_ANSWERS: Answers = new Map();

/** Sentences of a block as a text of their own, and where they begin in the block. */
interface Whole {
  readonly block: BlockText;
  readonly start: number;
}

/**
 * The text of a block, or of some of its sentences, with what is derived from it, each derived at its first use: most blocks need
 * none of it.
 */
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
    readonly whole?: Whole,
  ) {}

  /**
   * Whole sentences of the block, to be read like a block: what is asked of a line or of the whole block, the block answers.
   *
   * @param span begins and ends where sentences do
   */
  part({ start, end }: Span): BlockText {
    const part = new BlockText(this.text.slice(start, end), NO_MASKS, this.format, { block: this, start });
    part.#prose = this.prose.slice(start, end);
    return part;
  }

  get prose(): string {
    return (this.#prose ??= proseOf(this.text, this.masks));
  }

  get sentences(): readonly Span[] {
    return (this.#sentences ??= splitSentences(this.prose));
  }

  /** Whether an offset lies in a line whose words are all in capitals, so that no word's capitals say anything. */
  isShoutedAt(offset: number): boolean {
    if (this.whole !== undefined) return this.whole.block.isShoutedAt(this.whole.start + offset);
    this.#shouted ??= shoutedLines(this.prose);
    const line = this.#shouted[sentenceAt(this.#shouted, offset)];
    return line !== undefined && line.start <= offset && offset < line.end;
  }

  /** The words of the whole block. */
  get words(): SentenceWords {
    return this.whole?.block.words ?? (this.#words ??= new SentenceWords(this.prose));
  }

  /** What was asked of the words of the whole block, with the answers. */
  get answers(): Answers {
    return this.#words?.answers ?? NO_ANSWERS;
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
