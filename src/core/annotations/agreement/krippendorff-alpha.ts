import type { CodingUnit } from "./coding-units";

/**
 * Krippendorff's alpha for nominal values of any number of annotators, some of which may be missing. 1 is full agreement,
 * 0 that of chance. Undefined where no two values can be compared, and where all of them are the same.
 *
 * Alpha is 1 - (n - 1) · D / E. D is the sum, over units with two values or more, of their pairs of different values, each
 * divided by the values of the unit less one; E is the number of pairs of different values among all n values.
 *
 * Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. University of Pennsylvania.
 */
export function krippendorffAlpha(units: readonly CodingUnit[]): number | undefined {
  const totals = new Map<string, number>();
  let disagreement = 0;
  for (const { values, weight } of units) {
    const counts = countsOf(values);
    const given = sum(counts.values());
    if (given < 2) continue;
    for (const [value, count] of counts) totals.set(value, (totals.get(value) ?? 0) + count * weight);
    disagreement += (weight * unequalPairs(counts)) / (given - 1);
  }
  const expected = unequalPairs(totals);
  return expected === 0 ? undefined : 1 - ((sum(totals.values()) - 1) * disagreement) / expected;
}

function countsOf(values: readonly (string | undefined)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** How many ordered pairs of the values counted are of different ones. */
function unequalPairs(counts: ReadonlyMap<string, number>): number {
  const total = sum(counts.values());
  return sum([...counts.values()].map((count) => count * (total - count)));
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
