import type { Block } from "../text/block";
import type { DocumentText } from "../text/document-text";
import { overlaps, type Span, spanLength } from "../text/span";
import type { ClassId } from "../taxonomy/scheme";
import { precedenceOf, type Sense } from "../taxonomy/sense";
import { findAbbreviations } from "./abbreviations";
import type { BlockFindings } from "./block-findings";
import type { BlockTagger } from "./block-tagger";
import type { BlockText } from "./block-text";
import type { DocumentContext } from "./document-context";
import { resolveUnder } from "./document-resolution";
import { meaningOf, testimonyOf, type Verdict, withoutDoubtful } from "./document-senses";
import type { Definition, Definitions } from "./glossary";
import type { Mention } from "./mention";
import type { Reading } from "./reading";
import { resolve } from "./resolution";

/** How far a short form is to be believed that the document itself defines. */
const DEFINITION_CONFIDENCE = 0.9;

/** A block's mentions where it stands, and what the document said when they were made. */
interface BlockMentions {
  readonly start: number;
  readonly definitions: Definitions;
  /** On the meanings in question, in their order. */
  readonly verdicts: readonly Verdict[];
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
    const verdicts = this.#meaningsInQuestion.map((meaning) => context.verdictOn(meaning));
    this.#mentions = { start, definitions: context.definitions, verdicts, mentions };
    return mentions;
  }

  /** Whether the document says, as far as it touches this block, what it said when the mentions were made. */
  #isCurrent(context: DocumentContext): boolean {
    const known = this.#mentions;
    return (
      known?.definitions === context.definitions &&
      this.#meaningsInQuestion.every((meaning, i) => context.verdictOn(meaning) === known.verdicts[i])
    );
  }

  #resolve(text: DocumentText, start: number, context: DocumentContext): Mention[] {
    const blockText = text.slice({ start, end: start + spanLength(this.shape) });
    return resolveUnder(context, blockText, this.findings.readings).flatMap((reading) => {
      const classId = reading.sense.class;
      return classId === undefined ? [] : [mentionOf(blockText, start, reading, classId)];
    });
  }
}

/** Tags one block, and finds what it says that holds for the whole document. */
export function tagBlock(block: Block, text: BlockText, tagger: BlockTagger): TaggedBlock {
  const readings = tagger.read(text);
  const testimony = testimonyOf(readings, text.text.length);
  return new TaggedBlock(block, { readings, definitions: definitionsIn(text, readings), testimony });
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

function definitionsIn(block: BlockText, readings: readonly Reading[]): Definition[] {
  if (!block.text.includes("(")) return [];
  const abbreviations = findAbbreviations(block.prose);
  if (abbreviations.length === 0) return [];
  const resolved = resolve(withoutDoubtful(readings), block.text.length);
  return abbreviations.flatMap(({ short, long }) => {
    const meaning = senseOf(long, resolved);
    if (meaning === undefined) return [];
    const shortForm = block.prose.slice(short.start, short.end);
    const passage = `${block.prose.slice(long.start, long.end)} (${shortForm})`;
    return [{ short: detached(shortForm), sense: definedSense(meaning, detached(passage)) }];
  });
}

/** A copy that does not keep the whole document in memory, as a slice of it may. */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}

/** The mention that is the long form: the same words, or all but a modifier at its start. */
function senseOf(long: Span, resolved: readonly Reading[]): Sense | undefined {
  const candidates = resolved.filter((reading) => overlaps(reading, long) && reading.end === long.end);
  return candidates.find(({ sense }) => sense.class !== undefined)?.sense;
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
