import type { Accept } from "../taxonomy/lexicon";
import { Capitals } from "../taxonomy/word-forms";
import { isLetter, isLowerCase } from "../text/code-units";
import type { Span } from "../text/span";
import { wordEnd, wordStart } from "../text/word-window";
import type { BlockText } from "./block-text";

/** The condition of a term that the text does not meet. */
export type Objection = "capitals" | "near" | "notNear";

const DIGIT_ZERO = 0x30;

/**
 * Checks what a term asks of the text around and inside its match. It is asked about matches only, so that conditions cost
 * nothing per word.
 *
 * @param span of the match in the block, in UTF-16 code units; a full stop of the term may be in it or not
 * @returns the first condition that refuses the match, if one does
 */
export function objectionTo(accept: Accept, block: BlockText, span: Span): Objection | undefined {
  if (!capitalsFit(accept, block, span)) return "capitals";
  const { near, notNear } = accept.term;
  if (near.length === 0 && notNear.length === 0) return undefined;
  const sentence = block.wordsOfSentenceAt(span.start);
  if (near.length > 0 && !sentence.hasOneOf(near)) return "near";
  return notNear.length > 0 && sentence.hasOneOf(notNear) ? "notNear" : undefined;
}

/** A refusal in words for people. */
export function describeObjection(objection: Objection, { term, exact }: Accept): string {
  switch (objection) {
    case "capitals":
      if (exact !== undefined) return `the term must be written exactly so: ${exact.join(" ")}`;
      return "the term's capitals are missing in the text";
    case "near":
      return `none of the words it needs stands in the sentence: ${listed(term.near)}`;
    case "notNear":
      return `a word that rules it out stands in the sentence, one of: ${listed(term.notNear)}`;
  }
}

function listed(phrases: readonly string[]): string {
  return phrases.map((phrase) => phrase.trim()).join(", ");
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
