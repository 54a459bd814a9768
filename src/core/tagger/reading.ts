import type { Sense } from "../taxonomy/sense";
import type { Span } from "../text/span";
import type { Doubt } from "./lexicon/capital-evidence";

/**
 * One way to understand a span of a block; offsets in UTF-16 code units from the start of the block. A class, so that all have
 * one shape for the engine: they are what a tagger handles most.
 */
export class Reading implements Span {
  /** @param standing present where the reading hangs on what the document says elsewhere */
  constructor(
    readonly start: number,
    readonly end: number,
    readonly sense: Sense,
    readonly standing?: Standing,
  ) {}

  /** The same reading as it counts from another place, `by` code units before. */
  moved(by: number): Reading {
    return new Reading(this.start + by, this.end + by, this.sense, this.standing);
  }
}

/**
 * How a name that is an ordinary word too stands by its own sentence alone:
 * - `likely`: its capitals are the evidence, and there is no other;
 * - a doubt: not even its capitals are;
 * - `contrary`: its context says that it means something else here.
 */
export type Standing = "likely" | Doubt | "contrary";

/** A reading that a condition of its term refused. */
export interface RefusedReading {
  readonly reading: Reading;
  readonly reason: string;
}
