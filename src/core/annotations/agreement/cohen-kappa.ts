import { percentAgreement, type ValuePair } from "./percent-agreement";

/**
 * Cohen's kappa of two annotators: how much of the agreement that chance leaves open they reached, where chance is that
 * each gives the values as often as they did, but to any unit. 1 is full agreement, 0 that of chance; it can be negative.
 * Undefined where there is no unit, and where both gave one and the same value to all, so that chance leaves nothing open.
 *
 * Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20, 37–46.
 */
export function cohenKappa(pairs: readonly ValuePair[]): number | undefined {
  const observed = percentAgreement(pairs);
  if (observed === undefined) return undefined;
  const [byA, byB] = [totals(pairs, "a"), totals(pairs, "b")];
  const total = [...byA.values()].reduce((sum, weight) => sum + weight, 0);
  let matches = 0;
  for (const [value, weight] of byA) matches += weight * (byB.get(value) ?? 0);
  const expected = matches / total ** 2;
  return expected === 1 ? undefined : (observed - expected) / (1 - expected);
}

function totals(pairs: readonly ValuePair[], side: "a" | "b"): Map<string, number> {
  const weights = new Map<string, number>();
  for (const pair of pairs) weights.set(pair[side], (weights.get(pair[side]) ?? 0) + pair.weight);
  return weights;
}
