import type { NounPhrase } from "../chunks";
import { type Modality, strongest } from "../modality";
import { isDenied, isPossessor } from "../noun-phrases";
import type { RelationEnd } from "../relation-mention";
import type { SentenceReading, Statement } from "../sentence-relations";
import type { Token } from "../token";
import { DOUBTFUL_ADJECTIVES, HEARSAY_ADJECTIVES } from "../word-classes";

const CONFIDENCE = 0.75;

/** A noun phrase in the sentence that is read. */
export interface NounReading {
  readonly reading: SentenceReading;
  readonly phrase: NounPhrase;
  /** Number of its chunk. */
  readonly i: number;
}

/** Whose the noun is: "China's and India's reliance", "its reliance". */
export function ownersOf({ reading, phrase, i }: NounReading): RelationEnd[] {
  const before = reading.chunks[i - 1];
  if (before?.kind === "noun" && isPossessor(before)) return reading.ends([before]);
  const owner = before?.kind === "relative" && before.word === "whose" ? reading.chunks[i - 2] : undefined;
  return owner?.kind === "noun" ? reading.ends([owner]) : reading.ownerEnd(phrase);
}

/**
 * What a noun states.
 *
 * @param word the one that states it: the phrase's head, or a title before the head
 * @param around how the words that carry the phrase state it
 */
export function statementOfNoun(noun: NounReading, word: Token, via: string, around: Modality): Statement {
  return {
    evidence: word.mention === undefined ? word : { start: word.end - word.word.length, end: word.end },
    via,
    modality: strongest(modalityOfPhrase(noun), around),
    confidence: CONFIDENCE,
    oneTarget: true,
  };
}

/** What a phrase says of itself: "no deal", "without a deal", "a possible deal", "an alleged deal". */
export function modalityOfPhrase({ reading, phrase, i }: NounReading): Modality {
  const before = reading.chunks[i - 1];
  const isWithout = before?.kind === "preposition" && before.word === "without";
  const words = phrase.tokens.map(({ word }) => word);
  return strongest(
    isDenied([phrase]) || isWithout ? "negated" : "asserted",
    words.some((word) => DOUBTFUL_ADJECTIVES.has(word)) ? "possible" : "asserted",
    words.some((word) => HEARSAY_ADJECTIVES.has(word)) ? "reported" : "asserted",
  );
}
