import type { Sense } from "../taxonomy/sense";
import type { Span } from "../text/span";

/** One way to understand a span of a block; offsets in UTF-16 code units from the start of the block. */
export interface Reading extends Span {
  readonly sense: Sense;
}

/** A reading that a condition of its term refused. */
export interface RefusedReading {
  readonly reading: Reading;
  readonly reason: string;
}
