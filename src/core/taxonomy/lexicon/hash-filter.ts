const GOLDEN = 0x9e3779b1;
const PAIR_FACTOR = 0x85ebca6b;
const BITS_PER_ENTRY = 24;
const MIN_LOG2 = 15;
const MAX_LOG2 = 22;

/** Where places begin in a hash, mixed: that of the word of 32 bits, and those of the hash's two bits in it. */
const WORD_SHIFT = 15;
const FIRST_BIT_SHIFT = 10;
const SECOND_BIT_SHIFT = 5;

/**
 * A bitmap that knows hashes which are certainly not in a set; it lets about one in 150 others pass. The two bits of a hash are in
 * one word, so that a question costs one load (a blocked filter: Putze, Sanders, Singler 2007, doi:10.1007/978-3-540-72845-0_9).
 */
export class HashFilter {
  readonly bits: Int32Array;

  constructor(entries: number) {
    const wanted = Math.ceil(Math.log2(Math.max(1, entries * BITS_PER_ENTRY)));
    const log2 = Math.min(MAX_LOG2, Math.max(MIN_LOG2, wanted));
    this.bits = new Int32Array(1 << (log2 - 5));
  }

  add(hash: number): void {
    const mixed = Math.imul(hash, GOLDEN);
    const bits = (1 << (mixed >>> FIRST_BIT_SHIFT)) | (1 << (mixed >>> SECOND_BIT_SHIFT));
    this.bits[(mixed >>> WORD_SHIFT) & (this.bits.length - 1)]! |= bits;
  }
}

/** One hash for two words in a row. */
export function pairHash(first: number, second: number): number {
  return (Math.imul(first, PAIR_FACTOR) + second) | 0;
}

/** What may begin at a word: a term that is the word alone, one of several words. */
export const Begins = { single: 1, several: 2 } as const;
/** Bits of a candidate below the place of its word. */
export const CANDIDATE_BITS = 2;

/**
 * Finds the words at which a term may begin: those that are a term alone, and those that begin one together with the word
 * behind them. The last word always counts, for what stands behind it is not known here. Words behind the first of a pair
 * are candidates too, if of nothing: they must be looked up, and best with the others.
 *
 * @param hashes of the words
 * @param candidates receives `place << CANDIDATE_BITS` of the words, plus what may begin there
 * @returns how many they are
 */
export function findCandidates(
  hashes: Int32Array,
  count: number,
  single: HashFilter,
  pairs: HashFilter,
  candidates: Int32Array,
): number {
  const singleBits = single.bits;
  const pairBits = pairs.bits;
  const singleMask = singleBits.length - 1;
  const pairMask = pairBits.length - 1;
  const last = count - 1;
  let found = 0;
  let wasPair = 0;
  // Masks, and shifts by constants as far as they can be: shifts by variables take twice the time. Of a pair only the words are
  // mixed, for (first * PAIR_FACTOR + second) * GOLDEN is the same from words times GOLDEN.
  let one = Math.imul(hashes[0]!, GOLDEN);
  for (let i = 0; i < last; i++) {
    const next = Math.imul(hashes[i + 1]!, GOLDEN);
    const pair = (Math.imul(one, PAIR_FACTOR) + next) | 0;
    const singleWord = singleBits[(one >>> WORD_SHIFT) & singleMask]!;
    const pairWord = pairBits[(pair >>> WORD_SHIFT) & pairMask]!;
    const isSingle = (singleWord >>> (one >>> FIRST_BIT_SHIFT)) & (singleWord >>> (one >>> SECOND_BIT_SHIFT)) & 1;
    const isPair = (pairWord >>> (pair >>> FIRST_BIT_SHIFT)) & (pairWord >>> (pair >>> SECOND_BIT_SHIFT)) & 1;
    candidates[found] = (i << CANDIDATE_BITS) | (isPair << 1) | isSingle;
    found = (found + (isSingle | isPair | wasPair)) | 0;
    wasPair = isPair;
    one = next;
  }
  if (count > 0) candidates[found++] = (last << CANDIDATE_BITS) | Begins.single | Begins.several;
  return found;
}
