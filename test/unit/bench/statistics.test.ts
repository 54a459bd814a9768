import assert from "node:assert/strict";
import fc from "fast-check";
import { median, medianRatio, megabytesPerSecond, quantile } from "../../../bench/support/statistics";

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });

describe("statistics of the benchmarks", () => {
  it("finds the middle number, and of an even count the mean of two", () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([1, 10, 2, 4]), 3);
  });

  it("puts as many numbers below the median as above it", () => {
    fc.assert(
      fc.property(numbers, (some) => {
        const middle = median(some);
        const below = some.filter((number) => number < middle).length;
        const above = some.filter((number) => number > middle).length;
        assert.ok(below <= some.length / 2 && above <= some.length / 2);
      }),
    );
  });

  it("gives quantiles by the nearest rank", () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    assert.deepEqual(
      [0, 0.5, 0.95, 0.99, 1].map((share) => quantile(hundred, share)),
      [1, 50, 95, 99, 100],
    );
    assert.throws(() => quantile([], 0.5), RangeError);
  });

  it("takes ratios round by round, so that a slow round counts for both", () => {
    assert.equal(medianRatio([10, 200, 10], [5, 100, 5]), 2);
  });

  it("counts a megabyte as a million bytes", () => {
    assert.equal(megabytesPerSecond(3_000_000, 500), 6);
  });
});
