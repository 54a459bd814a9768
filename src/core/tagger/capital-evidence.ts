import { sentenceAt } from "../text/sentences";
import type { Span } from "../text/span";
import type { BlockText } from "./block-text";

/** Why the capitals of a name that is an ordinary word too are no evidence for it. */
export type Doubt = "sentence-start" | "shouted";

/** Function words; a line of capitals that holds one is no mere list of acronyms. */
const FUNCTION_WORDS =
  /(?<!\p{L})(?:A|AN|AND|ARE|AS|AT|BE|BUT|BY|CAN|DO|DOES|FOR|FROM|HAS|HAVE|HOW|IF|IN|IS|IT|NOT|OF|ON|OR|SHOULD|THAT|THE|THEIR|THIS|TO|WAS|WE|WERE|WHAT|WHEN|WHERE|WHY|WILL|WITH|YOU)(?!\p{L})/u;
const ADJACENT_WORDS = /\p{L}[\p{L}\p{N}'’]*[^\S\t][\p{L}\p{N}]/u;

/** What keeps the capitals at a place from being evidence, if anything does. */
export function doubtAt(block: BlockText, { start, end }: Span, needsAllCapitals: boolean): Doubt | undefined {
  if (block.isShoutedAt(start)) return "shouted";
  if (needsAllCapitals || isUpper(block.prose.slice(start, end))) return undefined;
  const sentence = block.sentences[sentenceAt(block.sentences, start)]!;
  return /\p{L}/u.test(block.prose.slice(sentence.start, start)) ? undefined : "sentence-start";
}

function isUpper(word: string): boolean {
  return word === word.toUpperCase();
}

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
