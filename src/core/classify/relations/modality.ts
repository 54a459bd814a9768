import type { Modality } from "./relation-mention";
import type { Token } from "./token";
import {
  CONDITIONS,
  DISPUTING_VERBS,
  DENYING_VERBS,
  DOUBTFUL_ADVERBS,
  DOUBTFUL_MODALS,
  HEARSAY_ADVERBS,
  INTENDING_VERBS,
  REPORTING_VERBS,
  WISHING_VERBS,
} from "./word-classes";

export type { Modality };

const RANK: Readonly<Record<Modality, number>> = { negated: 3, possible: 2, reported: 1, asserted: 0 };

/** What holds where several are said at once: "said that it may not" denies, "said that it may" leaves open. */
export function strongest(...modalities: readonly Modality[]): Modality {
  return modalities.reduce((strong, other) => (RANK[other] > RANK[strong] ? other : strong), "asserted");
}

/** What a verb group says by itself, from its auxiliaries, adverbs and the verbs that lead to its last one. */
export function modalityOfGroup(group: readonly Token[]): Modality {
  const leading = group.slice(0, -1);
  return strongest(...leading.map(modalityOfWord));
}

function modalityOfWord({ kind, word, verb }: Token): Modality {
  if (kind === "negation") return "negated";
  if (DOUBTFUL_MODALS.has(word) || DOUBTFUL_ADVERBS.has(word)) return "possible";
  if (HEARSAY_ADVERBS.has(word)) return "reported";
  if (verb === undefined || kind !== "verb") return "asserted";
  if (DENYING_VERBS.has(verb.lemma)) return "negated";
  if (INTENDING_VERBS.has(verb.lemma)) return "possible";
  return REPORTING_VERBS.has(verb.lemma) ? "reported" : "asserted";
}

/** What the sentence around a clause says of it: a condition or a question, somebody's words, wishes or denials. */
export function modalityAround(tokens: readonly Token[], clauseStart: number, at: number, sentence: string): Modality {
  const isOpen =
    isConditional(tokens, clauseStart) || hasConditionBehind(tokens, at) || /\?["'”’)\]]*\s*$/u.test(sentence);
  return strongest(
    isOpen ? "possible" : "asserted",
    modalityOfOpener(tokens, clauseStart),
    modalityOfReport(tokens, at),
  );
}

/** A condition opens the clause in front of the subject, nothing but commas and words of place and time between. */
function isConditional(tokens: readonly Token[], clauseStart: number): boolean {
  for (let i = clauseStart - 1; i >= 0; i--) {
    const { kind, word } = tokens[i]!;
    if (CONDITIONS.has(word)) return true;
    if (kind !== "adverb" && kind !== "conjunction") return false;
  }
  return false;
}

/** "shares samples if parliament agrees"; "even if" grants it, and behind a comma or another clause it may be of that one. */
function hasConditionBehind(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i < tokens.length; i++) {
    const { kind, word } = tokens[i]!;
    if (word === "if" || word === "unless") return tokens[i - 1]!.word !== "even";
    if (ENDS_CLAUSE.has(kind)) return false;
  }
  return false;
}

const ENDS_CLAUSE: ReadonlySet<string> = new Set(["comma", "relative", "stop", "subordinator", "verb"]);

/** The verb that a clause is the object of: "said that", "recommends that", "denies that". */
function modalityOfOpener(tokens: readonly Token[], clauseStart: number): Modality {
  let opener = clauseStart - 1;
  while (opener >= 0 && !/^(?:verb|stop|relative)$/u.test(tokens[opener]!.kind)) opener--;
  const lemma = tokens[opener]?.verb?.lemma;
  if (lemma === undefined) return "asserted";
  const hasThat = tokens
    .slice(opener + 1, clauseStart)
    .some(({ kind, word }) => kind === "subordinator" && word === "that");
  if (hasThat && DISPUTING_VERBS.has(lemma)) return "negated";
  if (hasThat && WISHING_VERBS.has(lemma)) return "possible";
  const isReporting = REPORTING_VERBS.has(lemma) && (hasThat || opener === clauseStart - 1);
  return isReporting ? "reported" : "asserted";
}

function modalityOfReport(tokens: readonly Token[], at: number): Modality {
  const isHearsay = tokens.some(
    ({ word, kind }) => word === "according to" || (kind === "adverb" && HEARSAY_ADVERBS.has(word)),
  );
  return isHearsay || isQuotedBehind(tokens, at) ? "reported" : "asserted";
}

/** "…, the agency said." */
function isQuotedBehind(tokens: readonly Token[], at: number): boolean {
  const last = tokens.at(-1);
  if (last?.kind !== "verb" || !isReporting(last) || !last.verb!.forms.includes("past")) return false;
  const comma = tokens.findLastIndex(({ kind }) => kind === "comma");
  return comma > at && tokens.length - comma < 8;
}

function isReporting({ verb }: Token): boolean {
  return verb !== undefined && REPORTING_VERBS.has(verb.lemma);
}
