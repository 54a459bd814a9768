import { FIRST_SYMBOL, Gap, IGNORED, LINE_BREAK, symbolOfUnit } from "./code-units";

/** Whether a word may begin with a code unit. */
export function beginsWord(unit: number): boolean {
  const symbol = symbolOfUnit[unit]!;
  return symbol >= FIRST_SYMBOL && symbol !== IGNORED;
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

/** The `Gap` in `text[from..to)`, which holds no word but such as are too long to be read. */
export function gapBetween(text: string, from: number, to: number): number {
  // A line break alone is soft: its symbol has none of these bits.
  if (to === from + 1) return symbolOfUnit[text.charCodeAt(from)]! & Gap.hard;
  let gap: number = Gap.soft;
  let lineBreaks = 0;
  for (let i = from; i < to; i++) {
    const symbol = symbolOfUnit[text.charCodeAt(i)]!;
    if (symbol === LINE_BREAK) {
      const isCrlf = text.charCodeAt(i) === 0x0a && i > from && text.charCodeAt(i - 1) === 0x0d;
      if (!isCrlf && ++lineBreaks > 1) return Gap.hard;
    } else if (symbol !== IGNORED && symbol > gap) gap = symbol;
  }
  return Math.min(gap, Gap.hard);
}
