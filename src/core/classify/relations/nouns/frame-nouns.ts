import { facetOf } from "../../../taxonomy/scheme";
import type { Complements } from "../arguments/arguments";
import type { NounPhrase } from "../chunks";
import type { Frame } from "../frames";
import { isPossessor } from "../noun-phrases";
import { endOf, type RelationEnd } from "../relation-mention";
import { fillerOf, isSymmetric, type SlotFiller } from "../sentence-relations";
import { FRAME_NOUNS } from "../word-classes";
import { type Carrier, carrierOf, modalityOfCarrier, withCarrierBehind } from "./carriers";
import { fundedInClause } from "./funding";
import { type NounReading, ownersOf, statementOfNoun } from "./noun-reading";
import { equalParties, partiesOfClause } from "./parties";

/** "X's reliance on Y", "a deal between X and Y", "X imposed restrictions on Y": the first frame of the noun that joins its sides. */
export function readFrameNoun(noun: NounReading): void {
  const { reading, phrase, i } = noun;
  const own = reading.finder.complementsFrom(i + 1, false);
  const complements = withCarrierBehind(reading, own);
  const carrier = carrierOf(noun, own.next);
  for (const frame of FRAME_NOUNS.get(phrase.head.word)!) {
    if (holds(frame, noun, carrier) && joinSides(noun, frame, complements, carrier)) return;
  }
}

/** Whether a frame's conditions on the noun's carrier and the preposition before it are met. */
function holds({ carriers, behind }: Frame, noun: NounReading, carrier: Carrier | undefined): boolean {
  if (carriers?.includes(carrier?.group.lemma ?? "") === false) return false;
  return behind === undefined || behind.some((word) => word === prepositionBefore(noun));
}

/** The preposition that a phrase hangs on, past its possessor. */
function prepositionBefore({ reading: { chunks }, i }: NounReading): string | undefined {
  const before = chunks[i - 1];
  const link = before?.kind === "noun" && isPossessor(before) ? chunks[i - 2] : before;
  return link?.kind === "preposition" ? link.word : undefined;
}

/** Joins what fills a frame's slots; returns whether any relation was found. */
function joinSides(noun: NounReading, frame: Frame, complements: Complements, carrier: Carrier | undefined): boolean {
  const { reading, phrase } = noun;
  const { head } = phrase;
  const word = frame.words.find((singular) => head.word.startsWith(singular.replace(/y$/u, ""))) ?? head.word;
  const statement = statementOfNoun(noun, head, `noun:${word}`, modalityOfCarrier(reading, frame, carrier));
  const subject = carrier?.subject ?? [];
  const parties = equalParties(noun, frame, complements, subject);
  if (parties !== undefined) return reading.joinPairs(frame.type, parties, statement);
  const fill = fillerOf(complements, subject);
  const sources = sourcesOf(noun, frame, fill, complements.next);
  const targets = targetsOf(noun, frame, fill, complements.next);
  if (targets.some((ends) => reading.joinEnds(frame.type, sources, ends, statement))) return true;
  return frame.type === "restricts" && reading.joinEnds(frame.type, sources, flowOf(phrase), statement);
}

/** The first slot of a frame's source that is filled. */
function sourcesOf(noun: NounReading, frame: Frame, fill: SlotFiller, next: number): RelationEnd[] {
  const { reading, phrase } = noun;
  const slots = frame.source.map((slot) => {
    if (slot === "possessor") return ownersOf(noun);
    return slot === "modifier" ? modifierOf(phrase) : reading.ends(fill(slot));
  });
  const means = isSymmetric(frame) ? reading.ends(partiesOfClause(noun, next)) : [];
  return (slots.find((ends) => ends.length > 0) ?? means).filter((end) => canPermit(frame, end));
}

/** What may fill a frame's target, the likeliest first. */
function targetsOf(noun: NounReading, frame: Frame, fill: SlotFiller, next: number): RelationEnd[][] {
  const { reading } = noun;
  const slots = frame.targets.map((slot) => {
    if (slot === "possessor") return ownersOf(noun);
    // "of" is the source of some nouns and the target of others, never both.
    return frame.source.includes(slot) ? [] : reading.ends(fill(slot));
  });
  return frame.type === "funds" ? [...slots, reading.ends(fundedInClause(noun, next))] : slots;
}

/** The actor before the noun: "US sanctions". */
function modifierOf({ tokens }: NounPhrase): RelationEnd[] {
  const last = tokens.slice(0, -1).findLast(({ mention }) => mention !== undefined)?.mention;
  return last === undefined || facetOf(last.class) !== "actor" ? [] : [endOf(last)];
}

/** What patients consent to is not what they regulate. */
function canPermit({ type, words }: Frame, { mention }: RelationEnd): boolean {
  const isPermit = type === "regulates" && words.includes("consent");
  return !isPermit || (mention.class !== "actor.community" && mention.class !== "actor.person");
}

/** "India imposed export restrictions": the flow that the noun itself names. */
function flowOf({ head: { mention } }: NounPhrase): RelationEnd[] {
  return mention?.class === "sovereignty.flow" ? [endOf(mention)] : [];
}
