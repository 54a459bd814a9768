import type { Span } from "../../src/core";

/** A piece of a paragraph: a mention, with a number that stays with it through edits, or words around mentions. */
export interface Piece {
  readonly text: string;
  readonly mention?: number;
}
export type Paragraph = readonly Piece[];

/** A whole number from 0 up to, not including, `below`. */
export type Random = (below: number) => number;

/** The same numbers for the same seed on every machine. */
export function randomOf(seed: number): Random {
  // Mixed, so that neighbouring seeds do not begin alike.
  let state = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Cuts a text into paragraphs at blank lines, and these at the mentions, which must be sorted and not overlap. */
export function paragraphsOf(text: string, mentions: readonly Span[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let next = 0;
  for (const { index, 0: paragraph } of text.matchAll(/[^\n](?:(?!\n[^\S\n]*\n)[^])*/g)) {
    const pieces: Piece[] = [];
    let at = index;
    const end = index + paragraph.trimEnd().length;
    for (; next < mentions.length && mentions[next]!.start < end; next++) {
      const mention = mentions[next]!;
      if (mention.start < at || mention.end > end) continue;
      pieces.push({ text: text.slice(at, mention.start) });
      pieces.push({ text: text.slice(mention.start, mention.end), mention: next });
      at = mention.end;
    }
    pieces.push({ text: text.slice(at, end) });
    paragraphs.push(pieces.filter(({ text }) => text !== ""));
  }
  return paragraphs;
}

/** A text put together again, and where each mention stands in it. */
export interface MarkedText {
  readonly text: string;
  readonly spans: ReadonlyMap<number, Span>;
}

export function join(paragraphs: readonly Paragraph[]): MarkedText {
  const spans = new Map<number, Span>();
  let text = "";
  for (const paragraph of paragraphs) {
    if (text !== "") text += "\n\n";
    for (const piece of paragraph) {
      const start = text.length;
      text += piece.text;
      if (piece.mention !== undefined) spans.set(piece.mention, { start, end: text.length });
    }
  }
  return { text: `${text}\n`, spans };
}

/** The sentences of a paragraph, each with the white space after it. No sentence ends inside a mention. */
export function sentencesOf(paragraph: Paragraph): Paragraph[] {
  const sentences: Piece[][] = [[]];
  for (const piece of paragraph) {
    if (piece.mention !== undefined) {
      sentences.at(-1)!.push(piece);
      continue;
    }
    for (const part of piece.text.split(/(?<=[.!?]["”’)]*\s)(?=\S)/)) {
      sentences.at(-1)!.push({ text: part });
      if (/[.!?]["”’)]*\s$/.test(part)) sentences.push([]);
    }
  }
  return sentences.filter((sentence) => sentence.length > 0);
}
