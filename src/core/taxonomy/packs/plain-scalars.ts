/** Texts that YAML reads as they stand, in block lines and inside brackets: a letter first, and nothing inside that means something. */
const IN_BLOCK = /^\p{L}(?:[\p{L}\p{M}\p{N} .,()&/+_'’–-]*[\p{L}\p{M}\p{N}.)])?$/u;
const IN_BRACKETS = /^\p{L}(?:[\p{L}\p{M}\p{N} .()&/+_'’–-]*[\p{L}\p{M}\p{N}.)])?$/u;
const VERSION = /^\d+\.\d+\.\d+$/;
/** What some version of YAML reads as something else than text. */
const NOT_TEXT = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

/** Whether every version of YAML reads a word as text. */
export function isText(word: string): boolean {
  return !NOT_TEXT.test(word);
}

/** Whether a text needs no quotes in a line of its own. */
export function isPlainInBlock(text: string): boolean {
  return (IN_BLOCK.test(text) && isText(text)) || VERSION.test(text);
}

/** Whether a text needs no quotes between brackets or braces, where commas part. */
export function isPlainInBrackets(text: string): boolean {
  return IN_BRACKETS.test(text) && isText(text);
}
