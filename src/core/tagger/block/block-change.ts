import type { Block, Mask } from "../../text/block";
import { sureSentenceEnd, sureSentenceStart } from "../../text/sentences";
import type { Span } from "../../text/span";
import type { BlockFindings } from "../document/block-findings";
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
  readonly shape: Pick<Block, "masks">;
  readonly findings: Pick<BlockFindings, "readings">;
  /** Whether the author tagged something in it. */
  readonly hasTags: boolean;
  readonly foundPhrases: FoundPhrases;
}

/** A block of which only the changed sentences were read. */
export interface RereadBlock {
  /** The changed sentences: old `[start, oldEnd)`, new `[start, newEnd)`. Nothing that was read reaches over an end of theirs. */
  readonly sentences: BlockChange;
  /** Those of the changed sentences, counted from their start. */
  readonly fresh: readonly Reading[];
  /** Whether the block says what it said, if at other places. */
  readonly saysTheSame: boolean;
}

/**
 * Reads a block again of which a part changed, at the cost of the sentences that the change touches: what the others say hangs on
 * their own words, and on little else that is looked at here.
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
  if (!areMoved(known.shape.masks, block.masks, change)) return undefined;
  if (known.hasTags || tagger.readTags(block).length > 0) return undefined;
  const sentences = changedSentences(change, block, tagger);
  if (isWhole(sentences, block) || !staysInLowerCase(change, sentences, block.prose)) return undefined;
  const changed = readingsIn(known.findings.readings, sentences);
  if (changed === undefined) return undefined;
  const part = block.part({ start: sentences.start, end: sentences.newEnd });
  if (known.foundPhrases.size > 0) {
    const foundPhrases = phrasesAfter(known.foundPhrases, sentences, block, part);
    if (foundPhrases === undefined) return undefined;
    block.knowPhrases(foundPhrases);
  }
  const fresh = tagger.readSentences(part);
  return { sentences, fresh, saysTheSame: areMovedReadings(changed, fresh, sentences.start, change) };
}

/** The readings of the whole block, as `tagger.read(block)` gives them. */
export function readingsAfter(old: readonly Reading[], { sentences, fresh }: RereadBlock): Reading[] {
  const readings: Reading[] = [];
  for (const reading of old) if (reading.end <= sentences.start) readings.push(reading);
  for (const reading of fresh) readings.push(reading.moved(sentences.start));
  const growth = growthOf(sentences);
  for (const reading of old) if (reading.start >= sentences.oldEnd) readings.push(reading.moved(growth));
  return readings;
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

/** The readings that stood in the changed sentences; undefined where one reached over an end of theirs. */
function readingsIn(readings: readonly Reading[], { start, oldEnd }: BlockChange): Reading[] | undefined {
  const inside: Reading[] = [];
  for (const reading of readings) {
    if (reading.end <= start || reading.start >= oldEnd) continue;
    if (reading.start < start || reading.end > oldEnd) return undefined;
    inside.push(reading);
  }
  return inside;
}

/** Where the phrases stand that terms asked for; undefined where one stands now that did not, or the other way round. */
function phrasesAfter(
  found: FoundPhrases,
  sentences: BlockChange,
  block: BlockText,
  part: BlockText,
): FoundPhrases | undefined {
  let after: Map<readonly string[], Span | undefined> | undefined;
  for (const [phrases, before] of found) {
    const now = whereNow(phrases, before, sentences, block, part);
    if ((before === undefined) !== (now === undefined)) return undefined;
    if (now !== before) (after ??= new Map(found)).set(phrases, now);
  }
  return after ?? found;
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

/** Whether readings are the same, which a change at most moved; those of `now` count from the start of the changed sentences. */
function areMovedReadings(
  before: readonly Reading[],
  now: readonly Reading[],
  sentencesStart: number,
  change: BlockChange,
): boolean {
  if (before.length !== now.length) return false;
  for (let i = 0; i < now.length; i++) {
    const { start, end, sense, standing } = before[i]!;
    if (end > change.start && start < change.oldEnd) return false;
    const by = (end <= change.start ? 0 : growthOf(change)) - sentencesStart;
    const other = now[i]!;
    if (other.sense !== sense || other.standing !== standing) return false;
    if (other.start !== start + by || other.end !== end + by) return false;
  }
  return true;
}
