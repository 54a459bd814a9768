import { FIRST_SYMBOL, Gap, HASH_FACTOR, IGNORED, isLetter, isLowerCase, symbolOfUnit } from "../../text/code-units";
import { gapBetween, wordStart } from "../../text/word-bounds";
import { closedCompound, mayBeCompound, partsOfCompound } from "./compounds";
import { Capitals, FormWord } from "./form-word";
import { inflectionsOf } from "./inflection";
import type { CaseMode } from "../model";

/** One sequence of words that a term may match. */
export interface Form {
  readonly words: readonly FormWord[];
  /** The last word is a plural that the term does not write: "NGOs" for NGO. */
  readonly inflected: boolean;
  /** The term ends in a full stop, which belongs to the mention ("U.S."). */
  readonly endsInStop: boolean;
  /** The words as the text must have them, letter by letter; present in case mode `exact` only. */
  readonly exact?: readonly string[];
}

export interface FormOptions {
  readonly case: CaseMode | undefined;
  /** Names are held to their capitals; generic terms only to those of an acronym inside them. */
  readonly isName: boolean;
  readonly plural: boolean;
}

/** A word of capitals longer than this is emphasis rather than an acronym, unless it is a name. */
const LONGEST_GENERIC_ACRONYM = 6;
/** Variants multiply; a term of many compounds keeps the first few. */
const MAX_FORMS = 24;

/** All forms of one written term: as it stands, open and closed compounds, dotted acronym, "&" as "and", plural or singular head. */
export function formsOf(written: string, options: FormOptions): readonly Form[] {
  const base = readWords(written, options);
  if (base.length === 0) return [];
  const endsInStop = written.endsWith(".");
  if (options.case === "exact")
    return [{ words: base, inflected: false, endsInStop, exact: base.map(({ raw }) => raw) }];
  const forms = writingsOf(written, base, options).map((words): Form => ({ words, inflected: false, endsInStop }));
  if (options.plural) forms.push(...forms.flatMap(inflectedForms));
  const dotted = dottedAcronym(base);
  if (dotted !== undefined) forms.push(dotted);
  return forms.length > MAX_FORMS ? forms.slice(0, MAX_FORMS) : forms;
}

/** The words of a term as it stands, with "and" for "&", and with its compounds closed and open. */
function writingsOf(written: string, base: FormWord[], options: FormOptions): FormWord[][] {
  let mayHoldAmpersand = false;
  let mayHoldCompound = false;
  for (let i = 0; i < base.length; i++) {
    const { hash, gap } = base[i]!;
    mayHoldAmpersand ||= gap === Gap.hard;
    mayHoldCompound ||= mayBeCompound(hash, base[i + 1]?.hash);
  }
  const variants = [base];
  if (mayHoldAmpersand && written.includes(" & ")) {
    variants.push(readWords(written.replaceAll(" & ", " and "), options));
  }
  return mayHoldCompound ? variants.flatMap(compoundVariants) : variants;
}

/** The words of a term as it stands, as `WordList` reads those of a text; terms are so short that a window costs more than it saves. */
function readWords(written: string, options: FormOptions): FormWord[] {
  const words: FormWord[] = [];
  let before = 0;
  for (let start = wordStart(written, 0); start < written.length; start = wordStart(written, before)) {
    let end = start;
    let hash = 0;
    for (let i = start; i < written.length; i++) {
      const symbol = symbolOfUnit[written.charCodeAt(i)]!;
      if (symbol < FIRST_SYMBOL) break;
      if (symbol === IGNORED) continue;
      hash = (Math.imul(hash, HASH_FACTOR) + symbol) | 0;
      end = i + 1;
    }
    const gap = words.length === 0 ? Gap.soft : gapBetween(written, before, start);
    words.push(new FormWord(written, start, end, hash, capitalsOf(written, start, end, options), gap));
    before = end;
  }
  return words;
}

/** What a word of a term says of capitals. */
function capitalsOf(written: string, start: number, end: number, { case: mode, isName }: FormOptions): Capitals {
  if (mode === "any") return Capitals.free;
  const isBound = isName || mode !== undefined;
  const { letters, isUpper, startsUpper } = shapeOf(written, start, end);
  if (isUpper && (isBound || letters <= LONGEST_GENERIC_ACRONYM)) return Capitals.all;
  return isBound && startsUpper ? Capitals.initial : Capitals.free;
}

interface WordShape {
  readonly letters: number;
  /** Two letters or more, all of them capitals. */
  readonly isUpper: boolean;
  readonly startsUpper: boolean;
}

function shapeOf(written: string, start: number, end: number): WordShape {
  let first = end;
  let letters = 0;
  let hasLower = false;
  for (let i = end - 1; i >= start; i--) {
    const unit = written.charCodeAt(i);
    if (!isLetter(unit)) continue;
    first = i;
    letters++;
    hasLower ||= isLowerCase(unit);
  }
  return {
    letters,
    isUpper: letters > 1 && !hasLower && hasCapital(written.slice(start, end)),
    startsUpper: letters > 0 && hasCapital(written.charAt(first)),
  };
}

/** Whether a text that has no small letters has capitals; letters of most scripts are neither. */
function hasCapital(text: string): boolean {
  return text !== text.toLowerCase();
}

function compoundVariants(words: readonly FormWord[]): FormWord[][] {
  let variants: FormWord[][] = [[]];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const next = words[i + 1];
    const mayBe = mayBeCompound(word.hash, next?.hash);
    const closed = mayBe && next?.gap === Gap.soft ? closedCompound(word.folded, next.folded) : undefined;
    const parts = mayBe ? partsOfCompound(word.folded) : undefined;
    if (closed !== undefined) {
      variants = branch(variants, [word, next!], [word.withFolded(closed)]);
      i++;
    } else if (parts !== undefined) {
      const open = [word.withFolded(parts[0]), FormWord.ofFolded(parts[1], Capitals.free, Gap.soft)];
      variants = branch(variants, [word], open);
    } else for (const head of variants) head.push(word);
  }
  return variants;
}

/** Each beginning with each of two ways to go on. */
function branch(heads: readonly FormWord[][], one: readonly FormWord[], other: readonly FormWord[]): FormWord[][] {
  const variants: FormWord[][] = [];
  for (const head of heads) variants.push([...head, ...one], [...head, ...other]);
  return variants;
}

function inflectedForms(form: Form): Form[] {
  const last = form.words.at(-1)!;
  return inflectionsOf(last.folded)
    .slice(1)
    .map((folded) => ({ ...form, words: [...form.words.slice(0, -1), last.withFolded(folded)], inflected: true }));
}

/** "W.H.O." for WHO. */
function dottedAcronym(words: readonly FormWord[]): Form | undefined {
  const only = words[0]!;
  if (words.length > 1 || only.capitals !== Capitals.all || !/^[a-z]{2,6}$/.test(only.folded)) return undefined;
  const letters = Array.from(only.folded, (letter, i) =>
    FormWord.ofFolded(letter, Capitals.initial, i === 0 ? Gap.soft : Gap.fullStop),
  );
  return { words: letters, inflected: false, endsInStop: true };
}
