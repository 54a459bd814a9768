import type { Span } from "../../core";

/** Which end of a span moves, and which way. */
export type Adjustment = "extendEnd" | "shrinkEnd" | "extendStart" | "shrinkStart";

/** So far a next word is looked for, in UTF-16 code units. */
const REACH = 200;

const LETTER = String.raw`[\p{L}\p{N}\p{M}]`;
/** A word, with the hyphens and apostrophes inside it. */
const WORD = String.raw`${LETTER}+(?:[-'’‐‑]${LETTER}+)*`;
const FIRST_WORD = new RegExp(WORD, "u");
const LAST_WORD = new RegExp(`(${WORD})(?!.*${LETTER})`, "su");

/**
 * A span with one word more or less at one end, without the space and punctuation beside it; undefined where there is no
 * such word, or only beyond a blank line, where another paragraph begins. Offsets are UTF-16 code units in `text`.
 */
export function adjustedSpan(text: string, { start, end }: Span, adjustment: Adjustment): Span | undefined {
  switch (adjustment) {
    case "extendEnd": {
      const word = FIRST_WORD.exec(upToBlankLine(text.slice(end, end + REACH)));
      return word === null ? undefined : { start, end: end + word.index + word[0].length };
    }
    case "extendStart": {
      const before = fromBlankLine(text.slice(Math.max(0, start - REACH), start));
      const word = LAST_WORD.exec(before);
      return word === null ? undefined : { start: start - before.length + word.index, end };
    }
    case "shrinkEnd": {
      const last = LAST_WORD.exec(text.slice(start, end));
      const rest = last === null ? "" : text.slice(start, start + last.index);
      const kept = LAST_WORD.exec(rest);
      return kept === null ? undefined : { start, end: start + kept.index + kept[0].length };
    }
    case "shrinkStart": {
      const first = FIRST_WORD.exec(text.slice(start, end));
      if (first === null) return undefined;
      const from = start + first.index + first[0].length;
      const next = FIRST_WORD.exec(text.slice(from, end));
      return next === null ? undefined : { start: from + next.index, end };
    }
  }
}

function upToBlankLine(text: string): string {
  return text.split(/\n[^\S\n]*\n/, 1)[0]!;
}

function fromBlankLine(text: string): string {
  return text.split(/\n[^\S\n]*\n/).at(-1)!;
}
