import type { Span } from "../../../core";

/** Longer stretches behind a trigger are prose, not a name being looked for. In UTF-16 code units. */
const LONGEST_QUERY = 60;

/** A name that somebody is looking for. */
export interface TagQuery extends Span {
  readonly words: string;
}

/**
 * The name that stands between a trigger and the cursor, with the place of both and of a bracket that the editor closed;
 * undefined where there is none. Offsets in UTF-16 code units of the line.
 */
export function tagQueryAt(line: string, cursor: number, trigger: string): TagQuery | undefined {
  if (trigger === "") return undefined;
  const before = line.slice(0, cursor);
  const start = before.lastIndexOf(trigger);
  const words = before.slice(start + trigger.length);
  if (start < 0 || words.length > LONGEST_QUERY || /[\][{}]/.test(words)) return undefined;
  const isClosed = trigger.includes("[") && line[cursor] === "]";
  return { start, end: isClosed ? cursor + 1 : cursor, words };
}
