/** The line in log-odds that makes scores probabilities: `logit p = slope · logit score + intercept`. */
export interface FittedLine {
  readonly slope: number;
  readonly intercept: number;
  /** Mean squared error of the probabilities, before and after (Brier 1950). */
  readonly brier: readonly [before: number, after: number];
}

const SUREST = 0.99;
const STEPS = 50;

/** Fits by Newton's method on the log-likelihood, with the smoothed targets of Platt (1999). */
export function fitLine(outcomes: readonly (readonly [score: number, isRight: boolean])[]): FittedLine {
  const right = outcomes.filter(([, isRight]) => isRight).length;
  const [high, low] = [(right + 1) / (right + 2), 1 / (outcomes.length - right + 2)];
  let [slope, intercept] = [1, 0];
  for (let step = 0; step < STEPS; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9];
    for (const [score, isRight] of outcomes) {
      const x = logit(score);
      const p = sigmoid(slope * x + intercept);
      const error = (isRight ? high : low) - p;
      const w = p * (1 - p);
      g0 += error;
      g1 += error * x;
      h00 += w;
      h01 += w * x;
      h11 += w * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    intercept += (h11 * g0 - h01 * g1) / determinant;
    slope += (h00 * g1 - h01 * g0) / determinant;
  }
  const brierOf = (probabilityOf: (score: number) => number) =>
    outcomes.reduce((sum, [score, isRight]) => sum + (probabilityOf(score) - Number(isRight)) ** 2, 0) /
    outcomes.length;
  const brier = [brierOf((score) => score), brierOf((score) => sigmoid(slope * logit(score) + intercept))] as const;
  return { slope, intercept, brier };
}

function logit(score: number): number {
  const bounded = Math.min(score, SUREST);
  return Math.log(bounded / (1 - bounded));
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
