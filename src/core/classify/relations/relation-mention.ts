import type { RelationModality, RelationType } from "../../annotations/relation";
import type { Mention } from "../../tagger/mention";
import type { NamedMention } from "../../tagger/mention-name";
import type { Span } from "../../text/span";

/** How a text states a relation. */
export type Modality = "asserted" | RelationModality;

/** What relations ask of a mention: one of the tagger, one that a person decided on, or one of a gold file. */
export type RelatableMention = Pick<Mention, "start" | "end" | "text" | "class" | "entity"> & NamedMention;

/** One side of a relation. Its span is where the sentence names it; offsets are UTF-16 code units of the document. */
export interface RelationEnd extends Span {
  /**
   * The mention at the span; where the sentence says "it" or "the agency" only, the one antecedent, which may stand in the
   * sentence before.
   */
  readonly mention: RelatableMention;
}

/** The end of a relation whose mention the sentence names itself. */
export function endOf(mention: RelatableMention): RelationEnd {
  return { start: mention.start, end: mention.end, mention };
}

/** A relation that a text states between two mentions. */
export interface FoundRelation {
  readonly type: RelationType;
  readonly source: RelationEnd;
  readonly target: RelationEnd;
  readonly modality: Modality;
  /** The words that state it: verb, noun or adjective. */
  readonly evidence: Span;
  /** The pattern that found it: how it is said and by which word, such as `passive:host`. */
  readonly via: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Orders by place, then type. */
export function compareRelations(a: FoundRelation, b: FoundRelation): number {
  return (
    a.source.start - b.source.start ||
    a.target.start - b.target.start ||
    a.evidence.start - b.evidence.start ||
    a.type.localeCompare(b.type)
  );
}
