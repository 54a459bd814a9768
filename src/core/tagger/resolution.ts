import { overlaps, spanLength } from "../text/span";
import { layerOf } from "../taxonomy/sense";
import type { Reading, RefusedReading } from "./reading";

const NOBODY = -1;

/**
 * Leaves at most one reading a span, by the scheme's rule 3: what an author tagged comes first, then the longer reading,
 * then the one of higher precedence. Ignored phrases compete like the others; they win their span for nothing.
 *
 * @param length of the block in UTF-16 code units
 * @returns the readings that won, sorted by start
 */
export function resolve(readings: readonly Reading[], length: number, lost?: RefusedReading[]): Reading[] {
  if (readings.length < 2) return [...readings];
  const ranked = [...readings].sort(byRank);
  const ownerAt = new Int32Array(length).fill(NOBODY);
  const won: Reading[] = [];
  for (const reading of ranked) {
    const rival = rivalOf(reading, ownerAt);
    if (rival === undefined) {
      ownerAt.fill(won.length, reading.start, reading.end);
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

/** Index of a reading that already owns part of the span. Only an author's tag can lie wholly inside a later reading. */
function rivalOf({ start, end }: Reading, ownerAt: Int32Array): number | undefined {
  for (let i = start; i < end; i++) if (ownerAt[i] !== NOBODY) return ownerAt[i];
  return undefined;
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
