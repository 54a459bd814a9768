import { isLetter } from "./code-units";
import type { Span } from "./span";

/** Words whose full stop does not end a sentence. */
const ABBREVIATIONS = new Set(
  "art arts dr e.g eg et al etc fig figs gen gov i.e ie inc jr ltd mr mrs ms no nos p para paras pp prof rep sec sect sen sr st vol vs viz approx dept est univ".split(
    " ",
  ),
);

const SENTENCE_END = /[.!?…]+["'”’»)\]]*\s+(?=["'“‘«([\s]*[\p{Lu}\p{N}])|[。！？]/gu;

/**
 * Splits prose into sentences that cover it without gaps, so that every offset lies in exactly one.
 * Abbreviations, initials ("J. Salk") and dotted acronyms ("U.S.") do not end one.
 */
export function splitSentences(prose: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const match of prose.matchAll(SENTENCE_END)) {
    if (match[0].startsWith(".") && endsWithAbbreviation(prose, start, match.index)) continue;
    const end = match.index + match[0].length;
    sentences.push({ start, end });
    start = end;
  }
  if (start < prose.length || sentences.length === 0) sentences.push({ start, end: prose.length });
  return sentences;
}

/** Far more than any abbreviation is long; keeps the look back short in text without spaces. */
const LOOK_BACK = 24;

function endsWithAbbreviation(prose: string, from: number, stop: number): boolean {
  const earliest = Math.max(from, stop - LOOK_BACK);
  let start = stop;
  while (start > earliest && (prose[start - 1] === "." || isLetter(prose.charCodeAt(start - 1)))) start--;
  const word = prose.slice(start, stop);
  return /^\p{L}$|\.\p{L}$/u.test(word) || ABBREVIATIONS.has(word.toLowerCase());
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
