import { foldWord, Gap } from "../../text/code-units";
import { WordList } from "../../text/words";
import { closedCompound, mayBeCompound, partsOfCompound } from "./compounds";
import { inflectionsOf } from "./inflection";
import type { CaseMode } from "../model";

/** What the text must do where a term's word has capitals. */
export const Capitals = { free: 0, initial: 1, all: 2 } as const;
export type Capitals = (typeof Capitals)[keyof typeof Capitals];

export interface FormWord {
  readonly folded: string;
  readonly capitals: Capitals;
  /** The `Gap` before the word; the first word's is soft. */
  readonly gap: number;
}

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

const scratch = new WordList();

interface WordShape {
  readonly folded: string;
  readonly letters: number;
  /** Two letters or more, all of them capitals. */
  readonly isUpper: boolean;
  readonly startsUpper: boolean;
  readonly mayBeCompound: boolean;
}

/** The shapes of words as terms write them; expansions of one term repeat the same few. */
class WordShapes {
  readonly #known = new Map<string, WordShape>();

  of(word: string): WordShape {
    let shape = this.#known.get(word);
    if (shape === undefined) this.#known.set(word, (shape = shapeOf(word)));
    return shape;
  }
}

function shapeOf(word: string): WordShape {
  const letters = word.replace(/\P{L}/gu, "");
  const folded = foldWord(word);
  return {
    folded,
    letters: letters.length,
    isUpper: letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase(),
    startsUpper: /^\P{L}*\p{Lu}/u.test(word),
    mayBeCompound: mayBeCompound(folded),
  };
}

const shapes = new WordShapes();

/** All forms of one written term: as it stands, open and closed compounds, dotted acronym, "&" as "and", plural or singular head. */
export function formsOf(written: string, options: FormOptions): readonly Form[] {
  const { words: base, hasCompounds } = readWords(written, options);
  if (base.length === 0) return [];
  const endsInStop = written.endsWith(".");
  if (options.case === "exact") return [{ words: base, inflected: false, endsInStop, exact: rawWordsOf(written) }];
  const variants = [base];
  if (written.includes(" & ")) variants.push(readWords(written.replaceAll(" & ", " and "), options).words);
  const asWritten = hasCompounds ? variants.flatMap(compoundVariants) : variants;
  const forms: Form[] = asWritten.map((words) => ({ words, inflected: false, endsInStop }));
  if (options.plural) forms.push(...forms.flatMap(inflectedForms));
  const dotted = dottedAcronym(base);
  if (dotted !== undefined) forms.push(dotted);
  return forms.length > MAX_FORMS ? forms.slice(0, MAX_FORMS) : forms;
}

function rawWordsOf(written: string): string[] {
  scratch.read(written);
  return Array.from({ length: scratch.count }, (_, i) => written.slice(scratch.starts[i], scratch.ends[i]));
}

/** The words of a term as it stands, and whether some of them may be written as one or apart. */
function readWords(written: string, options: FormOptions): { words: FormWord[]; hasCompounds: boolean } {
  scratch.read(written);
  const words: FormWord[] = [];
  let hasCompounds = false;
  for (let i = 0; i < scratch.count; i++) {
    const shape = shapes.of(written.slice(scratch.starts[i], scratch.ends[i]));
    hasCompounds ||= shape.mayBeCompound;
    words.push({
      folded: shape.folded,
      capitals: capitalsOf(shape, options),
      gap: i === 0 ? Gap.soft : scratch.gaps[i]!,
    });
  }
  return { words, hasCompounds };
}

function capitalsOf(shape: WordShape, { case: mode, isName }: FormOptions): Capitals {
  if (mode === "any") return Capitals.free;
  const isAcronym = isName || mode !== undefined || shape.letters <= LONGEST_GENERIC_ACRONYM;
  if (shape.isUpper && isAcronym) return Capitals.all;
  const isBound = isName || mode !== undefined;
  return isBound && shape.startsUpper ? Capitals.initial : Capitals.free;
}

function compoundVariants(words: readonly FormWord[]): FormWord[][] {
  let variants: FormWord[][] = [[]];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const next = words[i + 1];
    const closed = next?.gap === Gap.soft ? closedCompound(word.folded, next.folded) : undefined;
    const parts = partsOfCompound(word.folded);
    if (closed !== undefined) {
      const both = [word, next!];
      variants = variants.flatMap((head) => [
        [...head, ...both],
        [...head, { ...word, folded: closed }],
      ]);
      i++;
    } else if (parts !== undefined) {
      const open = [
        { ...word, folded: parts[0] },
        { folded: parts[1], capitals: Capitals.free, gap: Gap.soft },
      ];
      variants = variants.flatMap((head) => [
        [...head, word],
        [...head, ...open],
      ]);
    } else variants.forEach((head) => head.push(word));
  }
  return variants;
}

function inflectedForms(form: Form): Form[] {
  const last = form.words.at(-1)!;
  return inflectionsOf(last.folded)
    .slice(1)
    .map((folded) => ({ ...form, words: [...form.words.slice(0, -1), { ...last, folded }], inflected: true }));
}

/** "W.H.O." for WHO. */
function dottedAcronym(words: readonly FormWord[]): Form | undefined {
  const only = words[0]!;
  if (words.length > 1 || only.capitals !== Capitals.all || !/^[a-z]{2,6}$/.test(only.folded)) return undefined;
  const letters = Array.from(only.folded, (folded, i) => ({
    folded,
    capitals: Capitals.initial,
    gap: i === 0 ? Gap.soft : Gap.fullStop,
  }));
  return { words: letters, inflected: false, endsInStop: true };
}
