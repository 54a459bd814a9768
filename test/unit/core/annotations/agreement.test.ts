import assert from "node:assert/strict";
import fc from "fast-check";
import { agreement } from "../../../../src/core/annotations/agreement";
import {
  type AnnotatedDocument,
  type AnnotatedSpan,
  codingUnits,
  NO_MENTION,
} from "../../../../src/core/annotations/agreement/coding-units";

const STATE = "actor.state";
const DATA = "infrastructure.data";

const accepted = (start: number, end: number, classId = STATE): AnnotatedSpan => ({
  start,
  end,
  class: classId,
  status: "accepted",
});
const rejected = (start: number, end: number): AnnotatedSpan => ({ ...accepted(start, end), status: "rejected" });

function document(length: number, annotations: Readonly<Record<string, readonly AnnotatedSpan[]>>): AnnotatedDocument {
  return { length, annotations: new Map(Object.entries(annotations)) };
}

const REPORT = document(100, {
  Ann: [accepted(0, 5), accepted(10, 20, DATA), rejected(30, 40)],
  Ben: [accepted(0, 5), accepted(10, 20), rejected(30, 40), accepted(50, 55)],
});

describe("codingUnits", () => {
  const values = (kind: "shared" | "any" | "text") =>
    codingUnits([REPORT], ["Ann", "Ben"], kind).map((unit) => [...unit.values, unit.weight]);

  it("are the spans that somebody decided on, with values missing where the other did not", () => {
    assert.deepEqual(values("shared"), [
      [STATE, STATE, 1],
      [DATA, STATE, 1],
      [NO_MENTION, NO_MENTION, 1],
      [undefined, STATE, 1],
    ]);
  });

  it("take silence for no mention on request", () => {
    assert.deepEqual(values("any").at(-1), [NO_MENTION, STATE, 1]);
  });

  it("are the code units of the text on request", () => {
    assert.deepEqual(values("text"), [
      [STATE, STATE, 5],
      [NO_MENTION, NO_MENTION, 5],
      [DATA, STATE, 10],
      [NO_MENTION, NO_MENTION, 30],
      [NO_MENTION, STATE, 5],
      [NO_MENTION, NO_MENTION, 45],
    ]);
  });

  it("weigh as much as the text is long", () => {
    const span = fc.tuple(fc.nat(98), fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), fc.array(span, { maxLength: 8 }), (a, b) => {
        const apart = (spans: readonly (readonly [number, number])[]) => {
          const kept: AnnotatedSpan[] = [];
          for (const [start, length] of spans.toSorted((x, y) => x[0] - y[0])) {
            if (start >= (kept.at(-1)?.end ?? 0)) kept.push(accepted(start, Math.min(100, start + length)));
          }
          return kept;
        };
        const [one, other] = [apart(a), apart(b)];
        const units = codingUnits([document(100, { one, other })], ["one", "other"], "text");
        const weigh = (column: number) =>
          units.filter((unit) => unit.values[column] === STATE).reduce((sum, { weight }) => sum + weight, 0);
        assert.equal(
          units.reduce((sum, { weight }) => sum + weight, 0),
          100,
        );
        assert.deepEqual(
          [weigh(0), weigh(1)],
          [one, other].map((spans) => spans.reduce((sum, { start, end }) => sum + end - start, 0)),
        );
      }),
    );
  });
});

describe("agreement", () => {
  it("tells the figures of a pair, overall and by class", () => {
    const [pair] = agreement([REPORT], "shared").pairs;
    assert.deepEqual(pair?.annotators, ["Ann", "Ben"]);
    assert.equal(pair.documents, 1);
    // Three spans that both decided on, two of them alike; by chance (1 · 2 + 1 · 1 of 9).
    assert.equal(pair.overall.units, 3);
    assert.equal(pair.overall.percent, 2 / 3);
    assert.ok(Math.abs(pair.overall.kappa! - (2 / 3 - 3 / 9) / (1 - 3 / 9)) < 1e-12);
    // Two spans of Ann and three of Ben, one of them alike.
    assert.ok(Math.abs(pair.overall.exactF1! - 2 / 5) < 1e-12);
    assert.deepEqual(Object.keys(pair.classes), [STATE, DATA]);
    assert.equal(pair.classes[DATA]?.percent, 2 / 3);
    assert.equal(pair.classes[DATA].exactF1, 0);
    assert.equal(pair.classes[STATE]?.exactF1, 2 / 4);
  });

  it("tells spans of nearly the same words apart by F1 of overlaps and by unitizing alpha", () => {
    const near = document(100, { Ann: [accepted(0, 10)], Ben: [accepted(0, 12)] });
    const { overall } = agreement([near], "any").pairs[0]!;
    assert.equal(overall.exactF1, 0);
    assert.equal(overall.overlapF1, 1);
    assert.ok(overall.unitizingAlpha! > 0.9 && overall.unitizingAlpha! < 1);
  });

  it("counts only documents that both decided on, for each pair", () => {
    const other = document(50, { Ben: [accepted(0, 5)], Cleo: [accepted(0, 5), accepted(7, 9, DATA)] });
    const { annotators, pairs, joint } = agreement([REPORT, other], "any");
    assert.deepEqual(annotators, ["Ann", "Ben", "Cleo"]);
    assert.deepEqual(
      pairs.map((pair) => [pair.annotators.join("-"), pair.documents, pair.overall.units]),
      [
        ["Ann-Ben", 1, 4],
        ["Ann-Cleo", 0, 0],
        ["Ben-Cleo", 1, 2],
      ],
    );
    assert.equal(pairs[1]?.overall.percent, undefined);
    assert.equal(joint.documents, 2);
  });

  it("of all together equals the alpha of the pair where there are two", () => {
    for (const kind of ["shared", "any", "text"] as const) {
      const { pairs, joint } = agreement([REPORT], kind);
      assert.equal(joint.alpha, pairs[0]?.overall.alpha);
      assert.equal(joint.classes[STATE], pairs[0]?.classes[STATE]?.alpha);
    }
  });

  it("is full between people who decided the same", () => {
    const twin = document(100, { Ann: REPORT.annotations.get("Ann")!, Ben: REPORT.annotations.get("Ann")! });
    const { percent, kappa, alpha, unitizingAlpha, exactF1, overlapF1 } = agreement([twin], "shared").pairs[0]!.overall;
    assert.deepEqual([percent, kappa, alpha, unitizingAlpha, exactF1, overlapF1], [1, 1, 1, 1, 1, 1]);
  });

  it("of nobody is nothing", () => {
    assert.deepEqual(agreement([], "text"), {
      units: "text",
      annotators: [],
      pairs: [],
      joint: { documents: 0, alpha: undefined, classes: {} },
    });
  });
});
