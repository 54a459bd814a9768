import assert from "node:assert/strict";
import fc from "fast-check";
import { placeRelations } from "../../../../src/core/annotations/placed-relation";
import { quoteOf } from "../../../../src/core/annotations/anchoring/quote";
import { newRelation, type Relation } from "../../../../src/core/annotations/relation";
import type { Span } from "../../../../src/core/text/span";
import { anyText, spanOf } from "./arbitraries";

const TEXT = "China holds genomic data. Kenya relies on Gavi.";

function relationIn(text: string, source: Span, target: Span, status: "accepted" | "rejected"): Relation {
  const ends = { source: quoteOf(text, source), target: quoteOf(text, target) };
  return newRelation({ type: "controls", status, ...ends }, { time: "2026-07-01T09:30:00Z" });
}

function spanIn(text: string, words: string): Span {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

describe("placeRelations", () => {
  it("finds both ends of accepted and rejected relations behind an edit above them", () => {
    const relations = (["accepted", "rejected"] as const).map((status) =>
      relationIn(TEXT, spanIn(TEXT, "China"), spanIn(TEXT, "genomic data"), status),
    );
    const edited = `Summary first.\n\n${TEXT}`;
    const [source, target] = [spanIn(edited, "China"), spanIn(edited, "genomic data")];
    assert.deepEqual(
      placeRelations(edited, relations),
      relations.map((relation) => ({ relation, source, target })),
    );
  });

  it("leaves out a relation of which one end is gone", () => {
    const relation = relationIn(TEXT, spanIn(TEXT, "China"), spanIn(TEXT, "genomic data"), "rejected");
    assert.deepEqual(placeRelations("Kenya relies on Gavi.", [relation]), []);
  });

  it("places what it has a quote for at its place, in any text", () => {
    const written = anyText.chain((text) => fc.tuple(fc.constant(text), spanOf(text), spanOf(text)));
    fc.assert(
      fc.property(written, ([text, source, target]) => {
        const relation = relationIn(text, source, target, "rejected");
        for (const placed of placeRelations(text, [relation])) assert.deepEqual(placed, { relation, source, target });
      }),
    );
  });
});
