import assert from "node:assert/strict";
import fc from "fast-check";
import { cohenKappa } from "../../../../../src/core/annotations/agreement/cohen-kappa";
import { type CodingUnit, dichotomized } from "../../../../../src/core/annotations/agreement/coding-units";
import { krippendorffAlpha } from "../../../../../src/core/annotations/agreement/krippendorff-alpha";
import { percentAgreement, valuePairs } from "../../../../../src/core/annotations/agreement/percent-agreement";

/** Units from a row of values for each annotator, as the literature prints them; a dot is a missing value. */
function unitsOf(...rows: readonly string[]): CodingUnit[] {
  const columns = rows.map((row) => row.split(" ").map((value) => (value === "." ? undefined : value)));
  return columns[0]!.map((_, unit) => ({ values: columns.map((column) => column[unit]), weight: 1 }));
}

/** Units from a table of how often a value of A met one of B. */
function unitsOfTable(...table: readonly (readonly number[])[]): CodingUnit[] {
  return table.flatMap((row, a) => row.map((weight, b) => ({ values: [String(a), String(b)], weight })));
}

const kappa = (units: readonly CodingUnit[]) => cohenKappa(valuePairs(units));
const percent = (units: readonly CodingUnit[]) => percentAgreement(valuePairs(units));

function assertRounded(figure: number | undefined, expected: number, digits = 3): void {
  assert.equal(figure?.toFixed(digits), expected.toFixed(digits));
}

describe("cohenKappa", () => {
  it("is 0.348 for the two-by-two table of Artstein and Poesio (2008), with 0.7 of percent agreement", () => {
    const units = unitsOfTable([20, 20], [10, 50]);
    assertRounded(percent(units), 0.7);
    assertRounded(kappa(units), 0.348);
  });

  it("is 0.492 for the three-by-three table of Cohen (1968)", () => {
    assertRounded(kappa(unitsOfTable([44, 7, 9], [5, 20, 5], [1, 3, 6])), 0.492);
  });

  it("is 0.4 for the textbook table of 50 grant proposals, whose 0.7 of agreement is 0.5 by chance", () => {
    assertRounded(kappa(unitsOfTable([20, 5], [10, 15])), 0.4);
  });

  it("leaves out units to which one annotator gave no value", () => {
    assert.equal(kappa(unitsOf("a b a . b", "a b b a .")), kappa(unitsOf("a b a", "a b b")));
  });

  it("is undefined where chance leaves nothing open", () => {
    assert.equal(kappa(unitsOf("a a", "a a")), undefined);
    assert.equal(kappa([]), undefined);
  });
});

describe("krippendorffAlpha", () => {
  // The three examples of nominal data in Krippendorff (2011), sections A, B and D, with the figures printed there.
  it("is 0.095 for binary values of two observers", () => {
    assertRounded(krippendorffAlpha(unitsOf("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")), 0.095);
  });

  it("is 0.692 for nominal values of two observers", () => {
    assertRounded(krippendorffAlpha(unitsOf("a a b b d c c c e d d a", "b a b b b c c c e d d d")), 0.692);
  });

  it("is 0.743 for four observers and twelve units, with values missing", () => {
    const units = unitsOf(
      "1 2 3 3 2 1 4 1 2 . . .",
      "1 2 3 3 2 2 4 1 2 5 . 3",
      ". 3 3 3 2 3 4 2 2 5 1 .",
      "1 2 3 3 2 4 4 1 2 5 1 .",
    );
    assertRounded(krippendorffAlpha(units), 0.743);
  });

  it("is undefined where all values are the same, or none can be compared", () => {
    assert.equal(krippendorffAlpha(unitsOf("a a", "a a")), undefined);
    assert.equal(krippendorffAlpha(unitsOf("a . b", ". a .")), undefined);
  });
});

const anyUnits = fc.array(
  fc.record({
    values: fc.array(fc.constantFrom("a", "b", "c", undefined), { minLength: 2, maxLength: 2 }),
    weight: fc.integer({ min: 1, max: 5 }),
  }),
  { maxLength: 12 },
);

const measures = { percent, kappa, krippendorffAlpha } as const;

describe("every measure of coding", () => {
  for (const [name, measure] of Object.entries(measures)) {
    it(`${name} takes a unit of weight n for n units`, () => {
      fc.assert(
        fc.property(anyUnits, (units) => {
          const single = units.flatMap(({ values, weight }) =>
            Array.from({ length: weight }, () => ({ values, weight: 1 })),
          );
          assert.ok(isClose(measure(units), measure(single)));
        }),
      );
    });

    it(`${name} is the same whichever annotator comes first, and never above 1`, () => {
      fc.assert(
        fc.property(anyUnits, (units) => {
          const swapped = units.map(({ values, weight }) => ({ values: [...values].reverse(), weight }));
          assert.ok(isClose(measure(units), measure(swapped)));
          assert.ok((measure(units) ?? 0) <= 1);
        }),
      );
    });

    it(`${name} is 1 exactly for full agreement, where it is defined`, () => {
      fc.assert(
        fc.property(anyUnits, (units) => {
          const figure = measure(units);
          if (figure === undefined) return;
          const isFull = valuePairs(units).every(({ a, b }) => a === b);
          assert.equal(figure === 1, isFull);
        }),
      );
    });
  }
});

describe("dichotomized", () => {
  it("keeps one class apart from everything else, and missing values missing", () => {
    const values = dichotomized(unitsOf("a b .", "a c b"), "a").map((unit) => unit.values);
    assert.deepEqual(values, [
      ["a", "a"],
      ["no mention", "no mention"],
      [undefined, "no mention"],
    ]);
  });
});

function isClose(a: number | undefined, b: number | undefined): boolean {
  return a === undefined || b === undefined ? a === b : Math.abs(a - b) < 1e-9;
}
