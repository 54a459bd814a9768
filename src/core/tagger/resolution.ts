import { overlaps, spanLength } from "../text/span";
import { layerOf } from "../taxonomy/sense";
import type { Reading, RefusedReading } from "./reading";

const NOBODY = -1;

/**
 * Leaves at most one reading a span, by the scheme's rule 3: what an author tagged comes first, then the longer reading,
 * then the one of higher precedence. Ignored phrases compete like the others; they win their span for nothing.
 *
 * @returns the readings that won, sorted by start
 */
export function resolve(readings: readonly Reading[], lost?: RefusedReading[]): Reading[] {
  if (readings.length < 2) return [...readings];
  const sorted = sortedByStart(readings);
  const won: Reading[] = [];
  for (let from = 0; from < sorted.length;) {
    const to = clusterEnd(sorted, from);
    if (to === from + 1) won.push(sorted[from]!);
    else for (const winner of winnersAmong(sorted.slice(from, to), lost)) won.push(winner);
    from = to;
  }
  return won;
}

/** Readings of terms are sorted as they are found. */
function sortedByStart(readings: readonly Reading[]): readonly Reading[] {
  const isSorted = readings.every(({ start }, i) => i === 0 || readings[i - 1]!.start <= start);
  return isSorted ? readings : [...readings].sort((a, b) => a.start - b.start);
}

/** Behind the readings that compete with the one at `from`, or with one that does; they overlap no others. */
function clusterEnd(sorted: readonly Reading[], from: number): number {
  let { end } = sorted[from]!;
  let to = from + 1;
  for (; to < sorted.length && sorted[to]!.start < end; to++) end = Math.max(end, sorted[to]!.end);
  return to;
}

/** @param cluster sorted by start */
function winnersAmong(cluster: readonly Reading[], lost?: RefusedReading[]): Reading[] {
  const { start: origin } = cluster[0]!;
  const length = cluster.reduce((longest, { end }) => Math.max(longest, end - origin), 0);
  const ownerAt = new Int32Array(length).fill(NOBODY);
  const won: Reading[] = [];
  for (const reading of [...cluster].sort(byRank)) {
    const [start, end] = [reading.start - origin, reading.end - origin];
    const rival = ownerIn(ownerAt, start, end);
    if (rival === NOBODY) {
      ownerAt.fill(won.length, start, end);
      won.push(reading);
    } else lost?.push({ reading, reason: whyLost(reading, won[rival]!) });
  }
  return won.sort((a, b) => a.start - b.start);
}

function byRank(a: Reading, b: Reading): number {
  return (
    Number(isTag(b)) - Number(isTag(a)) ||
    spanLength(b) - spanLength(a) ||
    b.sense.precedence - a.sense.precedence ||
    a.start - b.start ||
    Number(a.standing !== undefined) - Number(b.standing !== undefined)
  );
}

function isTag(reading: Reading): boolean {
  return reading.sense.by === "inline";
}

/** Index of a reading that already owns part of a span. Only an author's tag can lie wholly inside a later reading. */
function ownerIn(ownerAt: Int32Array, start: number, end: number): number {
  for (let i = start; i < end; i++) if (ownerAt[i] !== NOBODY) return ownerAt[i]!;
  return NOBODY;
}

function whyLost(reading: Reading, winner: Reading): string {
  const rival = `"${winner.sense.evidence.pattern}"`;
  if (isTag(winner)) return `the author tagged ${rival} here`;
  if (winner.sense.class === undefined && overlaps(reading, winner)) return `it lies in the ignored phrase ${rival}`;
  if (spanLength(winner) > spanLength(reading)) return `the longer reading ${rival} covers it`;
  const [layer, winning] = [layerOf(reading.sense), layerOf(winner.sense)];
  if (layer !== winning) return `${rival} of the ${winning} layer wins over the ${layer} layer at the same place`;
  return `${rival} stands at the same place and ranks higher`;
}
