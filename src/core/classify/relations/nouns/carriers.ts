import type { Complements } from "../arguments/arguments";
import { verbBefore } from "../arguments/attachment";
import type { NounPhrase, VerbGroup } from "../chunks";
import type { Frame } from "../frames";
import { type Modality, strongest } from "../modality";
import { isDenied, isPossessor } from "../noun-phrases";
import type { SentenceReading } from "../sentence-relations";
import { CARRYING_VERBS, LACKING_VERBS, RESPONDING_VERBS } from "../word-classes";
import type { NounReading } from "./noun-reading";

/** The verb that carries a noun (a light verb), and what its subject is: "X imposed restrictions", "X works in partnership". */
export interface Carrier {
  readonly group: VerbGroup;
  readonly subject: readonly NounPhrase[];
  readonly clauseStart: number;
}

/** Verbs that are in the passive what others are in the active: "are locked in a race". */
const INVOLVING = new Set("lock engage involve entangle".split(" "));

/** Verbs whose subject is where the noun is from: "its imports come from China". */
const COMING = new Set("come stem originate".split(" "));

/** Verbs that take what their object says for granted: who cuts their dependence depends. */
const PRESUPPOSING = new Set(
  "reduce cut end ease lift increase deepen extend expand tighten face acknowledge keep maintain".split(" "),
);

/** Verbs of what is not done yet. */
const PROPOSING = new Set("propose consider negotiate seek threaten".split(" "));

/**
 * The verb that carries a noun.
 *
 * @param next number of the first chunk behind the noun's complements
 */
export function carrierOf(noun: NounReading, next: number): Carrier | undefined {
  return carrierInClause(noun.reading, next) ?? carrierBefore(noun);
}

/** "restrictions that India imposed" */
function carrierInClause(reading: SentenceReading, next: number): Carrier | undefined {
  const { chunks, finder } = reading;
  if (chunks[next]?.kind !== "relative") return undefined;
  const at = chunks.findIndex(({ kind }, i) => i > next && !/^(?:noun|preposition|conjunction)$/u.test(kind));
  const group = chunks[at];
  if (group?.kind !== "verb" || group.passive || at === next + 1 || !CARRYING_VERBS.has(group.lemma)) return undefined;
  const subject = finder.subjectOf(at);
  return subject === undefined ? undefined : { group, subject: subject.phrases, clauseStart: reading.tokenOf(next) };
}

function carrierBefore({ reading, i }: NounReading): Carrier | undefined {
  const { chunks, finder } = reading;
  const before = chunks[i - 1];
  let at = before?.kind === "noun" && isPossessor(before) ? i - 2 : i - 1;
  const link = chunks[at];
  const preposition = link?.kind === "preposition" ? link.word : "";
  if (preposition === "with") at = verbBefore(chunks, at) ?? at;
  else if (/^(?:in|into|under|on)$/u.test(preposition)) at--;
  else if (link?.kind === "conjunction" && chunks[at - 1]?.kind === "noun") at -= 2;
  const group = chunks[at];
  if (group?.kind !== "verb" || !carries(group, preposition)) return undefined;
  const subject = finder.subjectOf(at);
  return { group, subject: subject?.phrases ?? [], clauseStart: reading.tokenOf(subject?.first ?? at) };
}

function carries({ lemma, passive }: VerbGroup, preposition: string): boolean {
  if (preposition === "with") return RESPONDING_VERBS.has(lemma) && !passive;
  if (passive)
    return INVOLVING.has(lemma) || ((preposition === "under" || preposition === "on") && CARRYING_VERBS.has(lemma));
  return CARRYING_VERBS.has(lemma) || LACKING_VERBS.has(lemma) || lemma === "be";
}

/**
 * "Sanctions were imposed by the US on Iran", "its imports come from China": complements of the verb behind the noun are the
 * noun's too.
 */
export function withCarrierBehind({ chunks, finder, context }: SentenceReading, own: Complements): Complements {
  const group = chunks[own.next];
  if (group?.kind !== "verb") return own;
  const isCarried = group.passive && CARRYING_VERBS.has(group.lemma) && context.coverage.passive;
  if (!isCarried && (group.passive || !COMING.has(group.lemma))) return own;
  const behind = finder.complementsFrom(own.next + 1, false);
  return { ...own, prepositions: new Map([...behind.prepositions, ...own.prepositions]) };
}

/** What a noun's carrier makes of the relation that it states. */
export function modalityOfCarrier(
  reading: SentenceReading,
  { type, carriers }: Frame,
  carrier: Carrier | undefined,
): Modality {
  if (carrier === undefined) return "asserted";
  const { group, clauseStart, subject } = carrier;
  if (type === "depends-on" && PRESUPPOSING.has(group.lemma)) return "asserted";
  const isLacked = carriers === undefined && LACKING_VERBS.has(group.lemma);
  return strongest(
    reading.modalityOf(group, clauseStart),
    isLacked || isDenied(subject) ? "negated" : "asserted",
    PROPOSING.has(group.lemma) ? "possible" : "asserted",
  );
}
