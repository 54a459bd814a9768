import { NATIONALITY_WORDS } from "../../tagger/nationality-words";
import { facetOf } from "../../taxonomy/scheme";
import { nameBehind } from "./arguments/appositions";
import type { Complements } from "./arguments/arguments";
import { verbBefore } from "./arguments/attachment";
import type { Chunk, NounPhrase, VerbGroup } from "./chunks";
import type { Frame, Slot } from "./frames";
import { type Modality, strongest } from "./modality";
import { isDenied, isFrameNoun, isPossessor } from "./noun-phrases";
import { fillerOf, isSymmetric, type SentenceReading, type SlotFiller, type Statement } from "./sentence-relations";
import type { RelationEnd } from "./relation-mention";
import type { Token } from "./token";
import {
  ACTING_VERBS,
  CARRYING_VERBS,
  DOUBTFUL_ADJECTIVES,
  FRAME_NOUNS,
  HEARSAY_ADJECTIVES,
  LACKING_VERBS,
  NAMING_VERBS,
  RESPONDING_VERBS,
  ROLE_NOUNS,
} from "./word-classes";

const CONFIDENCE = 0.75;

/** Relations that nouns state: "X's reliance on Y", "a deal between X and Y", "X, a supplier of Y". */
export function readNounRelations(reading: SentenceReading): void {
  reading.chunks.forEach((chunk, i) => {
    if (chunk.kind !== "noun") return;
    if (isFrameNoun(chunk)) readFrameNoun(reading, i, chunk);
    readRole(reading, i, chunk);
    readOrigin(reading, i, chunk);
  });
}

/** The verb that carries a noun, and what its subject is: "X imposed restrictions", "X works in partnership". */
interface Carrier {
  readonly group: VerbGroup;
  readonly subject: readonly NounPhrase[];
  readonly clauseStart: number;
}

function readFrameNoun(reading: SentenceReading, i: number, phrase: NounPhrase): void {
  const own = reading.finder.complementsFrom(i + 1, false);
  const complements = withCarrierBehind(reading, own);
  const carrier = carrierInClause(reading, own.next) ?? carrierBefore(reading, i);
  const frames = FRAME_NOUNS.get(phrase.head.word)!;
  for (const frame of frames) {
    if (frame.carriers?.includes(carrier?.group.lemma ?? "") === false) continue;
    if (frame.behind !== undefined && !frame.behind.some((word) => word === prepositionBefore(reading, i))) continue;
    const statement = statementOf(reading, i, phrase, frame, carrier);
    if (readSides(reading, i, phrase, frame, complements, carrier, statement)) return;
  }
}

/** What patients consent to is not what they regulate. */
function canPermit({ type, words }: Frame, { mention }: RelationEnd): boolean {
  const isPermit = type === "regulates" && words.includes("consent");
  return !isPermit || (mention.class !== "actor.community" && mention.class !== "actor.person");
}

/** The preposition that a phrase hangs on, past its possessor. */
function prepositionBefore({ chunks }: SentenceReading, i: number): string | undefined {
  const before = chunks[i - 1];
  const link = before?.kind === "noun" && isPossessor(before) ? chunks[i - 2] : before;
  return link?.kind === "preposition" ? link.word : undefined;
}

