import { expandTerm } from "../forms/expansion";
import { Capitals } from "../forms/form-word";
import type { CaseMode, Term } from "../model";
import { type Form, formsOf } from "../forms/word-forms";

/** What a term stands for, as far as it can be told without a text. */
export interface TermSummary {
  /** How many sequences of words match, capitals and conditions aside. */
  readonly count: number;
  /** The first few of them, in lower case. */
  readonly examples: readonly string[];
  /** How capitals bind, written or derived from the way the term is written. */
  readonly caseMode: CaseMode;
  readonly isCaseDerived: boolean;
  /** Whether the plural or singular of the last word matches too. */
  readonly plural: boolean;
}

const MOST_EXAMPLES = 6;

/**
 * Sums up a term.
 *
 * @param isName whether it names an entity; capitals of names bind, and names have no plural unless the term says so
 * @returns nothing where the notation is wrong or holds no word
 */
export function summarizeTerm(term: Pick<Term, "text" | "case" | "plural">, isName: boolean): TermSummary | undefined {
  const expanded = expandTerm(term.text);
  if ("error" in expanded) return undefined;
  const plural = term.plural ?? !isName;
  const forms = expanded.expansions.flatMap((text) => formsOf(text, { case: term.case, isName, plural }));
  const texts = new Set(forms.map(({ words }) => words.map(({ folded }) => folded).join(" ")));
  if (texts.size === 0) return undefined;
  return {
    count: texts.size,
    examples: [...texts].slice(0, MOST_EXAMPLES),
    caseMode: term.case ?? derivedCaseMode(forms),
    isCaseDerived: term.case === undefined,
    plural,
  };
}

function derivedCaseMode(forms: readonly Form[]): CaseMode {
  const capitals = forms.flatMap(({ words }) => words.map((word) => word.capitals));
  if (capitals.includes(Capitals.all)) return "acronym";
  return capitals.includes(Capitals.initial) ? "capital" : "any";
}
