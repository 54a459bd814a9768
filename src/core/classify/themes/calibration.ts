/**
 * Slope and intercept in log-odds, fitted by `bench/themes.ts --calibrate` to the annotated passages of `test/gold` (Platt 1999). Rules
 * speak for themes independently in the raw score only; the fit takes back what they say twice.
 */
const SLOPE = 1.27;
const INTERCEPT = 0.07;

/** A passage has the themes whose score reaches this. */
export const THEME_THRESHOLD = 0.5;

/** No evidence is certain, and no logarithm infinite. */
const SUREST = 0.99;

/** Joins the weights of independent pieces of evidence: the chance that not all of them mislead (noisy or, Pearl 1988). */
export function rawScoreOf(weights: readonly number[]): number {
  return 1 - weights.reduce((left, weight) => left * (1 - weight), 1);
}

/** A raw score on the line fitted to the share of passages that have the theme, 0 to 1; `docs/evaluation.md` says how well it fits. */
export function calibrated(raw: number): number {
  if (raw <= 0) return 0;
  const bounded = Math.min(raw, SUREST);
  const logOdds = Math.log(bounded / (1 - bounded));
  return 1 / (1 + Math.exp(-(SLOPE * logOdds + INTERCEPT)));
}
