import type { Span } from "../../text/span";

/** Function words; a line of capitals that holds one is no mere list of acronyms. */
const FUNCTION_WORDS =
  /(?<!\p{L})(?:A|AN|AND|ARE|AS|AT|BE|BUT|BY|CAN|DO|DOES|FOR|FROM|HAS|HAVE|HOW|IF|IN|IS|IT|NOT|OF|ON|OR|SHOULD|THAT|THE|THEIR|THIS|TO|WAS|WE|WERE|WHAT|WHEN|WHERE|WHY|WILL|WITH|YOU)(?!\p{L})/u;
const ADJACENT_WORDS = /\p{L}[\p{L}\p{N}'’]*[^\S\t][\p{L}\p{N}]/u;

/**
 * The lines of a prose without a lower-case letter. A line of one word, or of words between commas and the like, is no
 * sentence in capitals but a name or a list of names, unless a function word stands in it.
 */
export function shoutedLines(prose: string): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start < prose.length;) {
    const found = prose.indexOf("\n", start);
    const end = found < 0 ? prose.length : found;
    const line = prose.slice(start, end);
    if (!/\p{Ll}/u.test(line) && (ADJACENT_WORDS.test(line) || FUNCTION_WORDS.test(line))) lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}
