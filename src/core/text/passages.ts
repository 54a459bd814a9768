import { type BlockKind, proseOf } from "./block";
import { createSegmenter } from "./create-segmenter";
import type { TextFormat } from "./format";
import { splitSentences } from "./sentences";
import type { Span } from "./span";

/** A block of prose as readers of whole texts see it: a paragraph, list item, heading or table row with its sentences. */
export interface Passage extends Span {
  readonly kind: BlockKind;
  /** The words of the passage, as long as its span; masked markup is spaces and barriers. */
  readonly prose: string;
  /** Sentences that cover the passage without gaps; offsets in the document. */
  readonly sentences: readonly Span[];
}

/** The passages of a document, in order; they do not overlap. Offsets are UTF-16 code units, `end` exclusive. */
export function readPassages(text: string, format: TextFormat): Passage[] {
  return createSegmenter(format)
    .segment(text)
    .map(({ start, end, kind, masks }) => {
      const prose = proseOf(text.slice(start, end), masks);
      const sentences = splitSentences(prose).map((span) => ({ start: start + span.start, end: start + span.end }));
      return { start, end, kind, prose, sentences };
    });
}
