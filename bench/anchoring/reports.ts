import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createTagger, formatOfPath, loadDefaultTaxonomy, type Span, type TextFormat } from "../../src/core";
import { paragraphsOf, type Paragraph } from "./marked-text";

const PROSE = /(?<!README)\.(?:md|txt|tex|html)$/;

interface Source {
  readonly text: string;
  readonly format: TextFormat;
}

/** Every so many long words one is marked by hand, with those after it, as people mark what a tagger misses. */
const WORDS_PER_HAND_MARK = 8;

/**
 * The texts of a folder, or of a JSON-lines file of objects with a `text`, cut at the mentions that the built-in taxonomy
 * finds in them, and at some spans of one to four words between these.
 *
 * @throws Error where there is no such file or folder, or a line is no JSON
 */
export function readReports(path: string): Paragraph[][] {
  const tagger = createTagger(loadDefaultTaxonomy());
  return sourcesOf(path).map(({ text, format }) => {
    const normal = text.replaceAll("\r\n", "\n");
    const { mentions } = tagger.tag(normal, { format });
    return paragraphsOf(normal, withHandMarks(normal, mentions));
  });
}

function sourcesOf(path: string): Source[] {
  if (!statSync(path).isDirectory()) {
    const lines = readFileSync(path, "utf8").split("\n");
    return lines
      .filter((line) => line.trim() !== "")
      .map((line) => ({ text: (JSON.parse(line) as { text: string }).text, format: "plain" }));
  }
  const names = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) => PROSE.test(name));
  return names.sort().map((name) => ({ text: readFileSync(join(path, name), "utf8"), format: formatOfPath(name) }));
}

function withHandMarks(text: string, mentions: readonly Span[]): Span[] {
  const spans = mentions.map(({ start, end }) => ({ start, end }));
  let words = 0;
  for (const { index, 0: match } of text.matchAll(/\p{L}{5,}(?: [\p{L}\p{N}]+){0,3}/gu)) {
    words += 1;
    if (words % WORDS_PER_HAND_MARK > 0) continue;
    const phrase = match.split(" ").slice(0, 1 + ((words / WORDS_PER_HAND_MARK) % 4));
    const hand = { start: index, end: index + phrase.join(" ").length };
    if (!mentions.some(({ start, end }) => start < hand.end && hand.start < end)) spans.push(hand);
  }
  return spans.sort((a, b) => a.start - b.start);
}
