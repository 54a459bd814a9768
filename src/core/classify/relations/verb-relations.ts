import { facetOf } from "../../taxonomy/scheme";
import { NATIONALITY_WORDS } from "../../tagger/nationality-words";
import { type Complements, standsFor, type Subject } from "./arguments";
import type { Chunk, NounPhrase, VerbGroup } from "./chunks";
import type { Frame, ObjectKind, Preposition, Slot } from "./frames";
import { type Modality, strongest } from "./modality";
import { isPlural } from "./resolution";
import type { Token } from "./sentence-tokens";
import {
  fillerOf,
  isDenied,
  isSymmetric,
  type SentenceReading,
  type SlotFiller,
  type Statement,
} from "./sentence-relations";
import { DENYING_VERBS, FRAME_NOUNS, INTENDING_VERBS, isMoney, VERB_FRAMES_BY_LEMMA, VERBS } from "./word-classes";

const CONFIDENCE = 0.9;

/** Verbs whose passive names who does it as a place: "hosted on Azure", "held in the UK Biobank". */
const HOLDING = new Set("host store hold house keep".split(" "));
const GIVING = new Set("finance fund sponsor subsidize subsidise cofund cofinance".split(" "));
const AGENTS: readonly Preposition[] = ["by"];
const HOLDING_PLACES: readonly Preposition[] = ["by", "on", "in", "at"];
const GIVING_PLACES: readonly Preposition[] = ["by", "from"];
/** Verbs that take the receiver before the thing: "sent Kenya vaccines". */
const TWO_OBJECTS = new Set("give grant deny offer send sell lend pay award".split(" "));
/** Verbs that a plural subject does with each other; "work" only with "together". */
const RECIPROCAL = new Set("collaborate cooperate partner compete agree ally vie race".split(" "));

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
  const subject = withParallelSubject(reading, named);
  const complements = withGap(reading, withSharedObject(reading, i), subject);
  const own = fillerOf(complements, subject.phrases);
  const fill = group.passive ? passiveFiller(own, group.lemma) : own;
  const statement = statementOf(reading, i, group, subject, complements);
  if (DENYING_VERBS.has(group.lemma)) readForbidden(reading, i, subject, statement);
  let isJoined = false;
  for (const frame of frames) {
    if (isJoined && frame.besides !== true) continue;
    if (frame.voice !== undefined && (frame.voice === "passive") !== group.passive) continue;
    const isRefusal = frame.object === "refused";
    if ((isRefusal || frame.object === "duty") && !isLedOn(reading, i)) continue;
    if (isRefusal && group.modality !== "negated") continue;
    if (frame.object !== undefined && !isOfKind(reading, frame.object, OBJECT_SLOTS[frame.object].flatMap(own)))
      continue;
    isJoined =
      readFrame(reading, i, group, frame, fill, isRefusal ? { ...statement, modality: "asserted" } : statement) ||
      isJoined;
  }
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
  const [mention, ...more] = parallel?.phrases.flatMap(standsFor) ?? [];
  if (parallel === undefined || mention === undefined || more.length > 0) return subject;
  return isPlural(mention) === (pronoun!.head.word === "they") ? { ...subject, phrases: parallel.phrases } : subject;
}

/** Whether it is a finite verb of no relative clause. */
function isMainVerb({ chunks, finder }: SentenceReading, chunk: Chunk, i: number): boolean {
  if (chunk.kind !== "verb" || chunk.form !== "finite") return false;
  const first = finder.subjectOf(i)?.first;
  return first !== undefined && chunks[first]?.kind !== "relative" && chunks[first - 1]?.kind !== "relative";
}

/** Where the thing stands that a frame asks a kind of, in the active and the passive. */
const OBJECT_SLOTS: Readonly<Record<ObjectKind, readonly Slot[]>> = {
  data: ["object", "subject"],
  money: ["object", "subject"],
  company: ["object", "subject"],
  flow: ["object", "subject"],
  available: ["object"],
  listed: ["on", "to"],
  shareable: ["object", "subject"],
  goods: ["object", "subject"],
  store: ["in", "on", "at"],
  network: ["to"],
  duty: ["object"],
  refused: ["object"],
};

