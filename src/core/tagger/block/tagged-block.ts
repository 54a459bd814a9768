import { type Block, masksIn, proseOf } from "../../text/block";
import type { DocumentText } from "../../text/document-text";
import { overlapping, type Span, spanLength } from "../../text/span";
import type { ClassId } from "../../taxonomy/scheme";
import { precedenceOf, type Sense } from "../../taxonomy/sense";
import { type Abbreviation, findAbbreviations } from "../document/abbreviations";
import type { BlockFindings } from "../document/block-findings";
import type { BlockTagger } from "./block-tagger";
import { type BlockChange, growthOf, movedReading, rereadBlock } from "./block-change";
import type { BlockText, FoundPhrases } from "./block-text";
import { candidateIn, localEntityOf } from "../discovery/candidates";
import { CANDIDATE_CONFIDENCE } from "../discovery/class-guess";
import { candidateSense, detached, type Discoveries, NO_DISCOVERIES } from "../discovery/discovery";
import type { DocumentContext } from "../document/document-context";
import { isSameMeaning, namesIn } from "../discovery/document-names";
import { resolveUnder } from "../document/document-resolution";
import { meaningOf, type Testimony, testimonyOf, type Verdict, withoutDoubtful } from "../document/document-senses";
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
/** Of a block that defines nothing, and in which nothing is discovered. */
const NOTHING_MORE = { definitions: [], discoveries: NO_DISCOVERIES, localDefinitions: [], names: [] };

/** What a block was before some of its sentences changed, and these. */
interface Earlier {
  readonly block: TaggedBlock;
  readonly sentences: BlockChange;
}

/** A block with what was found in it, wherever it stands. */
export class TaggedBlock {
  /** The meanings on which the document has to decide. */
  readonly #meaningsInQuestion: readonly string[];
  #mentions: BlockMentions | undefined;
  /** Kept until mentions are made, most of which are those that were known. */
  #earlier: Earlier | undefined;

  /**
   * @param shape the block where it stood when it was tagged
   * @param foundPhrases what terms asked of the words of the whole block
   */
  constructor(
    readonly shape: Block,
    readonly findings: BlockFindings,
    readonly foundPhrases: FoundPhrases,
    earlier?: Earlier,
  ) {
    const inQuestion = findings.readings.filter(({ standing }) => standing !== undefined);
    this.#meaningsInQuestion = inQuestion.length === 0 ? NOTHING : inQuestion.map(({ sense }) => meaningOf(sense));
    if (earlier !== undefined && earlier.block.#mentions !== undefined) this.#earlier = earlier;
  }

  /** @param start where the block stands now, in UTF-16 code units of the document */
  mentions(text: DocumentText, start: number, context: DocumentContext): readonly Mention[] {
    const isCurrent = this.#isCurrent(context, () => this.#prose(text, start));
    const known = isCurrent ? this.#mentions! : undefined;
    if (known?.start === start) return known.mentions;
    const mentions =
      known === undefined
        ? (this.#mentionsAfterChange(text, start, context) ?? this.#mentionsOf(this.findings, text, start, context))
        : moved(known.mentions, start - known.start);
    this.#earlier = undefined;
    const { shortForms, localShortForms } = context;
    const verdicts = this.#meaningsInQuestion.map((meaning) => context.verdictOn(meaning));
    const meanings = this.findings.discoveries.leads.map((lead) => context.meaningOfLead(lead));
    this.#mentions = { start, shortForms, localShortForms, verdicts, meanings, mentions };
    return mentions;
  }

  /** Whether the document says, as far as it touches this block, what it said when the mentions were made. */
  #isCurrent(context: DocumentContext, prose: () => string): boolean {
    const known = this.#mentions;
    if (known === undefined) return false;
    const isCurrent =
      this.#meaningsInQuestion.every((meaning, i) => context.verdictOn(meaning) === known.verdicts[i]) &&
      this.findings.discoveries.leads.every((lead, i) => isSameMeaning(context.meaningOfLead(lead), known.meanings[i]));
    const { shortForms, localShortForms } = context;
    if (known.shortForms === shortForms && known.localShortForms === localShortForms) return isCurrent;
    const words = prose();
    if (!isCurrent || !shortForms.sayTheSameIn(words, known.shortForms)) return false;
    if (!localShortForms.sayTheSameIn(words, known.localShortForms)) return false;
    this.#mentions = { ...known, shortForms, localShortForms };
    return true;
  }

  /** The mentions, those of the changed sentences made anew; undefined where more than single sentences decides. */
  #mentionsAfterChange(text: DocumentText, start: number, context: DocumentContext): readonly Mention[] | undefined {
    const earlier = this.#earlier;
    if (earlier === undefined || !this.#isDecidedBySentences(context)) return undefined;
    const { block, sentences } = earlier;
    if (!block.#isDecidedBySentences(context)) return undefined;
    if (!block.#isCurrent(context, () => this.#prose(text, start))) return undefined;
    const known = block.#mentions!;
    const before = known.mentions.filter(({ end }) => end <= known.start + sentences.start);
    const behind = known.mentions.filter((mention) => mention.start >= known.start + sentences.oldEnd);
    const readings: Reading[] = [];
    for (const reading of this.findings.readings) {
      const isChanged = sentences.start <= reading.start && reading.end <= sentences.newEnd;
      if (isChanged) readings.push(movedReading(reading, -sentences.start));
    }
    const changed = this.#mentionsOf({ readings, discoveries: NO_DISCOVERIES }, text, start, context, sentences);
    const by = start - known.start;
    return [...moved(before, by), ...changed, ...moved(behind, by + growthOf(sentences))];
  }

  /** Whether the words of single sentences decide on the mentions, once the document has spoken. */
  #isDecidedBySentences({ shortForms, localShortForms }: DocumentContext): boolean {
    const { candidates, leads } = this.findings.discoveries;
    const hasCandidates = candidates.length + leads.length + localShortForms.definitions.size > 0;
    return !hasCandidates && !shortForms.maySpanSentences;
  }

  #prose(text: DocumentText, start: number): string {
    return proseOf(text.slice({ start, end: start + spanLength(this.shape) }), this.shape.masks);
  }

  /** @param stretch of the block that the readings count from; all of it where absent */
  #mentionsOf(
    findings: Pick<BlockFindings, "readings" | "discoveries">,
    text: DocumentText,
    blockStart: number,
    context: DocumentContext,
    stretch = { start: 0, newEnd: spanLength(this.shape) },
  ): Mention[] {
    const start = blockStart + stretch.start;
    const words = text.slice({ start, end: blockStart + stretch.newEnd });
    const prose = proseOf(words, masksIn(this.shape.masks, stretch.start, stretch.newEnd));
    return resolveUnder(context, prose, findings).flatMap((reading) => {
      const classId = reading.sense.class;
      return classId === undefined ? [] : [mentionOf(words, start, reading, classId)];
    });
  }
}

