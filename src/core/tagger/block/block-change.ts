import type { Mask } from "../../text/block";
import { sureSentenceEnd, sureSentenceStart } from "../../text/sentences";
import type { Span } from "../../text/span";
import type { Reading } from "../reading";
import type { BlockTagger } from "./block-tagger";
import type { BlockText } from "./block-text";
import type { Answers } from "./sentence-words";

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
  /** What terms asked of the words of the whole block. */
  readonly answers: Answers;
}

/**
 * Reads a block again of which a part changed, at the cost of the sentences that the change touches: what the others say hangs on
 * their own words, and on little else that is looked at here. The result is that of `tagger.read(block)`.
 *
 * @returns undefined where the change may matter to the other sentences, so that the whole block must be read
 */
export function rereadBlock(
  known: KnownBlock,
  change: BlockChange,
  block: BlockText,
  tagger: BlockTagger,
): Reading[] | undefined {
  if (!areMoved(known.masks, block.masks, change)) return undefined;
  const sentences = changedSentences(change, block, tagger);
  if (isWhole(sentences, block) || !staysInLowerCase(change, sentences, block.prose)) return undefined;
  for (const [phrases, answer] of known.answers) if (block.words.hasOneOf(phrases) !== answer) return undefined;
  const growth = change.newEnd - change.oldEnd;
  const before: Reading[] = [];
  const behind: Reading[] = [];
  for (const reading of known.readings) {
    if (reading.sense.by === "inline") continue;
    if (reading.start >= sentences.end - growth) behind.push(moved(reading, growth));
    else if (reading.start < sentences.start) {
      if (reading.end > sentences.start) return undefined;
      before.push(reading);
    }
  }
  const fresh = tagger.readSentences(block.part(sentences)).map((reading) => moved(reading, sentences.start));
  return [...before, ...fresh, ...behind, ...tagger.readTags(block)];
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
function changedSentences({ start, newEnd }: BlockChange, { prose }: BlockText, tagger: BlockTagger): Span {
  let from = sureSentenceStart(prose, start);
  while (from > 0 && tagger.mayReachInto(prose, from)) from = sureSentenceStart(prose, from - 1);
  let to = sureSentenceEnd(prose, newEnd);
  while (to < prose.length && tagger.mayReachInto(prose, to)) to = sureSentenceEnd(prose, to);
  return { start: from, end: to };
}

function isWhole({ start, end }: Span, { prose }: BlockText): boolean {
  return start === 0 && end === prose.length;
}

/**
 * Whether the lines that other sentences share with the change have small letters outside of it: then they were no lines in
 * capitals, and are none.
 */
function staysInLowerCase({ start, newEnd }: BlockChange, sentences: Span, prose: string): boolean {
  let lineStart = start;
  while (lineStart > 0 && !isLineBreak(prose, lineStart - 1) && !isLowerCase(prose, lineStart - 1)) lineStart--;
  let lineEnd = newEnd;
  while (lineEnd < prose.length && !isLineBreak(prose, lineEnd) && !isLowerCase(prose, lineEnd)) lineEnd++;
  return (
    (lineStart >= sentences.start || isLowerCase(prose, lineStart - 1)) &&
    (lineEnd <= sentences.end || isLowerCase(prose, lineEnd))
  );
}

function isLineBreak(prose: string, at: number): boolean {
  return prose.charCodeAt(at) === 0x0a;
}

function isLowerCase(prose: string, at: number): boolean {
  const unit = prose.charCodeAt(at);
  return (unit >= 0x61 && unit <= 0x7a) || (unit > 0x7f && /\p{Ll}/u.test(prose.charAt(at)));
}

function moved(reading: Reading, growth: number): Reading {
  const start = reading.start + growth;
  const end = reading.end + growth;
  const { sense, standing } = reading;
  return standing === undefined ? { start, end, sense } : { start, end, sense, standing };
}
