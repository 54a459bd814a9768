import type { Decision, ReviewedMention } from "../annotations/decision";
import type { RelationModality } from "../annotations/relation";
import { review } from "../annotations/review";
import type { Mention } from "../tagger/mention";
import { formatOfPath, type TextFormat } from "../text/format";
import { type Passage, readPassages } from "../text/passages";
import type { Span } from "../text/span";

/** What a document is about, as a classifier or a person says. */
export interface DocumentTheme {
  readonly id: string;
  readonly label: string;
}

/** What a document says of two things that it mentions. */
export interface DocumentRelation extends Span {
  /** The type of the relation, such as `funds`. */
  readonly type: string;
  /** Absent where the document asserts it. */
  readonly modality?: RelationModality;
  /** What stands in the relation to what; see `mentionKey`. */
  readonly source: string;
  readonly target: string;
}

/** One document of a corpus with what holds in it. Everything that counts, counts from this: one place, one set of figures. */
export interface CorpusDocument {
  /** Relative to the folder of the corpus, with slashes. */
  readonly path: string;
  readonly format: TextFormat;
  readonly text: string;
  readonly passages: readonly Passage[];
  /** Suggested and accepted mentions; rejected ones do not count. Sorted by start, free of overlaps. */
  readonly mentions: readonly ReviewedMention[];
  /** Absent where nobody classified the document. */
  readonly themes?: readonly DocumentTheme[];
  /** Absent where nobody looked for relations. Sorted by start. */
  readonly relations?: readonly DocumentRelation[];
}

/** Joins a text, the mentions that the tagger finds in it, and people's decisions on it. */
export function corpusDocument(
  path: string,
  text: string,
  mentions: readonly Mention[],
  decisions: readonly Decision[] = [],
): CorpusDocument {
  const format = formatOfPath(path);
  const { mentions: holding } = review(text, mentions, decisions);
  return { path, format, text, passages: readPassages(text, format), mentions: holding };
}
