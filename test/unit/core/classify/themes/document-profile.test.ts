import assert from "node:assert/strict";
import { documentProfile } from "../../../../../src/core/classify/themes/document-profile";

const assigned = (theme: string, start: number, score: number) => ({
  theme,
  start,
  end: start + 5,
  score,
  evidence: [],
});

describe("the profile of a document", () => {
  it("counts passages, their share and the highest score, the most frequent theme first", () => {
    const themes = [assigned("b", 0, 0.6), assigned("a", 0, 0.9), assigned("b", 10, 0.8), assigned("c", 20, 0.5)];
    assert.deepEqual(documentProfile(themes), [
      { theme: "b", passages: 2, share: 2 / 3, max: 0.8 },
      { theme: "a", passages: 1, share: 1 / 3, max: 0.9 },
      { theme: "c", passages: 1, share: 1 / 3, max: 0.5 },
    ]);
  });

  it("is empty without themes", () => {
    assert.deepEqual(documentProfile([]), []);
  });
});
