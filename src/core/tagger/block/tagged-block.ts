import { type Block, proseOf } from "../../text/block";
import type { DocumentText } from "../../text/document-text";
import { overlapping, type Span, spanLength } from "../../text/span";
import type { ClassId } from "../../taxonomy/scheme";
import { precedenceOf, type Sense } from "../../taxonomy/sense";
import { type Abbreviation, findAbbreviations } from "../document/abbreviations";
import type { BlockFindings } from "../document/block-findings";
import type { BlockTagger } from "./block-tagger";
import { type BlockChange, rereadBlock } from "./block-change";
import type { BlockText } from "./block-text";
import type { Answers } from "./sentence-words";
import { candidateIn, localEntityOf } from "../discovery/candidates";
import { CANDIDATE_CONFIDENCE } from "../discovery/class-guess";
import { candidateSense, detached, type Discoveries } from "../discovery/discovery";
import type { DocumentContext } from "../document/document-context";
import { isSameMeaning, namesIn } from "../discovery/document-names";
import { resolveUnder } from "../document/document-resolution";
import { meaningOf, testimonyOf, type Verdict, withoutDoubtful } from "../document/document-senses";
import type { Mention } from "../mention";
import type { Reading } from "../reading";
import { resolve } from "../resolution";
import type { Definition, ShortForms } from "../document/short-forms";

/** How far a short form is to be believed that the document itself defines. */
const DEFINITION_CONFIDENCE = 0.9;

/** A block's mentions where it stands, and what the document said when they were made. */
interface BlockMentions {
  readonly start: number;
  readonly shortForms: ShortForms;
  readonly localShortForms: ShortForms;
  /** On the meanings in question, in their order. */
  readonly verdicts: readonly Verdict[];
  /** Of the leads, in their order. */
  readonly meanings: readonly (Sense | undefined)[];
  readonly mentions: readonly Mention[];
}

const NOTHING: readonly string[] = [];

/** A block with what was found in it, wherever it stands. */
export class TaggedBlock {
  /** The meanings on which the document has to decide. */
  readonly #meaningsInQuestion: readonly string[];
  #mentions: BlockMentions | undefined;

  /** @param shape the block where it stood when it was tagged */
  constructor(
    readonly shape: Block,
    readonly findings: BlockFindings,
    /** What terms asked of the words of the whole block. */
    readonly answers: Answers,
  ) {
    const inQuestion = findings.readings.filter(({ standing }) => standing !== undefined);
    this.#meaningsInQuestion = inQuestion.length === 0 ? NOTHING : inQuestion.map(({ sense }) => meaningOf(sense));
  }

  /** @param start where the block stands now, in UTF-16 code units of the document */
  mentions(text: DocumentText, start: number, context: DocumentContext): readonly Mention[] {
    const known = this.#isCurrent(context) ? this.#mentions : undefined;
    if (known?.start === start) return known.mentions;
    const mentions =
      known === undefined ? this.#resolve(text, start, context) : shifted(known.mentions, start - known.start);
    const { shortForms, localShortForms } = context;
    const verdicts = this.#meaningsInQuestion.map((meaning) => context.verdictOn(meaning));
    const meanings = this.findings.discoveries.leads.map((lead) => context.meaningOfLead(lead));
    this.#mentions = { start, shortForms, localShortForms, verdicts, meanings, mentions };
    return mentions;
  }

  /** Whether the document says, as far as it touches this block, what it said when the mentions were made. */
  #isCurrent(context: DocumentContext): boolean {
    const known = this.#mentions;
    return (
      known?.shortForms === context.shortForms &&
      known.localShortForms === context.localShortForms &&
      this.#meaningsInQuestion.every((meaning, i) => context.verdictOn(meaning) === known.verdicts[i]) &&
      this.findings.discoveries.leads.every((lead, i) => isSameMeaning(context.meaningOfLead(lead), known.meanings[i]))
    );
  }

  #resolve(text: DocumentText, start: number, context: DocumentContext): Mention[] {
    const blockText = text.slice({ start, end: start + spanLength(this.shape) });
    const prose = proseOf(blockText, this.shape.masks);
    return resolveUnder(context, prose, this.findings).flatMap((reading) => {
      const classId = reading.sense.class;
      return classId === undefined ? [] : [mentionOf(blockText, start, reading, classId)];
    });
  }
}

/** Tags one block, and finds what it says that holds for the whole document. */
export function tagBlock(block: Block, text: BlockText, tagger: BlockTagger): TaggedBlock {
  return taggedWith(tagger.read(text), block, text, tagger);
}

/** The same for a block that was tagged before it changed; most of what was read in it is kept. */
export function retagBlock(
  { shape, findings, answers }: TaggedBlock,
  change: BlockChange,
  block: Block,
  text: BlockText,
  tagger: BlockTagger,
): TaggedBlock {
  const known = { masks: shape.masks, readings: findings.readings, answers };
  return taggedWith(rereadBlock(known, change, text, tagger) ?? tagger.read(text), block, text, tagger);
}

