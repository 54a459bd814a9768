import { Gap } from "../text/code-units";
import type { LexiconIndex } from "./lexicon-index";
import { gapOf, wordOf } from "./term-trie";

/**
 * The words that stand behind a full stop or a harder gap in some term, as "Lucia" does in "St. Lucia": only where one of
 * them begins a sentence can a term reach there from the sentence before.
 *
 * @param hashes by spelling
 * @returns the hashes of their spellings
 */
export function wordsBehindStops(
  { edgeSymbols, rootNodes, words }: LexiconIndex,
  hashes: Int32Array,
): ReadonlySet<number> {
  const isBehindStop = new Uint8Array(rootNodes.length);
  for (const symbol of edgeSymbols) if (gapOf(symbol) >= Gap.fullStop) isBehindStop[wordOf(symbol)] = 1;
  const found = new Set<number>();
  for (let spelling = 0; spelling < words.length; spelling++) {
    if (isBehindStop[words[spelling]!] === 1) found.add(hashes[spelling]!);
  }
  return found;
}
