import type { Span } from "../../text/span";
import { foldWord } from "../../text/code-units";
import type { WordList } from "../../text/words";
import type { BlockText } from "../block/block-text";
import { HEAD_CLASSES, OWNERS_IN_NAMES } from "./name-heads";
import { FIELD_WORDS, NAME_PARTICLES, NEVER_IN_NAMES } from "./name-words";

/** A word of a run; offsets in UTF-16 code units from the start of the block. */
export interface RunWord extends Span {
  readonly text: string;
  readonly folded: string;
  /** Whether it begins with a capital; the others link those that do, as "of" does. */
  readonly isCapital: boolean;
}

/** Capitalised words that may be a name, with the small words that link them. The first and the last have capitals. */
export interface NameRun extends Span {
  readonly words: readonly RunWord[];
  /** Whether its first word begins a sentence, so that its capital says nothing. */
  readonly isInitial: boolean;
  /** Whether all around it has capitals too: in a heading, a title, a line of capitals. */
  readonly isHeadline: boolean;
  /** The folded words before it and behind it, the nearest first; empty past a pause or the end of the sentence. */
  readonly before: readonly [string, string];
  readonly after: readonly [string, string];
}

/** Longer runs are lists of headings, not names; keeps the work for hostile text linear. */
const MAX_WORDS = 14;

/** Words of no weight: in a heading they are in lower case though all others have capitals. */
const SMALL_WORDS = new Set("a an and as at but by for from in into is of on or the to via vs with".split(" "));

