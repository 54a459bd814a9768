import { splitSentences } from "../../text/sentences";
import type { Span } from "../../text/span";
import { foldWord, isLetter, isLowerCase } from "../../text/code-units";

/** A short form and the words it stands for, where a text introduces them; offsets in UTF-16 code units of the text. */
export interface Abbreviation {
  readonly short: Span;
  readonly long: Span;
  /** Around one of the two; both brackets belong to it. */
  readonly bracket: Span;
}

type Forms = Pick<Abbreviation, "short" | "long">;

/** The limits of the method: a short form has 2 to 10 characters in at most two words. */
const MIN_SHORT = 2;
const MAX_SHORT = 10;
const MAX_SHORT_WORDS = 2;

/** In UTF-16 code units: far more than the longest long form, so that each bracket costs bounded work. */
const MAX_REACH = 400;

/** In UTF-16 code units: a short form before a bracket, with spaces and quotation marks around it. */
const LONGEST_BEFORE = MAX_SHORT + 4;

/** What writers put into the bracket before the short form. */
const LEAD_IN = /^(?:(?:abbreviated(?: as)?|also|called|hereafter|hereinafter|known as|or|the)[\s,]+)+/i;
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
/** Nothing reaches across a bracket, a semicolon or a stretch that is not prose. */
const BARRIER = /[()[\]{};\uFFFC]/;

/**
 * Finds the abbreviations that a passage introduces, as "World Health Organization (WHO)" or "WHO (World Health
 * Organization)", by the method of Schwartz and Hearst (2003): the letters of the short form are looked for from right to
 * left in the words beside it, the first of them at the start of a word. Beyond the paper, quotation marks around a short
 * form are ignored, a plural s of the short form may be missing in the long form, and a short form needs two capitals.
 * Takes time linear in the text.
 *
 * @param prose one block of prose; masked stretches are spaces or U+FFFC
 * @param reach what is overlapped by the brackets; all of the prose where absent
 * @returns in the order of their brackets
 */
export function findAbbreviations(prose: string, reach: Span = { start: 0, end: prose.length }): Abbreviation[] {
  const found: Abbreviation[] = [];
  let open = prose.indexOf("(", reach.start - MAX_REACH);
  for (; open >= 0 && open < reach.end; open = prose.indexOf("(", open + 1)) {
    const close = closeOf(prose, open);
    if (close === undefined || close < reach.start) continue;
    const forms = formsAt(prose, open, trim(prose, { start: open + 1, end: close }));
    if (forms !== undefined) found.push({ ...forms, bracket: { start: open, end: close + 1 } });
  }
  return found;
}

/**
 * The reach of sentences: no bracket that does not overlap it hangs on their words. For a long form that reaches back into them
 * from a sentence behind holds the end of a sentence, and so is none.
 */
export function reachOfSentences(prose: string, { start, end }: Span): Span {
  let letter = end;
  while (letter < prose.length && !WORD_CHARACTER.test(prose.charAt(letter))) letter++;
  return { start, end: Math.max(letter + 1, end + LONGEST_BEFORE) };
}

/** The short form stands in the bracket or before it, and has two capitals; most brackets and most words have none. */
function formsAt(prose: string, open: number, inner: Span): Forms | undefined {
  return (
    (mayHoldCapitals(prose, inner.start, inner.end) ? shortFormIn(prose, open, inner) : undefined) ??
    (mayHoldCapitals(prose, open - LONGEST_BEFORE, open) ? longFormIn(prose, open, inner) : undefined)
  );
}

/** Whether a stretch has two code units that are, or may be half of, a capital. */
function mayHoldCapitals(prose: string, start: number, end: number): boolean {
  let capitals = 0;
  for (let i = Math.max(0, start); i < end && capitals < 2; i++) {
    const unit = prose.charCodeAt(i);
    if ((isLetter(unit) && !isLowerCase(unit)) || (unit >= 0xd800 && unit <= 0xdfff)) capitals++;
  }
  return capitals === 2;
}

/** Where the bracket closes that opens at `open`, if it does soon and holds no other. */
function closeOf(prose: string, open: number): number | undefined {
  const limit = Math.min(prose.length, open + MAX_REACH);
  for (let i = open + 1; i < limit; i++) {
    const character = prose.charAt(i);
    if (character === ")") return i;
    if (character === "(") return undefined;
  }
  return undefined;
}

/** "Long Form (SF)": the short form is all of the bracket, or stands first or last in a list in it. */
function shortFormIn(prose: string, open: number, inner: Span): Forms | undefined {
  for (const part of partsOf(prose, inner)) {
    const short = trim(prose, skipLeadIn(prose, part));
    if (!isShortForm(prose.slice(short.start, short.end))) continue;
    const long = longFormBefore(prose, open, prose.slice(short.start, short.end));
    if (long !== undefined) return { short, long };
  }
  return undefined;
}

