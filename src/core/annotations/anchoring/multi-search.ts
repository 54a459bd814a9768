/** Patterns are told apart by a hash of this many code units before they are compared. */
const HEAD_LENGTH = 3;
const SLOTS = 1 << 16;

/** Up to this many patterns, searching for each by itself is faster than one pass for all. */
const FEW = 16;

/**
 * Where each pattern stands in the text, overlapping places included, ascending, in UTF-16 code units. The search for a
 * pattern stops after `most` places. One pass over the text serves all patterns, however many they are.
 */
export function searchAll(text: string, patterns: Iterable<string>, most: number): Map<string, number[]> {
  const distinct = [...new Set(patterns)];
  const isAlone = (pattern: string): boolean => distinct.length <= FEW || pattern.length < HEAD_LENGTH;
  const places = new Map(distinct.map((pattern) => [pattern, isAlone(pattern) ? searchOne(text, pattern, most) : []]));
  const together = [...places].filter(([pattern]) => !isAlone(pattern));
  if (together.length > 0) searchTogether(text, together, most);
  return places;
}

/** Where one pattern stands in the text, by the rules of `searchAll`. */
export function searchOne(text: string, pattern: string, most: number): number[] {
  const found: number[] = [];
  if (pattern === "") return found;
  for (let at = text.indexOf(pattern); at >= 0 && found.length < most; at = text.indexOf(pattern, at + 1))
    found.push(at);
  return found;
}

type Search = readonly [pattern: string, found: number[]];

function searchTogether(text: string, searches: readonly Search[], most: number): void {
  const slots = new Array<Search[] | undefined>(SLOTS);
  for (const search of searches) (slots[slotAt(search[0], 0)] ??= []).push(search);
  for (let at = 0; at + HEAD_LENGTH <= text.length; at++) {
    const slot = slots[slotAt(text, at)];
    if (slot === undefined) continue;
    for (const [pattern, found] of slot) {
      if (found.length < most && text.startsWith(pattern, at)) found.push(at);
    }
  }
}

function slotAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) & (SLOTS - 1);
}
