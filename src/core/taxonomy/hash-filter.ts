const GOLDEN = 0x9e3779b1;
const PAIR_FACTOR = 0x85ebca6b;
const BITS_PER_ENTRY = 24;
const MIN_LOG2 = 15;
const MAX_LOG2 = 22;

/** A bitmap that knows hashes which are certainly not in a set; it lets about one in 24 others pass. */
export class HashFilter {
  readonly bits: Int32Array;
  readonly shift: number;

  constructor(entries: number) {
    const wanted = Math.ceil(Math.log2(Math.max(1, entries * BITS_PER_ENTRY)));
    const log2 = Math.min(MAX_LOG2, Math.max(MIN_LOG2, wanted));
    this.shift = 32 - log2;
    this.bits = new Int32Array(1 << (log2 - 5));
  }

  add(hash: number): void {
    const bit = Math.imul(hash, GOLDEN) >>> this.shift;
    this.bits[bit >>> 5]! |= 1 << (bit & 31);
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
 * behind them. The last word always counts, for what stands behind it is not known here.
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
  const singleShift = single.shift | 0;
  const pairBits = pairs.bits;
  const pairShift = pairs.shift | 0;
  const last = count - 1;
  let found = 0;
  let hash = hashes[0]! | 0;
  for (let i = 0; i < last; i++) {
    const next = hashes[i + 1]! | 0;
    const one = Math.imul(hash, GOLDEN) >>> singleShift;
    const two = Math.imul((Math.imul(hash, PAIR_FACTOR) + next) | 0, GOLDEN) >>> pairShift;
    const isSingle = (singleBits[one >>> 5]! >>> (one & 31)) & 1;
    const isPair = (pairBits[two >>> 5]! >>> (two & 31)) & 1;
    candidates[found] = (i << CANDIDATE_BITS) | (isPair << 1) | isSingle;
    found = (found + (isSingle | isPair)) | 0;
    hash = next;
  }
  if (count > 0) candidates[found++] = (last << CANDIDATE_BITS) | Begins.single | Begins.several;
  return found;
}
