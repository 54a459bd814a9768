import type { Spans } from "../support/spans";

/** An engine of others that finds terms in a text, made to answer as ours does. */
export interface PeerMatcher {
  readonly name: string;
  /** Whole words in any case, leftmost-longest, none overlapping. */
  match(text: string): Spans;
}
