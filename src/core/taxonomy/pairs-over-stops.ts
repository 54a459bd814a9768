import { Gap } from "../text/code-units";
import { pairHash } from "./hash-filter";
import type { LexiconIndex } from "./lexicon-index";
import { gapOf, wordOf } from "./term-trie";

/**
 * The pairs of words between which a full stop or a harder gap stands in some term, as in "St. Lucia": only where one of them
 * stands around the end of a sentence can a term reach over it.
 *
 * @param hashes by spelling
 * @returns the hashes of the pairs of their spellings (`pairHash`)
 */
export function pairsOverStops(index: LexiconIndex, hashes: Int32Array): ReadonlySet<number> {
  const hashesOf = hashesByWord(index, hashes);
  const wordsBefore = wordsBeforeStops(index);
  const pairs = new Set<number>();
  for (const [node, words] of wordsBefore) {
    for (let i = index.edgeStarts[node]!; i < index.edgeStarts[node + 1]!; i++) {
      if (gapOf(index.edgeSymbols[i]!) < Gap.fullStop) continue;
      for (const next of hashesOf(wordOf(index.edgeSymbols[i]!))) {
        for (const word of words) for (const before of hashesOf(word)) pairs.add(pairHash(before, next));
      }
    }
  }
  return pairs;
}

/** By node behind which a stop may come: the words that lead to it. */
function wordsBeforeStops({ rootNodes, edgeStarts, edgeSymbols, edgeNodes }: LexiconIndex): Map<number, Set<number>> {
  const words = new Map<number, Set<number>>();
  for (let node = 1; node + 1 < edgeStarts.length; node++) {
    for (let i = edgeStarts[node]!; i < edgeStarts[node + 1]!; i++) {
      if (gapOf(edgeSymbols[i]!) >= Gap.fullStop) words.set(node, new Set());
    }
  }
  for (let word = 0; word < rootNodes.length; word++) words.get(rootNodes[word]!)?.add(word);
  for (let i = 0; i < edgeSymbols.length; i++) words.get(edgeNodes[i]!)?.add(wordOf(edgeSymbols[i]!));
  return words;
}

function hashesByWord({ words }: LexiconIndex, hashes: Int32Array): (word: number) => number[] {
  const spellings = new Map<number, number[]>();
  for (let spelling = 0; spelling < words.length; spelling++) {
    const alike = spellings.get(words[spelling]!);
    if (alike === undefined) spellings.set(words[spelling]!, [spelling]);
    else alike.push(spelling);
  }
  return (word) => (spellings.get(word) ?? []).map((spelling) => hashes[spelling]!);
}