/** Tags one block, and finds what it says that holds for the whole document. */
export function tagBlock(block: Block, text: BlockText, tagger: BlockTagger): TaggedBlock {
  return new TaggedBlock(block, findingsIn(tagger.read(text), text, tagger), text.foundPhrases);
}

/** The same for a block that was tagged before it changed; what the change cannot concern is kept. */
export function retagBlock(
  before: TaggedBlock,
  change: BlockChange,
  block: Block,
  text: BlockText,
  tagger: BlockTagger,
): TaggedBlock {
  const { shape, findings, foundPhrases } = before;
  const reread = rereadBlock({ masks: shape.masks, readings: findings.readings, foundPhrases }, change, text, tagger);
  if (reread === undefined) return tagBlock(block, text, tagger);
  const { readings, sentences, saysTheSame } = reread;
  const fresh = findingsIn(readings, text, tagger, saysTheSame ? findings.testimony : undefined);
  return new TaggedBlock(block, fresh, text.foundPhrases, { block: before, sentences });
}

/** @param testimony of the readings, where it is known */
function findingsIn(
  readings: readonly Reading[],
  text: BlockText,
  tagger: BlockTagger,
  testimony: Testimony = testimonyOf(readings, text.text.length),
): BlockFindings {
  const abbreviations = text.text.includes("(") ? findAbbreviations(text.prose) : [];
  if (abbreviations.length === 0 && !tagger.discovers) return { ...NOTHING_MORE, readings, testimony };
  const resolved = resolve(withoutDoubtful(readings), text.text.length);
  const found = tagger.discover(text, resolved, abbreviations);
  const defined = definitionsIn(text.prose, abbreviations, resolved, found);
  const discoveries = { ...found, candidates: linked(found.candidates, defined) };
  return {
    readings,
    testimony,
    definitions: defined.filter(({ candidate }) => candidate === undefined),
    discoveries,
    localDefinitions: defined.filter(({ candidate }) => candidate !== undefined),
    names: tagger.discovers ? namesIn(text.prose, resolved, discoveries, abbreviations) : [],
  };
}

function mentionOf(blockText: string, blockStart: number, { start, end, sense }: Reading, classId: ClassId): Mention {
  const { entity, by, confidence, evidence } = sense;
  const [from, to] = [blockStart + start, blockStart + end];
  const text = detached(blockText.slice(start, end));
  if (entity === undefined) return { start: from, end: to, text, class: classId, by, confidence, evidence };
  return { start: from, end: to, text, class: classId, entity, by, confidence, evidence };
}

/** Thousands of mentions move with every key pressed above them, so they are copied field by field. */
function moved(mentions: readonly Mention[], offset: number): readonly Mention[] {
  if (offset === 0) return mentions;
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
