import type { Mask } from "../../text/block";
import { sureSentenceEnd, sureSentenceStart } from "../../text/sentences";
import type { Span } from "../../text/span";
import type { Reading } from "../reading";
import type { BlockTagger } from "./block-tagger";
import type { BlockText, FoundPhrases } from "./block-text";

/** What changed in a block: old `[start, oldEnd)` became new `[start, newEnd)`, in UTF-16 code units of the block. */
export interface BlockChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** What was read in a block before it changed. */
export interface KnownBlock {
  readonly masks: readonly Mask[];
  readonly readings: readonly Reading[];
  readonly foundPhrases: FoundPhrases;
}

/** A block of which only the changed sentences were read. */
export interface RereadBlock {
  /** Those of the whole block. */
  readonly readings: readonly Reading[];
  /** The changed sentences: old `[start, oldEnd)`, new `[start, newEnd)`. Nothing that was read reaches over an end of theirs. */
  readonly sentences: BlockChange;
  /** Whether the block says what it said, if at other places. */
  readonly saysTheSame: boolean;
}

/**
 * Reads a block again of which a part changed, at the cost of the sentences that the change touches: what the others say hangs on
 * their own words, and on little else that is looked at here. The readings are those of `tagger.read(block)`.
 *
 * @returns undefined where the change may matter to the other sentences, or an author's tags may reach over several, so that
 *   the whole block must be read
 */
export function rereadBlock(
  known: KnownBlock,
  change: BlockChange,
  block: BlockText,
  tagger: BlockTagger,
): RereadBlock | undefined {
  if (!areMoved(known.masks, block.masks, change) || tagger.readTags(block).length > 0) return undefined;
  const sentences = changedSentences(change, block, tagger);
  if (isWhole(sentences, block) || !staysInLowerCase(change, sentences, block.prose)) return undefined;
  const kept = keptReadings(known.readings, sentences);
  const part = block.part({ start: sentences.start, end: sentences.newEnd });
  const foundPhrases = phrasesAfter(known.foundPhrases, sentences, block, part);
  if (kept === undefined || foundPhrases === undefined) return undefined;
  block.knowPhrases(foundPhrases);
  const fresh = tagger.readSentences(part);
  const { before, changed, behind } = kept;
  const saysTheSame =
    fresh.length === changed.length &&
    fresh.every((reading, i) => isMoved(changed[i]!, reading, sentences.start, change));
  const readings = before;
  for (const reading of fresh) readings.push(movedReading(reading, sentences.start));
  for (const reading of behind) readings.push(movedReading(reading, growthOf(change)));
  return { readings, sentences, saysTheSame };
}

export function growthOf({ oldEnd, newEnd }: BlockChange): number {
  return newEnd - oldEnd;
}

/** Whether masks are where they were, but for what a change moved. */
function areMoved(old: readonly Mask[], now: readonly Mask[], { start, oldEnd, newEnd }: BlockChange): boolean {
  if (old.length !== now.length) return false;
  const growth = newEnd - oldEnd;
  return old.every((mask, i) => {
    const other = now[i]!;
    const by = mask.end <= start ? 0 : growth;
    const isOutside = mask.end <= start || mask.start >= oldEnd;
    return isOutside && other.start === mask.start + by && other.end === mask.end + by && other.kind === mask.kind;
  });
}

/** The sentences that a change touched, made or parted, and those from or into which a term may reach from there. */
function changedSentences(change: BlockChange, { prose }: BlockText, tagger: BlockTagger): BlockChange {
  let start = sureSentenceStart(prose, change.start);
  while (start > 0 && tagger.mayReachInto(prose, start)) start = sureSentenceStart(prose, start - 1);
  let newEnd = sureSentenceEnd(prose, change.newEnd);
  while (newEnd < prose.length && tagger.mayReachInto(prose, newEnd)) newEnd = sureSentenceEnd(prose, newEnd);
  return { start, oldEnd: newEnd - growthOf(change), newEnd };
}

