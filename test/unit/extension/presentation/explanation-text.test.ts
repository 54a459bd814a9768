import assert from "node:assert/strict";
import type { ExplainedReading } from "../../../../src/core";
import { explanationText, type ExplanationWords } from "../../../../src/extension/presentation/explanation-text";

const WORDS: ExplanationWords = {
  title: "Why",
  chosen: "CHOSEN",
  rejected: "REJECTED",
  almost: "ALMOST",
  nothing: "Nothing matches.",
  classLabel: (reading) => reading.class ?? "ignored",
  origin: (reading) => `term ${reading.evidence.pattern}`,
  place: ({ evidence }) => (evidence.line === undefined ? undefined : `workspace.yaml:${evidence.line}`),
};

function reading(parts: Partial<ExplainedReading>): ExplainedReading {
  return {
    start: 0,
    end: 5,
    text: "China",
    class: "actor.state",
    by: "lexicon",
    confidence: 0.95,
    evidence: { pattern: "China" },
    layer: "built-in",
    outcome: "chosen",
    reason: "the term matches",
    ...parts,
  };
}

describe("explanationText", () => {
  it("tells the readings that won from those that lost, each with its reason", () => {
    const lost = reading({ text: "Hong Kong, China", outcome: "rejected", reason: "a longer reading covers it" });
    const { text } = explanationText({ readings: [reading({}), lost] }, WORDS);
    assert.ok(text.indexOf("CHOSEN") < text.indexOf("the term matches"));
    assert.ok(text.indexOf("REJECTED") < text.indexOf("a longer reading covers it"));
  });

  it("lists what nearly matched last, with its place and without a confidence", () => {
    const { text: words, start, end } = reading({ text: "Chima" });
    const evidence = { pattern: "China", line: 7 };
    const nearMiss = {
      text: words,
      start,
      end,
      kind: "letter",
      by: "lexicon",
      evidence,
      reason: "one letter away",
    } as const;
    const { text, links } = explanationText({ readings: [reading({})], nearMisses: [nearMiss] }, WORDS);
    assert.match(
      text,
      /CHOSEN[^]*ALMOST\n\n {2}“Chima” — ignored\n {6}term China\n {6}workspace\.yaml:7\n {6}→ one letter away\n$/,
    );
    assert.equal(links[0]?.reading, nearMiss);
  });

  it("links the place of the evidence", () => {
    const { text, links } = explanationText(
      { readings: [reading({ evidence: { pattern: "China", line: 12 } })] },
      WORDS,
    );
    assert.deepEqual(
      links.map(({ start, end }) => text.slice(start, end)),
      ["workspace.yaml:12"],
    );
  });

  it("says so where nothing matches", () => {
    assert.match(explanationText({ readings: [] }, WORDS).text, /Nothing matches\./);
  });

  it("keeps a line break in somebody's pack from looking like a line of its own", () => {
    const { text } = explanationText({ readings: [reading({ evidence: { pattern: "a\nCHOSEN\nb" } })] }, WORDS);
    assert.match(text, /term a CHOSEN b/);
  });
});
