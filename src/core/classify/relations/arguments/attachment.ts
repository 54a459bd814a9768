import type { Chunk, NounPhrase } from "../chunks";
import { isPossessor } from "../noun-phrases";
import { PARTITIVES, STAND_INS } from "../word-classes";

/** Noun phrases that hang on each other by prepositions and possessives: "China's exports of sequencers to Kenya". */
export interface PhraseChain {
  /** What the chain stands for: its first phrase, or the one that this only measures. */
  readonly head: NounPhrase;
  /** The last phrase. */
  readonly nearest: NounPhrase;
  /** Number of its first chunk. */
  readonly first: number;
}

/** A noun phrase, with the one it only measures: "most of the data" stands for the data. */
export function phraseFrom(chunks: readonly Chunk[], first: number): { phrase: NounPhrase; next: number } {
  let phrase = chunks[first] as NounPhrase;
  let next = first + 1;
  while (isPossessor(phrase) && chunks[next]?.kind === "noun") {
    phrase = chunks[next] as NounPhrase;
    next++;
  }
  const { head: measure } = phrase;
  while (passesOn(chunks, phrase, next)) {
    phrase = chunks[next + 1] as NounPhrase;
    next += 2;
  }
  const passed = phrase.head === measure ? phrase : { ...phrase, measure };
  const origin = originAt(chunks, next);
  return { phrase: origin === undefined ? passed : { ...passed, origin }, next };
}

/** Whether a phrase stands for the one behind the preposition at chunk `next`. */
function passesOn(chunks: readonly Chunk[], { head }: NounPhrase, next: number): boolean {
  const link = chunks[next];
  if (head.mention !== undefined || link?.kind !== "preposition" || chunks[next + 1]?.kind !== "noun") return false;
  if (STAND_INS.has(head.word)) return link.word === "of";
  const linksOn = link.word === "of" || (link.word === "to" && head.word === "access");
  return linksOn && PARTITIVES.has(head.word);
}

function originAt(chunks: readonly Chunk[], at: number): NounPhrase | undefined {
  const [link, owner] = [chunks[at], chunks[at + 1]];
  const isOrigin = link?.kind === "preposition" && /^(?:of|from|by)$/u.test(link.word);
  return isOrigin && owner?.kind === "noun" && owner.head.mention !== undefined ? owner : undefined;
}

/** The chain that ends with the noun phrase at chunk `last`. */
export function chainTo(chunks: readonly Chunk[], last: number): PhraseChain {
  const nearest = chunks[last] as NounPhrase;
  let first = last;
  for (;;) {
    const [link, before] = [chunks[first - 1], chunks[first - 2]];
    if (link?.kind === "preposition" && before?.kind === "noun" && !isObjectOfVerb(chunks, first - 2, link.word))
      first -= 2;
    else if (link?.kind === "noun" && isPossessor(link)) first -= 1;
    else break;
  }
  return { head: phraseFrom(chunks, first).phrase, nearest, first };
}

/** Behind a verb's object, only "of" surely belongs to the object. */
function isObjectOfVerb(chunks: readonly Chunk[], i: number, preposition: string): boolean {
  return chunks[i - 1]?.kind === "verb" && preposition !== "of";
}

/** The verb that a phrase at chunk `i` hangs on, with nothing but its object and complements between. */
export function verbBefore(chunks: readonly Chunk[], i: number): number | undefined {
  let at = i - 1;
  while (/^(?:noun|preposition|conjunction)$/u.test(chunks[at]?.kind ?? "")) at--;
  return chunks[at]?.kind === "verb" ? at : undefined;
}
