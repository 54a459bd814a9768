import { type Mask, proseOf } from "../../text/block";
import type { TextFormat } from "../../text/format";
import { sentenceAt, splitSentences } from "../../text/sentences";
import type { Span } from "../../text/span";
import { findPhrase } from "./block-words";
import { shoutedLines } from "./shouted-lines";

const NO_MASKS: readonly Mask[] = [];

/** Where one of several phrases stands in a block, undefined where none does; by the list of the phrases. */
export type FoundPhrases = ReadonlyMap<readonly string[], Span | undefined>;

const NOTHING_ASKED: FoundPhrases = new Map();

/** A block, and where some of its sentences begin that are read like a block. */
interface Whole {
  readonly block: BlockText;
  readonly start: number;
}

/**
 * The text of a block, or of some of its sentences, with what is derived from it, each derived at its first use: most blocks
 * need none of it.
 */
export class BlockText {
  #prose: string | undefined;
  #sentences: readonly Span[] | undefined;
  #shouted: readonly Span[] | undefined;
  #known = NOTHING_ASKED;
  #found: Map<readonly string[], Span | undefined> | undefined;

  constructor(
    readonly text: string,
    readonly masks: readonly Mask[],
    /** The markup of its document, which says how authors tag. */
    readonly format: TextFormat = "plain",
    readonly whole?: Whole,
  ) {}

  /**
   * Sentences of the block, to be read like a block: what is asked of a line or of the whole block, the block answers.
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

  /** Whether one of some phrases, as `foldPhrase` gives them, stands in the sentence at an offset. */
  sentenceHasOneOf(offset: number, phrases: readonly string[]): boolean {
    const sentence = this.sentences[sentenceAt(this.sentences, offset)]!;
    return findPhrase(this.prose, phrases, sentence) !== undefined;
  }

  /** Whether one of some phrases stands in a sentence of the whole block. */
  blockHasOneOf(phrases: readonly string[]): boolean {
    if (this.whole !== undefined) return this.whole.block.blockHasOneOf(phrases);
    if (this.#known.has(phrases)) return this.#known.get(phrases) !== undefined;
    this.#found ??= new Map();
    if (!this.#found.has(phrases)) this.#found.set(phrases, this.find(phrases));
    return this.#found.get(phrases) !== undefined;
  }

  /** Where the first of some phrases stands in a sentence of this text. */
  find(phrases: readonly string[]): Span | undefined {
    for (const sentence of this.sentences) {
      const found = findPhrase(this.prose, phrases, sentence);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What `blockHasOneOf` was asked or told, and what it rests on. */
  get foundPhrases(): FoundPhrases {
    return this.#found === undefined ? this.#known : new Map([...this.#known, ...this.#found]);
  }

  /** Tells what is known of phrases, so that it need not be looked for. */
  knowPhrases(found: FoundPhrases): void {
    this.#known = found;
  }
}
