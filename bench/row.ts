import type { Context } from "./context";
import type { Figure } from "./support/report";

/** One measurement of a row. */
export interface Measured {
  /** Which goal of the row it answers (see `goals.ts`), or the name of a figure without a goal. */
  readonly measure: string;
  /** What is compared with the goal: a ratio, or a number in the goal's unit. Absent where there is nothing to compare. */
  readonly value?: number;
  readonly ours?: Figure;
  readonly peer?: Figure & { readonly name: string };
  /** Whatever else a reader of the JSON may ask. */
  readonly details?: Readonly<Record<string, number | string>>;
}

/** A row that is not measured here, and why. */
export interface Skipped {
  readonly skipped: string;
}

export type Outcome = Measured | Skipped;

/** One row of the goals, in a file of its own under `rows/`; each runs in a process of its own. */
export interface Row {
  /** The number of the row in `goals.ts`, or a name where there is no goal. */
  readonly id: string;
  run(context: Context): Iterable<Outcome> | AsyncIterable<Outcome>;
}
