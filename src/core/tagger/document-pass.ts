import type { Block } from "../text/block";
import { overlaps, type Span } from "../text/span";
import { precedenceOf, type Sense } from "../taxonomy/sense";
import { findAbbreviations } from "./abbreviations";
import type { BlockTagger } from "./block-tagger";
import type { BlockText } from "./block-text";
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
interface BlockFindings {
  readonly readings: readonly Reading[];
  readonly definitions: readonly Definition[];
  /** What is left of the readings under the document's definitions, and which those were. */
  resolved: { readonly readings: readonly Reading[]; readonly definitions: string };
}

export class TaggedBlock {
  constructor(
    readonly block: Block,
    readonly findings: BlockFindings,
  ) {}

  /** The same findings where the block stands now. */
  at(block: Block): TaggedBlock {
    return block.start === this.block.start ? this : new TaggedBlock(block, this.findings);
  }
}

const NO_DEFINITIONS = "";

/** Tags one block and finds the short forms it defines for the whole document. */
export function tagBlock(block: Block, text: BlockText, tagger: BlockTagger): TaggedBlock {
  const readings = tagger.read(text);
  const resolved = resolve(readings, text.text.length);
  const definitions = definitionsIn(text, resolved);
  return new TaggedBlock(block, {
    readings,
    definitions,
    resolved: { readings: resolved, definitions: NO_DEFINITIONS },
  });
}

/** The mentions of a document: its blocks' readings, with the short forms that any of them defines. */
export function mentionsOf(text: string, blocks: readonly TaggedBlock[]): Mention[] {
  const definitions = definitionsOf(blocks);
  const key = [...definitions.values()]
    .map(({ sense }) => `${sense.evidence.pattern} ${sense.class!} ${sense.entity ?? ""}`)
    .join("\n");
  const mentions: Mention[] = [];
  for (const { block, findings } of blocks) {
    if (findings.resolved.definitions !== key) {
      findings.resolved = {
        readings: resolveUnder(definitions, text.slice(block.start, block.end), findings.readings),
        definitions: key,
      };
    }
    for (const reading of findings.resolved.readings) {
      if (reading.sense.class !== undefined) mentions.push(mentionOf(text, block.start, reading, reading.sense.class));
    }
  }
  return mentions;
}

/** By short form, the first definition in the document. */
export function definitionsOf(blocks: readonly TaggedBlock[]): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  for (const { findings } of blocks) {
    for (const definition of findings.definitions) {
      if (!definitions.has(definition.short)) definitions.set(definition.short, definition);
    }
  }
  return definitions;
}

/** A block's readings resolved together with the places where the document's short forms stand in it. */
export function resolveUnder(
  definitions: ReadonlyMap<string, Definition>,
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

function mentionOf(text: string, blockStart: number, { start, end, sense }: Reading, classId: string): Mention {
  return {
    start: blockStart + start,
    end: blockStart + end,
    text: text.slice(blockStart + start, blockStart + end),
    class: classId,
    ...(sense.entity === undefined ? {} : { entity: sense.entity }),
    by: sense.by,
    confidence: sense.confidence,
    evidence: sense.evidence,
  };
}

function definitionsIn(block: BlockText, resolved: readonly Reading[]): Definition[] {
  if (!block.text.includes("(")) return [];
  return findAbbreviations(block.prose).flatMap(({ short, long }) => {
    const meaning = meaningOf(long, resolved);
    if (meaning === undefined) return [];
    const shortForm = block.prose.slice(short.start, short.end);
    const passage = `${block.prose.slice(long.start, long.end)} (${shortForm})`;
    return [{ short: detached(shortForm), sense: definedSense(meaning, detached(passage)) }];
  });
}

/** A copy that does not keep the whole document in memory, as a slice of it may. */
function detached(slice: string): string {
  return slice.split("").join("");
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