/** What stands before a word that begins a sentence or a clause of its own, or a quoted title. */
const OPENING = /[:"“„«‘([•*|–—\uFFFC]\s*$/u;

/**
 * Reads the runs of a block outside the spans that are taken. Works on words and their shapes alone, in time linear in the
 * block.
 */
export class RunReader {
  readonly #prose: string;
  readonly #text: BlockText;
  readonly #words: WordList;
  readonly #taken: readonly Span[];
  /** First of the spans taken that ends behind the word looked at last. */
  #nextTaken = 0;
  #lowerCase: Set<number> | undefined;

  /** @param taken sorted, not overlapping */
  constructor(block: BlockText, words: WordList, taken: readonly Span[]) {
    this.#prose = block.prose;
    this.#text = block;
    this.#words = words;
    this.#taken = taken;
  }

  read(): NameRun[] {
    const runs: NameRun[] = [];
    const { starts, count } = this.#words;
    let first = 0;
    for (const sentence of this.#text.sentences) {
      let end = first;
      while (end < count && starts[end]! < sentence.end) end++;
      if (end > first) this.#readSentence(first, end, runs);
      first = end;
    }
    return runs;
  }

  #readSentence(first: number, end: number, runs: NameRun[]): void {
    let isHeadline: boolean | undefined;
    for (let i = first; i < end; i++) {
      if (!this.#isNameWord(i) || this.#isInCompound(i, first)) continue;
      const isInitial = i === first || this.#isBehindOpening(i);
      if (isInitial && this.#isOrdinary(i)) continue;
      const words = this.#runFrom(i, end);
      runs.push({
        start: words[0]!.start,
        end: words.at(-1)!.end,
        words,
        isInitial,
        isHeadline: (isHeadline ??= this.#isHeadline(first, end)),
        before: this.#wordsBefore(i, first),
        after: this.#wordsBehind(i + words.length - 1, end),
      });
      i += words.length - 1;
    }
  }

  /** "Saharan" in "sub-Saharan", "Kremlin" in "pro-Kremlin": what such words say is said of something else. */
  #isInCompound(index: number, first: number): boolean {
    return index > first && this.#gapBefore(index) === "-" && !this.#hasCapital(index - 1);
  }

  #wordsBefore(index: number, first: number): [string, string] {
    if (index === first || !isSoft(this.#gapBefore(index))) return NO_WORDS;
    const isMore = index - 1 > first && isSoft(this.#gapBefore(index - 1));
    return [this.#folded(index - 1), isMore ? this.#folded(index - 2) : ""];
  }

  #wordsBehind(index: number, end: number): [string, string] {
    if (index + 1 >= end || !isSoft(this.#gapBefore(index + 1))) return NO_WORDS;
    const isMore = index + 2 < end && isSoft(this.#gapBefore(index + 2));
    return [this.#folded(index + 1), isMore ? this.#folded(index + 2) : ""];
  }

  #isBehindOpening(index: number): boolean {
    const start = this.#words.starts[index]!;
    return OPENING.test(this.#prose.slice(Math.max(0, start - 3), start));
  }

  /** Whether the block writes the word in lower case too, or its ending is that of a verb or an adverb. */
  #isOrdinary(index: number): boolean {
    return this.#inLowerCase().has(this.#words.hashes[index]!) || /(?:ing|ly)$/.test(this.#wordAt(index));
  }

  /** Hashes of the block's words in lower case. */
  #inLowerCase(): ReadonlySet<number> {
    if (this.#lowerCase === undefined) {
      this.#lowerCase = new Set();
      for (let i = 0; i < this.#words.count; i++) {
        if (!this.#hasCapital(i)) this.#lowerCase.add(this.#words.hashes[i]!);
      }
    }
    return this.#lowerCase;
  }

  /** Whether all words that carry weight have capitals and no full stop ends them, or all letters are capitals. */
  #isHeadline(first: number, end: number): boolean {
    const { starts, ends } = this.#words;
    const isSentence = /^[)\]"'”’»]*[.!?…]/.test(this.#prose.slice(ends[end - 1], ends[end - 1]! + 4));
    let capitals = 0;
    let isShouted = true;
    for (let i = first; i < end; i++) {
      const word = this.#prose.slice(starts[i], ends[i]);
      if (isShouted && /\p{Ll}/u.test(word)) isShouted = false;
      const isCapital = this.#hasCapital(i);
      if (isCapital) capitals++;
      else if (/^\p{Ll}/u.test(word) && (isSentence || !SMALL_WORDS.has(this.#folded(i)))) return false;
    }
    return capitals > 1 && (isShouted || !isSentence);
  }

  #runFrom(first: number, end: number): RunWord[] {
    const words = [this.#word(first, true)];
    let last = first;
    while (words.length < MAX_WORDS) {
      const next = this.#continuation(words, last, end);
      if (next === undefined) return words;
      for (let i = last + 1; i < next; i++) words.push(this.#word(i, false));
      words.push(this.#word(next, true));
      last = next;
    }
    return words;
  }

  /** The next capitalised word of the run whose last word is `last`, if the run goes on. */
  #continuation(words: readonly RunWord[], last: number, end: number): number | undefined {
    const next = last + 1;
    if (next >= end) return undefined;
    const gap = this.#gapBefore(next);
    const word = words.at(-1)!;
    if (gap === "'" || gap === "’" || gap === "' " || gap === "’ ") return this.#behindApostrophe(word, gap, next, end);
    if (!this.#joins(gap, word)) return undefined;
    if (this.#isNameWord(next)) return next;
    return this.#behindLink(words, next, end);
  }

  #joins(gap: string, { text, end }: RunWord): boolean {
    if (/^(?:\s|\r\n| & |[-‐‑–])$/.test(gap)) return true;
    const isInitial = text.length === 1 && this.#prose.charAt(end) === ".";
    return isInitial && /^\.\s?$/.test(gap);
  }

  /** "People's Party", "Workers' Party" and "O'Brien" go on; any other possessive ends the run. */
  #behindApostrophe(word: RunWord, gap: string, next: number, end: number): number | undefined {
    const isOwner = OWNERS_IN_NAMES.has(word.folded);
    if (gap.length === 2) return isOwner && this.#isNameWord(next) ? next : undefined;
    if (this.#folded(next) !== "s") return this.#isNameWord(next) ? next : undefined;
    const behind = next + 1;
    return isOwner && behind < end && this.#gapBefore(behind) === " " && this.#isNameWord(behind) ? behind : undefined;
  }

  /** The capitalised word that small words link to the run: "Union for the Centre", "Ursula von der Leyen". */
  #behindLink(words: readonly RunWord[], link: number, end: number): number | undefined {
    const folded = this.#folded(link);
    const isParticle = NAME_PARTICLES.has(folded) && folded !== "for";
    const isComplement = (folded === "of" || folded === "for" || folded === "against") && hasHead(words);
    const skipped = isParticle ? NAME_PARTICLES : ARTICLES;
    let target = link + 1;
    if (target < end && (isParticle || isComplement) && !this.#isNameWord(target) && skipped.has(this.#folded(target)))
      target++;
    for (let i = link + 1; i <= target; i++) {
      if (i >= end || !/^[\s-]$/.test(this.#gapBefore(i))) return undefined;
    }
    if (!this.#isNameWord(target)) return undefined;
    if (isParticle || isComplement) return target;
    return folded === "and" && this.#goesOnBehindAnd(words, target, end) ? target : undefined;
  }

  /** "Institute of Standards and Technology", "Social Democratic and Labour Party", but not "Merkel and Macron". */
  #goesOnBehindAnd(words: readonly RunWord[], target: number, end: number): boolean {
    const isInComplement = words.some(({ folded }) => folded === "of" || folded === "for");
    const left = words.at(-1)!.folded;
    if (isInComplement) return FIELD_WORDS.has(this.#folded(target)) || isPlural(left, this.#folded(target));
    if (!ADJECTIVE.test(left) && !FIELD_WORDS.has(left)) return false;
    const behind = target + 1;
    const head = behind < end && this.#isNameWord(behind) && this.#gapBefore(behind) === " " ? behind : target;
    return HEAD_CLASSES.has(this.#folded(head));
  }

  /** A word with a capital that is free and may be part of a name. */
  #isNameWord(index: number): boolean {
    if (!this.#hasCapital(index) || !this.#isFree(index)) return false;
    const word = this.#wordAt(index);
    const isAcronym = word.length > 1 && word === word.toUpperCase();
    return isAcronym || !NEVER_IN_NAMES.has(word.toLowerCase());
  }

  #hasCapital(index: number): boolean {
    const unit = this.#prose.charCodeAt(this.#words.starts[index]!);
    if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
    return /^\p{Lu}/u.test(this.#wordAt(index));
  }

  /** Words are asked for in order, give or take the few of one run. */
  #isFree(index: number): boolean {
    const start = this.#words.starts[index]!;
    const end = this.#words.ends[index]!;
    while (this.#nextTaken > 0 && this.#taken[this.#nextTaken - 1]!.end > start) this.#nextTaken--;
    while (this.#nextTaken < this.#taken.length && this.#taken[this.#nextTaken]!.end <= start) this.#nextTaken++;
    const taken = this.#taken[this.#nextTaken];
    return taken === undefined || taken.start >= end;
  }

  #word(index: number, isCapital: boolean): RunWord {
    const start = this.#words.starts[index]!;
    const end = this.#words.ends[index]!;
    const text = this.#prose.slice(start, end);
    return { start, end, text, folded: foldWord(text), isCapital };
  }

  #wordAt(index: number): string {
    return this.#prose.slice(this.#words.starts[index], this.#words.ends[index]);
  }

  #folded(index: number): string {
    return foldWord(this.#wordAt(index));
  }

  /** What stands between a word and the one before it; cut short where it cannot join them anyway. */
  #gapBefore(index: number): string {
    const from = this.#words.ends[index - 1]!;
    return this.#prose.slice(from, Math.min(this.#words.starts[index]!, from + 4));
  }
}

/** The words of a span as a run has them. */
export function wordsIn(prose: string, { start, end }: Span): RunWord[] {
  return [...prose.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: text, index }) => {
    const isCapital = /^\p{Lu}/u.test(text);
    return { start: start + index, end: start + index + text.length, text, folded: foldWord(text), isCapital };
  });
}

const NO_WORDS: [string, string] = ["", ""];

function isSoft(gap: string): boolean {
  return /^(?:\s|\r\n|['’])$/.test(gap);
}

const ARTICLES = new Set(["a", "an", "the"]);
const ADJECTIVE = /(?:al|an|ary|ic|ist|ive)$/;

function hasHead(words: readonly RunWord[]): boolean {
  return words.some(({ folded }) => HEAD_CLASSES.has(folded));
}

function isPlural(left: string, right: string): boolean {
  return left.endsWith("s") && right.endsWith("s");
}
