import type { Block } from "../text/block";
import type { Placed } from "../text/block-sequence";
import type { DocumentText } from "../text/document-text";
import { overlaps, type Span, spanLength } from "../text/span";
import type { ClassId } from "../taxonomy/scheme";
import { precedenceOf, type Sense } from "../taxonomy/sense";
import { findAbbreviations } from "./abbreviations";
import type { BlockTagger } from "./block-tagger";
import type { BlockText } from "./block-text";
import { type Definition, type Definitions, Glossary } from "./glossary";
import type { Mention } from "./mention";
import type { Reading, RefusedReading } from "./reading";
import { resolve } from "./resolution";

/** How far a short form is to be believed that the document itself defines. */
const DEFINITION_CONFIDENCE = 0.9;

/** What was found in a block by itself; it holds as long as the block's text does, wherever the block moves. */
export interface BlockFindings {
  readonly readings: readonly Reading[];
  readonly definitions: readonly Definition[];
}

/** A block's mentions where it stands, under the short forms that the document defines. */
interface BlockMentions {
  readonly start: number;
  readonly definitions: Definitions;
  readonly mentions: readonly Mention[];
}

/** A block with what was found in it, wherever it stands. */
export class TaggedBlock {
  #mentions: BlockMentions | undefined;

  /** @param shape the block where it stood when it was tagged */
  constructor(
    readonly shape: Block,
    readonly findings: BlockFindings,
  ) {}

  /** @param start where the block stands now, in UTF-16 code units of the document */
  mentions(text: DocumentText, start: number, definitions: Definitions): readonly Mention[] {
    const known = this.#mentions?.definitions === definitions ? this.#mentions : undefined;
    if (known?.start === start) return known.mentions;
    const mentions =
      known === undefined ? this.#resolve(text, start, definitions) : shifted(known.mentions, start - known.start);
    this.#mentions = { start, definitions, mentions };
    return mentions;
  }

  #resolve(text: DocumentText, start: number, definitions: Definitions): Mention[] {
    const blockText = text.slice({ start, end: start + spanLength(this.shape) });
    return resolveUnder(definitions, blockText, this.findings.readings).flatMap((reading) => {
      const classId = reading.sense.class;
      return classId === undefined ? [] : [mentionOf(blockText, start, reading, classId)];
    });
  }
}

/** Tags one block and finds the short forms it defines for the whole document. */
export function tagBlock(block: Block, text: BlockText, tagger: BlockTagger): TaggedBlock {
  const readings = tagger.read(text);
  return new TaggedBlock(block, { readings, definitions: definitionsIn(text, readings) });
}

/** Joins the mentions of a document's blocks under the short forms that any of them defines. */
export class DocumentPass {
  readonly #glossary = new Glossary();

  /** Follows a change of the document's blocks. */
  replace(removed: readonly TaggedBlock[], added: readonly TaggedBlock[]): void {
    for (const { findings } of removed) this.#glossary.remove(findings.definitions);
    for (const { findings } of added) this.#glossary.add(findings.definitions);
  }

  /** The mentions of some of the document's blocks, where they stand now. */
  mentionsOf(text: DocumentText, blocks: Iterable<Placed<TaggedBlock>>): Mention[] {
    const { definitions } = this.#glossary;
    const mentions: Mention[] = [];
    for (const { item, start } of blocks) {
      for (const mention of item.mentions(text, start, definitions)) mentions.push(mention);
    }
    return mentions;
  }
}

/** A block's readings resolved together with the places where the document's short forms stand in it. */
export function resolveUnder(
  definitions: Definitions,
  blockText: string,
  readings: readonly Reading[],
  lost?: RefusedReading[],
): Reading[] {
  const shortForms: Reading[] = [];
  for (const { short, sense } of definitions.values()) {
    for (const span of occurrencesOf(short, blockText)) {
      if (!readings.some((reading) => agrees(reading, span, sense))) shortForms.push({ ...span, sense });
    }
  }
  return resolve([...readings, ...shortForms], blockText.length, lost);
}

/** The taxonomy already says the same of the span; its evidence is the better explanation. */
function agrees(reading: Reading, { start, end }: Span, sense: Sense): boolean {
  const { entity, class: classId } = reading.sense;
  return reading.start === start && reading.end === end && classId === sense.class && entity === sense.entity;
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
  const resolved = resolve(readings, block.text.length);
  return abbreviations.flatMap(({ short, long }) => {
    const meaning = meaningOf(long, resolved);
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
function meaningOf(long: Span, resolved: readonly Reading[]): Sense | undefined {
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

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** Where a short form stands as a word of its own, a plural s allowed. */
function occurrencesOf(short: string, blockText: string): Span[] {
  const spans: Span[] = [];
  for (let start = blockText.indexOf(short); start >= 0; start = blockText.indexOf(short, start + short.length)) {
    let end = start + short.length;
    if (blockText[end] === "s") end++;
    const before = blockText[start - 1] ?? " ";
    const after = blockText[end] ?? " ";
    if (!WORD_CHARACTER.test(before) && !WORD_CHARACTER.test(after)) spans.push({ start, end });
  }
  return spans;
}
