import type { TextFormat } from "../text/format";
import { tagSyntaxOf } from "./inline-tags";
import type { TagLabel } from "./tag-syntax";

/** Words as an author's tag in a format; undefined where the words cannot stand in one. */
export function writeTag(words: string, label: TagLabel, format: TextFormat): string | undefined {
  const syntax = tagSyntaxOf(format);
  if (words.trim() === "" || syntax.refusal(words, { start: 0, end: words.length }, "paragraph") !== undefined) {
    return undefined;
  }
  const { before, after } = syntax.write(label);
  return before + words + after;
}
