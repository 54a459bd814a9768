import { facetOf } from "../../../taxonomy/scheme";
import { modalityOfControl } from "../arguments/control";
import type { VerbGroup } from "../chunks";
import type { Frame } from "../frames";
import { type Modality, strongest } from "../modality";
import { isDenied } from "../noun-phrases";
import { isSymmetric, type SentenceReading, type Statement } from "../sentence-relations";
import { VERB_FRAMES_BY_LEMMA } from "../word-classes";
import { type Clause, readClause } from "./clause";
import { readHyphenedParticiples } from "./hyphened-participles";
import { hasKind } from "./object-kinds";
import { deedOf, readProhibition } from "./prohibitions";
import { readReceiver } from "./receivers";
import { isJoint, isReciprocal } from "./joint-subjects";

const CONFIDENCE = 0.9;

/** Relations that verbs state: active, passive, relative, participial, and names joined to participles by a hyphen. */
export function readVerbRelations(reading: SentenceReading): void {
  const { coverage } = reading.context;
  reading.chunks.forEach((chunk, i) => {
    if (chunk.kind === "verb" && (!chunk.passive || coverage.passive)) readVerb(reading, i, chunk);
    else if (chunk.kind === "noun" && coverage.passive) readHyphenedParticiples(reading, chunk);
  });
}

function readVerb(reading: SentenceReading, i: number, group: VerbGroup): void {
  const frames = VERB_FRAMES_BY_LEMMA.get(group.lemma);
  const clause = frames === undefined ? undefined : readClause(reading, i, group);
  if (frames === undefined || clause === undefined) return;
  const statement = statementOf(clause);
  readProhibition(clause, statement);
  let isJoined = false;
  for (const frame of frames) {
    if (isJoined && frame.besides !== true) continue;
    if (holds(frame, clause)) isJoined = readFrame(clause, frame, statedBy(frame, statement)) || isJoined;
  }
  if (isJoined && !group.passive && isJoint(clause)) {
    reading.joinPairs("partners-with", reading.ends(clause.fill("subject")), statement);
  }
}

/** Whether a frame's conditions on the verb and what stands beside it are met. */
function holds({ voice, object }: Frame, clause: Clause): boolean {
  const { reading, group, i } = clause;
  if (voice !== undefined && (voice === "passive") !== group.passive) return false;
  if (object === undefined) return true;
  if ((object === "refused" || object === "duty") && !isLedOn(reading, i)) return false;
  if (object === "refused" && group.modality !== "negated") return false;
  if (object === "barred" && deedOf(reading, i) === undefined) return false;
  return hasKind(clause, object);
}

/** "requires companies to report": whether an infinitive follows the verb at chunk `i` and its object. */
function isLedOn({ chunks, finder }: SentenceReading, i: number): boolean {
  const group = chunks[i] as VerbGroup;
  const next = chunks[group.passive ? i + 1 : finder.complementsFrom(i + 1).next];
  return next?.kind === "verb" && next.form === "infinitive";
}

function statementOf({ reading, group, subject, complements, i }: Clause): Statement {
  const isNegated = isDenied([...subject.phrases, ...complements.object]) || isWithout(reading, i);
  const voice = group.passive ? "passive" : group.form === "finite" ? "active" : group.form;
  const modality: Modality = isNegated
    ? "negated"
    : strongest(reading.modalityOf(group, reading.tokenOf(subject.first)), modalityOfControl(reading.chunks, i));
  return { evidence: group.head, via: `${voice}:${group.lemma}`, modality, confidence: CONFIDENCE, oneTarget: false };
}

function isWithout({ chunks }: SentenceReading, i: number): boolean {
  const before = chunks[i - 1];
  return before?.kind === "preposition" && before.word === "without";
}

/** What a verb states by one of its frames. */
function statedBy({ object, inverts }: Frame, statement: Statement): Statement {
  if (object === "refused") return { ...statement, modality: "asserted" };
  if (inverts !== true) return statement;
  return { ...statement, modality: statement.modality === "negated" ? "asserted" : "negated" };
}

/** Joins what fills a frame's slots; returns whether any relation was found. */
function readFrame(clause: Clause, frame: Frame, statement: Statement): boolean {
  const { reading, fill } = clause;
  if (isSupplied(clause, statement)) return true;
  if (isSymmetric(frame) && (frame.source[0] === "object" || isReciprocal(clause))) {
    const parties = frame.source[0] === "object" ? fill("object") : fill("subject");
    return reading.joinPairs(frame.type, reading.ends(parties), statement);
  }
  const isJoined = reading.join(frame, fill, statement);
  return readReceiver(clause, frame, statement) || isJoined;
}

/** "Kenya is supplied by Roche": who is supplied by somebody depends on them. */
function isSupplied({ reading, group, fill }: Clause, statement: Statement): boolean {
  if (!group.passive || group.lemma !== "supply") return false;
  const supplied = reading.ends(fill("object")).filter(({ mention }) => facetOf(mention.class) === "actor");
  return reading.joinEnds("depends-on", supplied, reading.ends(fill("subject")), statement);
}