/** "SF (Long Form)" */
function longFormIn(prose: string, open: number, inner: Span): Forms | undefined {
  const before = trim(prose, { start: Math.max(0, open - LONGEST_BEFORE), end: open });
  let start = before.end;
  while (start > before.start && !/\s/.test(prose.charAt(start - 1))) start--;
  const short = trim(prose, { start, end: before.end });
  const shortForm = prose.slice(short.start, short.end);
  if (!isShortForm(shortForm)) return undefined;
  const end = prose.slice(inner.start, inner.end).indexOf(";");
  const long = longFormOf(
    prose,
    end < 0 ? inner : trim(prose, { start: inner.start, end: inner.start + end }),
    shortForm,
  );
  return long && { short, long };
}

function longFormBefore(prose: string, open: number, shortForm: string): Span | undefined {
  let start = open;
  const limit = Math.max(0, open - MAX_REACH);
  while (start > limit && !BARRIER.test(prose.charAt(start - 1))) start--;
  return longFormOf(prose, trim(prose, { start, end: open }), shortForm);
}

/** The end of a passage that a short form abbreviates. */
function longFormOf(prose: string, passage: Span, shortForm: string): Span | undefined {
  for (const letters of new Set([shortForm, singularOf(shortForm)])) {
    const start = startOfLongForm(prose, passage, letters);
    if (start !== undefined && isPlausible(prose.slice(start, passage.end), shortForm))
      return { start, end: passage.end };
  }
  return undefined;
}

/**
 * Where the long form begins: each character of the short form is looked for leftwards from the one behind it, and the
 * first must begin a word, with a capital if the passage ends in a name.
 */
function startOfLongForm(prose: string, passage: Span, shortForm: string): number | undefined {
  const needsCapital = isCapital(shortForm.charAt(0)) && endsInName(prose.slice(passage.start, passage.end));
  const fitsFirst = (at: number): boolean => beginsWord(prose, at) && (!needsCapital || isCapital(prose.charAt(at)));
  let at = passage.end;
  for (let i = shortForm.length - 1; i >= 0; i--) {
    const letter = foldWord(shortForm.charAt(i));
    if (letter === "") continue;
    do at--;
    while (at >= passage.start && !(foldWord(prose.charAt(at)) === letter && (i > 0 || fitsFirst(at))));
    if (at < passage.start) return undefined;
  }
  while (at > passage.start && !/[\s“"‘«/]/.test(prose.charAt(at - 1))) at--;
  return at;
}

function isCapital(character: string): boolean {
  return /\p{Lu}/u.test(character);
}

function endsInName(passage: string): boolean {
  return isCapital(passage.charAt(passage.search(/\S+$/)));
}

function beginsWord(prose: string, at: number): boolean {
  return at === 0 || !WORD_CHARACTER.test(prose.charAt(at - 1));
}

/** The paper's filters, and that the long form lies in one sentence. */
function isPlausible(longForm: string, shortForm: string): boolean {
  const words = longForm.split(/\s+/);
  return (
    longForm.length > shortForm.length &&
    words.length <= Math.min(shortForm.length + 5, shortForm.length * 2) &&
    !words.includes(shortForm) &&
    splitSentences(longForm).length === 1
  );
}

function isShortForm(text: string): boolean {
  return (
    text.length >= MIN_SHORT &&
    text.length <= MAX_SHORT &&
    text.split(/\s+/).length <= MAX_SHORT_WORDS &&
    /^[\p{L}\p{N}]/u.test(text) &&
    (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2
  );
}

/** "PHSMs" may abbreviate what its block writes in the singular. */
function singularOf(shortForm: string): string {
  return /\p{Lu}s$/u.test(shortForm) ? shortForm.slice(0, -1) : shortForm;
}

/** A bracket's content, and the first and the last part of it where it is a list. */
function partsOf(prose: string, { start, end }: Span): Span[] {
  const breaks = [...prose.slice(start, end).matchAll(/[,;]\s/g)].map((match) => start + match.index);
  const first = breaks[0];
  const last = breaks.at(-1);
  if (first === undefined || last === undefined) return [{ start, end }];
  return [
    { start, end: first },
    { start: last + 1, end },
  ];
}

function skipLeadIn(prose: string, span: Span): Span {
  const { start, end } = trim(prose, span);
  const leadIn = LEAD_IN.exec(prose.slice(start, Math.min(end, start + MAX_REACH)))?.[0].length ?? 0;
  return { start: start + leadIn, end };
}

/** Without the spaces and quotation marks at both ends. */
function trim(prose: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[\s"'“”‘’«»]/.test(prose.charAt(start))) start++;
  while (end > start && /[\s"'“”‘’«»]/.test(prose.charAt(end - 1))) end--;
  return { start, end };
}
