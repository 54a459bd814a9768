import { SentenceReader } from "../../tagger/grammar/grammar";
import { readTerms, type SentenceTerm } from "../../tagger/grammar/sentence-terms";
import type { RelatableMention } from "./relation-mention";
import { hashFolded } from "../../text/code-units";
import type { TextFormat } from "../../text/format";
import { type Passage, readPassages } from "../../text/passages";
import { contains, overlapping, overlaps, type Span } from "../../text/span";
import { WordList } from "../../text/words";
import { facetOf } from "../../taxonomy/scheme";
import { type Coverage, FULL_COVERAGE } from "./coverage";
import { readNounRelations } from "./nouns/noun-relations";
import { compareRelations, type FoundRelation } from "./relation-mention";
import { SentenceReading } from "./sentence-relations";
import { readTokens } from "./sentence-tokens";
import { readVerbRelations } from "./verbs/verb-relations";
import {
  FRAME_NOUNS,
  PHRASAL_VERBS,
  PREDICATE_ADJECTIVES,
  ROLE_NOUNS,
  stemOfVerb,
  VERB_FRAMES_BY_LEMMA,
} from "./word-classes";
import { formsOfVerb } from "./verb-forms";

/** Longer sentences are no prose; bounds the time that one can take. In UTF-16 code units. */
const MAX_SENTENCE = 4_000;

/** Hashes of all words that a pattern begins with; most sentences hold none. */
const TRIGGERS = new Set(
  [
    ...[...VERB_FRAMES_BY_LEMMA.keys()]
      .filter((lemma) => !PHRASAL_VERBS.has(lemma))
      .flatMap((lemma) => [...formsOfVerb(lemma).keys()]),
    ...PREDICATE_ADJECTIVES,
    ...FRAME_NOUNS.keys(),
    ...ROLE_NOUNS.keys(),
  ].map(hashFolded),
);

/** Of verbs with a particle, hashes of the verb's forms and of the particles. */
const PHRASAL_TRIGGERS = new Set(
  [...PHRASAL_VERBS].flatMap((lemma) => [...formsOfVerb(stemOfVerb(lemma)).keys()]).map(hashFolded),
);
const PARTICLES = new Set([...PHRASAL_VERBS].map((lemma) => hashFolded(lemma.slice(stemOfVerb(lemma).length + 1))));

export interface RelationInput {
  readonly text: string;
  /** `plain` where absent. */
  readonly format?: TextFormat;
  /** Those of the text; read from it where absent. */
  readonly passages?: readonly Passage[];
  /** Those of the text, sorted by start, free of overlaps; offsets in UTF-16 code units. */
  readonly mentions: readonly RelatableMention[];
}

/**
 * Relations between the mentions of each sentence, sorted by place and free of repetitions. Each joins two mentions that the
 * text relates by a verb or noun of `frames.ts`; what fits no pattern for certain is left out.
 */
export function extractRelations(
  { text, format = "plain", passages = readPassages(text, format), mentions }: RelationInput,
  coverage: Coverage = FULL_COVERAGE,
): FoundRelation[] {
  return passages.flatMap((passage) => relationsOfPassage(passage, overlapping(mentions, passage), coverage));
}

/** Relations of one passage; they depend on its text and its mentions alone. */
export function relationsOfPassage(
  passage: Passage,
  mentions: readonly RelatableMention[],
  coverage: Coverage = FULL_COVERAGE,
): FoundRelation[] {
  if (mentions.length < 2) return [];
  const found: FoundRelation[] = [];
  let before: readonly RelatableMention[] = [];
  let topic: RelatableMention | undefined;
  for (const sentence of passage.sentences) {
    const own = overlapping(mentions, sentence).filter((mention) => contains(sentence, mention));
    const prose = passage.prose.slice(sentence.start - passage.start, sentence.end - passage.start);
    if (mayRelate(own, before, prose))
      found.push(...relationsOfSentence(prose, sentence, own, { before, topic }, coverage));
    before = own;
    topic = topicOf(prose, sentence, own);
  }
  return found;
}

/** What a sentence says of the one before it. */
interface Preceding {
  readonly before: readonly RelatableMention[];
  readonly topic: RelatableMention | undefined;
}

/** The mention that a sentence begins with, but for an article and an adjective, is its subject. */
function topicOf(prose: string, { start }: Span, [first]: readonly RelatableMention[]): RelatableMention | undefined {
  const opening = first === undefined ? undefined : prose.slice(0, first.start - start).trim();
  return opening !== undefined && /^(?:(?:the|an?)(?:\s[\p{L}-]+)?)?$/iu.test(opening) ? first : undefined;
}

/** A relation needs two mentions, one of which may stand in the sentence before, and a party that is no mere concept. */
function mayRelate(own: readonly RelatableMention[], before: readonly RelatableMention[], prose: string): boolean {
  if (!own.some(({ class: id }) => facetOf(id) !== "sovereignty")) return false;
  return own.length > 1 || (before.length > 0 && REFERRING.test(prose));
}

/** Words that may stand for a mention of the sentence before. */
const REFERRING = /\b(?:it|its|they|their|them|he|she|his|her|the|this)\b/iu;

const words = new WordList();

function relationsOfSentence(
  prose: string,
  { start }: Span,
  own: readonly RelatableMention[],
  { before, topic }: Preceding,
  coverage: Coverage,
): FoundRelation[] {
  if (prose.length > MAX_SENTENCE) return [];
  words.read(prose);
  if (!hasTrigger()) return [];
  const read = (terms: readonly SentenceTerm[]) => {
    const tokens = readTokens(terms, prose, own, start);
    const antecedents = [...before, ...own];
    const reading = new SentenceReading({ tokens, sentence: prose, offset: start, antecedents, topic, coverage });
    readVerbRelations(reading);
    if (coverage.nominal) readNounRelations(reading);
    return reading;
  };
  const first = read(readTerms(prose, words, false));
  if (!coverage.compromise || !isUncertain(first)) return deduplicated(first.found);
  const reader = new SentenceReader(prose, words);
  reader.tag();
  return deduplicated(read(reader.reading.terms).found);
}

/** How far behind a relation the next item of a list may begin. In UTF-16 code units. */
const NEXT_ITEM = 40;

/** Whether compromise could say something else of a word that a relation rests on or spans. */
function isUncertain({ found, context: { tokens, offset } }: SentenceReading): boolean {
  const spans = found.map(({ source, target, evidence }) => ({
    start: Math.min(source.start, target.start, evidence.start) - offset,
    end: Math.max(source.end, target.end, evidence.end) - offset + NEXT_ITEM,
  }));
  return tokens.some((token) => token.uncertain === true && spans.some((span) => overlaps(span, token)));
}

function hasTrigger(): boolean {
  const { count, hashes } = words;
  for (let i = 0; i < count; i++) {
    if (TRIGGERS.has(hashes[i]!)) return true;
    if (i > 0 && PARTICLES.has(hashes[i]!) && PHRASAL_TRIGGERS.has(hashes[i - 1]!)) return true;
  }
  return false;
}

/** The surest of those that say the same of the same two mentions. */
function deduplicated(relations: readonly FoundRelation[]): FoundRelation[] {
  const best = new Map<string, FoundRelation>();
  for (const relation of relations) {
    const key = `${relation.type} ${relation.source.mention.start} ${relation.target.mention.start}`;
    const other = best.get(key);
    if (other === undefined || relation.confidence > other.confidence) best.set(key, relation);
  }
  return [...best.values()].sort(compareRelations);
}