function readSides(
  reading: SentenceReading,
  i: number,
  phrase: NounPhrase,
  frame: Frame,
  complements: Complements,
  carrier: Carrier | undefined,
  statement: Statement,
): boolean {
  const between = reading.ends(alignedParties(complements.prepositions.get("between") ?? []));
  const isMutual = isSymmetric(frame) || frame.type === "shares-with";
  if (isMutual && between.length > 1) return reading.joinPairs(frame.type, between, statement);
  const members = reading.ends(complements.prepositions.get("of") ?? []);
  if (isSymmetric(frame) && members.length > 1) return reading.joinPairs(frame.type, members, statement);
  const pair = hyphenedPair(phrase);
  if (isSymmetric(frame) && pair.length > 1) return reading.joinPairs(frame.type, pair, statement);
  const subject = carrier?.subject ?? [];
  const fill = fillerOf(complements, subject);
  const hasOther = frame.targets.some((slot) => fill(slot).length > 0);
  if (isSymmetric(frame) && !hasOther && subject.length > 1) {
    return reading.joinPairs(frame.type, reading.ends(subject), statement);
  }
  const owners = ownersOf(reading, i, phrase);
  const sources = frame.source.map((slot) =>
    slot === "possessor" ? owners : slot === "modifier" ? modifierOf(phrase) : reading.ends(fill(slot)),
  );
  const targets = frame.targets.map((slot) =>
    slot === "possessor" ? owners : reading.ends(slotOfNoun(fill, frame, slot)),
  );
  if (frame.type === "funds")
    targets.push(reading.ends([...fundedWith(reading, i), ...paidBy(reading, complements.next)]));
  const means = isSymmetric(frame) ? reading.ends(partiesOfClause(reading, i, complements.next)) : [];
  const source = (sources.find((ends) => ends.length > 0) ?? means).filter((end) => canPermit(frame, end));
  if (targets.some((ends) => reading.joinEnds(frame.type, source, ends, statement))) return true;
  return frame.type === "restricts" && reading.joinEnds(frame.type, source, flowOf(phrase), statement);
}

/** "India imposed export restrictions": the flow that the noun itself names. */
function flowOf({ head: { mention } }: NounPhrase): RelationEnd[] {
  return mention?.class === "sovereignty.flow" ? [endOf(mention)] : [];
}

/** "of" is the source of some nouns and the target of others, never both. */
function slotOfNoun(fill: SlotFiller, frame: Frame, slot: Frame["targets"][number]): readonly NounPhrase[] {
  return frame.source.includes(slot) ? [] : fill(slot);
}

/** "between US and UK science agencies": what stands before the last party is the other's equal. */
function alignedParties(phrases: readonly NounPhrase[]): readonly NounPhrase[] {
  const [first, last] = [phrases[0], phrases.at(-1)];
  if (phrases.length !== 2 || last?.head.mention === undefined || last.head.mention.entity !== undefined)
    return phrases;
  const equal = last.tokens.find(
    ({ mention }) => mention !== undefined && mention.class === first?.head.mention?.class,
  );
  return equal === undefined || equal === last.head ? phrases : [first!, { ...last, head: equal }];
}

/** "US-China rivalry" */
function hyphenedPair({ tokens }: NounPhrase): RelationEnd[] {
  const second = tokens.findIndex(
    ({ hyphened, mention }, at) => hyphened && mention !== undefined && tokens[at - 1]?.mention !== undefined,
  );
  return second < 1 ? [] : tokens.slice(second - 1, second + 1).map(({ mention }) => endOf(mention!));
}

function endOf(mention: RelationEnd["mention"]): RelationEnd {
  return { start: mention.start, end: mention.end, mention };
}

function modifierOf({ tokens }: NounPhrase): RelationEnd[] {
  const last = tokens.slice(0, -1).findLast(({ mention }) => mention !== undefined)?.mention;
  return last === undefined || facetOf(last.class) !== "actor" ? [] : [endOf(last)];
}

/** Whose the noun is: "China's and India's reliance", "its reliance". */
function ownersOf(reading: SentenceReading, i: number, phrase: NounPhrase): RelationEnd[] {
  const before = reading.chunks[i - 1];
  if (before?.kind === "noun" && isPossessor(before)) return reading.ends([before]);
  const owner = before?.kind === "relative" && before.word === "whose" ? reading.chunks[i - 2] : undefined;
  return owner?.kind === "noun" ? reading.ends([owner]) : reading.ownerEnd(phrase);
}

