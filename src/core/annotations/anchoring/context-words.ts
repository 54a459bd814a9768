import { CONTEXT_LENGTH, ownSentence, sharedRuns, type Context } from "./context";

/** A word of a context, in lower case. The outermost one may be cut off where the context ends. */
interface ContextWord {
  readonly text: string;
  readonly isCut: boolean;
}

/** A context made ready to be compared. */
export interface ComparedContext extends Context {
  /** What of it is in the quote's own sentence. */
  readonly sentence: Context;
  /** The words of that, those next to the quote first, as in `after`. */
  readonly before: readonly ContextWord[];
  readonly after: readonly ContextWord[];
}

/** How much of a stored context stands around a place, both sides added, in UTF-16 code units. */
export interface Likeness {
  /** All that is shared. */
  readonly shared: number;
  /** What of it is in the quote's own sentence. */
  readonly inSentence: number;
  /** What of that tells the place from others: words that are no function words, or a run too long for chance. */
  readonly telling: number;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Words that stand in sentences on anything, so that they hardly tell one from another. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "a about after all also an and are as at be been before between both but by can could did do does for from had " +
    "has have he her his how if in into is it its may more most must no not of on one or other our out over s shall " +
    "she should so some such than that the their them then there these they this those through to under until up was " +
    "we were what when where which while who will with without would you"
  ).split(" "),
);

/** So many units in a row are the same by chance in few sentences. */
const LONG_RUN = 12;

/** What a function word counts, in units. */
const FUNCTION_WORD_UNITS = 2;

/** A cut word shorter than this could be a part of almost anything. */
const SHORTEST_CUT = 3;

/** What a word costs that stands in one context only, in units. */
const SKIP_COST = 1;

/** Makes a context ready to be compared. `length` is the most that either side of it can have. */
export function comparedContext(context: Context, length = CONTEXT_LENGTH): ComparedContext {
  const sentence = ownSentence(context, length);
  const { prefix, suffix } = sentence;
  return {
    ...context,
    sentence,
    before: wordsOf(prefix, prefix.length < length ? undefined : 0).reverse(),
    after: wordsOf(suffix, suffix.length < length ? undefined : suffix.length),
  };
}

/**
 * How like a place's context is to a stored one. On either side counts what is the same next to the quote or, if that is
 * more, the words of the sentence that are the same in the same order. Words leave out punctuation and markup, which
 * formatters change: curly quotes, padding of tables, emphasis, markers of lists.
 */
export function likeness(stored: ComparedContext, found: ComparedContext): Likeness {
  const run = sharedRuns(stored, found);
  const inSentence = sharedRuns(stored.sentence, found.sentence);
  const words = {
    before: alignedUnits(stored.before, found.before, (cut, word) => word.endsWith(cut)),
    after: alignedUnits(stored.after, found.after, (cut, word) => word.startsWith(cut)),
  };
  return {
    shared: Math.max(words.before, run.before) + Math.max(words.after, run.after),
    inSentence: Math.max(words.before, inSentence.before) + Math.max(words.after, inSentence.after),
    telling: Math.max(words.before, longRun(inSentence.before)) + Math.max(words.after, longRun(inSentence.after)),
  };
}

function longRun(units: number): number {
  return units < LONG_RUN ? 0 : units;
}

function wordsOf(text: string, cutAt: number | undefined): ContextWord[] {
  return [...text.matchAll(WORD)]
    .map(({ index, 0: word }) => ({
      text: word.toLowerCase(),
      isCut: index === cutAt || index + word.length === cutAt,
    }))
    .filter(({ text: word, isCut }) => !isCut || word.length >= SHORTEST_CUT);
}

type PartPredicate = (cut: string, word: string) => boolean;

/** The weight of the best alignment of words from the quote outwards, in which every word that is passed over costs. */
function alignedUnits(stored: readonly ContextWord[], found: readonly ContextWord[], isPart: PartPredicate): number {
  let best = 0;
  let row = Array.from({ length: found.length + 1 }, (_, at) => -SKIP_COST * at);
  for (const word of stored) {
    const next = [row[0]! - SKIP_COST];
    for (const [at, other] of found.entries()) {
      const matched = isSame(word, other, isPart) ? row[at]! + weightOf(word) : -Infinity;
      next.push(Math.max(matched, row[at + 1]! - SKIP_COST, next[at]! - SKIP_COST));
    }
    row = next;
    best = Math.max(best, ...row);
  }
  return best;
}

function isSame(word: ContextWord, other: ContextWord, isPart: PartPredicate): boolean {
  return word.text === other.text || (word.isCut && isPart(word.text, other.text));
}

/** A word counts with the space beside it. */
function weightOf({ text, isCut }: ContextWord): number {
  if (FUNCTION_WORDS.has(text)) return FUNCTION_WORD_UNITS;
  return text.length + (isCut ? 0 : 1);
}
