import type { Span } from "../../text/span";
import { regularSpace } from "./context";

/** What formatters write in place of each other. */
const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/['’‘ʼ]/u, "['’‘ʼ]"],
  [/["“”„«»]/u, '["“”„«»]'],
  [/[-‐‑–—]/u, "[-‐‑–—]"],
];

/** White space within a paragraph, with the marker that a quotation in Markdown has at each line. */
const SPACE = "[^\\S\\n]*(?:\\n[^\\S\\n]*(?:>[^\\S\\n]?)*)?";
const BLANK_LINES = "\\s*\\n(?:[^\\S\\n>]|>)*\\n[\\s>]*";

/** Whether `looseSource` matches more than the words as they are. */
const HAS_VARIANTS = /[\s'’‘ʼ"“”„«»‐‑–—-]/u;

/**
 * Where words stand in a text, whatever the line ends, quotation marks, apostrophes and dashes; overlapping places
 * excluded. None for words that begin or end with white space.
 */
export function looseSearch(text: string, words: string): Span[] {
  if (!HAS_VARIANTS.test(words) || words.trim() !== words) return [];
  const pattern = new RegExp(looseSource(regularSpace(words)), "gu");
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

/** What stands between two pieces of context, up to `longest` UTF-16 code units; see `Quote` for how these are written. */
export function between(text: string, before: string, after: string, longest: number): Span[] {
  // White space at the start would be tried from every white space of the text.
  const pattern = new RegExp(
    `${looseSource(before.trimStart())}(?<middle>[^\\n]{1,${longest}}?)${looseSource(after)}`,
    "dgu",
  );
  return [...text.matchAll(pattern)].map(({ indices }) => {
    const [start, end] = indices!.groups!["middle"]!;
    return { start, end };
  });
}

/** A regular expression for words and for contexts, in which one line feed is a paragraph break. */
function looseSource(words: string): string {
  return words.replace(/[^]/gu, looseCharacter);
}

function looseCharacter(character: string): string {
  if (character === " ") return `(?=\\s)${SPACE}`;
  if (character === "\n") return BLANK_LINES;
  const variants = VARIANTS.find(([pattern]) => pattern.test(character));
  return variants?.[1] ?? character.replace(/[\\^$.*+?()[\]{}|/]/u, "\\$&");
}
