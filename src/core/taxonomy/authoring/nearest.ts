/** At most so much of a word may be different for it to be taken for a slip of the pen. */
const MOST_DIFFERENT = 0.4;

/** Those of some words that are nearly like another, nearest first, at most `limit`. */
export function nearestTo(word: string, words: Iterable<string>, limit = 3): string[] {
  const most = Math.max(1, Math.floor(word.length * MOST_DIFFERENT));
  return [...words]
    .map((candidate) => ({ candidate, distance: distanceBetween(word.toLowerCase(), candidate.toLowerCase(), most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || Number(a.candidate > b.candidate) - 0.5)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/**
 * How many letters must be inserted, removed, replaced or exchanged with their neighbour (optimal string alignment); any
 * number above `most` where it is more than that.
 */
export function distanceBetween(a: string, b: string, most = Infinity): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, previous]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + Number(a[i - 1] !== b[j - 1]);
      const isExchange = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const exchanged = isExchange ? before[j - 2]! + 1 : Infinity;
      row.push(Math.min(previous[j]! + 1, row[j - 1]! + 1, replaced, exchanged));
    }
    [before, previous] = [previous, row];
  }
  return previous[b.length]!;
}
