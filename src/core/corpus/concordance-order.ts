import type { ConcordanceLine } from "./concordance";

/** What lines are sorted by: the nth word to the left or right, the node itself, or where it stands. */
export const CONCORDANCE_KEYS = [
  "left1",
  "left2",
  "left3",
  "node",
  "right1",
  "right2",
  "right3",
  "document",
  "position",
] as const;
export type ConcordanceKey = (typeof CONCORDANCE_KEYS)[number];

/**
 * The order of lines by some keys, the first counts most: indices into `lines`. Words compare as readers of a language expect,
 * without regard to case and punctuation; lines that are alike keep the order they have.
 *
 * @param keys `document` compares paths, `position` the place in the document
 * @param locale a BCP 47 tag
 */
export function concordanceOrder(
  lines: readonly ConcordanceLine[],
  keys: readonly ConcordanceKey[],
  locale = "en",
): number[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const columns = keys.map((key) => columnOf(lines, key, collator));
  return lines
    .map((_, index) => index)
    .sort((a, b) => {
      for (const column of columns) {
        const difference = column[a]! - column[b]!;
        if (difference !== 0) return difference;
      }
      return a - b;
    });
}

/** What each line has under a key, as a number that sorts. Few words stand in many lines, so each is compared once. */
function columnOf(lines: readonly ConcordanceLine[], key: ConcordanceKey, collator: Intl.Collator): Float64Array {
  if (key === "position") return Float64Array.from(lines, ({ start }) => start);
  const words = lines.map((line) => wordOf(line, key));
  const sorted = [...new Set(words)].sort((a, b) => collator.compare(a, b));
  const ranks = new Map<string, number>();
  let rank = 0;
  for (const [i, word] of sorted.entries()) {
    // Words that differ in nothing a reader sees are the same word.
    if (i > 0 && collator.compare(sorted[i - 1]!, word) !== 0) rank++;
    ranks.set(word, rank);
  }
  return Float64Array.from(words, (word) => ranks.get(word)!);
}

function wordOf(line: ConcordanceLine, key: Exclude<ConcordanceKey, "position">): string {
  switch (key) {
    case "node":
      return line.node.toLowerCase();
    case "document":
      return line.document;
    case "left1":
    case "left2":
    case "left3":
      return wordsOf(line.left).at(-Number(key.at(-1))) ?? "";
    case "right1":
    case "right2":
    case "right3":
      return wordsOf(line.right)[Number(key.at(-1)) - 1] ?? "";
  }
}

function wordsOf(context: string): string[] {
  return context.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}
