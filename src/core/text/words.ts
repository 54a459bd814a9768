import type { Mask } from "./block";

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

/** Classes of code units below this are gaps; from here on the class is the folded code unit. */
const FIRST_SYMBOL = 8;
const LINE_BREAK = 4;
/** Zero-width and combining characters: part of the word they stand in, but nothing to compare. */
const IGNORED = 5;

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

const classOfUnit = buildClasses();

function buildClasses(): Uint16Array {
  const classes = new Uint16Array(0x10000).fill(Gap.hard);
  const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
  for (let unit = 0; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit);
    if (wordCharacter.test(character)) classes[unit] = fold(character).charCodeAt(0);
  }
  for (const [from, to] of IGNORED_RANGES) classes.fill(IGNORED, from, to + 1);
  for (const [from, to] of softRanges()) classes.fill(Gap.soft, from, to + 1);
  classes[0x2c] = Gap.comma;
  classes[0x2e] = Gap.fullStop;
  for (const unit of [0x0a, 0x0d]) classes[unit] = LINE_BREAK;
  return classes;
}

function fold(character: string): string {
  const lower = character.toLowerCase();
  if (character.charCodeAt(0) > LAST_FOLDED_UNIT) return lower;
  return PLAIN_LETTERS[lower] ?? lower.normalize("NFD");
}

/** Reads `SOFT_GAPS`, where a hyphen between two characters makes a range. */
function softRanges(): [number, number][] {
  return [...SOFT_GAPS.matchAll(/([\s\S])-([\s\S])|[\s\S]/g)].map((match) => {
    const [from, to] = match[2] === undefined ? [match[0], match[0]] : [match[1]!, match[2]];
    return [from.charCodeAt(0), to.charCodeAt(0)];
  });
}

/** The folded form of a word: lower case, no diacritics, no zero-width characters. */
export function foldWord(word: string): string {
  let folded = "";
  for (let i = 0; i < word.length; i++) {
    const symbol = classOfUnit[word.charCodeAt(i)]!;
    if (symbol >= FIRST_SYMBOL) folded += String.fromCharCode(symbol);
  }
  return folded;
}

/** Whether the word at `[start, end)` of a text folds to exactly `folded[from..to)`. */
export function equalsFolded(
  text: string,
  start: number,
  end: number,
  folded: Uint16Array,
  from: number,
  to: number,
): boolean {
  let at = from;
  for (let i = start; i < end; i++) {
    const symbol = classOfUnit[text.charCodeAt(i)]!;
    if (symbol < FIRST_SYMBOL) continue;
    if (at >= to || folded[at] !== symbol) return false;
    at++;
  }
  return at === to;
}

export function hashFolded(folded: string): number {
  let hash = 0;
  for (let i = 0; i < folded.length; i++) hash = hashStep(hash, folded.charCodeAt(i));
  return hash;
}

function hashStep(hash: number, symbol: number): number {
  return (Math.imul(hash, 0x01000193) + symbol) | 0;
}

/**
 * The words of a text in parallel arrays, reused from text to text so that a scan allocates nothing.
 * Offsets are UTF-16 code units; a word is a run of letters, digits and marks.
 */
export class WordList {
  count = 0;
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  /** Hash of the folded word, as `hashFolded` gives it. */
  hashes = new Int32Array(256);
  /** The `Gap` before the word. */
  gaps = new Uint8Array(256);

  /** Replaces the list by the words of a text outside its masks. */
  read(text: string, masks: readonly Mask[] = []): void {
    this.count = 0;
    let from = 0;
    let gap: number = Gap.hard;
    for (const mask of masks) {
      gap = this.#scan(text, from, mask.start, gap);
      if (mask.kind === "barrier") gap = Gap.hard;
      from = mask.end;
    }
    this.#scan(text, from, text.length, gap);
  }

  #scan(text: string, from: number, to: number, gapBefore: number): number {
    const classes = classOfUnit;
    let gap = gapBefore;
    let lineBreaks = 0;
    let i = from;
    while (i < to) {
      let symbol = classes[text.charCodeAt(i)]!;
      if (symbol < FIRST_SYMBOL) {
        if (symbol === LINE_BREAK) {
          const crlf = text.charCodeAt(i) === 0x0a && i > from && text.charCodeAt(i - 1) === 0x0d;
          if (!crlf && ++lineBreaks > 1) gap = Gap.hard;
        } else if (symbol !== IGNORED && symbol > gap) gap = symbol;
        i++;
        continue;
      }
      const start = i;
      let end = i;
      let hash = 0;
      do {
        if (symbol !== IGNORED) {
          hash = hashStep(hash, symbol);
          end = i + 1;
        }
        i++;
      } while (i < to && (symbol = classes[text.charCodeAt(i)]!) >= IGNORED);
      this.#push(start, end, hash, gap);
      gap = Gap.soft;
      lineBreaks = 0;
    }
    return gap;
  }

  #push(start: number, end: number, hash: number, gap: number): void {
    const at = this.count++;
    if (at === this.starts.length) this.#grow();
    this.starts[at] = start;
    this.ends[at] = end;
    this.hashes[at] = hash;
    this.gaps[at] = gap;
  }

  #grow(): void {
    const size = this.starts.length * 2;
    this.starts = copyInto(new Int32Array(size), this.starts);
    this.ends = copyInto(new Int32Array(size), this.ends);
    this.hashes = copyInto(new Int32Array(size), this.hashes);
    this.gaps = copyInto(new Uint8Array(size), this.gaps);
  }
}

function copyInto<T extends Int32Array | Uint8Array>(target: T, source: T): T {
  target.set(source);
  return target;
}
