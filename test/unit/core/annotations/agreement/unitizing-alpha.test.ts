import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type Unitizing,
  unitizingAlpha,
  unitizingDisagreement,
} from "../../../../../src/core/annotations/agreement/unitizing-alpha";
import type { Span } from "../../../../../src/core/text/span";

/**
 * The example of Krippendorff (1995, 2004): two observers, a continuum of 300 units that begins at 150, sections of the
 * classes c and k. Published are the sections and the four disagreements, to four digits.
 */
const BEGIN = 150;
const C: Unitizing = {
  length: 300,
  sections: [sections([225, 70], [370, 30]), sections([220, 80], [355, 20], [400, 20])],
};
const K: Unitizing = {
  length: 300,
  sections: [sections([180, 60], [300, 50]), sections([180, 60], [300, 50])],
};

/** Sections as the paper has them: where they begin, and how long they are. */
function sections(...written: readonly (readonly [number, number])[]): Span[] {
  return written.map(([begin, length]) => ({ start: begin - BEGIN, end: begin - BEGIN + length }));
}

describe("unitizingAlpha", () => {
  it("has the disagreements of the published example", () => {
    const [c, k] = [unitizingDisagreement(C), unitizingDisagreement(K)];
    assert.equal(c.observed.toFixed(4), "0.0144");
    assert.equal(c.expected.toFixed(4), "0.0532");
    assert.equal(k.observed, 0);
    assert.equal(k.expected.toFixed(4), "0.0490");
  });

  it("has the alphas that follow from them: recomputed here, since the paper goes on with rounded figures", () => {
    const [c, k] = [unitizingDisagreement(C), unitizingDisagreement(K)];
    // By hand: overlaps differ by 5² + 5² and 15² + 25², the lone section by 20²; doubled, over 2 · 1 · 300².
    assert.ok(Math.abs(c.observed - 2600 / 180_000) < 1e-12);
    // By hand: 2 · (2342960 + 424200) / 300, over 600 · 599 - 12780.
    assert.ok(Math.abs(c.expected - (2 * 2_767_160) / 300 / 346_620) < 1e-12);
    assert.equal(unitizingAlpha([c])?.toFixed(4), "0.7286");
    assert.equal(unitizingAlpha([k]), 1);
    assert.equal(unitizingAlpha([c, k])?.toFixed(3), "0.859");
  });

  it("is undefined where nobody marked anything", () => {
    assert.equal(unitizingAlpha([unitizingDisagreement({ length: 300, sections: [[], []] })]), undefined);
    assert.equal(unitizingAlpha([]), undefined);
  });

  const length = 60;
  const anySections = fc.uniqueArray(fc.integer({ min: 0, max: length }), { maxLength: 10 }).map((bounds) => {
    const sorted = bounds.toSorted((a, b) => a - b);
    return sorted.slice(1).flatMap((end, index) => (index % 2 === 0 ? [{ start: sorted[index]!, end }] : []));
  });

  it("equals the definition, summed over all pairs of sections and gaps", () => {
    fc.assert(
      fc.property(anySections, anySections, (a, b) => {
        const { observed } = unitizingDisagreement({ length, sections: [a, b] });
        assert.ok(Math.abs(observed - observedByDefinition(a, b, length)) < 1e-9);
      }),
    );
  });

  it("is 1 for the same sections, less for others, and the same whoever comes first", () => {
    fc.assert(
      fc.property(anySections, anySections, (a, b) => {
        const alpha = (...both: Span[][]) => unitizingAlpha([unitizingDisagreement({ length, sections: both })]);
        assert.ok(a.length === 0 || alpha(a, a) === 1);
        const one = alpha(a, b);
        if (one === undefined) return;
        assert.ok(Math.abs(one - alpha(b, a)!) < 1e-9);
        assert.equal(one === 1, JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });
});

/** D_oc as Krippendorff (1995) defines it, over sections and gaps alike. */
function observedByDefinition(a: readonly Span[], b: readonly Span[], length: number): number {
  let sum = 0;
  for (const g of tiles(a, length)) for (const h of tiles(b, length)) sum += squaredDifference(g, h);
  return (2 * sum) / (2 * length ** 2);
}

interface Tile {
  readonly begin: number;
  readonly length: number;
  readonly isSection: boolean;
}

function tiles(spans: readonly Span[], length: number): Tile[] {
  const all: Tile[] = [];
  let at = 0;
  for (const { start, end } of [...spans, { start: length, end: length }]) {
    all.push({ begin: at, length: start - at, isSection: false });
    if (end > start) all.push({ begin: start, length: end - start, isSection: true });
    at = end;
  }
  return all.filter((tile) => tile.length > 0);
}

function squaredDifference(g: Tile, h: Tile): number {
  const shift = g.begin - h.begin;
  if (g.isSection && h.isSection) {
    return -g.length < shift && shift < h.length ? shift ** 2 + (shift + g.length - h.length) ** 2 : 0;
  }
  if (g.isSection) return h.length - g.length >= shift && shift >= 0 ? g.length ** 2 : 0;
  if (h.isSection) return g.length - h.length >= -shift && -shift >= 0 ? h.length ** 2 : 0;
  return 0;
}
