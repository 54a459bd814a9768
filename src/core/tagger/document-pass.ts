import type { Block } from "../text/block";
import { overlaps, type Span, spanLength } from "../text/span";
import type { ClassId } from "../taxonomy/scheme";
import { precedenceOf, type Sense } from "../taxonomy/sense";
import { findAbbreviations } from "./abbreviations";
import type { BlockTagger } from "./block-tagger";
import type { BlockText } from "./block-text";
import {
  meaningOf,
  NO_VERDICTS,
  readingsUnder,
  type Testimony,
  testimonyOf,
  type Verdicts,
  verdictsOn,
  withoutDoubtful,
} from "./document-senses";
import type { Mention } from "./mention";
import type { Reading, RefusedReading } from "./reading";
import { resolve } from "./resolution";

/** How far a short form is to be believed that the document itself defines. */
const DEFINITION_CONFIDENCE = 0.9;

/** A short form that a block defines, and what its long form means there. */
interface Definition {
  readonly short: string;
  readonly sense: Sense;
}

/** What was found in a block by itself; it holds as long as the block's text does, wherever the block moves. */
export interface BlockFindings {
  readonly readings: readonly Reading[];
  readonly definitions: readonly Definition[];
}

/** A block's mentions where it stands, under what the document as a whole says. */
interface BlockMentions {
  readonly start: number;
  readonly context: DocumentContext;
  readonly mentions: readonly Mention[];
}

/** A block with what was found in it. It moves as the text before it grows or shrinks. */
export class TaggedBlock {
  /** The meanings on which the document has to decide. */
  readonly meaningsInQuestion: readonly string[];
  #mentions: BlockMentions | undefined;
  #testimony: Testimony | undefined;
  #start: number;

  /** @param shape the block where it stood when it was tagged */
  constructor(
    readonly shape: Block,
    readonly findings: BlockFindings,
  ) {
    this.#start = shape.start;
    const inQuestion = findings.readings.filter(({ standing }) => standing !== undefined);
    this.meaningsInQuestion = inQuestion.length === 0 ? NOTHING : inQuestion.map(({ sense }) => meaningOf(sense));
  }

  /** What the block says of ambiguous names; found out at the first use, for few documents have any. */
  get testimony(): Testimony {
    return (this.#testimony ??= testimonyOf(this.findings.readings, spanLength(this.shape)));
  }

  /** Where the block stands now, in UTF-16 code units of the document. */
  get start(): number {
    return this.#start;
  }

  move(shift: number): void {
    this.#start += shift;
  }

  mentions(text: string, context: DocumentContext): readonly Mention[] {
    const start = this.#start;
    const known = this.#mentions?.context === context ? this.#mentions : undefined;
    if (known?.start === start) return known.mentions;
    const mentions = known === undefined ? this.#resolve(text, context) : shifted(known.mentions, start - known.start);
    this.#mentions = { start, context, mentions };
    return mentions;
  }

  #resolve(text: string, context: DocumentContext): Mention[] {
    const start = this.#start;
    const blockText = text.slice(start, start + spanLength(this.shape));
    return resolveUnder(context, blockText, this.findings.readings).flatMap((reading) => {
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

const NOTHING: readonly string[] = [];

/** The document's short forms, by short form. */
type Definitions = ReadonlyMap<string, Definition>;

/** What the document as a whole says that its blocks hang on. */
export interface DocumentContext {
  readonly definitions: Definitions;
  readonly verdicts: Verdicts;
}

/** Joins the mentions of a document's blocks under what any of them says for all. */
export class DocumentPass {
  #context: DocumentContext = { definitions: new Map(), verdicts: NO_VERDICTS };

  mentionsOf(text: string, blocks: readonly TaggedBlock[]): Mention[] {
    const context = contextOf(blocks);
    // The same object as long as nothing changed: what the blocks remember hangs on it.
    if (!sameContext(context, this.#context)) this.#context = context;
    const mentions: Mention[] = [];
    for (const block of blocks) for (const mention of block.mentions(text, this.#context)) mentions.push(mention);
    return mentions;
  }
}

/** What the blocks of a document say together. */
export function contextOf(blocks: readonly TaggedBlock[]): DocumentContext {
  return { definitions: definitionsOf(blocks), verdicts: verdictsOf(blocks) };
}

function verdictsOf(blocks: readonly TaggedBlock[]): Verdicts {
  const meanings = new Set<string>();
  for (const { meaningsInQuestion } of blocks) for (const meaning of meaningsInQuestion) meanings.add(meaning);
  if (meanings.size === 0) return NO_VERDICTS;
  return verdictsOn(
    meanings,
    blocks.map(({ testimony }) => testimony),
  );
}

function sameContext(a: DocumentContext, b: DocumentContext): boolean {
  return (
    sameDefinitions(a.definitions, b.definitions) &&
    sameSet(a.verdicts.upheld, b.verdicts.upheld) &&
    sameSet(a.verdicts.dismissed, b.verdicts.dismissed)
  );
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}

function sameDefinitions(a: Definitions, b: Definitions): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([short, { sense }]) => {
    const other = b.get(short)?.sense;
    return (
      other?.class === sense.class &&
      other?.entity === sense.entity &&
      other?.evidence.pattern === sense.evidence.pattern
    );
  });
}

/** By short form, the first definition in the document. */
function definitionsOf(blocks: readonly TaggedBlock[]): Definitions {
  const definitions = new Map<string, Definition>();
  for (const { findings } of blocks) {
    for (const definition of findings.definitions) {
      if (!definitions.has(definition.short)) definitions.set(definition.short, definition);
    }
  }
  return definitions;
}

/** The readings of a block that count in the document, resolved together with the places of the document's short forms. */
export function resolveUnder(
  { definitions, verdicts }: DocumentContext,
  blockText: string,
  readings: readonly Reading[],
  lost?: RefusedReading[],
): Reading[] {
  const counting = readingsUnder(verdicts, readings, lost);
  const shortForms: Reading[] = [];
  for (const { short, sense } of definitions.values()) {
    for (const span of occurrencesOf(short, blockText)) {
      if (!readings.some((reading) => speaksOf(reading, span, sense, counting))) shortForms.push({ ...span, sense });
    }
  }
  return resolve([...counting, ...shortForms], blockText.length, lost);
}

/** The taxonomy says the same of the span, and its evidence is the better explanation; or it says that the span is none. */
function speaksOf(reading: Reading, span: Span, sense: Sense, counting: readonly Reading[]): boolean {
  return agrees(reading, span, sense) && (reading.standing === "contrary" || counting.includes(reading));
}

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
