/**
 * The value below which a share of the numbers lies, by the nearest rank.
 *
 * @param share from 0 to 1
 * @throws {RangeError} when there are no numbers
 */
export function quantile(numbers: readonly number[], share: number): number {
  if (numbers.length === 0) throw new RangeError("no numbers, so no quantile");
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** The middle number; of an even count, the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[half]!;
  return (quantile(sorted, 0.5) + sorted[half]!) / 2;
}

/** The median of `dividends[i] / divisors[i]`: what holds within a round holds, however busy the machine was in it. */
export function medianRatio(dividends: readonly number[], divisors: readonly number[]): number {
  return median(dividends.map((dividend, i) => dividend / divisors[i]!));
}

/** Millions of UTF-8 bytes a second. */
export function megabytesPerSecond(bytes: number, milliseconds: number): number {
  return bytes / 1e6 / (milliseconds / 1e3);
}
