import { FIRST_SYMBOL, Gap, HASH_FACTOR, IGNORED, LINE_BREAK, PLAIN_SYMBOLS, symbolOfUnit } from "./code-units";

/** In UTF-16 code units: the arrays of a window stay in a core's own cache. */
const WINDOW = 16_384;

/**
 * The words of the window read last: where each ends, and the hash of its folded form. Offsets are UTF-16 code units of the
 * text. They are constants of the module because the engine then folds their addresses into the loops, which doubles
 * the speed; nobody may keep them across calls.
 */
export const wordEnds = new Int32Array(WINDOW / 2 + 2);
export const wordHashes = new Int32Array(WINDOW / 2 + 2);

let isPlain = true;

/** Whether the window read last has no word with other symbols than plain letters and digits, and nothing ignored in its words. */
export function isWindowPlain(): boolean {
  return isPlain;
}

/** Where the window that begins at `from` ends: behind a word or in a gap. Only a word can make a window longer than others. */
export function windowEnd(text: string, from: number): number {
  let end = from + WINDOW;
  if (end >= text.length) return text.length;
  while (end < text.length && symbolOfUnit[text.charCodeAt(end)]! >= FIRST_SYMBOL) end++;
  return end;
}

/**
 * Reads the words of `text[from..to)`, a range as `windowEnd` gives it that begins outside a word, into `wordEnds` and
 * `wordHashes`.
 *
 * @returns how many they are
 */
export function readWindow(text: string, from: number, to: number): number {
  // Every step writes and advances by 0 or 1: the lengths of words cannot be predicted, so a branch at their ends costs more.
  let count = 0;
  let hash = 0;
  let before = 0;
  let seen = 0;
  for (let i = from; i < to; i++) {
    const symbol = symbolOfUnit[text.charCodeAt(i)]! | 0;
    const inWord = (FIRST_SYMBOL - 1 - symbol) >> 31;
    wordEnds[count] = i;
    wordHashes[count] = hash;
    count = (count + (before & ~inWord & 1)) | 0;
    hash = (Math.imul(hash, HASH_FACTOR) + symbol) & inWord;
    before = inWord;
    seen |= symbol;
  }
  isPlain = seen < PLAIN_SYMBOLS;
  if ((seen & IGNORED) !== 0) return readWindowWithIgnored(text, from, to);
  wordEnds[count] = to;
  wordHashes[count] = hash;
  return count + (before & 1);
}

/** The same where characters stand that words do not count: they begin no word, end none and leave no trace in the hash. */
function readWindowWithIgnored(text: string, from: number, to: number): number {
  let count = 0;
  let hash = 0;
  let end = -1;
  for (let i = from; i <= to; i++) {
    const symbol = i < to ? symbolOfUnit[text.charCodeAt(i)]! : Gap.hard;
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

/** Where the first word from `at` on begins, `at` being outside a word; the text's length where none does. */
export function wordStart(text: string, at: number): number {
  let start = at;
  while (start < text.length && !beginsWord(text.charCodeAt(start))) start++;
  return start;
}

/** Where the word that begins at `start` ends, or the range if it does so earlier. */
export function wordEnd(text: string, start: number, rangeEnd: number): number {
  let end = start;
  while (end < rangeEnd && symbolOfUnit[text.charCodeAt(end)]! >= FIRST_SYMBOL) end++;
  return end;
}

/** Whether a word may begin with a code unit. */
export function beginsWord(unit: number): boolean {
  const symbol = symbolOfUnit[unit]!;
  return symbol >= FIRST_SYMBOL && symbol !== IGNORED;
}

/** The `Gap` that one code unit makes which is in no word. */
export function gapAt(text: string, at: number): number {
  // A line break alone is soft: its symbol has none of these bits.
  return symbolOfUnit[text.charCodeAt(at)]! & Gap.hard;
}

/** The `Gap` in `text[from..to)`, which holds no word. */
export function gapBetween(text: string, from: number, to: number): number {
  let gap: number = Gap.soft;
  let lineBreaks = 0;
  for (let i = from; i < to; i++) {
    const symbol = symbolOfUnit[text.charCodeAt(i)]!;
    if (symbol === LINE_BREAK) {
      const isCrlf = text.charCodeAt(i) === 0x0a && i > from && text.charCodeAt(i - 1) === 0x0d;
      if (!isCrlf && ++lineBreaks > 1) return Gap.hard;
    } else if (symbol !== IGNORED && symbol > gap) gap = symbol;
  }
  return gap;
}
