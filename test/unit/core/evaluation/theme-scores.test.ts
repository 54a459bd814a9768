import assert from "node:assert/strict";
import { scoreThemes } from "../../../../src/core/evaluation/theme-scores";

const on = (theme: string, start: number, end: number) => ({ theme, start, end });

describe("scoring themes", () => {
  const scores = scoreThemes([
    { gold: [on("a", 0, 50), on("b", 0, 50)], predicted: [on("a", 0, 20), on("a", 20, 50), on("c", 0, 50)] },
    { gold: [on("b", 60, 90)], predicted: [on("b", 60, 90)] },
    { gold: [on("a", 0, 10)], predicted: [on("a", 10, 20)] },
  ]);

  it("takes a theme for right where the passages share a code unit", () => {
    const { a, b } = scores.themes;
    assert.equal(a?.recall, 1 / 2);
    assert.equal(a.precision, 2 / 3);
    assert.equal(b?.f1, 2 / 3);
  });

  it("counts all assignments together and takes the mean over themes", () => {
    assert.deepEqual([scores.micro.gold, scores.micro.predicted], [4, 5]);
    assert.equal(scores.micro.recall, 2 / 4);
    assert.equal(scores.micro.precision, 3 / 5);
    const f1s = Object.values(scores.themes).map(({ f1 }) => f1);
    assert.equal(scores.macroF1, f1s.reduce((sum, f1) => sum + f1, 0) / 3);
  });

  it("gives zeros where there is nothing", () => {
    assert.deepEqual([scoreThemes([]).micro.f1, scoreThemes([]).macroF1], [0, 0]);
  });
});
