import type { Accept } from "../taxonomy/lexicon";
import type { NeighbourPhrase } from "../taxonomy/neighbourhood";
import { Capitals } from "../taxonomy/word-forms";
import type { Span } from "../text/span";
import { WordList } from "../text/words";
import type { BlockText } from "./block-text";
import { doubtAt } from "./capital-evidence";
import { standsBefore, standsBehind } from "./neighbours";
import type { Standing } from "./reading";

/** The condition of a term that the text does not meet. */
export type Objection = "capitals" | "after" | "notAfter" | "before" | "notBefore" | "near" | "notNear";

/** What a term's conditions make of a match. */
export interface Judgement {
  /** Present: the match is refused. */
  readonly objection?: Objection;
  /** Present: the document has to be asked, or is told something. */
  readonly standing?: Standing;
}

const SURE: Judgement = {};
const LIKELY: Judgement = { standing: "likely" };

const scratch = new WordList();

/**
 * Checks what a term asks of the text around and inside its match. It is asked about matches only, so that conditions cost
 * nothing per word.
 *
 * @param span of the match in the block, in UTF-16 code units; a full stop of the term may be in it or not
 */
export function judge(accept: Accept, block: BlockText, span: Span): Judgement {
  if (!capitalsFit(accept, block, span)) return { objection: "capitals" };
  const { term } = accept;
  const objection = objectionBeside(accept, block, span) ?? objectionInSentence(accept, block, span);
  if (objection !== undefined) {
    const isContrary = term.ambiguous && objection.startsWith("not");
    return isContrary ? { objection, standing: "contrary" } : { objection };
  }
  return term.ambiguous && !asksForContext(accept) ? evidenceOfCapitals(accept, block, span) : SURE;
}

function objectionBeside({ term: { beside } }: Accept, block: BlockText, span: Span): Objection | undefined {
  if (beside === undefined) return undefined;
  if (standsBefore(block, span, beside.notAfter)) return "notAfter";
  if (standsBehind(block, span, beside.notBefore)) return "notBefore";
  if (beside.after.length > 0 && !standsBefore(block, span, beside.after)) return "after";
  return beside.before.length > 0 && !standsBehind(block, span, beside.before) ? "before" : undefined;
}

function objectionInSentence({ term: { near, notNear } }: Accept, block: BlockText, span: Span): Objection | undefined {
  if (near.length === 0 && notNear.length === 0) return undefined;
  const sentence = block.wordsOfSentenceAt(span.start);
  if (notNear.length > 0 && sentence.hasOneOf(notNear)) return "notNear";
  return near.length > 0 && !sentence.hasOneOf(near) ? "near" : undefined;
}

/** Words that a term asks for, and has found, are evidence enough without its capitals. */
function asksForContext({ term: { near, beside } }: Accept): boolean {
  return near.length > 0 || (beside !== undefined && beside.after.length + beside.before.length > 0);
}

function evidenceOfCapitals({ capitals }: Accept, block: BlockText, span: Span): Judgement {
  if (capitals?.length !== 1) return SURE;
  const isAcronym = Number(capitals) === Capitals.all;
  const doubt = doubtAt(block, span, isAcronym);
  if (doubt !== undefined) return { standing: doubt };
  return isAcronym ? SURE : LIKELY;
}

/** A refusal in words for people. */
export function describeObjection(objection: Objection, { term, exact }: Accept): string {
  const { near, notNear, beside } = term;
  switch (objection) {
    case "capitals":
      if (exact !== undefined) return `the term must be written exactly so: ${exact.join(" ")}`;
      return "the term's capitals are missing in the text";
    case "near":
      return `none of the words it needs stands in the sentence: ${listed(near)}`;
    case "notNear":
      return `a word that rules it out stands in the sentence, one of: ${listed(notNear)}`;
    case "after":
      return `none of the words it needs stands directly before it: ${listedPhrases(beside?.after)}`;
    case "notAfter":
      return `a word that rules it out stands directly before it, one of: ${listedPhrases(beside?.notAfter)}`;
    case "before":
      return `none of the words it needs stands directly behind it: ${listedPhrases(beside?.before)}`;
    case "notBefore":
      return `a word that rules it out stands directly behind it, one of: ${listedPhrases(beside?.notBefore)}`;
  }
}

function listed(phrases: readonly string[]): string {
  return phrases.map((phrase) => phrase.trim()).join(", ");
}

function listedPhrases(phrases: readonly NeighbourPhrase[] = []): string {
  return phrases.map((phrase) => phrase.join(" ")).join(", ");
}

function capitalsFit({ capitals, exact, inflected }: Accept, { prose }: BlockText, { start, end }: Span): boolean {
  if (capitals === undefined && exact === undefined) return true;
  const match = prose.slice(start, end);
  if (capitals?.length === 1) return hasCapitals(match, Number(capitals), inflected);
  scratch.read(match);
  for (let i = 0; i < scratch.count; i++) {
    const word = match.slice(scratch.starts[i], scratch.ends[i]);
    const isFit =
      exact === undefined
        ? hasCapitals(word, Number(capitals![i]), inflected && i === scratch.count - 1)
        : word === exact[i];
    if (!isFit) return false;
  }
  return true;
}

function hasCapitals(word: string, capitals: number, inflected: boolean): boolean {
  if (capitals === Capitals.free) return true;
  if (capitals === Capitals.initial) {
    const letter = /\p{L}/u.exec(word)?.[0] ?? "";
    return letter === letter.toUpperCase();
  }
  const stem = inflected ? word.replace(/e?s$/, "") : word;
  return stem === stem.toUpperCase();
}