function carrierBefore(reading: SentenceReading, i: number): Carrier | undefined {
  const { chunks, finder } = reading;
  let at = i - 1;
  if (chunks[at]?.kind === "noun" && isPossessor(chunks[at] as NounPhrase)) at--;
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

/** Verbs that are in the passive what others are in the active: "are locked in a race". */
const INVOLVING = new Set("lock engage involve entangle".split(" "));

function carries({ lemma, passive }: VerbGroup, preposition: string): boolean {
  if (preposition === "with") return RESPONDING_VERBS.has(lemma) && !passive;
  if (passive)
    return INVOLVING.has(lemma) || ((preposition === "under" || preposition === "on") && CARRYING_VERBS.has(lemma));
  return CARRYING_VERBS.has(lemma) || LACKING_VERBS.has(lemma) || lemma === "be";
}

/** What is done so is done by the clause's subject: "in partnership with Oxford", "under a deal with Moderna". */
const MEANS = new Set<string>(["in", "under", "through", "via", "by", "within"]);

/** The parties of the clause that a phrase of means stands in: its subject or, in the passive, its agent. */
function partiesOfClause(reading: SentenceReading, i: number, next: number): readonly NounPhrase[] {
  const { chunks, finder } = reading;
  const link = chunks[i - 1];
  if (link?.kind !== "preposition" || !MEANS.has(link.word)) return [];
  const named = chunks[i - 3];
  if (chunks[i - 2]?.kind === "comma" && named?.kind === "noun") return [named];
  const at = verbBefore(chunks, i - 1) ?? verbBehindFront(chunks, i - 1, next);
  const group = at === undefined ? undefined : chunks[at];
  if (at === undefined || group?.kind !== "verb") return [];
  if (group.passive) return finder.complementsFrom(at + 1, false).prepositions.get("by") ?? [];
  return finder.subjectOf(at)?.phrases ?? [];
}

/** "Under a deal with Moderna, Kenya makes": the verb behind the comma that closes what opens the sentence. */
function verbBehindFront(chunks: readonly Chunk[], first: number, next: number): number | undefined {
  if (first > 0 && chunks[first - 1]?.kind !== "stop") return undefined;
  if (chunks[next]?.kind !== "comma" || chunks[next + 1]?.kind !== "noun") return undefined;
  return chunks[next + 2]?.kind === "verb" ? next + 2 : undefined;
}

/** Verbs that say of money what it is for. */
const PAYING = new Set("support pay build finance fund cover sustain enable keep".split(" "));

/** "Grants from Norway pay for the laboratory": what the verb at chunk `at`, whose subject is money, says it is for. */
function paidBy({ chunks, finder }: SentenceReading, at: number): readonly NounPhrase[] {
  const group = chunks[at];
  if (group?.kind !== "verb" || group.passive || !PAYING.has(group.lemma)) return [];
  const { object, prepositions } = finder.complementsFrom(at + 1);
  return object.length > 0 ? object : (prepositions.get("for") ?? []);
}

/** "was built with funding from Norway", "a hub with support from Gavi": what was done with the money is funded. */
function fundedWith(reading: SentenceReading, i: number): readonly NounPhrase[] {
  const { chunks, finder } = reading;
  const link = chunks[i - 1];
  if (link?.kind !== "preposition" || !/^(?:with|through|under)$/u.test(link.word)) return [];
  const at = verbBefore(chunks, i - 1);
  const group = at === undefined ? undefined : chunks[at];
  if (at === undefined || group?.kind !== "verb") return [];
  return group.passive ? (finder.subjectOf(at)?.phrases ?? []) : finder.complementsFrom(at + 1).object;
}

/**
 * "Sanctions were imposed by the US on Iran", "its imports come from China": complements of the verb behind the noun are the
 * noun's too.
 */
function withCarrierBehind({ chunks, finder, context }: SentenceReading, own: Complements): Complements {
  const group = chunks[own.next];
  if (group?.kind !== "verb") return own;
  const isCarried = group.passive && CARRYING_VERBS.has(group.lemma) && context.coverage.passive;
  if (!isCarried && (group.passive || !COMING.has(group.lemma))) return own;
  const behind = finder.complementsFrom(own.next + 1, false);
  return { ...own, prepositions: new Map([...behind.prepositions, ...own.prepositions]) };
}

const COMING = new Set("come stem originate".split(" "));

/** "restrictions that India imposed" */
function carrierInClause(reading: SentenceReading, next: number): Carrier | undefined {
  const { chunks, finder } = reading;
  if (chunks[next]?.kind !== "relative") return undefined;
  const at = chunks.findIndex(
    (chunk, i) => i > next && chunk.kind !== "noun" && chunk.kind !== "preposition" && chunk.kind !== "conjunction",
  );
  const group = chunks[at];
  if (group?.kind !== "verb" || group.passive || at === next + 1 || !CARRYING_VERBS.has(group.lemma)) return undefined;
  const subject = finder.subjectOf(at);
  return subject === undefined ? undefined : { group, subject: subject.phrases, clauseStart: reading.tokenOf(next) };
}

/** Verbs that take what their object says for granted: who cuts their dependence depends. */
const PRESUPPOSING = new Set(
  "reduce cut end ease lift increase deepen extend expand tighten face acknowledge keep maintain".split(" "),
);

function statementOf(
  reading: SentenceReading,
  i: number,
  phrase: NounPhrase,
  frame: Frame,
  carrier: Carrier | undefined,
): Statement {
  return {
    evidence: phrase.head.mention === undefined ? phrase.head : lastWordOf(phrase),
    via: `noun:${frame.words.find((word) => phrase.head.word.startsWith(word.replace(/y$/u, ""))) ?? phrase.head.word}`,
    modality: strongest(modalityOfPhrase(reading, i, phrase), modalityOfCarrier(reading, frame, carrier)),
    confidence: CONFIDENCE,
    oneTarget: true,
  };
}

function lastWordOf({ head }: NounPhrase) {
  return { start: head.end - head.word.length, end: head.end };
}

function modalityOfPhrase({ chunks }: SentenceReading, i: number, phrase: NounPhrase): Modality {
  const before = chunks[i - 1];
  const isWithout = before?.kind === "preposition" && before.word === "without";
  const words = phrase.tokens.map(({ word }) => word);
  return strongest(
    isDenied([phrase]) || isWithout ? "negated" : "asserted",
    words.some((word) => DOUBTFUL_ADJECTIVES.has(word)) ? "possible" : "asserted",
    words.some((word) => HEARSAY_ADJECTIVES.has(word)) ? "reported" : "asserted",
  );
}

function modalityOfCarrier(
  reading: SentenceReading,
  { type, carriers }: Frame,
  carrier: Carrier | undefined,
): Modality {
  if (carrier === undefined) return "asserted";
  const { group, clauseStart, subject } = carrier;
  if (type === "depends-on" && PRESUPPOSING.has(group.lemma)) return "asserted";
  const isDone = carriers === undefined && LACKING_VERBS.has(group.lemma);
  const lacks = isDone || isDenied(subject) ? "negated" : "asserted";
  const means =
    group.lemma === "propose" ||
    group.lemma === "consider" ||
    group.lemma === "negotiate" ||
    group.lemma === "seek" ||
    group.lemma === "threaten"
      ? "possible"
      : "asserted";
  return strongest(reading.modalityOf(group, clauseStart), lacks, means);
}

/** Who is called by the name of a role, and how surely. */
interface Holder {
  readonly phrases: readonly NounPhrase[];
  readonly modality: Modality;
  /** Whether nobody but the role itself is named: "providers of cloud services". */
  readonly isRole: boolean;
  /** Whom "its" before the role means, where the verb says so: "chosen by Kenya as its supplier". */
  readonly owners?: readonly NounPhrase[];
}

/** "X is the largest supplier of Y", "X, a supplier of Y", "Y's supplier X", "suppliers of Y" */
function readRole(reading: SentenceReading, i: number, phrase: NounPhrase): void {
  const noun = roleIn(phrase);
  const frames = noun === undefined ? undefined : ROLE_NOUNS.get(noun.word);
  if (noun === undefined || frames === undefined) return;
  const holder =
    noun === phrase.head ? holderOf(reading, i) : ({ phrases: [phrase], modality: "asserted", isRole: false } as const);
  if (holder === undefined) return;
  const statement = {
    evidence: noun.mention === undefined ? noun : lastWordOf(phrase),
    via: `role:${noun.word}`,
    modality: strongest(holder.modality, modalityOfPhrase(reading, i, phrase)),
    confidence: CONFIDENCE,
    oneTarget: true,
  };
  for (const frame of frames) if (joinRole(reading, i, phrase, frame, holder, statement)) return;
}

function joinRole(
  reading: SentenceReading,
  i: number,
  phrase: NounPhrase,
  frame: Frame,
  holder: Holder,
  statement: Statement,
): boolean {
  if (holder.isRole && frame.type !== "supplies" && frame.type !== "controls") return false;
  if (holder.isRole && frame.type === "supplies" && !frame.targets.includes("to")) return false;
  if (holder.isRole && frame.source[0] !== "subject") return false;
  const fill = fillerOf(reading.finder.complementsFrom(i + 1, false), holder.phrases);
  const owners = ownersOfRole(reading, i, phrase, holder);
  const endsOf = (slots: readonly Slot[]) =>
    slots
      .map((slot) => (slot === "possessor" ? owners : reading.ends(fill(slot))))
      .map((ends) => ends.filter((end) => canHave(frame, end)))
      .filter((ends) => ends.length > 0);
  const isJoined = endsOf(frame.source).some((sources) =>
    endsOf(frame.targets).some((targets) => reading.joinEnds(frame.type, sources, targets, statement)),
  );
  if (isJoined || !isSymmetric(frame) || holder.phrases.length < 2) return isJoined;
  return reading.joinPairs(frame.type, reading.ends(holder.phrases), statement);
}

/** A state's regulator does not regulate the state; what a state or a bloc is made of is no possession. */
function canHave({ type, words }: Frame, { mention }: RelationEnd): boolean {
  if (type === "regulates") return mention.class !== "actor.state" || !words.includes("regulator");
  if (!words.includes("part")) return true;
  return !/^actor\.(?:state|intergovernmental|research|community)$/u.test(mention.class);
}

/** Whose role it is: "Kenya's supplier", "its supplier", "an Amgen subsidiary", "the Illumina rival MGI". */
function ownersOfRole(
  reading: SentenceReading,
  i: number,
  phrase: NounPhrase,
  { owners }: Holder,
): readonly RelationEnd[] {
  const named = ownersOf(reading, i, phrase);
  if (named.length > 0) return named;
  if (/^(?:its|their)$/u.test(phrase.determiner) && owners !== undefined) return reading.ends(owners);
  const last = phrase.tokens.slice(0, -1).findLast(({ mention }) => mention !== undefined);
  const isNamed = last?.mention?.entity !== undefined && !NATIONALITY_WORDS.has(last.word);
  return isNamed && OWNING.has(last.mention.class) ? [endOf(last.mention)] : [];
}

/** Those whose name before a role is no nationality. */
const OWNING = new Set(["actor.company", "actor.research", "actor.civil-society", "actor.agency"]);

/** The word that names the role: the head of a phrase, or what stands before the name in it. A name is no role. */
function roleIn({ head, tokens }: NounPhrase): Token | undefined {
  const title = tokens.at(-2);
  if (head.mention !== undefined && title?.mention === undefined && ROLE_NOUNS.has(title?.word ?? "")) return title;
  const { mention } = head;
  return mention === undefined || (mention.entity === undefined && facetOf(mention.class) === "actor")
    ? head
    : undefined;
}

/** The subject of "is", the phrase before the comma of an apposition, or nobody but the role. */
function holderOf(reading: SentenceReading, i: number): Holder | undefined {
  const { chunks, finder } = reading;
  const before = chunks[i - 1];
  const at = beforeSelection(chunks, before?.kind === "noun" && isPossessor(before) ? i - 2 : i - 1);
  const link = chunks[at];
  if (link?.kind === "subordinator" && link.word === "as") return holderBeforeAs(reading, at);
  if (link?.kind === "verb" && link.lemma === "be") {
    const subject = finder.subjectOf(at);
    if (subject === undefined) return undefined;
    const denied: Modality = isDenied(subject.phrases) ? "negated" : "asserted";
    const modality = strongest(reading.modalityOf(link, reading.tokenOf(subject.first)), denied);
    return { phrases: subject.phrases, modality, isRole: false };
  }
  const phrase = chunks[i] as NounPhrase;
  const named = nameBehindBe(reading, i);
  if (named !== undefined) return named;
  const apposed = nameBehind(chunks, i);
  if (apposed !== undefined) return { phrases: [apposed], modality: "asserted", isRole: false };
  const apposedTo = chunks[at - 1];
  const isAside = /^(?:an?|the|one|its|their)$/u.test(phrase.determiner) || at < i - 1 || phrase.head.word === "part";
  const isApposed = link?.kind === "comma" && apposedTo?.kind === "noun" && isAside;
  if (isApposed) return { phrases: [apposedTo], modality: "asserted", isRole: false };
  return phrase.head.mention === undefined ? undefined : { phrases: [phrase], modality: "asserted", isRole: true };
}

/** "Kenya's main supplier is Roche" */
function nameBehindBe(reading: SentenceReading, i: number): Holder | undefined {
  const { chunks, finder } = reading;
  const { next } = finder.complementsFrom(i + 1, false);
  const [verb, name] = [chunks[next], chunks[next + 1]];
  if (verb?.kind !== "verb" || verb.lemma !== "be" || name?.kind !== "noun") return undefined;
  if (name.head.mention?.entity === undefined) return undefined;
  const phrases = finder.phrasesFrom(next + 1);
  return { phrases, modality: reading.modalityOf(verb, reading.tokenOf(i)), isRole: false };
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
  if (ACTING_VERBS.has(group.lemma)) return { phrases: subject?.phrases ?? [], modality, isRole: false };
  if (!NAMING_VERBS.has(group.lemma)) return undefined;
  const { object, prepositions } = finder.complementsFrom(at + 1);
  const [phrases, owners] = group.passive ? [subject?.phrases, prepositions.get("by")] : [object, subject?.phrases];
  return { phrases: phrases ?? [], modality, isRole: false, owners: owners ?? [] };
}

/** Things that a company makes: "sequencers from Illumina". Data and samples from somewhere are not supplied. */
const PRODUCTS = new Set([
  "infrastructure.production",
  "infrastructure.sequencing",
  "infrastructure.compute",
  "infrastructure.ai",
]);

/** "machines from Illumina": what comes from a company is supplied by it. */
function readOrigin(reading: SentenceReading, i: number, phrase: NounPhrase): void {
  const { head } = phrase;
  if (head.mention === undefined || !PRODUCTS.has(head.mention.class)) return;
  const link = reading.chunks[i + 1];
  if (link?.kind !== "preposition" || link.word !== "from" || reading.chunks[i + 2]?.kind !== "noun") return;
  const makers = reading
    .ends(reading.finder.phrasesFrom(i + 2))
    .filter(({ mention }) => mention.class === "actor.company");
  const modality = modalityOfPhrase(reading, i, phrase);
  reading.joinEnds("supplies", makers, reading.ends([phrase]), {
    evidence: reading.context.tokens[link.first]!,
    via: "noun:from",
    modality,
    confidence: ORIGIN_CONFIDENCE,
    oneTarget: true,
  });
}

/** It is likely, but the text says so of a sale or a gift only. */
const ORIGIN_CONFIDENCE = 0.6;
