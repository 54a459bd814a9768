import type { Difference } from "../../core";

/** A difference as JSON, for the arguments of commands. */
export interface DifferenceReference {
  /** Of the document. */
  readonly uri: string;
  /** See `differenceKey`. */
  readonly key: string;
}

/** Tells the differences of one comparison on one document apart, and stays while the annotators decide nothing new. */
export function differenceKey({ start, a, b }: Difference): string {
  return [start, a?.decision.id, b?.decision.id].join("|");
}

/** Whether the argument of a command is such a reference. */
export function isDifferenceReference(argument: unknown): argument is DifferenceReference {
  if (typeof argument !== "object" || argument === null) return false;
  const { uri, key } = argument as Partial<Record<keyof DifferenceReference, unknown>>;
  return typeof uri === "string" && typeof key === "string";
}
