import { isLetter } from "./code-units";
import type { Span } from "./span";

/** Words whose full stop does not end a sentence. */
const ABBREVIATIONS = new Set(
  "art arts dr e.g eg et al etc fig figs gen gov i.e ie inc jr ltd mr mrs ms no nos p para paras pp prof rep sec sect sen sr st vol vs viz approx dept est univ".split(
    " ",
  ),
);

const LONGEST_ABBREVIATION = Math.max(...Array.from(ABBREVIATIONS, ({ length }) => length));

const SENTENCE_END = /[.!?…]+["'”’»)\]]*\s+(?=["'“‘«([\s]*[\p{Lu}\p{N}])|[。！？]/gu;
const SENTENCE_END_HERE = new RegExp(SENTENCE_END.source, "uy");

const FULL_STOP = 0x2e;
const ELLIPSIS = 0x2026;

/**
 * Splits prose into sentences that cover it without gaps, so that every offset lies in exactly one.
 * Abbreviations, initials ("J. Salk") and dotted acronyms ("U.S.") do not end one. Whether one ends at a place is seen from the
 * word before the stop to the first letter behind it.
 */
export function splitSentences(prose: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  do {
    const end = sentenceEnd(prose, start);
    sentences.push({ start, end });
    start = end;
  } while (start < prose.length);
  return sentences;
}

/** Where the sentence that begins at `start` ends. */
function sentenceEnd(prose: string, start: number): number {
  SENTENCE_END.lastIndex = start;
  for (let match = SENTENCE_END.exec(prose); match !== null; match = SENTENCE_END.exec(prose)) {
    if (!isStopOfAbbreviation(prose, match.index)) return match.index + match[0].length;
  }
  return prose.length;
}

/**
 * Where the sentence begins that an offset lies in or behind, as far as the prose before the offset shows it: so it begins there
 * whatever stands behind the offset, though another may begin in between.
 */
export function sureSentenceStart(prose: string, offset: number): number {
  const before = prose.slice(0, offset);
  for (let at = offset - 1; at >= 0; at--) {
    if (!isStop(before.charCodeAt(at))) continue;
    while (at > 0 && isStop(before.charCodeAt(at - 1))) at--;
    SENTENCE_END_HERE.lastIndex = at;
    if (SENTENCE_END_HERE.test(before) && !isStopOfAbbreviation(before, at)) return SENTENCE_END_HERE.lastIndex;
  }
  return 0;
}

/**
 * Where the first sentence behind an offset ends of which the prose behind the offset shows that it does: so it ends there
 * whatever stands before the offset, though another may end in between.
 */
export function sureSentenceEnd(prose: string, offset: number): number {
  SENTENCE_END.lastIndex = offset;
  for (let match = SENTENCE_END.exec(prose); match !== null; match = SENTENCE_END.exec(prose)) {
    if (wordBefore(prose, match.index) <= offset) continue;
    if (!isStopOfAbbreviation(prose, match.index)) return match.index + match[0].length;
  }
  return prose.length;
}

/** Whether the end of a sentence may begin with a code unit. */
function isStop(unit: number): boolean {
  return unit === FULL_STOP || unit === 0x21 || unit === 0x3f || unit === ELLIPSIS || isWideStop(unit);
}

/** Ends a sentence by itself, whatever stands behind it. */
function isWideStop(unit: number): boolean {
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f;
}

/** Far more than any abbreviation is long; keeps the look back short in text without spaces. */
const LOOK_BACK = 24;

/** Where the word before a stop begins, stops inside it included. */
function wordBefore(prose: string, stop: number): number {
  const earliest = Math.max(0, stop - LOOK_BACK);
  let start = stop;
  while (start > earliest && isInAbbreviation(prose.charCodeAt(start - 1))) start--;
  return start;
}

function isInAbbreviation(unit: number): boolean {
  return unit === FULL_STOP || isLetter(unit);
}

function isStopOfAbbreviation(prose: string, stop: number): boolean {
  if (prose.charCodeAt(stop) !== FULL_STOP) return false;
  const start = wordBefore(prose, stop);
  const mayBeInitial = stop - start === 1 || prose.charCodeAt(stop - 2) === FULL_STOP;
  if (mayBeInitial && isLetter(prose.charCodeAt(stop - 1))) return true;
  return stop - start <= LONGEST_ABBREVIATION && ABBREVIATIONS.has(prose.slice(start, stop).toLowerCase());
}

/** Index of the last sentence, or other span in order, that does not begin behind `offset`; 0 if all do. */
export function sentenceAt(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sentences[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
