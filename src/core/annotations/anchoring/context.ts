import { hash64 } from "../ledger/decision-id";

/** How much text on each side of a quote tells its place, in UTF-16 code units. */
export const CONTEXT_LENGTH = 32;

/** A sentence is read so far on either side of a quote, in UTF-16 code units. */
const SENTENCE_REACH = 256;

/** Stands in a context for whitespace with a blank line in it; all other whitespace is written as one space. */
const PARAGRAPH_BREAK = "\n";

/** Stands for what is not there beyond the edge of a document, so that the edge counts as context. */
const EDGE = "\u0000";

const IRREGULAR_SPACE = /\s\s+|[^\S ]/g;
const WORDS = /[\p{L}\p{N}]+/gu;
const BLANK_LINE = /\n[^\S\n]*\n/;
const LOW_SURROGATE_FIRST = /^[\uDC00-\uDFFF]/;
const HIGH_SURROGATE_LAST = /[\uD800-\uDBFF]$/;

/** Where a sentence ends. To take an abbreviation for an end costs some evidence and does no other harm. */
const SENTENCE_END = new RegExp(`[.!?…]["'”’)\\]]*[ ${PARAGRAPH_BREAK}]|${PARAGRAPH_BREAK}`, "g");

/** The text around a place, with whitespace made regular; see `Quote`. */
export interface Context {
  readonly prefix: string;
  readonly suffix: string;
}

/** How much two contexts have in common on either side of a quote, in UTF-16 code units. */
export interface SharedUnits {
  readonly before: number;
  readonly after: number;
}

/** The context of the span from `start` to `end`, up to `length` UTF-16 code units a side; see `Quote` for what it holds. */
export function contextOf(text: string, start: number, end: number, length = CONTEXT_LENGTH): Context {
  return { prefix: contextBefore(text, start, length), suffix: contextAfter(text, end, length) };
}

/**
 * The part of a context that is in the quote's own sentence. What stands beyond tells little of a place: the sentences
 * and paragraphs beside it come, go and move by themselves, and stay where they are when the sentence is replaced.
 * A side that ends with the sentence says so with a line feed.
 */
export function ownSentence({ prefix, suffix }: Context, length = CONTEXT_LENGTH): Context {
  const before = prefix.length < length ? PARAGRAPH_BREAK + prefix : prefix;
  const after = suffix.length < length ? suffix + PARAGRAPH_BREAK : suffix;
  const last = [...before.matchAll(SENTENCE_END)].at(-1);
  const first = after.search(SENTENCE_END);
  return {
    prefix: last === undefined ? before : PARAGRAPH_BREAK + before.slice(last.index + last[0].length),
    suffix: first < 0 ? after : after.slice(0, first) + PARAGRAPH_BREAK,
  };
}

/**
 * One string for the words of the sentence around a quote, far beyond its context, so that it tells places apart whose
 * sentences only end or begin alike. Punctuation, markup and capitals do not count.
 */
export function sentenceKey(text: string, start: number, end: number): string {
  const { prefix, suffix } = ownSentence(contextOf(text, start, end, SENTENCE_REACH), SENTENCE_REACH);
  return hash64(JSON.stringify([prefix, suffix].map((side) => side.toLowerCase().match(WORDS) ?? [])));
}

/** One string for a whole context, the same for two contexts only if these are the same. */
export function contextKey(context: Context): string {
  return `${context.prefix}${EDGE}${context.suffix}`;
}

/** The `length` units before the quote, the edge of the document included. */
export function nearBefore(context: Context, length: number): string {
  return context.prefix.padStart(CONTEXT_LENGTH, EDGE).slice(-length);
}

/** The `length` units after the quote, the edge of the document included. */
export function nearAfter(context: Context, length: number): string {
  return context.suffix.padEnd(CONTEXT_LENGTH, EDGE).slice(0, length);
}

/**
 * How many units next to the quote two contexts share, on either side. An edge of the document is a whole side. What
 * stands beyond a paragraph break does not count, since paragraphs come, go and move by themselves.
 */
export function sharedRuns(a: Context, b: Context): SharedUnits {
  const before = [nearBefore(a, CONTEXT_LENGTH), nearBefore(b, CONTEXT_LENGTH)] as const;
  const after = [nearAfter(a, CONTEXT_LENGTH), nearAfter(b, CONTEXT_LENGTH)] as const;
  return { before: sharedRun(...before, CONTEXT_LENGTH - 1, -1), after: sharedRun(...after, 0, 1) };
}

function sharedRun(a: string, b: string, from: number, step: 1 | -1): number {
  let at = from;
  while (at >= 0 && at < CONTEXT_LENGTH && a[at] === b[at] && a[at] !== PARAGRAPH_BREAK) at += step;
  return Math.abs(at - from);
}

function contextBefore(text: string, start: number, length: number): string {
  for (let reach = length + 1; ; reach *= 2) {
    const from = Math.max(0, start - reach);
    const context = regularSpace(text.slice(from, start));
    if (from === 0 || context.length > length) {
      const whole = from === 0 ? context.trimStart() : context;
      return whole.slice(-length).replace(LOW_SURROGATE_FIRST, "");
    }
  }
}

function contextAfter(text: string, end: number, length: number): string {
  for (let reach = length + 1; ; reach *= 2) {
    const to = Math.min(text.length, end + reach);
    const context = regularSpace(text.slice(end, to));
    if (to === text.length || context.length > length) {
      const whole = to === text.length ? context.trimEnd() : context;
      return whole.slice(0, length).replace(HIGH_SURROGATE_LAST, "");
    }
  }
}

/** Writes white space as one space, or as one line feed where it holds a blank line. */
export function regularSpace(text: string): string {
  return text.replace(IRREGULAR_SPACE, (space) => (BLANK_LINE.test(space) ? PARAGRAPH_BREAK : " "));
}