function readFrame(
  reading: SentenceReading,
  i: number,
  group: VerbGroup,
  frame: Frame,
  fill: SlotFiller,
  statement: Statement,
): boolean {
  if (group.passive && group.lemma === "supply" && isSupplied(reading, fill, statement)) return true;
  if (isSymmetric(frame) && isReciprocal(reading, i, group, fill)) {
    return reading.joinPairs(frame.type, reading.ends(fill("subject")), statement);
  }
  const found = reading.join(frame, fill, statement);
  return (TWO_OBJECTS.has(group.lemma) && readReceiver(reading, i, frame, fill, statement)) || found;
}

/** "prohibits firms from exporting sequencers": what the deed is done to is restricted, though the party has no name. */
function readForbidden(reading: SentenceReading, i: number, subject: Subject, statement: Statement): void {
  const { finder, chunks } = reading;
  const { next } = finder.complementsFrom(i + 1);
  const [link, deed] = [chunks[next], chunks[next + 1]];
  if (link?.kind !== "preposition" || link.word !== "from" || deed?.kind !== "verb" || deed.form !== "ing") return;
  const things = reading.ends(finder.complementsFrom(next + 2).object);
  const flows = things.filter(({ mention }) => facetOf(mention.class) !== "actor");
  reading.joinEnds("restricts", reading.ends(subject.phrases), flows, { ...statement, via: `from:${deed.lemma}` });
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

/** "the data that China holds", "suppliers on which Europe depends": what a relative clause is about fills its gap. */
function withGap({ chunks }: SentenceReading, complements: Complements, subject: Subject): Complements {
  const at = subject.first - 1;
  if (chunks[at]?.kind !== "relative") return complements;
  const link = chunks[at - 1];
  const antecedent = link?.kind === "preposition" ? chunks[at - 2] : link?.kind === "comma" ? chunks[at - 2] : link;
  if (antecedent?.kind !== "noun") return complements;
  if (link?.kind === "preposition") {
    return {
      ...complements,
      prepositions: new Map([[link.word as Preposition, [antecedent]], ...complements.prepositions]),
    };
  }
  return complements.object.length > 0 ? complements : { ...complements, object: [antecedent] };
}

function passiveFiller(fill: SlotFiller, lemma: string): SlotFiller {
  const places = HOLDING.has(lemma) ? HOLDING_PLACES : GIVING.has(lemma) ? GIVING_PLACES : AGENTS;
  return (slot) => {
    if (slot === "object") return fill("subject");
    if (slot === "subject") return places.map(fill).find((phrases) => phrases.length > 0) ?? [];
    return fill(slot);
  };
}

function statementOf(
  reading: SentenceReading,
  i: number,
  group: VerbGroup,
  subject: Subject,
  { object }: Complements,
): Statement {
  const clauseStart = reading.tokenOf(subject.first);
  const led = modalityOfLeaders(reading, i, group);
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

/** What the verbs that lead to an infinitive make of it: "urges China to share", "ask the UN to help them to own". */
function modalityOfLeaders(reading: SentenceReading, i: number, { form }: VerbGroup): Modality {
  const { finder, chunks } = reading;
  const at = form === "infinitive" ? finder.leaderOf(i) : undefined;
  const leader = at === undefined ? undefined : chunks[at];
  if (leader?.kind !== "verb") return "asserted";
  const own: Modality = INTENDING_VERBS.has(leader.lemma) ? "possible" : "asserted";
  return strongest(own, leader.modality, modalityOfLeaders(reading, at!, leader));
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

function isOfKind({ context }: SentenceReading, kind: ObjectKind, phrases: readonly NounPhrase[]): boolean {
  return phrases.some(({ head, tokens }) => {
    switch (kind) {
      case "data":
        return head.mention?.class === "infrastructure.data" || DATA_WORDS.test(head.word);
      case "company":
        return head.mention?.class === "actor.company";
      case "flow":
        return head.mention?.class === "sovereignty.flow" || FRAME_NOUNS.get(head.word)?.[0]?.type === "supplies";
      case "listed":
        return /^(?:list|lists|blacklist|registry)$/u.test(head.word);
      case "shareable":
        return isShareable(head);
      case "goods":
        return head.mention !== undefined && GOODS.has(head.mention.class);
      case "network":
        return head.mention !== undefined && NETWORKS.has(head.mention.class);
      case "duty":
      case "refused":
        return head.mention !== undefined && facetOf(head.mention.class) === "actor";
      case "store":
        return head.mention !== undefined && STORES.has(head.mention.class);
      case "available":
        return head.word === "available" || head.word === "accessible";
      case "money":
        return isMoney(context.sentence.slice(Math.max(0, tokens[0]!.start - 1), head.end));
    }
  });
}
