/**
 * Spans of a text in one array: start and end of the first, start and end of the second, and so on. Offsets are UTF-16 code
 * units, `end` exclusive; sorted by start, not overlapping.
 */
export type Spans = Int32Array;

/** Texts are shorter than this, so that a span fits into one exact number. */
const LIMIT = 2 ** 25;

const isWordUnit = wordUnits();

function wordUnits(): Uint8Array {
  const word = /[\p{L}\p{N}\p{M}]/u;
  return new Uint8Array(0x10000).map((_, unit) => (word.test(String.fromCharCode(unit)) ? 1 : 0));
}

/**
 * Gives engines that report every overlapping substring the semantics of a tagger: whole words, the leftmost first, of those
 * that begin together the longest, none overlapping. The words' ends are checked before the longest is chosen: chosen first,
 * "heart rate" would hide "heart" in "heart rates".
 */
export class WholeWordFilter {
  #keys = new Float64Array(1024);
  #count = 0;

  constructor(readonly text: string) {}

  /** Takes a substring match. */
  add(start: number, end: number): void {
    if (!this.#isWordEnd(start) || !this.#isWordEnd(end)) return;
    if (this.#count === this.#keys.length) {
      const larger = new Float64Array(2 * this.#count);
      larger.set(this.#keys);
      this.#keys = larger;
    }
    this.#keys[this.#count++] = start * LIMIT + (LIMIT - 1 - end);
  }

  leftmostLongest(): Spans {
    const keys = this.#keys.subarray(0, this.#count).sort();
    const spans: number[] = [];
    let behind = 0;
    for (const key of keys) {
      const start = Math.floor(key / LIMIT);
      if (start < behind) continue;
      behind = LIMIT - 1 - (key % LIMIT);
      spans.push(start, behind);
    }
    return Int32Array.from(spans);
  }

  /** Whether a word begins or ends at an offset, or none is near. */
  #isWordEnd(offset: number): boolean {
    if (offset === 0 || offset === this.text.length) return true;
    return isWordUnit[this.text.charCodeAt(offset - 1)] === 0 || isWordUnit[this.text.charCodeAt(offset)] === 0;
  }
}

/** How many spans only the first list has, and how many only the second. */
export function countDifferences(ours: Spans, theirs: Spans): { onlyOurs: number; onlyTheirs: number } {
  const keysOf = (spans: Spans) => {
    const keys = new Set<number>();
    for (let i = 0; i < spans.length; i += 2) keys.add(spans[i]! * LIMIT + spans[i + 1]!);
    return keys;
  };
  const [ourKeys, theirKeys] = [keysOf(ours), keysOf(theirs)];
  const missingIn = (other: ReadonlySet<number>, keys: ReadonlySet<number>) =>
    [...keys].filter((key) => !other.has(key)).length;
  return { onlyOurs: missingIn(theirKeys, ourKeys), onlyTheirs: missingIn(ourKeys, theirKeys) };
}

/** How many code units the spans cover. */
export function coveredUnits(spans: Spans): number {
  let units = 0;
  for (let i = 0; i < spans.length; i += 2) units += spans[i + 1]! - spans[i]!;
  return units;
}
