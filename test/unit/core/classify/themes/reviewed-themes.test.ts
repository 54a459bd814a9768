import assert from "node:assert/strict";
import { newThemeDecision, placeOfPassage } from "../../../../../src/core/annotations/theme-decision";
import { reviewThemes } from "../../../../../src/core/classify/themes/reviewed-themes";

const TEXT = "First passage here.\n\nSecond passage here.\n";
const PASSAGES = [
  { start: 0, end: 19 },
  { start: 21, end: 41 },
];
const ASSIGNED = [{ theme: "a", ...PASSAGES[0]!, score: 0.7, evidence: [{ start: 0, end: 5, by: "phrase" as const }] }];

function decision(theme: string, status: "accepted" | "rejected", passage: number, day = 1, author = "Ada") {
  const place = placeOfPassage(TEXT, PASSAGES[passage]!);
  const { start } = PASSAGES[passage]!;
  const signature = { author, time: `2026-07-0${day}T09:30:00Z` };
  const span = { start, end: start + place.quote.length };
  return { decision: newThemeDecision({ theme, status, place }, signature), span };
}

const said = (...decisions: ReturnType<typeof decision>[]) =>
  reviewThemes(PASSAGES, ASSIGNED, decisions).map(({ theme, start, status, score }) => [theme, start, status, score]);

describe("themes with what people decided", () => {
  it("are suggestions without a decision", () => {
    assert.deepEqual(said(), [["a", 0, "suggested", 0.7]]);
  });

  it("are firm where somebody accepted them, and gone where somebody rejected them", () => {
    assert.deepEqual(said(decision("a", "accepted", 0)), [["a", 0, "accepted", 0.7]]);
    assert.deepEqual(said(decision("a", "rejected", 0)), []);
  });

  it("are there where somebody added them, on that passage alone", () => {
    assert.deepEqual(said(decision("b", "accepted", 1), decision("a", "rejected", 1)), [
      ["a", 0, "suggested", 0.7],
      ["b", 21, "accepted", 1],
    ]);
  });

  it("follow the latest of several decisions", () => {
    assert.deepEqual(said(decision("a", "accepted", 0, 2, "Ben"), decision("a", "rejected", 0, 1)), [
      ["a", 0, "accepted", 0.7],
    ]);
  });
});
