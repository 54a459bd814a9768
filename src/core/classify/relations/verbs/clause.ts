import type { Complements, Subject } from "../arguments/arguments";
import { isFreeRelative, withGap } from "../arguments/relative-clauses";
import type { Chunk, NounPhrase, VerbGroup } from "../chunks";
import type { Preposition } from "../frames";
import { standsFor } from "../noun-phrases";
import { isPlural } from "../resolution";
import { fillerOf, type SentenceReading, type SlotFiller } from "../sentence-relations";
import { GIFT_NOUNS } from "../word-classes";

/** A verb with its arguments. */
export interface Clause {
  readonly reading: SentenceReading;
  readonly group: VerbGroup;
  /** Number of the verb's chunk. */
  readonly i: number;
  readonly subject: Subject;
  readonly complements: Complements;
  /** What fills a slot where it stands. */
  readonly standing: SlotFiller;
  /** What fills a slot by its meaning: of a passive, the subject is whoever does it. */
  readonly fill: SlotFiller;
}

/** Undefined where the subject is not certain. */
export function readClause(reading: SentenceReading, i: number, group: VerbGroup): Clause | undefined {
  const { chunks, finder } = reading;
  const named = finder.subjectOf(i);
  if (named === undefined || isFreeRelative(chunks, named)) return undefined;
  const subject = withParallelSubject(reading, named);
  const complements = withGap(chunks, complementsOf(reading, i), subject);
  const standing = fillerOf(complements, subject.phrases);
  const fill = group.passive ? passiveFiller(standing, group.lemma) : standing;
  return { reading, group, i, subject, complements, standing, fill };
}

/** "The project collects samples, and it stores data": "it" behind a conjunction is the subject before that. */
function withParallelSubject(reading: SentenceReading, subject: Subject): Subject {
  const { chunks, finder, context } = reading;
  const [pronoun, ...others] = subject.phrases;
  if (others.length > 0 || !/^(?:it|they)$/u.test(pronoun?.head.word ?? "") || !context.coverage.resolution)
    return subject;
  let at = subject.first - 1;
  while (chunks[at]?.kind === "noun" || chunks[at]?.kind === "preposition") at--;
  if (chunks[at]?.kind !== "conjunction") return subject;
  const verb = chunks.findLastIndex((chunk, before) => before < at && isMainVerb(reading, chunk, before));
  const parallel = verb < 0 ? undefined : finder.subjectOf(verb);
  const [mention, ...more] = parallel?.phrases.flatMap((phrase) => standsFor(phrase)) ?? [];
  if (parallel === undefined || mention === undefined || more.length > 0) return subject;
  return isPlural(mention) === (pronoun!.head.word === "they") ? { ...subject, phrases: parallel.phrases } : subject;
}

/** Whether it is a finite verb of no relative clause. */
function isMainVerb({ chunks, finder }: SentenceReading, chunk: Chunk, i: number): boolean {
  if (chunk.kind !== "verb" || chunk.form !== "finite") return false;
  const first = finder.subjectOf(i)?.first;
  return first !== undefined && chunks[first]?.kind !== "relative" && chunks[first - 1]?.kind !== "relative";
}

/** "holds and controls the samples": the object of the second verb is the first one's too. */
function complementsOf({ finder, chunks, context }: SentenceReading, i: number): Complements {
  const isJoined = chunks[i + 1]?.kind === "conjunction" && chunks[i + 2]?.kind === "verb";
  return finder.complementsFrom(isJoined && context.coverage.coordination ? i + 3 : i + 1);
}

/** Verbs whose passive names who does it as a place: "hosted on Azure", "held in the UK Biobank". */
const HOLDING = new Set("host store hold house keep".split(" "));
const GIVING = new Set("finance fund sponsor subsidize subsidise cofund cofinance".split(" "));
const AGENTS: readonly Preposition[] = ["by"];
const HOLDING_PLACES: readonly Preposition[] = ["by", "on", "in", "at"];
const GIVING_PLACES: readonly Preposition[] = ["by", "from"];

function passiveFiller(standing: SlotFiller, lemma: string): SlotFiller {
  const places = HOLDING.has(lemma) ? HOLDING_PLACES : GIVING.has(lemma) ? GIVING_PLACES : AGENTS;
  return (slot) => {
    if (slot === "object") return standing("subject");
    if (slot === "subject") return places.map(standing).find((phrases) => phrases.some(isNamed)) ?? standing("by");
    return standing(slot);
  };
}

/** "by a loan from Norway" names the giver behind the second preposition. */
function isNamed(phrase: NounPhrase): boolean {
  return phrase.head.kind === "pronoun" || standsFor(phrase, GIFT_NOUNS).length > 0;
}
