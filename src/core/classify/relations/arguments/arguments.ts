import type { NounPhrase } from "../chunks";
import type { Preposition } from "../frames";

/** A subject and the chunk at which its clause begins. */
export interface Subject {
  readonly phrases: readonly NounPhrase[];
  readonly first: number;
}

/** The arguments behind a verb or noun. */
export interface Complements {
  readonly object: readonly NounPhrase[];
  readonly prepositions: ReadonlyMap<Preposition, readonly NounPhrase[]>;
  /** One without a phrase behind it: "which they pay for". */
  readonly stranded?: Preposition;
  /** Number of the first chunk behind them. */
  readonly next: number;
}
