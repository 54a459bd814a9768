import type { Span } from "../text/span";
import type { ClassId } from "../taxonomy/scheme";
import type { Evidence, MentionOrigin } from "../taxonomy/sense";

export type { Evidence, MentionOrigin };

/** A span of a document that names an actor, an infrastructure or a sovereignty concept. */
export interface Mention extends Span {
  readonly text: string;
  readonly class: ClassId;
  /** Id of the named thing; absent for generic mentions. */
  readonly entity?: string;
  readonly by: MentionOrigin;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: Evidence;
}