function taggedWith(readings: readonly Reading[], block: Block, text: BlockText, tagger: BlockTagger): TaggedBlock {
  const testimony = testimonyOf(readings, text.text.length);
  const abbreviations = text.text.includes("(") ? findAbbreviations(text.prose) : [];
  const isAsked = abbreviations.length > 0 || tagger.discovers;
  const resolved = isAsked ? resolve(withoutDoubtful(readings), text.text.length) : [];
  const found = tagger.discover(text, resolved, abbreviations);
  const defined = definitionsIn(text.prose, abbreviations, resolved, found);
  const discoveries = { ...found, candidates: linked(found.candidates, defined) };
  const findings = {
    readings,
    testimony,
    definitions: defined.filter(({ candidate }) => candidate === undefined),
    discoveries,
    localDefinitions: defined.filter(({ candidate }) => candidate !== undefined),
    names: tagger.discovers ? namesIn(text.prose, resolved, discoveries, abbreviations) : [],
  };
  return new TaggedBlock(block, findings, text.answers);
}

function mentionOf(blockText: string, blockStart: number, { start, end, sense }: Reading, classId: ClassId): Mention {
  const { entity, by, confidence, evidence } = sense;
  const [from, to] = [blockStart + start, blockStart + end];
  const text = detached(blockText.slice(start, end));
  if (entity === undefined) return { start: from, end: to, text, class: classId, by, confidence, evidence };
  return { start: from, end: to, text, class: classId, entity, by, confidence, evidence };
}

/** Thousands of mentions move with every key pressed above them, so they are copied field by field. */
function shifted(mentions: readonly Mention[], offset: number): Mention[] {
  return mentions.map(({ start: from, end: to, text, class: classId, entity, by, confidence, evidence }) => {
    const start = from + offset;
    const end = to + offset;
    if (entity === undefined) return { start, end, text, class: classId, by, confidence, evidence };
    return { start, end, text, class: classId, entity, by, confidence, evidence };
  });
}

/** A definition, and the candidate that its long form is, where that is no mention of the taxonomy. */
interface FoundDefinition extends Definition {
  readonly candidate: Reading | undefined;
}

function definitionsIn(
  prose: string,
  abbreviations: readonly Abbreviation[],
  resolved: readonly Reading[],
  discoveries: Discoveries,
): FoundDefinition[] {
  return abbreviations.flatMap(({ short, long }): FoundDefinition[] => {
    const meaning = readingOf(long, resolved);
    const candidate = candidateIn(long, discoveries);
    const shortForm = detached(prose.slice(short.start, short.end));
    const longForm = prose.slice(long.start, long.end);
    const passage = detached(`${longForm} (${shortForm})`);
    if (candidate !== undefined && (meaning === undefined || isComplement(prose, candidate, meaning))) {
      return [{ short: shortForm, sense: localSense(candidate.sense, longForm, passage), candidate }];
    }
    if (meaning === undefined) return [];
    return [{ short: shortForm, sense: definedSense(meaning.sense, passage), candidate: undefined }];
  });
}

/** The candidates, with the entities that definitions give them. */
function linked(candidates: readonly Reading[], definitions: readonly FoundDefinition[]): readonly Reading[] {
  const entities = new Map(definitions.map(({ candidate, sense }) => [candidate, sense.entity]));
  return candidates.map((candidate) => {
    const entity = entities.get(candidate);
    return entity === undefined ? candidate : { ...candidate, sense: { ...candidate.sense, entity } };
  });
}

/** The mention that is the long form: the same words, or all but a modifier at its start. */
function readingOf(long: Span, resolved: readonly Reading[]): Reading | undefined {
  const last = overlapping(resolved, long).at(-1);
  return last?.end === long.end && last.sense.class !== undefined ? last : undefined;
}

/** Whether a reading only says of what a name is: the country in "Democratic Party of Japan". */
function isComplement(prose: string, name: Span, { start }: Span): boolean {
  return (
    start > name.end && /^\s(?:of|for|in)\s(?:the\s)?$/.test(prose.slice(name.end, Math.min(start, name.end + 10)))
  );
}

/** The short form of a name that only the document knows. */
function localSense({ class: classId }: Sense, longForm: string, passage: string): Sense {
  const confidence = CANDIDATE_CONFIDENCE.definition;
  return candidateSense({ class: classId!, confidence, reason: `defined in “${passage}”` }, localEntityOf(longForm));
}

function definedSense(meaning: Sense, passage: string): Sense {
  return {
    ...meaning,
    by: "abbreviation",
    confidence: Math.min(meaning.confidence, DEFINITION_CONFIDENCE),
    evidence: { pattern: passage },
    precedence: precedenceOf("document", "definition"),
  };
}
