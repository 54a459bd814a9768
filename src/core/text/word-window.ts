import { FIRST_SYMBOL, Gap, HASH_FACTOR, IGNORED, isInWord, PLAIN_SYMBOLS, symbolOfUnit } from "./code-units";
import { createUnitCopy } from "./unit-copy";
import { beginsWord } from "./word-bounds";

/** In UTF-16 code units: the arrays of a window stay in a core's own cache. */
const WINDOW = 16_384;
/** So many units behind the window may be looked at, whatever they are. */
const MARGIN = 8;

/**
 * A stretch of text, the one read last: its code units, where each word ends, and the hash of each word's folded form. Offsets are
 * UTF-16 code units from the start of the window. The arrays are constants of the module because the engine then folds their
 * addresses into the loops, which doubles the speed; nobody may keep them across calls.
 */
export const windowUnits = new Uint16Array(WINDOW + MARGIN);
export const wordEnds = new Int32Array(WINDOW / 2 + 2);
export const wordHashes = new Int32Array(WINDOW / 2 + 2);

const copyToWindow = createUnitCopy(windowUnits);
let isPlain = true;

/** Whether the window has no word with other symbols than plain letters and digits, and nothing ignored in its words. */
export function isWindowPlain(): boolean {
  return isPlain;
}

/** Where the window that begins at `from` ends: before a word or behind one. Only one word can make a window longer than others. */
export function windowEnd(text: string, from: number): number {
  if (text.length - from <= WINDOW) return text.length;
  let end = from + WINDOW;
  while (end > from && isInWord(text.charCodeAt(end - 1))) end--;
  if (end > from) return end;
  end = from + WINDOW;
  while (end < text.length && isInWord(text.charCodeAt(end))) end++;
  return end;
}

/**
 * Reads `text[from..to)`, a range as `windowEnd` gives it that begins outside a word, into the arrays of the window. A word that
 * is longer than a window counts as none, for it is in no list.
 *
 * @returns the number of words
 */
export function readWindow(text: string, from: number, to: number): number {
  const length = to - from;
  if (length > WINDOW) return 0;
  copyToWindow(text.slice(from, to));
  // Every step writes and advances by 0 or 1: the lengths of words cannot be predicted, so a branch at their ends costs more.
  let count = 0;
  let hash = 0;
  let before = 0;
  let seen = 0;
  for (let i = 0; i < length; i++) {
    const symbol = symbolOfUnit[windowUnits[i]!]! | 0;
    const inWord = (FIRST_SYMBOL - 1 - symbol) >> 31;
    wordEnds[count] = i;
    wordHashes[count] = hash;
    count = (count + (before & ~inWord & 1)) | 0;
    hash = (Math.imul(hash, HASH_FACTOR) + symbol) & inWord;
    before = inWord;
    seen |= symbol;
  }
  isPlain = seen < PLAIN_SYMBOLS;
  if ((seen & IGNORED) !== 0) return readWindowWithIgnored(length);
  wordEnds[count] = length;
  wordHashes[count] = hash;
  return count + (before & 1);
}

/** The same where characters stand that words do not count: they begin no word, end none and leave no trace in the hash. */
function readWindowWithIgnored(length: number): number {
  let count = 0;
  let hash = 0;
  let end = -1;
  for (let i = 0; i <= length; i++) {
    const symbol = i < length ? symbolOfUnit[windowUnits[i]!]! : Gap.hard;
    if (symbol === IGNORED) continue;
    if (symbol >= FIRST_SYMBOL) {
      hash = end < 0 ? symbol : (Math.imul(hash, HASH_FACTOR) + symbol) | 0;
      end = i + 1;
    } else if (end >= 0) {
      wordEnds[count] = end;
      wordHashes[count++] = hash;
      end = -1;
    }
  }
  return count;
}

/** Where the next word in the window begins, `at` being the end of the one before it or the window's start. */
export function startInWindow(at: number): number {
  let start = at;
  while (!beginsWord(windowUnits[start]!)) start++;
  return start;
}
