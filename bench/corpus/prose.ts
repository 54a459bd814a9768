import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Random } from "../support/random";

/** A sentence as books, reports and reviews have it: chat, headlines and fragments are left out. */
const WRITTEN_SENTENCE = /^["'“‘]?\p{Lu}.{40,600}[.!?]["'”’)]?$/u;
const SENTENCES_IN_PARAGRAPH = 6;

/** The written sentences of the npm package nlp-corpus: books, speeches, UN papers, reviews, each once. */
export function readSentences(packageFolder: string): string[] {
  const builds = join(packageFolder, "builds");
  const numberOf = (file: string) => Number(/\d+/.exec(file)?.[0]);
  const files = readdirSync(builds).sort((a, b) => numberOf(a) - numberOf(b));
  const sentences = files.flatMap((file) => JSON.parse(readFileSync(join(builds, file), "utf8")) as string[]);
  const cleaned = sentences.map((sentence) => sentence.replace(/\s+/g, " ").trim());
  return [...new Set(cleaned)].filter((sentence) => WRITTEN_SENTENCE.test(sentence) && keepsLength(sentence));
}

/** Peers find spans in the lower-cased text, whose offsets must be those of the text. */
function keepsLength(sentence: string): boolean {
  return sentence.toLowerCase().length === sentence.length;
}

/**
 * Paragraphs of six sentences until they fill a number of UTF-8 bytes. The sentences come in an order that the seed decides;
 * when they run out, they come again in another order.
 */
export function paragraphsOf(sentences: readonly string[], bytes: number, seed: number): string[] {
  const random = new Random(seed);
  const paragraphs: string[] = [];
  let size = 0;
  for (;;) {
    const shuffled = random.shuffled(sentences);
    for (let i = 0; i + SENTENCES_IN_PARAGRAPH <= shuffled.length; i += SENTENCES_IN_PARAGRAPH) {
      if (size >= bytes) return paragraphs;
      const paragraph = shuffled.slice(i, i + SENTENCES_IN_PARAGRAPH).join(" ");
      paragraphs.push(paragraph);
      size += Buffer.byteLength(paragraph) + 2;
    }
  }
}

/** Paragraphs as plain text, blank lines between them. */
export function plainText(paragraphs: readonly string[]): string {
  return `${paragraphs.join("\n\n")}\n`;
}

/** The paragraphs of a plain text. */
export function splitParagraphs(text: string): string[] {
  return text.trim().split("\n\n");
}

/** The first paragraphs of a plain text, up to a number of UTF-16 code units. */
export function beginning(text: string, units: number): string {
  if (text.length <= units) return text;
  return `${text.slice(0, text.lastIndexOf("\n\n", units))}\n`;
}

/** The same prose with the markup of a report: headings, lists, emphasis, links. */
export function markdownOf(text: string): string {
  return splitParagraphs(text)
    .map((paragraph, i) => {
      const heading = i % 8 === 0 ? `## ${paragraph.split(" ").slice(0, 5).join(" ")}\n\n` : "";
      return heading + markUp(paragraph, i);
    })
    .join("\n\n");
}

function markUp(paragraph: string, number: number): string {
  const words = paragraph.split(" ");
  words[3] = `**${words[3]!}**`;
  words[9] = `[${words[9]!}](https://example.org/${number})`;
  const marked = words.join(" ");
  return number % 5 === 4 ? marked.replace(/(^|(?<=[.!?]) )(?=\p{Lu})/gu, "\n- ").trim() : marked;
}
