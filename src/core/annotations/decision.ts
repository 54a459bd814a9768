import type { ClassId } from "../taxonomy/scheme";
import type { Span } from "../text/span";
import type { Mention, MentionOrigin } from "../tagger/mention";

/** What a person decided about a span: it is what the decision says, or it is not a mention. */
export const DECISION_STATUSES = ["accepted", "rejected"] as const;
export type DecisionStatus = (typeof DECISION_STATUSES)[number];

/** `mention`: this one place. `document`: every place in the document where the quote is tagged with the class. */
export const DECISION_SCOPES = ["mention", "document"] as const;
export type DecisionScope = (typeof DECISION_SCOPES)[number];

/** Which one of several like places is meant. An edit elsewhere does not change it, as it would change an offset. */
export interface Ordinal {
  /** One-based, counted from the top of the document. */
  readonly nth: number;
  /** How many like places there were when the decision was made; at least two. */
  readonly of: number;
  /** The `sentenceKey` of the place, where no other place of the quote had the same; absent in older ledgers. */
  readonly sentence?: string;
}

/**
 * Where a quote stands, said by its surroundings so that edits elsewhere do not matter.
 * In `prefix` and `suffix` whitespace is one space, or one line feed where it holds a blank line, so that re-wrapping a
 * paragraph or changing line endings does not matter either. A shorter context says that the document begins or ends
 * there (one unit is also missing where a surrogate pair would have been cut).
 */
export interface Quote {
  /** The exact text of the span. */
  readonly quote: string;
  /** Up to 32 UTF-16 code units before the quote; empty for decisions on a whole document. */
  readonly prefix: string;
  /** Up to 32 UTF-16 code units after the quote. */
  readonly suffix: string;
  /** Present only where several places have this quote in a sentence with the same prefix and suffix: which is meant. */
  readonly occurrence?: Ordinal;
  /** Present only where another place had the same quote and a similar context: how many units they had in common. */
  readonly rival?: number;
}

/** One line of the ledger: a person's decision on a mention. */
export interface Decision extends Quote {
  readonly id: string;
  readonly status: DecisionStatus;
  readonly scope: DecisionScope;
  readonly class: ClassId;
  readonly entity?: string;
  /** The class the tagger had suggested, where the person chose another. */
  readonly suggested?: ClassId;
  /** The entity the tagger had suggested, where the person chose another or none. */
  readonly suggestedEntity?: string;
  /** What had found the mention; absent where the person marked it by hand. */
  readonly by?: MentionOrigin;
  /** The term as its pack writes it, the id of the rule, or the words of the document that had found the mention. */
  readonly pattern?: string;
  /** Id of the pack that holds the term or rule; absent where the document itself was the evidence. */
  readonly pack?: string;
  readonly packVersion?: string;
  /** How sure the tagger had been, 0 to 1. */
  readonly confidence?: number;
  readonly author?: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly comment?: string;
  /** On a curated decision, which settles what several annotators decided: the ids of their decisions. */
  readonly curates?: readonly string[];
  /** Ids of decisions on the same place that contradict this one since a merge; somebody has to adjudicate. */
  readonly conflictsWith?: readonly string[];
}

/** The same decision at another place. */
export function withPlace(decision: Decision, { quote, prefix, suffix, occurrence, rival }: Quote): Decision {
  const moved: { -readonly [Key in keyof Decision]: Decision[Key] } = { ...decision, quote, prefix, suffix };
  delete moved.occurrence;
  delete moved.rival;
  if (occurrence !== undefined) moved.occurrence = occurrence;
  if (rival !== undefined) moved.rival = rival;
  return moved;
}

export type ReviewStatus = "suggested" | DecisionStatus;

/** A mention together with what people decided about it. */
export interface ReviewedMention extends Mention {
  readonly status: ReviewStatus;
  readonly decision?: Decision;
}

/** A decision that has no place in the document now: its own was not found with certainty, or a later decision holds it. */
export interface UnplacedDecision {
  readonly decision: Decision;
  /** Why, for people: a whole sentence. */
  readonly reason: string;
  /** Where its words may have been, or what stands there now; absent where nothing points anywhere. */
  readonly candidate?: Span;
}
