import { buildLexicon, indexTerms, loadIndex, serializeIndex } from "../engine";
import { buildMapTrie } from "../peers/map-trie";
import type { Row } from "../row";

/** Kept alive while they are weighed. */
const weighed: unknown[] = [];

/** What a thing keeps in memory, in bytes: the heap and typed arrays beside it, after a full collection. */
function weigh(make: () => unknown): number {
  const before = usedBytes();
  weighed.push(make());
  return usedBytes() - before;
}

function usedBytes(): number {
  if (globalThis.gc === undefined) throw new Error("node runs without --expose-gc, so memory cannot be weighed");
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

export const memory: Row = {
  id: "10",
  *run(context) {
    const terms = context.terms("100k");
    const serialized = serializeIndex(indexTerms(terms, "plain"));
    // Once before, so that what code and shared caches take is not counted as the index.
    buildMapTrie(context.terms("1k"));
    buildLexicon(context.terms("1k"), "plain");
    const ours = weigh(() => loadIndex(serialized, terms.length)) / terms.length;
    const theirs = weigh(() => buildMapTrie(terms)) / terms.length;
    const figure = { value: ours, unit: "bytes a term" } as const;
    const peer = { name: "FlashText's trie of Maps", value: theirs, unit: "bytes a term" } as const;
    yield { measure: "size", value: ours, ours: figure };
    yield { measure: "against FlashText's trie of Maps", value: ours / theirs, ours: figure, peer };
  },
};
