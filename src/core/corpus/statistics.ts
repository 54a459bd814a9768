/** What can be counted over the documents of a corpus. */
export {
  type Cooccurrence,
  cooccurrence,
  COOCCURRENCE_WINDOWS,
  cooccurrenceInSteps,
  logLikelihoodRatio,
} from "./cooccurrence";
export type { CooccurrenceMarginal, CooccurrenceOptions, CooccurrencePair, CooccurrenceWindow } from "./cooccurrence";
export {
  countClasses,
  countClassesInSteps,
  type CountedKey,
  countEntities,
  countEntitiesInSteps,
  type DocumentCount,
  type Labels,
  type MentionCount,
} from "./counts";
export {
  type CorpusPart,
  type Dispersion,
  dispersion,
  dispersionInSteps,
  type DocumentDispersion,
  griesDP,
  juillandD,
} from "./dispersion";
export { dateOf, titleOf } from "./document-facts";
export { type Timeline, timeline, timelineInSteps, type TimelineOptions, type TimelinePeriod } from "./timeline";
export { wordCount } from "./word-count";
