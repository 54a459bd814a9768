import type { Accept } from "../../taxonomy/lexicon/lexicon";
import type { NeighbourPhrase } from "../../taxonomy/neighbourhood";
import { type ClassId, facetOf } from "../../taxonomy/scheme";
import { Capitals } from "../../taxonomy/forms/form-word";
import { foldWord, isLetter, isLowerCase } from "../../text/code-units";
import type { Span } from "../../text/span";
import { wordEnd, wordStart } from "../../text/word-bounds";
import type { BlockText } from "../block/block-text";
import { doubtAt } from "./capital-evidence";
import { standsBefore, standsBehind } from "./neighbours";
import type { Standing } from "../reading";

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

const DIGIT_ZERO = 0x30;

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

function objectionInSentence(accept: Accept, block: BlockText, span: Span): Objection | undefined {
  const { near, notNear } = accept.term;
  if (near.length === 0 && notNear.length === 0) return undefined;
  const isNear =
    near.length === 0 ||
    block.sentenceHasOneOf(span.start, near) ||
    (refersBack(accept, block, span) && block.blockHasOneOf(near));
  if (!isNear) return "near";
  return notNear.length > 0 && block.sentenceHasOneOf(span.start, notNear) ? "notNear" : undefined;
}

/** Words that say that a noun is known already. */
const DEFINITE: ReadonlySet<string> = new Set(
  "both each every her his its our such that the their these this those which".split(" "),
);
const LONGEST_DEFINITE = 5;
const PRODUCTS: ReadonlySet<ClassId> = new Set<ClassId>(["infrastructure.production", "infrastructure.sequencing"]);

/**
 * Whether the words that a term asks for may stand in another sentence of the block: a kind of actor or product is the same in all
 * of it, and "the tool" or "these resources" take their meaning from an earlier sentence. Names and concepts do not.
 */
function refersBack({ term: { sense } }: Accept, { prose }: BlockText, { start }: Span): boolean {
  const { class: classId, entity } = sense;
  if (entity !== undefined || classId === undefined) return false;
  if (facetOf(classId) === "actor" || PRODUCTS.has(classId)) return true;
  if (facetOf(classId) === "sovereignty") return false;
  return /\s/u.test(prose.charAt(start - 1)) && isDefinite(prose, start - 1);
}

/** Whether the word that ends at an offset says that the noun behind it is known already. */
function isDefinite(prose: string, end: number): boolean {
  let start = end;
  while (start > 0 && isLetter(prose.charCodeAt(start - 1))) start--;
  return end - start <= LONGEST_DEFINITE && DEFINITE.has(foldWord(prose.slice(start, end)));
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
      return `none of the words it needs stands near it: ${listed(near)}`;
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
  let word = 0;
  for (let from = start; from < end; word++) {
    const to = wordEnd(prose, from, end);
    const fits =
      exact === undefined
        ? hasCapitals(prose, from, inflected && to === end ? stemEnd(prose, from, to) : to, capitals!.charCodeAt(word))
        : prose.slice(from, to) === exact[word];
    if (!fits) return false;
    from = wordStart(prose, to);
  }
  return true;
}

/** @param digit of `Capitals`, as a code unit */
function hasCapitals(prose: string, from: number, to: number, digit: number): boolean {
  const capitals = digit - DIGIT_ZERO;
  if (capitals === Capitals.free) return true;
  for (let i = from; i < to; i++) {
    const unit = prose.charCodeAt(i);
    if (isLowerCase(unit)) return false;
    if (capitals === Capitals.initial && isLetter(unit)) return true;
  }
  return true;
}

/** Where a word ends without a plural's "s" or "es". */
function stemEnd(prose: string, from: number, to: number): number {
  if (prose.charAt(to - 1) !== "s") return to;
  return to - 2 > from && prose.charAt(to - 2) === "e" ? to - 2 : to - 1;
}
