import { sentenceAt } from "../../text/sentences";
import type { Span } from "../../text/span";
import type { BlockText } from "../block/block-text";

/** Why the capitals of a name that is an ordinary word too are no evidence for it. */
export type Doubt = "sentence-start" | "shouted";

/** What keeps the capitals at a place from being evidence, if anything does. */
export function doubtAt(block: BlockText, { start, end }: Span, needsAllCapitals: boolean): Doubt | undefined {
  if (block.isShoutedAt(start)) return "shouted";
  if (needsAllCapitals || isUpper(block.prose.slice(start, end))) return undefined;
  const sentence = block.sentences[sentenceAt(block.sentences, start)]!;
  return /\p{L}/u.test(block.prose.slice(sentence.start, start)) ? undefined : "sentence-start";
}

function isUpper(word: string): boolean {
  return word === word.toUpperCase();
}
