import { type Block, proseOf } from "./block";
import { BlockSequence } from "./block-sequence";
import { createSegmenter } from "./create-segmenter";
import { DocumentText } from "./document-text";
import type { TextFormat } from "./format";
import type { Passage } from "./passages";
import type { Segmenter } from "./segmenter";
import { splitSentences } from "./sentences";
import type { Edit, Span } from "./span";

/** A passage with sentences by their place in it. */
type LocalPassage = Omit<Passage, keyof Span>;

/** What is read at a time of a text that was just opened, in UTF-16 code units: some 3 ms of Markdown. */
const STEP = 32_768;

/** Formats that are read anew after each edit: steps would not make them shorter. */
const WHOLE_TEXT_FORMATS: ReadonlySet<TextFormat> = new Set(["latex", "html"]);

/** The passages of one document while it changes: equal to `readPassages` of its text, at the cost of what an edit touched. */
export class PassageReader {
  readonly #segmenter: Segmenter;
  readonly #blocks = new BlockSequence<LocalPassage>([], []);
  readonly #text = new DocumentText("");
  #source = "";
  #passages: readonly Passage[] | undefined;
  #step: number;

  constructor(format: TextFormat) {
    this.#segmenter = createSegmenter(format);
    this.#segmenter.segment("");
    this.#step = WHOLE_TEXT_FORMATS.has(format) ? Infinity : STEP;
  }

  /**
   * Follows the document to a text, at least one step of the way.
   *
   * @param isTimeUp asked after each step
   * @returns whether the whole text is read
   */
  advance(text: string, isTimeUp: () => boolean): boolean {
    if (text === this.#source) return true;
    const start = commonStart(this.#source, text);
    const tail = commonEnd(this.#source, text, Math.min(this.#source.length, text.length) - start);
    const end = text.length - tail;
    let [at, oldEnd] = [start, this.#source.length - tail];
    do {
      const next = Math.min(at + this.#step, end);
      this.#apply({ start: at, end: oldEnd, text: text.slice(at, next) });
      at = oldEnd = next;
    } while (at < end && !isTimeUp());
    this.#source = at === end ? text : text.slice(0, at) + text.slice(end);
    return at === end;
  }

  /** Those of the text as far as it was read, in order; the same array until it changes. */
  get passages(): readonly Passage[] {
    return (this.#passages ??= Array.from(this.#blocks.from(0), ({ item, start, end }) => placed(item, start, end)));
  }

  #apply(edit: Edit): void {
    this.#passages = undefined;
    this.#text.edit(edit);
    const splice = this.#segmenter.update(this.#text, edit, this.#blocks);
    const items = splice.inserted.map((block) => passageOf(block, this.#text.slice(block)));
    this.#blocks.splice(splice, items);
    // A list or table as long as what was read is read again with each step: longer steps make up for it.
    const reread = edit.start - (splice.inserted[0]?.start ?? edit.start);
    this.#step = Math.max(this.#step, reread);
  }
}

function passageOf({ kind, masks }: Block, text: string): LocalPassage {
  const prose = proseOf(text, masks);
  return { kind, prose, sentences: splitSentences(prose) };
}

function placed({ kind, prose, sentences }: LocalPassage, start: number, end: number): Passage {
  const moved = sentences.map((span) => ({ start: start + span.start, end: start + span.end }));
  return { start, end, kind, prose, sentences: moved };
}

/** What is compared at a time; equal stretches are compared as memory. */
const STRETCH = 4096;

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + STRETCH <= most && a.slice(at, at + STRETCH) === b.slice(at, at + STRETCH)) at += STRETCH;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonEnd(a: string, b: string, most: number): number {
  const isEqual = (at: number, length: number) =>
    a.slice(a.length - at - length, a.length - at) === b.slice(b.length - at - length, b.length - at);
  let at = 0;
  while (at + STRETCH <= most && isEqual(at, STRETCH)) at += STRETCH;
  while (at < most && isEqual(at, 1)) at++;
  return at;
}