function isWhole({ start, newEnd }: BlockChange, { prose }: BlockText): boolean {
  return start === 0 && newEnd === prose.length;
}

/**
 * Whether the lines that other sentences share with the change have small letters outside of it: then they were no lines in
 * capitals, and are none.
 */
function staysInLowerCase({ start, newEnd }: BlockChange, sentences: BlockChange, prose: string): boolean {
  let lineStart = start;
  while (lineStart > 0 && !isLineBreak(prose, lineStart - 1) && !isLowerCase(prose, lineStart - 1)) lineStart--;
  let lineEnd = newEnd;
  while (lineEnd < prose.length && !isLineBreak(prose, lineEnd) && !isLowerCase(prose, lineEnd)) lineEnd++;
  return (
    (lineStart >= sentences.start || isLowerCase(prose, lineStart - 1)) &&
    (lineEnd <= sentences.newEnd || isLowerCase(prose, lineEnd))
  );
}

function isLineBreak(prose: string, at: number): boolean {
  return prose.charCodeAt(at) === 0x0a;
}

function isLowerCase(prose: string, at: number): boolean {
  const unit = prose.charCodeAt(at);
  return (unit >= 0x61 && unit <= 0x7a) || (unit > 0x7f && /\p{Ll}/u.test(prose.charAt(at)));
}

interface KeptReadings {
  /** Those before the changed sentences. */
  readonly before: Reading[];
  /** Those that stood in them. */
  readonly changed: readonly Reading[];
  /** Those behind them, where they stood. */
  readonly behind: readonly Reading[];
}

/** Undefined where a reading reached over an end of the changed sentences, or may have, as the author's tags may. */
function keptReadings(readings: readonly Reading[], { start, oldEnd }: BlockChange): KeptReadings | undefined {
  const kept = { before: [] as Reading[], changed: [] as Reading[], behind: [] as Reading[] };
  for (const reading of readings) {
    if (reading.sense.by === "inline") return undefined;
    if (reading.end <= start) kept.before.push(reading);
    else if (reading.start >= oldEnd) kept.behind.push(reading);
    else if (reading.start >= start && reading.end <= oldEnd) kept.changed.push(reading);
    else return undefined;
  }
  return kept;
}

/** Where the phrases stand that terms asked for; undefined where one stands now that did not, or the other way round. */
function phrasesAfter(
  found: FoundPhrases,
  sentences: BlockChange,
  block: BlockText,
  part: BlockText,
): FoundPhrases | undefined {
  const after = new Map<readonly string[], Span | undefined>();
  for (const [phrases, before] of found) {
    const now = whereNow(phrases, before, sentences, block, part);
    if ((before === undefined) !== (now === undefined)) return undefined;
    after.set(phrases, now);
  }
  return after;
}

function whereNow(
  phrases: readonly string[],
  before: Span | undefined,
  sentences: BlockChange,
  block: BlockText,
  part: BlockText,
): Span | undefined {
  if (before !== undefined && before.end <= sentences.start) return before;
  if (before !== undefined && before.start >= sentences.oldEnd) return movedSpan(before, growthOf(sentences));
  const inPart = part.find(phrases);
  if (inPart !== undefined) return movedSpan(inPart, sentences.start);
  return before === undefined ? undefined : block.find(phrases);
}

function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** Whether two readings are one, which a change at most moved; `now` counts from the start of the changed sentences. */
function isMoved(before: Reading, now: Reading, sentencesStart: number, change: BlockChange): boolean {
  const isOutside = before.end <= change.start || before.start >= change.oldEnd;
  const by = before.end <= change.start ? 0 : growthOf(change);
  return (
    isOutside &&
    now.sense === before.sense &&
    now.standing === before.standing &&
    now.start + sentencesStart === before.start + by &&
    now.end + sentencesStart === before.end + by
  );
}

/** A reading as it counts from another place, `by` code units before. */
export function movedReading({ start, end, sense, standing }: Reading, by: number): Reading {
  if (standing === undefined) return { start: start + by, end: end + by, sense };
  return { start: start + by, end: end + by, sense, standing };
}
