import { type Block, masksIn, proseOf } from "../../text/block";
import type { DocumentText } from "../../text/document-text";
import { overlapping, overlaps, type Span, spanLength } from "../../text/span";
import type { ClassId } from "../../taxonomy/scheme";
import { precedenceOf, type Sense } from "../../taxonomy/sense";
import { type Abbreviation, findAbbreviations, reachOfSentences } from "../document/abbreviations";
import type { BlockFindings, Statement } from "../document/block-findings";
import type { BlockTagger } from "./block-tagger";
import { type BlockChange, growthOf, readingsAfter, type RereadBlock, rereadBlock } from "./block-change";
import type { BlockText, FoundPhrases } from "./block-text";
import { candidateIn, localEntityOf } from "../discovery/candidates";
import { CANDIDATE_CONFIDENCE } from "../discovery/class-guess";
import { candidateSense, detached, type Discoveries, NO_DISCOVERIES } from "../discovery/discovery";
import type { DocumentContext } from "../document/document-context";
import { isSameMeaning, namesIn } from "../discovery/document-names";
import { resolveUnder } from "../document/document-resolution";
import { meaningOf, type Testimony, testimonyOf, type Verdict, withoutDoubtful } from "../document/document-senses";
import type { Mention } from "../mention";
import { Reading } from "../reading";
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

/** What a block was before some of its sentences changed, and what these say now. */
interface Earlier {
  /** Undefined where its mentions were not made. */
  readonly block: TaggedBlock | undefined;
  readonly reread: RereadBlock;
}

/** A block with what was found in it, wherever it stands. */
export class TaggedBlock {
  #mentions: BlockMentions | undefined;
  /** Kept until all mentions are made, most of which are those that were known. */
  #earlier: Earlier | undefined;
  #inQuestion: readonly string[] | undefined;

  /**
   * @param shape the block where it stood when it was tagged
   * @param hasTags whether the author tagged something in it
   * @param foundPhrases what terms asked of the words of the whole block
   */
  constructor(
    readonly shape: Block,
    readonly findings: BlockFindings,
    readonly hasTags: boolean,
    readonly foundPhrases: FoundPhrases,
    before?: TaggedBlock,
    reread?: RereadBlock,
  ) {
    if (before === undefined || reread === undefined) return;
    // Whoever keeps a block that keeps another would in the end keep all that ever were.
    this.#earlier = { block: before.#mentions === undefined ? undefined : before, reread };
  }

