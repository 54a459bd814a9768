import type { CodingUnit } from "./coding-units";

/** The value pairs of two annotators; units where one's value is missing do not count. */
export interface ValuePair {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}

/** The values of the first two annotators, where both gave one. */
export function valuePairs(units: readonly CodingUnit[]): ValuePair[] {
  return units.flatMap(({ values: [a, b], weight }) => (a === undefined || b === undefined ? [] : [{ a, b, weight }]));
}

/** The share of units to which two annotators gave the same value, from 0 to 1; undefined where there is no unit. */
export function percentAgreement(pairs: readonly ValuePair[]): number | undefined {
  const total = sum(pairs);
  return total === 0 ? undefined : sum(pairs.filter(({ a, b }) => a === b)) / total;
}

function sum(pairs: readonly ValuePair[]): number {
  return pairs.reduce((total, { weight }) => total + weight, 0);
}
