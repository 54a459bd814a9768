import type { ClassId, Decision, Review, ReviewedMention, UnplacedDecision } from "../../../core";
import type { FilterSubject, ReviewFilter } from "./review-filter";

/** The words of the taxonomy that a queue needs. */
export interface QueueLabels {
  classLabel(classId: ClassId): string;
  /** The preferred name of an entity; undefined where the taxonomy does not know it. */
  entityLabel(entity: string): string | undefined;
}

/** What of a document waits for a person. */
export interface ReviewQueue {
  /** Every suggestion that nobody has decided on, in the order of the document. */
  readonly awaiting: readonly ReviewedMention[];
  /** Those of them that pass the filter. */
  readonly shown: readonly ReviewedMention[];
  /** Every decision that has no place in the text. */
  readonly unplaced: readonly UnplacedDecision[];
  /** Those of them that pass the filter. */
  readonly shownUnplaced: readonly UnplacedDecision[];
  /** How many suggestions were accepted or rejected, and words marked by hand. */
  readonly decided: number;
}

/** The queue of a document without suggestions. */
export const EMPTY_QUEUE: ReviewQueue = { awaiting: [], shown: [], unplaced: [], shownUnplaced: [], decided: 0 };

/** What waits for a decision in a document, and what of it the filter leaves. */
export function queueOf(review: Review, filter: ReviewFilter, labels: QueueLabels): ReviewQueue {
  const { mentions, rejected, unplaced } = review;
  const awaiting = mentions.filter(isAwaiting);
  const passes = (subject: FilterSubject) => filter.matches(subject);
  return {
    awaiting,
    shown: filter.isEmpty ? awaiting : awaiting.filter((mention) => passes(mentionSubject(mention, labels))),
    unplaced,
    shownUnplaced: filter.isEmpty
      ? unplaced
      : unplaced.filter(({ decision }) => passes(decisionSubject(decision, labels))),
    decided: mentions.filter(({ status }) => status === "accepted").length + rejected.length,
  };
}

/** Whether nobody has decided on a mention; what an author tagged in the text needs no decision. */
export function isAwaiting({ status, by }: ReviewedMention): boolean {
  return status === "suggested" && by !== "inline";
}

/** A mention as a filter looks at it. */
export function mentionSubject(mention: ReviewedMention, labels: QueueLabels): FilterSubject {
  const { text, class: classId, by, confidence, evidence } = mention;
  return {
    text,
    ...entityName(mention.entity, labels),
    class: classId,
    classLabel: labels.classLabel(classId),
    by,
    ...(evidence.pack === undefined ? {} : { pack: evidence.pack }),
    confidence,
  };
}

function decisionSubject(decision: Decision, labels: QueueLabels): FilterSubject {
  const { quote, class: classId, by, pack, confidence } = decision;
  return {
    text: quote,
    ...entityName(decision.entity, labels),
    class: classId,
    classLabel: labels.classLabel(classId),
    ...(by === undefined ? {} : { by }),
    ...(pack === undefined ? {} : { pack }),
    ...(confidence === undefined ? {} : { confidence }),
  };
}

function entityName(entity: string | undefined, labels: QueueLabels): { entity?: string } {
  return entity === undefined ? {} : { entity: labels.entityLabel(entity) ?? entity };
}
