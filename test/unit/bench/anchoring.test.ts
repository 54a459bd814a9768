import assert from "node:assert/strict";
import { join } from "node:path";
import { copyParagraphs, EDITS } from "../../../bench/anchoring/edits";
import type { Paragraph } from "../../../bench/anchoring/marked-text";
import { readReports } from "../../../bench/anchoring/reports";
import { scoreEdit, STRATEGIES, type AnchoringScore } from "../../../bench/anchoring/score";

const SAMPLES = join(__dirname, "..", "..", "..", "samples");
const SHARE = 0.1;

/** A report of which some passages stand twice afterwards has decisions that nobody can place. */
const LEAST_FOUND = 0.98;

describe("anchoring in the edited samples", () => {
  let reports: Paragraph[][];

  before(() => {
    reports = readReports(SAMPLES);
  });

  function score(edit: (typeof EDITS)[string]): AnchoringScore {
    return scoreEdit(STRATEGIES.healthgeo, reports, edit, SHARE, [1]);
  }

  for (const [name, edit] of Object.entries(EDITS)) {
    it(`puts no decision on a wrong text and finds at least ${LEAST_FOUND * 100} % of those that survive: ${name}`, () => {
      const { found, surviving, mistakes } = score(edit);
      assert.deepEqual(mistakes, []);
      assert.ok(surviving > 500, `only ${surviving} decisions survive`);
      assert.ok(found >= surviving * LEAST_FOUND, `${found} of ${surviving}`);
    });
  }

  it("refuses to choose between a passage and its copy", () => {
    assert.deepEqual(score(copyParagraphs).mistakes, []);
  });

  it("measures what goes wrong elsewhere: a search without floor and margin puts decisions on look-alikes", () => {
    const { wrong } = scoreEdit(STRATEGIES.positionThenQuote, reports, EDITS["paragraphs deleted"]!, SHARE, [1]);
    assert.ok(wrong > 0);
  });
});
