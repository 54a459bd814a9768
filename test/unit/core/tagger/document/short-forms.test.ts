import assert from "node:assert/strict";
import fc from "fast-check";
import { candidateSense } from "../../../../../src/core/tagger/discovery/discovery";
import { ShortForms } from "../../../../../src/core/tagger/document/short-forms";

function found(spellings: readonly string[], text: string): string[] {
  const senseOf = (short: string) => candidateSense({ class: "actor.company", confidence: 0.5, reason: short });
  const shortForms = new ShortForms(new Map(spellings.map((short) => [short, { short, sense: senseOf(short) }])));
  return [...shortForms.readingsIn(text)].map(({ start, end, sense: { evidence } }) => {
    const short = evidence.pattern;
    assert.ok(text.slice(start, end) === short || text.slice(start, end) === `${short}s`);
    return `${start}:${short}`;
  });
}

describe("ShortForms", () => {
  it("finds whole words, with a plural s or without", () => {
    assert.deepEqual(found(["LCA", "R&D"], "LCA, LCAs, LCAx, XLCA, (R&D) and lca"), ["0:LCA", "5:LCA", "24:R&D"]);
  });

  it("finds nothing where there is nothing to look for", () => {
    assert.deepEqual(found([], "LCA"), []);
  });

  it("finds what a search for each short form finds", () => {
    const short = fc.stringMatching(/^[AB][AB12 &]{1,3}$/);
    const text = fc.array(fc.oneof(short, fc.constantFrom(" ", "s ", "s", ", ", "x"))).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.uniqueArray(short), text, (spellings, passage) => {
        const expected = spellings.flatMap((spelling) => {
          const starts = Array.from({ length: passage.length }, (_, i) => i);
          return starts.filter((i) => stands(spelling, passage, i)).map((i) => `${i}:${spelling}`);
        });
        assert.deepEqual(found(spellings, passage).sort(), expected.sort());
      }),
    );
  });
});

function stands(short: string, text: string, start: number): boolean {
  if (!text.startsWith(short, start)) return false;
  const rest = text.slice(start + short.length).replace(/^s/, "");
  return !/[\p{L}\p{N}]$/u.test(text.slice(0, start)) && !/^[\p{L}\p{N}]/u.test(rest);
}
