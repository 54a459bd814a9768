/**
 * What stands between two words, weakest first. Terms reach across a soft gap freely and across any other only where
 * they are written with it: "health-data" is "health data", but "health. Data" is not.
 */
export const Gap = {
  /** Space, hyphen, apostrophe, slash, one line break, invisible markup. */
  soft: 0,
  comma: 1,
  fullStop: 2,
  /** Other punctuation, a blank line, text that is not prose. */
  hard: 3,
} as const;

/** Symbols below this are gaps; from here on each stands for a folded code unit. */
export const FIRST_SYMBOL = 8;
export const LINE_BREAK = 4;
const FIRST_DIGIT_SYMBOL = FIRST_SYMBOL + 26;
/** Symbols below this are gaps, the letters a to z and the digits 0 to 9; from here on the symbol is the folded code unit. */
export const PLAIN_SYMBOL_BITS = 6;
export const PLAIN_SYMBOLS = 1 << PLAIN_SYMBOL_BITS;
/** Zero-width and combining characters: part of the word they stand in, but nothing to compare. A bit no letter has. */
export const IGNORED = 0x10000;

const SOFT_GAPS = " \t\u00a0\u2000-\u200a\u202f\u205f\u3000'\u2018\u2019\u02bc`\u00b4_/\u2010\u2011\u2012\u2013-";
/** Soft hyphen, combining diacritics, zero-width and directional marks, variation selectors. */
const IGNORED_RANGES: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x0300, 0x036f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x2069],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];
/** Letters that Unicode does not decompose, though writers without the key use the plain letter. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { ø: "o", ł: "l", đ: "d", ħ: "h", ı: "i" };
/** Decomposition past this would tear Hangul apart. */
const LAST_FOLDED_UNIT = 0x1fff;

const UNITS = 0x10000;
const LETTER_A = 0x61;
const LETTER_Z = 0x7a;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const LOWER = 1;
const LETTER = 2;

/** By code unit: a `Gap`, `LINE_BREAK`, `IGNORED`, or the symbol of the unit folded (lower case, no diacritics). */
export const symbolOfUnit = new Int32Array(UNITS).fill(Gap.hard);
const caseOfUnit = new Uint8Array(UNITS);
fillTables();

function fillTables(): void {
  const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
  for (let unit = 0; unit < UNITS; unit++) {
    const character = String.fromCharCode(unit);
    if (!wordCharacter.test(character)) continue;
    symbolOfUnit[unit] = symbolOfFolded(fold(character).charCodeAt(0));
    if (/\p{L}/u.test(character)) caseOfUnit[unit] = character === character.toUpperCase() ? LETTER : LETTER | LOWER;
  }
  for (const [from, to] of IGNORED_RANGES) symbolOfUnit.fill(IGNORED, from, to + 1);
  for (const [from, to] of softRanges()) symbolOfUnit.fill(Gap.soft, from, to + 1);
  symbolOfUnit[0x2c] = Gap.comma;
  symbolOfUnit[0x2e] = Gap.fullStop;
  for (const unit of [0x0a, 0x0d]) symbolOfUnit[unit] = LINE_BREAK;
}

/** What is folded stays so, for the folded words of terms are looked up as those of texts are. */
function fold(character: string): string {
  const lower = character.toLowerCase();
  if (lower.charCodeAt(0) > LAST_FOLDED_UNIT) return lower;
  const base = lower.normalize("NFD").charAt(0);
  return PLAIN_LETTERS[base] ?? base;
}

/** The symbol of a code unit that is folded already. */
export function symbolOfFolded(unit: number): number {
  if (unit >= LETTER_A && unit <= LETTER_Z) return FIRST_SYMBOL + unit - LETTER_A;
  if (unit >= DIGIT_0 && unit <= DIGIT_9) return FIRST_DIGIT_SYMBOL + unit - DIGIT_0;
  return unit;
}

/** The folded code unit of a symbol that is no gap. */
function foldedOfSymbol(symbol: number): number {
  if (symbol >= PLAIN_SYMBOLS) return symbol;
  return symbol < FIRST_DIGIT_SYMBOL ? symbol - FIRST_SYMBOL + LETTER_A : symbol - FIRST_DIGIT_SYMBOL + DIGIT_0;
}

/** Reads `SOFT_GAPS`, where a hyphen between two characters makes a range. */
function softRanges(): [number, number][] {
  return [...SOFT_GAPS.matchAll(/([\s\S])-([\s\S])|[\s\S]/g)].map((match) => {
    const [from, to] = match[2] === undefined ? [match[0], match[0]] : [match[1]!, match[2]];
    return [from.charCodeAt(0), to.charCodeAt(0)];
  });
}

/** Whether a code unit is part of a word, or of no matter to the word it stands in; false for NaN. */
export function isInWord(unit: number): boolean {
  return symbolOfUnit[unit]! >= FIRST_SYMBOL;
}

export function isLetter(unit: number): boolean {
  return caseOfUnit[unit] !== 0;
}

/** Whether a code unit is a letter that has a capital form and is not one. */
export function isLowerCase(unit: number): boolean {
  return (caseOfUnit[unit]! & LOWER) !== 0;
}

/** The folded form of a word: lower case, no diacritics, no zero-width characters. */
export function foldWord(word: string): string {
  if (isFolded(word)) return word;
  let folded = "";
  for (let i = 0; i < word.length; i++) {
    const symbol = symbolOfUnit[word.charCodeAt(i)]!;
    if (symbol >= FIRST_SYMBOL && symbol !== IGNORED) folded += String.fromCharCode(foldedOfSymbol(symbol));
  }
  return folded;
}

function isFolded(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    const symbol = symbolOfUnit[unit]!;
    if (symbol < FIRST_SYMBOL || symbol === IGNORED || foldedOfSymbol(symbol) !== unit) return false;
  }
  return true;
}

export function hashFolded(folded: string): number {
  let hash = 0;
  for (let i = 0; i < folded.length; i++)
    hash = (Math.imul(hash, HASH_FACTOR) + symbolOfFolded(folded.charCodeAt(i))) | 0;
  return hash;
}

/** The hash of the folded word at `[start, end)` of a text. */
export function hashWord(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) {
    const symbol = symbolOfUnit[text.charCodeAt(i)]!;
    if (symbol >= FIRST_SYMBOL && symbol !== IGNORED) hash = (Math.imul(hash, HASH_FACTOR) + symbol) | 0;
  }
  return hash;
}

/**
 * The hash of a word is a polynomial in its symbols, modulo 2³²; this is where it is evaluated. It is the least odd number above
 * the count of plain letters and digits, so that among words of these that are equally long and begin alike but for their last
 * six (37⁶ < 2³²), no two have one hash.
 */
export const HASH_FACTOR = 37;
/** So many plain letters or digits at its end are certain by a word's hash, where its length and all before them are known. */
export const CERTAIN_BY_HASH = 6;
