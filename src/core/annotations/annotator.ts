import type { Mention } from "../tagger/mention";
import type { Decision, DecisionStatus, ReviewedMention } from "./decision";
import { type Review, review } from "./review";

/** A span that a person decided on: a mention of its class, or, rejected, none. */
export interface Annotation extends ReviewedMention {
  readonly status: DecisionStatus;
  readonly decision: Decision;
}

/** What several people decided on one text, told apart. */
export interface Annotators {
  /** Each one's annotations, sorted by place; the accepted ones of one annotator do not overlap. Sorted by name. */
  readonly annotations: ReadonlyMap<string, readonly Annotation[]>;
  /** Curated decisions. They are nobody's own, so they count for no annotator. */
  readonly curated: readonly Decision[];
  /** How many decisions of annotators have no place in the text now. */
  readonly unplaced: number;
}

/** Stands for whoever did not sign: all unsigned decisions are one annotator's. */
export const UNSIGNED = "";

/**
 * The annotations of each annotator on a text. What nobody but the tagger suggested is no annotation; its mentions are
 * needed for decisions on a whole document, which hold wherever the tagger sees the same. What has no place in the text
 * now is left out and counted.
 */
export function annotatorsOf(text: string, mentions: readonly Mention[], decisions: readonly Decision[]): Annotators {
  const own = decisions.filter(({ curates }) => curates === undefined);
  const names = [...new Set(own.map(({ author }) => author ?? UNSIGNED))].sort();
  const reviews = names.map((name) => {
    const theirs = own.filter(({ author }) => (author ?? UNSIGNED) === name);
    return [name, review(text, mentions, theirs)] as const;
  });
  return {
    annotations: new Map(reviews.map(([name, each]) => [name, annotationsIn(each)])),
    curated: decisions.filter(({ curates }) => curates !== undefined),
    unplaced: reviews.reduce((count, [, { unplaced }]) => count + unplaced.length, 0),
  };
}

/** The spans that decisions of one annotator are about, sorted by place. */
export function annotationsOf(
  text: string,
  mentions: readonly Mention[],
  decisions: readonly Decision[],
): readonly Annotation[] {
  return annotationsIn(review(text, mentions, decisions));
}

function annotationsIn({ mentions, rejected }: Review): Annotation[] {
  return [...mentions, ...rejected].filter(isAnnotation).sort((a, b) => a.start - b.start || a.end - b.end);
}

function isAnnotation(mention: ReviewedMention): mention is Annotation {
  return mention.status !== "suggested" && mention.decision !== undefined;
}
