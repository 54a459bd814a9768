import type { Span } from "../../core";

/** A place in a document as JSON, for the arguments of commands; UTF-16 offsets. */
export interface TargetReference extends Span {
  readonly uri: string;
  /** What stood there when the reference was made, so that a stale one is noticed. */
  readonly text: string;
}

/** Whether the argument of a command is such a reference. */
export function isTargetReference(argument: unknown): argument is TargetReference {
  if (typeof argument !== "object" || argument === null) return false;
  const { uri, start, end, text } = argument as Partial<Record<keyof TargetReference, unknown>>;
  return [uri, text].every((each) => typeof each === "string") && [start, end].every(Number.isSafeInteger);
}
