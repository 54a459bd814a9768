import { facetOf } from "../../../taxonomy/scheme";
import { NATIONALITY_WORDS } from "../../../tagger/nationality-words";
import type { Complements, Subject } from "../arguments/arguments";
import { modalityOfControl } from "../arguments/control";
import { isFreeRelative, withGap } from "../arguments/relative-clauses";
import type { Chunk, NounPhrase, VerbGroup } from "../chunks";
import type { Frame, ObjectKind, Preposition, Slot } from "../frames";
import { type Modality, strongest } from "../modality";
import { isDenied, standsFor } from "../noun-phrases";
import { isPlural } from "../resolution";
import type { Token } from "../token";
import { fillerOf, isSymmetric, type SentenceReading, type SlotFiller, type Statement } from "../sentence-relations";
import {
  BARRING_VERBS,
  DENYING_VERBS,
  FRAME_NOUNS,
  GIFT_NOUNS,
  isMoney,
  OFFERINGS,
  VERB_FRAMES_BY_LEMMA,
  VERBS,
} from "../word-classes";

const CONFIDENCE = 0.9;

/** Verbs whose passive names who does it as a place: "hosted on Azure", "held in the UK Biobank". */
const HOLDING = new Set("host store hold house keep".split(" "));
const GIVING = new Set("finance fund sponsor subsidize subsidise cofund cofinance".split(" "));
const AGENTS: readonly Preposition[] = ["by"];
const HOLDING_PLACES: readonly Preposition[] = ["by", "on", "in", "at"];
const GIVING_PLACES: readonly Preposition[] = ["by", "from"];
/** Verbs that take the receiver before the thing: "sent Kenya vaccines". */
const TWO_OBJECTS = new Set(
  "give grant deny offer send sell lend pay award promise pledge allocate hand ship bring provide supply".split(" "),
);
/** Verbs that a plural subject does with each other; "work" only with "together". */
const RECIPROCAL = new Set([
  ..."collaborate cooperate partner compete agree ally vie race merge".split(" "),
  "team up",
]);

/** Relations that verbs state: active, passive, relative, participial, and names joined to participles by a hyphen. */
export function readVerbRelations(reading: SentenceReading): void {
  reading.chunks.forEach((chunk, i) => {
    if (chunk.kind === "verb") readVerb(reading, i, chunk);
    else if (chunk.kind === "noun" && reading.context.coverage.passive) readHyphened(reading, chunk);
  });
}

function readVerb(reading: SentenceReading, i: number, group: VerbGroup): void {
  const frames = VERB_FRAMES_BY_LEMMA.get(group.lemma);
  if (frames === undefined || (group.passive && !reading.context.coverage.passive)) return;
  const named = reading.finder.subjectOf(i);
  if (named === undefined) return;
  if (isFreeRelative(reading.chunks, named)) return;
  const subject = withParallelSubject(reading, named);
  const complements = withGap(reading.chunks, withSharedObject(reading, i), subject);
  const own = fillerOf(complements, subject.phrases);
  const fill = group.passive ? passiveFiller(own, group.lemma) : own;
  const statement = statementOf(reading, i, group, subject, complements);
  if (DENYING_VERBS.has(group.lemma) || BARRING_VERBS.has(group.lemma)) readForbidden(reading, i, subject, statement);
  let isJoined = false;
  for (const frame of frames) {
    if (isJoined && frame.besides !== true) continue;
    if (!holds(reading, i, group, frame, own)) continue;
    isJoined = readFrame(reading, i, group, frame, fill, statedBy(frame, statement)) || isJoined;
  }
  if (isJoined && !group.passive && isJoint(reading, group, complements)) {
    reading.joinPairs("partners-with", reading.ends(fill("subject")), statement);
  }
}

/** Whether a frame's conditions on the verb and what stands beside it are met. */
function holds(reading: SentenceReading, i: number, group: VerbGroup, frame: Frame, own: SlotFiller): boolean {
  const { voice, object } = frame;
  if (voice !== undefined && (voice === "passive") !== group.passive) return false;
  if (object === undefined) return true;
  if ((object === "refused" || object === "duty") && !isLedOn(reading, i)) return false;
  if (object === "refused" && group.modality !== "negated") return false;
  if (object === "barred" && deedOf(reading, i) === undefined) return false;
  return isOfKind(reading, object, phrasesOfKind(object, group, own));
}