  /** The meanings on which the document has to decide. */
  get #meaningsInQuestion(): readonly string[] {
    if (this.#inQuestion === undefined) {
      const inQuestion = this.findings.readings.filter(({ standing }) => standing !== undefined);
      this.#inQuestion = inQuestion.length === 0 ? NOTHING : inQuestion.map(({ sense }) => meaningOf(sense));
    }
    return this.#inQuestion;
  }

  /**
   * The mentions that touch a span of the document, ends included.
   *
   * @param start where the block stands now, in UTF-16 code units of the document
   */
  mentionsTouching(span: Span, text: DocumentText, start: number, context: DocumentContext): readonly Mention[] {
    const changed = this.#earlier;
    if (changed !== undefined && this.#isDecidedBySentences(context)) {
      const { start: from, newEnd: to } = changed.reread.sentences;
      // Only mentions of the changed sentences can touch the span, and these alone are not known.
      if (start + from < span.start && span.end < start + to) {
        return this.#mentionsOfChanged(changed, text, start, context, span);
      }
    }
    return this.mentions(text, start, context).filter((mention) => touch(mention, span));
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

  /** The mentions, those of the changed sentences made anew; undefined where the others are not known to hold. */
  #mentionsAfterChange(text: DocumentText, start: number, context: DocumentContext): readonly Mention[] | undefined {
    const changed = this.#earlier;
    if (changed === undefined || !this.#isDecidedBySentences(context)) return undefined;
    const { block, reread } = changed;
    if (block === undefined || !block.#isDecidedBySentences(context)) return undefined;
    if (!block.#isCurrent(context, () => this.#prose(text, start))) return undefined;
    const known = block.#mentions!;
    const { sentences } = reread;
    const before = known.mentions.filter(({ end }) => end <= known.start + sentences.start);
    const behind = known.mentions.filter((mention) => mention.start >= known.start + sentences.oldEnd);
    const by = start - known.start;
    return [
      ...moved(before, by),
      ...this.#mentionsOfChanged(changed, text, start, context),
      ...moved(behind, by + growthOf(sentences)),
    ];
  }

  /** @param touched by the mentions; where absent they are all */
  #mentionsOfChanged(
    { reread }: Earlier,
    text: DocumentText,
    start: number,
    context: DocumentContext,
    touched?: Span,
  ): Mention[] {
    const findings = { readings: reread.fresh, discoveries: NO_DISCOVERIES };
    return this.#mentionsOf(findings, text, start, context, reread.sentences, touched);
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

  /**
   * @param stretch of the block that the readings count from; all of it where absent
   * @param touched by the mentions; where absent they are all
   */
  #mentionsOf(
    findings: Pick<BlockFindings, "readings" | "discoveries">,
    text: DocumentText,
    blockStart: number,
    context: DocumentContext,
    stretch: Pick<BlockChange, "start" | "newEnd"> = { start: 0, newEnd: spanLength(this.shape) },
    touched?: Span,
  ): Mention[] {
    const start = blockStart + stretch.start;
    const words = text.slice({ start, end: blockStart + stretch.newEnd });
    const prose = proseOf(words, masksIn(this.shape.masks, stretch.start, stretch.newEnd));
    const mentions: Mention[] = [];
    for (const reading of resolveUnder(context, prose, findings)) {
      const { class: classId } = reading.sense;
      const isMeant =
        touched === undefined || touch(reading, { start: touched.start - start, end: touched.end - start });
      if (classId !== undefined && isMeant) mentions.push(mentionOf(words, start, reading, classId));
    }
    return mentions;
  }
}

/** Tags one block, and finds what it says that holds for the whole document. */
export function tagBlock(block: Block, text: BlockText, tagger: BlockTagger): TaggedBlock {
  const tags = tagger.readTags(text);
  const readings = [...tagger.readSentences(text), ...tags];
  const testimony = testimonyOf(readings);
  const findings = findingsIn(readings, testimony, abbreviationsIn(text), text, tagger);
  return new TaggedBlock(block, findings, tags.length > 0, text.foundPhrases);
}

/** The same for a block that was tagged before it changed; what the change cannot concern is kept. */
export function retagBlock(
  before: TaggedBlock,
  change: BlockChange,
  block: Block,
  text: BlockText,
  tagger: BlockTagger,
): TaggedBlock {
  const reread = rereadBlock(before, change, text, tagger);
  if (reread === undefined) return tagBlock(block, text, tagger);
  const findings = findingsAfter(before.findings, reread, text, tagger);
  return new TaggedBlock(block, findings, false, text.foundPhrases, before, reread);
}

function findingsAfter(
  { readings: old, brackets: known, statement }: BlockFindings,
  reread: RereadBlock,
  text: BlockText,
  tagger: BlockTagger,
): BlockFindings {
  const { saysTheSame, sentences } = reread;
  const brackets = bracketsAfter(known, sentences, text);
  if (saysTheSame && brackets !== undefined && !tagger.discovers) {
    return new MovedFindings(() => readingsAfter(old, reread), brackets, statement);
  }
  const readings = readingsAfter(old, reread);
  const testimony = saysTheSame ? statement.testimony : testimonyOf(readings);
  return findingsIn(readings, testimony, brackets?.length === 0 ? [] : abbreviationsIn(text), text, tagger);
}

/** Where the brackets are that introduce abbreviations; undefined where the changed sentences may have to do with one. */
function bracketsAfter(
  known: readonly Span[],
  sentences: BlockChange,
  { text, prose }: BlockText,
): readonly Span[] | undefined {
  if (known.length === 0 && !text.includes("(")) return known;
  const reach = reachOfSentences(prose, { start: sentences.start, end: sentences.newEnd });
  const growth = growthOf(sentences);
  const before = { start: reach.start, end: reach.end - growth };
  if (known.some((bracket) => overlaps(bracket, before)) || findAbbreviations(prose, reach).length > 0)
    return undefined;
  return known.map((bracket) => {
    return bracket.end <= reach.start ? bracket : { start: bracket.start + growth, end: bracket.end + growth };
  });
}

function abbreviationsIn({ text, prose }: BlockText): readonly Abbreviation[] {
  return text.includes("(") ? findAbbreviations(prose) : [];
}

function findingsIn(
  readings: readonly Reading[],
  testimony: Testimony,
  abbreviations: readonly Abbreviation[],
  text: BlockText,
  tagger: BlockTagger,
): BlockFindings {
  if (abbreviations.length === 0 && !tagger.discovers) {
    const statement = { testimony, definitions: [], localDefinitions: [], names: [] };
    return { readings, discoveries: NO_DISCOVERIES, brackets: [], statement };
  }
  const resolved = resolve(withoutDoubtful(readings));
  const found = tagger.discover(text, resolved, abbreviations);
  const defined = definitionsIn(text.prose, abbreviations, resolved, found);
  const discoveries = { ...found, candidates: linked(found.candidates, defined) };
  const statement = {
    testimony,
    definitions: defined.filter(({ candidate }) => candidate === undefined),
    localDefinitions: defined.filter(({ candidate }) => candidate !== undefined),
    names: tagger.discovers ? namesIn(text.prose, resolved, discoveries, abbreviations) : [],
  };
  return { readings, discoveries, brackets: abbreviations.map(({ bracket }) => bracket), statement };
}

/** The findings of a block that says what it said, if at other places, and in which nothing is discovered. */
class MovedFindings implements BlockFindings {
  readonly discoveries = NO_DISCOVERIES;
  #read: (() => readonly Reading[]) | undefined;
  #readings: readonly Reading[] = [];

  /** @param read puts the readings together; called when they are first asked for */
  constructor(
    read: () => readonly Reading[],
    readonly brackets: readonly Span[],
    readonly statement: Statement,
  ) {
    this.#read = read;
  }

  get readings(): readonly Reading[] {
    if (this.#read !== undefined) this.#readings = this.#read();
    this.#read = undefined;
    return this.#readings;
  }
}

function touch(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
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
    if (entity === undefined) return candidate;
    return new Reading(candidate.start, candidate.end, { ...candidate.sense, entity }, candidate.standing);
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
