import type { Accept } from "../taxonomy/lexicon";
import { Capitals } from "../taxonomy/word-forms";
import type { Span } from "../text/span";
import { WordList } from "../text/words";
import type { BlockText } from "./block-text";

/** The condition of a term that the text does not meet. */
export type Objection = "capitals" | "near" | "notNear";

const scratch = new WordList();

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
  const words = wordsOf(prose.slice(start, end));
  if (exact !== undefined) return exact.length === words.length && exact.every((word, i) => word === words[i]);
  return words.every((word, i) => hasCapitals(word, Number(capitals![i]), inflected && i === words.length - 1));
}

function wordsOf(prose: string): string[] {
  scratch.read(prose);
  return Array.from({ length: scratch.count }, (_, i) => prose.slice(scratch.starts[i], scratch.ends[i]));
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
