import type { Span } from "../../../core";

/** A mention within its line, cut to fit a list row. */
export interface ContextLine {
  readonly label: string;
  /** Where the mention stands in `label`. */
  readonly highlight: readonly [start: number, end: number];
}

/** Short, so that the mention itself is in sight in a narrow side bar. */
const BEFORE = 14;
const AFTER = 72;
/** What is further away than this, white space included, is not in a row. */
const REACH = 400;
const ELLIPSIS = "…";

/** The surroundings of `span` (offsets in `line`), cut at word borders; white space is collapsed. */
export function contextLine(line: string, span: Span): ContextLine {
  // A paragraph on one line may be long, and thousands of rows may stand in it.
  const before = tidy(line.slice(Math.max(0, span.start - REACH), span.start)).trimStart();
  const after = tidy(line.slice(span.end, span.end + REACH)).trimEnd();
  const head = before.length <= BEFORE ? before : ELLIPSIS + before.slice(-BEFORE).replace(/^\S*\s/, "");
  const tail = after.length <= AFTER ? after : after.slice(0, AFTER).replace(/\s\S*$/, "") + ELLIPSIS;
  const middle = tidy(line.slice(span.start, span.end));
  return { label: head + middle + tail, highlight: [head.length, head.length + middle.length] };
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ");
}