function statedBy({ object, inverts }: Frame, statement: Statement): Statement {
  if (object === "refused") return { ...statement, modality: "asserted" };
  if (inverts !== true) return statement;
  return { ...statement, modality: statement.modality === "negated" ? "asserted" : "negated" };
}

/** "Yale and Oxford run the laboratory jointly" */
function isJoint({ context, chunks }: SentenceReading, { first }: VerbGroup, { next }: Complements): boolean {
  const end = chunks[next]?.first ?? context.tokens.length;
  return context.tokens.slice(first, end).some(({ word }) => word === "jointly" || word === "together");
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

/** Where the thing stands that a frame asks a kind of: for most kinds, what the verb is done to. */
const SLOTS_OF_KIND: Readonly<Partial<Record<ObjectKind, readonly Slot[]>>> = {
  displaced: ["from"],
  listed: ["on", "to"],
  machine: ["to", "onto", "into"],
  network: ["to", "object", "from"],
  store: ["in", "on", "at", "with"],
  vendor: ["object", "on", "upon"],
};

/** The thing done to is the object, or the subject of a passive and of verbs without an object. */
function phrasesOfKind(kind: ObjectKind, { passive }: VerbGroup, own: SlotFiller): readonly NounPhrase[] {
  const slots = SLOTS_OF_KIND[kind];
  if (slots !== undefined) return slots.flatMap(own);
  const object = own("object");
  return passive || object.length === 0 ? own("subject") : object;
}

function readFrame(
  reading: SentenceReading,
  i: number,
  group: VerbGroup,
  frame: Frame,
  fill: SlotFiller,
  statement: Statement,
): boolean {
  if (group.passive && group.lemma === "supply" && isSupplied(reading, fill, statement)) return true;
  if (isSymmetric(frame) && frame.source[0] === "object") {
    return reading.joinPairs(frame.type, reading.ends(fill("object")), statement);
  }
  if (isSymmetric(frame) && isReciprocal(reading, i, group, fill)) {
    return reading.joinPairs(frame.type, reading.ends(fill("subject")), statement);
  }
  const found = reading.join(frame, fill, statement);
  return (TWO_OBJECTS.has(group.lemma) && readReceiver(reading, i, frame, fill, statement)) || found;
}

/** "prohibits firms from exporting sequencers": what the deed is done to is restricted, though the party has no name. */
function readForbidden(reading: SentenceReading, i: number, subject: Subject, statement: Statement): void {
  const deed = deedOf(reading, i);
  if (deed === undefined) return;
  const things = reading.ends(reading.finder.complementsFrom(deed.at + 1).object);
  const flows = things.filter(({ mention }) => facetOf(mention.class) !== "actor");
  reading.joinEnds("restricts", reading.ends(subject.phrases), flows, { ...statement, via: `from:${deed.lemma}` });
}

/** What the object of the verb at chunk `i` is kept from: "from exporting", "to export". */
function deedOf({ finder, chunks }: SentenceReading, i: number): { at: number; lemma: string } | undefined {
  const { next } = finder.complementsFrom(i + 1);
  const link = chunks[next];
  const at = link?.kind === "preposition" && link.word === "from" ? next + 1 : next;
  const deed = chunks[at];
  if (deed?.kind !== "verb" || deed.form !== (at === next ? "infinitive" : "ing")) return undefined;
  const takesInfinitive = (chunks[i] as VerbGroup).lemma === "forbid" || (chunks[i] as VerbGroup).lemma === "prohibit";
  return at === next && !takesInfinitive ? undefined : { at, lemma: deed.lemma };
}

/** "requires companies to report": whether an infinitive follows the verb at chunk `i` and its object. */
function isLedOn({ chunks, finder }: SentenceReading, i: number): boolean {
  const group = chunks[i] as VerbGroup;
  const next = chunks[group.passive ? i + 1 : finder.complementsFrom(i + 1).next];
  return next?.kind === "verb" && next.form === "infinitive";
}

/** Who is supplied by somebody depends on them. */
function isSupplied(reading: SentenceReading, fill: SlotFiller, statement: Statement): boolean {
  const supplied = reading.ends(fill("object")).filter(({ mention }) => facetOf(mention.class) === "actor");
  return reading.joinEnds("depends-on", supplied, reading.ends(fill("subject")), statement);
}

function isReciprocal({ chunks, context }: SentenceReading, i: number, group: VerbGroup, fill: SlotFiller): boolean {
  if (fill("with").length + fill("alongside").length + fill("against").length > 0 || fill("subject").length < 2)
    return false;
  const next = context.tokens[chunks[i]!.last + 1]?.word;
  return RECIPROCAL.has(group.lemma) || (group.lemma === "work" && next === "together");
}

/** "sent Kenya vaccines": the name before the thing receives it; "sold Chinese vaccines" names no receiver. */
function readReceiver(
  reading: SentenceReading,
  i: number,
  frame: Frame,
  fill: SlotFiller,
  statement: Statement,
): boolean {
  const object = reading.chunks[i + 1];
  if (object?.kind !== "noun" || !frame.targets.includes("object")) return false;
  const receivers = object.tokens
    .slice(0, -1)
    .filter(
      ({ mention, word }) =>
        mention !== undefined && facetOf(mention.class) === "actor" && !NATIONALITY_WORDS.has(word),
    )
    .map(({ mention }) => ({ start: mention!.start, end: mention!.end, mention: mention! }));
  return reading.joinEnds(frame.type, reading.ends(fill("subject")), receivers, statement);
}

/** "holds and controls the samples": the object of the second verb is the first one's too. */
function withSharedObject({ finder, chunks, context }: SentenceReading, i: number): Complements {
  const own = finder.complementsFrom(i + 1);
  const isJoined = chunks[i + 1]?.kind === "conjunction" && chunks[i + 2]?.kind === "verb";
  return isJoined && context.coverage.coordination ? finder.complementsFrom(i + 3) : own;
}

function passiveFiller(fill: SlotFiller, lemma: string): SlotFiller {
  const places = HOLDING.has(lemma) ? HOLDING_PLACES : GIVING.has(lemma) ? GIVING_PLACES : AGENTS;
  return (slot) => {
    if (slot === "object") return fill("subject");
    if (slot === "subject") return places.map(fill).find((phrases) => phrases.some(isNamed)) ?? fill("by");
    return fill(slot);
  };
}

/** "by a loan from Norway" names the giver behind the second preposition. */
function isNamed(phrase: NounPhrase): boolean {
  return phrase.head.kind === "pronoun" || standsFor(phrase, GIFT_NOUNS).length > 0;
}

function statementOf(
  reading: SentenceReading,
  i: number,
  group: VerbGroup,
  subject: Subject,
  { object }: Complements,
): Statement {
  const clauseStart = reading.tokenOf(subject.first);
  const led = modalityOfControl(reading.chunks, i);
  const denied: Modality = isDenied([...subject.phrases, ...object]) || isWithout(reading, i) ? "negated" : "asserted";
  const voice = group.passive ? "passive" : group.form === "finite" ? "active" : group.form;
  return {
    evidence: group.head,
    via: `${voice}:${group.lemma}`,
    modality: strongest(reading.modalityOf(group, clauseStart), led, denied),
    confidence: CONFIDENCE,
    oneTarget: false,
  };
}

function isWithout({ chunks }: SentenceReading, i: number): boolean {
  const before = chunks[i - 1];
  return before?.kind === "preposition" && before.word === "without";
}

/** "Microsoft-hosted records", "Chinese-owned companies" */
function readHyphened(reading: SentenceReading, phrase: NounPhrase): void {
  const { tokens } = phrase;
  tokens.forEach((token, at) => {
    const owner = tokens[at - 1]?.mention;
    const verb = VERBS.get(token.word);
    if (!token.hyphened || owner === undefined || verb?.forms.includes("participle") !== true) return;
    const source = [{ start: owner.start, end: owner.end, mention: owner }];
    for (const { type, source: slots, voice, object } of VERB_FRAMES_BY_LEMMA.get(verb.lemma) ?? []) {
      if (slots[0] !== "subject" || voice === "active") continue;
      if (object !== undefined && !isOfKind(reading, object, [phrase])) continue;
      const statement = {
        evidence: token,
        via: `hyphen:${verb.lemma}`,
        modality: "asserted",
        confidence: CONFIDENCE,
        oneTarget: false,
      } as const;
      if (reading.joinEnds(type, source, reading.ends([phrase]), statement)) return;
    }
  });
}

const DATA_WORDS = /^(?:data|records?|samples?|sequences?|specimens?|isolates?|information|genomes?)$/u;

const SHAREABLE_WORDS =
  /^(?:them|reports|findings|results|expertise|technology|technologies|know|evidence|access|intelligence)$/u;

/** What is shared may be data, goods or knowledge, but no border, view or burden. */
function isShareable({ mention, word }: Token): boolean {
  if (mention !== undefined) return facetOf(mention.class) !== "actor";
  return DATA_WORDS.test(word) || SHAREABLE_WORDS.test(word);
}

/** What is made and sold. */
const GOODS = new Set([
  "infrastructure.production",
  "infrastructure.sequencing",
  "infrastructure.clinical",
  "infrastructure.compute",
]);

/** What a collection or platform that "belongs to" it is a member of. */
const NETWORKS = new Set(["actor.research", "actor.intergovernmental", "infrastructure.exchange"]);

/** Where data and samples are kept, other than a country. */
const STORES = new Set(["infrastructure.compute", "infrastructure.data", "infrastructure.research", "actor.company"]);

const SHARE_WORDS = /^(?:percent|%|stake|share|shares|half|majority|third|quarter|holding|shareholding)$/u;

function isOfKind({ context }: SentenceReading, kind: ObjectKind, phrases: readonly NounPhrase[]): boolean {
  if (kind === "wares") return !phrases.some(isData);
  return phrases.some((phrase) => {
    const { head, measure = head, tokens } = phrase;
    switch (kind) {
      case "data":
        return isData(phrase);
      case "company":
        return head.mention?.class === "actor.company";
      case "flow":
        return isFlow(measure) || isFlow(head);
      case "listed":
        return /^(?:list|lists|blacklist|registry|alert|watchlist)$/u.test(head.word);
      case "shareable":
        return isShareable(head);
      case "goods":
        return head.mention !== undefined && GOODS.has(head.mention.class);
      case "network":
        return head.mention !== undefined && NETWORKS.has(head.mention.class);
      case "barred":
      case "duty":
      case "refused":
        return head.mention !== undefined && facetOf(head.mention.class) === "actor";
      case "rival":
        return standsFor(phrase).some((mention) => facetOf(mention.class) === "actor");
      case "displaced":
        return true;
      case "machine":
        return standsFor(phrase).some((mention) => /^(?:infrastructure\.compute|actor\.company)$/u.test(mention.class));
      case "vendor":
        return standsFor(phrase, OFFERINGS).some(
          (mention) =>
            mention.class === "actor.company" || (mention.entity !== undefined && MACHINES.has(mention.class)),
        );
      case "named":
        return head.mention?.entity !== undefined;
      case "share":
        return SHARE_WORDS.test(measure.word);
      case "store":
        return head.mention !== undefined && STORES.has(head.mention.class);
      case "available":
        return head.word === "available" || head.word === "accessible";
      case "money":
        return isMoney(context.sentence.slice(Math.max(0, Math.min(measure.start, tokens[0]!.start) - 1), head.end));
    }
  });
}

function isFlow({ mention, word }: Token): boolean {
  if (mention !== undefined) return mention.class === "sovereignty.flow";
  return /^imports?$/u.test(word) || FRAME_NOUNS.get(word)?.[0]?.type === "supplies";
}

function isData({ head }: NounPhrase): boolean {
  return head.mention?.class === "infrastructure.data" || DATA_WORDS.test(head.word);
}

/** What somebody who uses it comes to need. */
const MACHINES = new Set(["infrastructure.compute", "infrastructure.ai", "infrastructure.exchange"]);
