import { findGoal, type Verdict, verdictOn } from "../goals";
import type { Outcome } from "../row";

/** An absolute figure. It holds for one machine on one day; ratios are what goals are set in. */
export interface Figure {
  readonly value: number;
  readonly unit: "MB/s" | "s" | "ms" | "µs" | "bytes a term";
}

/** One line of the bench's output. */
export type Line = Outcome & {
  readonly row: string;
  readonly minimum?: number;
  readonly target?: number;
  readonly stretch?: number;
  readonly verdict?: Verdict;
};

/** An outcome with the goal it answers, if there is one. */
export function lineOf(row: string, outcome: Outcome): Line {
  if ("skipped" in outcome) return { row, ...outcome };
  const goal = findGoal(row, outcome.measure);
  if (goal === undefined || outcome.value === undefined) return { row, ...outcome };
  const { minimum, target, stretch } = goal;
  return {
    row,
    ...outcome,
    minimum,
    ...(target === undefined ? {} : { target }),
    ...(stretch === undefined ? {} : { stretch }),
    verdict: verdictOn(goal, outcome.value),
  };
}

/** One line of JSON; numbers to four digits, more is noise. */
export function formatLine(line: Line): string {
  return JSON.stringify(line, (_, value: unknown) =>
    typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value,
  );
}
