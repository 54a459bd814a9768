import { Gap } from "../../text/code-units";
import { pairHash } from "./hash-filter";
import type { LexiconIndex } from "./lexicon-index";
import { gapOf, wordOf } from "./term-trie";

/**
 * The pairs of words between which a full stop or a harder gap stands in some term, as in "St. Lucia": only where one of them
 * stands around the end of a sentence can a term reach over it.
 *
 * @returns the hashes of the pairs of their spellings (`pairHash`)
 */
export function pairsOverStops(index: LexiconIndex): ReadonlySet<number> {
  const links = linksOverStops(index);
  const hashesOf = hashesOfWords(new Set(links.flat()), index);
  const pairs = new Set<number>();
  for (const [word, next] of links) {
    for (const before of hashesOf.get(word)!)
      for (const behind of hashesOf.get(next)!) pairs.add(pairHash(before, behind));
  }
  return pairs;
}

/** The pairs of words themselves. */
function linksOverStops(index: LexiconIndex): [word: number, next: number][] {
  const { edgeStarts, edgeSymbols } = index;
  return [...wordsBeforeStops(index)].flatMap(([node, words]) => {
    const symbols = [...edgeSymbols.subarray(edgeStarts[node], edgeStarts[node + 1])];
    const behind = symbols.filter((symbol) => gapOf(symbol) >= Gap.fullStop).map(wordOf);
    return [...words].flatMap((word) => behind.map((next): [number, number] => [word, next]));
  });
}

/** By node behind which a stop may come: the words that lead to it. */
function wordsBeforeStops({ rootNodes, edgeStarts, edgeSymbols, edgeNodes }: LexiconIndex): Map<number, Set<number>> {
  const words = new Map<number, Set<number>>();
  for (let node = 1; node + 1 < edgeStarts.length; node++) {
    for (let i = edgeStarts[node]!; i < edgeStarts[node + 1]!; i++) {
      if (gapOf(edgeSymbols[i]!) >= Gap.fullStop) words.set(node, new Set());
    }
  }
  if (words.size === 0) return words;
  for (let word = 0; word < rootNodes.length; word++) words.get(rootNodes[word]!)?.add(word);
  for (let i = 0; i < edgeSymbols.length; i++) words.get(edgeNodes[i]!)?.add(wordOf(edgeSymbols[i]!));
  return words;
}

/** The hashes of all spellings of a few words: most words of a lexicon stand at no stop. */
function hashesOfWords(sought: ReadonlySet<number>, { words, hashes }: LexiconIndex): Map<number, number[]> {
  const found = new Map([...sought].map((word): [number, number[]] => [word, []]));
  for (let spelling = 0; spelling < words.length; spelling++) found.get(words[spelling]!)?.push(hashes[spelling]!);
  return found;
}
