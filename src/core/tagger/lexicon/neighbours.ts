import type { NeighbourPhrase } from "../../taxonomy/neighbourhood";
import { isNeighbourTag } from "../../taxonomy/neighbourhood";
import { sentenceAt } from "../../text/sentences";
import type { Span } from "../../text/span";
import { foldWord, Gap, isInWord } from "../../text/code-units";
import { WordList } from "../../text/words";
import type { BlockText } from "../block/block-text";
import { wordTagsOf } from "../grammar/sentence-terms";

/** How far to look for each word of a phrase, in UTF-16 code units; bounds what one match costs. */
const REACH_OF_WORD = 40;

/** A word beside a match. */
interface Neighbour {
  readonly text: string;
  readonly folded: string;
  /** Only spaces, or an abbreviation's full stop, lie between it and the match or the word before it. */
  readonly isSpaced: boolean;
}

const words = new WordList();

/** Whether one of the phrases stands directly before a span of a block, in the same sentence. */
export function standsBefore(block: BlockText, span: Span, phrases: readonly NeighbourPhrase[]): boolean {
  if (phrases.length === 0) return false;
  const neighbours = neighboursBefore(block, span.start, longestOf(phrases));
  return phrases.some((phrase) => fits([...phrase].reverse(), neighbours));
}

/** Whether one of the phrases stands directly behind a span of a block, in the same sentence. */
export function standsBehind(block: BlockText, span: Span, phrases: readonly NeighbourPhrase[]): boolean {
  if (phrases.length === 0) return false;
  const neighbours = neighboursBehind(block, span.end, longestOf(phrases));
  return phrases.some((phrase) => fits(phrase, neighbours));
}

function longestOf(phrases: readonly NeighbourPhrase[]): number {
  return phrases.reduce((longest, { length }) => Math.max(longest, length), 0);
}

function fits(phrase: NeighbourPhrase, neighbours: readonly Neighbour[]): boolean {
  return phrase.length <= neighbours.length && phrase.every((word, i) => isWord(word, neighbours[i]!));
}

function isWord(word: string, { text, folded, isSpaced }: Neighbour): boolean {
  return isNeighbourTag(word) ? isSpaced && wordTagsOf(text).has(word.slice(1)) : word === folded;
}

/** The words, nearest first. */
function neighboursBefore(block: BlockText, start: number, count: number): Neighbour[] {
  const from = Math.max(0, start - count * REACH_OF_WORD);
  // The match is one letter here, so that the gap before it counts.
  const text = `${block.prose.slice(from, start)}x`;
  words.read(text);
  const neighbours: Neighbour[] = [];
  // A word that the window cuts is not what it seems.
  const first = cutsWord(block.prose, from) ? 1 : 0;
  for (let i = words.count - 2; i >= first && neighbours.length < count; i--) {
    const end = words.ends[i]!;
    if (!isCrossed(block, words.gaps[i + 1]!, from + words.starts[i]!, start)) break;
    neighbours.push(neighbourOf(text, words.starts[i]!, end, text.slice(end, words.starts[i + 1])));
  }
  return neighbours;
}

/** The words, nearest first. */
function neighboursBehind(block: BlockText, end: number, count: number): Neighbour[] {
  const to = Math.min(block.prose.length, end + count * REACH_OF_WORD);
  const text = `x${block.prose.slice(end, to)}`;
  words.read(text);
  const neighbours: Neighbour[] = [];
  const last = cutsWord(block.prose, to) ? words.count - 2 : words.count - 1;
  for (let i = 1; i <= last && neighbours.length < count; i++) {
    const start = words.starts[i]!;
    if (!isCrossed(block, words.gaps[i]!, end - 1, end - 1 + start)) break;
    neighbours.push(neighbourOf(text, start, words.ends[i]!, text.slice(words.ends[i - 1], start)));
  }
  return neighbours;
}

/** Whether a word stands on both sides of an offset. */
function cutsWord(prose: string, offset: number): boolean {
  return isInWord(prose.charCodeAt(offset - 1)) && isInWord(prose.charCodeAt(offset));
}

/** Whether a gap leaves the words on both sides neighbours: no punctuation but the full stop of an abbreviation. */
function isCrossed({ sentences }: BlockText, gap: number, left: number, right: number): boolean {
  if (gap === Gap.soft) return true;
  return gap === Gap.fullStop && sentenceAt(sentences, left) === sentenceAt(sentences, right);
}

function neighbourOf(text: string, start: number, end: number, gap: string): Neighbour {
  const word = text.slice(start, end);
  return { text: word, folded: foldWord(word), isSpaced: /^\.?\s+$/u.test(gap) };
}
