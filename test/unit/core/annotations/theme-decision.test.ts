import assert from "node:assert/strict";
import { anchor } from "../../../../src/core/annotations/anchoring/anchoring";
import { newThemeDecision, placeOfPassage } from "../../../../src/core/annotations/theme-decision";

const PASSAGE =
  "Most active ingredients are bought in two countries, and hospitals feel it when one of them closes a plant.";
const TEXT = `# Report\n\n${PASSAGE}\n\nNothing else.\n`;
const SPAN = { start: TEXT.indexOf(PASSAGE), end: TEXT.indexOf(PASSAGE) + PASSAGE.length };
const SIGNED = { author: "Ada", time: "2026-07-01T09:30:00Z" };

describe("decisions on themes", () => {
  const place = placeOfPassage(TEXT, SPAN);

  it("keep their id when their author changes their mind, and only then", () => {
    const accepted = newThemeDecision({ theme: "impact.equity", status: "accepted", place }, SIGNED);
    const rejected = newThemeDecision({ theme: "impact.equity", status: "rejected", place }, SIGNED);
    assert.equal(accepted.id, rejected.id);
    const others = [
      newThemeDecision({ ...accepted, theme: "impact.securitization" }, SIGNED),
      newThemeDecision(accepted, { ...SIGNED, author: "Ben" }),
      newThemeDecision(
        { ...accepted, place: placeOfPassage(TEXT, { start: TEXT.indexOf("Nothing"), end: TEXT.length }) },
        SIGNED,
      ),
    ];
    assert.equal(new Set([accepted, ...others].map(({ id }) => id)).size, 4);
  });

  it("find their passage again by its first words, whatever follows them", () => {
    assert.ok(PASSAGE.startsWith(place.quote) && place.quote.length <= 60 && /\w$/.test(place.quote));
    const edited = TEXT.replace("one of them closes a plant", "a plant in one of them burns");
    assert.deepEqual(anchor(edited, place), { placed: { start: SPAN.start, end: SPAN.start + place.quote.length } });
  });

  it("take a short passage whole, and cut one without spaces", () => {
    assert.equal(placeOfPassage("  Short. \n", { start: 0, end: 9 }).quote, "Short.");
    assert.equal(placeOfPassage("x".repeat(200), { start: 0, end: 200 }).quote.length, 60);
  });
});
