import { nameBehind } from "../arguments/appositions";
import { verbBefore } from "../arguments/attachment";
import type { Chunk, NounPhrase } from "../chunks";
import { type Modality, strongest } from "../modality";
import { isDenied, isPossessor } from "../noun-phrases";
import type { SentenceReading } from "../sentence-relations";
import { ACTING_VERBS, NAMING_VERBS } from "../word-classes";
import type { NounReading } from "./noun-reading";

/** Who is called by the name of a role, and how surely. */
export interface Holder {
  readonly phrases: readonly NounPhrase[];
  readonly modality: Modality;
  /** Whether nobody but the role itself is named: "providers of cloud services". */
  readonly isRole: boolean;
  /** Whom "its" before the role means, where the verb says so: "chosen by Kenya as its supplier". */
  readonly owners?: readonly NounPhrase[];
}

/** The subject of "is", a phrase in apposition, what stands before "as", or nobody but the role. */
export function holderOf(role: NounReading): Holder | undefined {
  const { reading, i } = role;
  const { chunks } = reading;
  const before = chunks[i - 1];
  const at = beforeSelection(chunks, before?.kind === "noun" && isPossessor(before) ? i - 2 : i - 1);
  const link = chunks[at];
  if (link?.kind === "subordinator" && link.word === "as") return holderBeforeAs(reading, at);
  if (link?.kind === "verb" && link.lemma === "be") return holderBeforeBe(reading, at);
  return holderBehindBe(role) ?? holderInApposition(role, at) ?? roleAlone(role);
}

export function namedHolder(phrases: readonly NounPhrase[], modality: Modality = "asserted"): Holder {
  return { phrases, modality, isRole: false };
}

/** "is one of the suppliers", "is among the suppliers": the chunk before what picks one out. */
function beforeSelection(chunks: readonly Chunk[], at: number): number {
  const [link, one] = [chunks[at], chunks[at - 1]];
  if (link?.kind !== "preposition") return at;
  if (link.word === "among") return at - 1;
  return link.word === "of" && one?.kind === "noun" && /^(?:one|some|two|three)$/u.test(one.head.word) ? at - 2 : at;
}

/** "serves as its supplier", "was chosen by Kenya as its supplier", "named Illumina as its supplier" */
function holderBeforeAs(reading: SentenceReading, as: number): Holder | undefined {
  const { chunks, finder } = reading;
  const at = verbBefore(chunks, as);
  const group = at === undefined ? undefined : chunks[at];
  if (at === undefined || group?.kind !== "verb") return undefined;
  const subject = finder.subjectOf(at);
  const modality = reading.modalityOf(group, reading.tokenOf(subject?.first ?? at));
  if (ACTING_VERBS.has(group.lemma)) return namedHolder(subject?.phrases ?? [], modality);
  if (!NAMING_VERBS.has(group.lemma)) return undefined;
  const { object, prepositions } = finder.complementsFrom(at + 1);
  const [phrases, owners] = group.passive ? [subject?.phrases, prepositions.get("by")] : [object, subject?.phrases];
  return { ...namedHolder(phrases ?? [], modality), owners: owners ?? [] };
}

/** "Roche is Kenya's main supplier" */
function holderBeforeBe(reading: SentenceReading, at: number): Holder | undefined {
  const be = reading.chunks[at];
  const subject = reading.finder.subjectOf(at);
  if (be?.kind !== "verb" || subject === undefined) return undefined;
  const denied: Modality = isDenied(subject.phrases) ? "negated" : "asserted";
  return namedHolder(subject.phrases, strongest(reading.modalityOf(be, reading.tokenOf(subject.first)), denied));
}

/** "Kenya's main supplier is Roche" */
function holderBehindBe({ reading, i }: NounReading): Holder | undefined {
  const { chunks, finder } = reading;
  const { next } = finder.complementsFrom(i + 1, false);
  const [verb, name] = [chunks[next], chunks[next + 1]];
  if (verb?.kind !== "verb" || verb.lemma !== "be" || name?.kind !== "noun") return undefined;
  if (name.head.mention?.entity === undefined) return undefined;
  return namedHolder(finder.phrasesFrom(next + 1), reading.modalityOf(verb, reading.tokenOf(i)));
}

/** "Kenya's main supplier, Illumina, raised prices", "Illumina, its main supplier, raised prices" */
function holderInApposition({ reading: { chunks }, phrase, i }: NounReading, at: number): Holder | undefined {
  const name = nameBehind(chunks, i);
  if (name !== undefined) return namedHolder([name]);
  const [before, comma] = [chunks[at - 1], chunks[at]];
  const isAside = /^(?:an?|the|one|its|their)$/u.test(phrase.determiner) || at < i - 1 || phrase.head.word === "part";
  return comma?.kind === "comma" && before?.kind === "noun" && isAside ? namedHolder([before]) : undefined;
}

function roleAlone({ phrase }: NounReading): Holder | undefined {
  return phrase.head.mention === undefined ? undefined : { phrases: [phrase], modality: "asserted", isRole: true };
}
