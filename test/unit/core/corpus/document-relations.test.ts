import assert from "node:assert/strict";
import { quoteOf } from "../../../../src/core/annotations/anchoring/quote";
import { newRelation, type Relation } from "../../../../src/core/annotations/relation";
import { documentRelations, readRelations } from "../../../../src/core/corpus/document-relations";
import { readPassages } from "../../../../src/core/text/passages";
import type { Span } from "../../../../src/core/text/span";
import { readMarked } from "../classify/relations/relation-case";

const { text, mentions } = readMarked(
  "{Kenya|state} competes with {China|state}. {China|state} may restrict {exports|flow}. {Kenya|state} owns the {registry|data}.",
);
const DOCUMENT = {
  text,
  mentions: mentions.map((mention) => ({ ...mention, status: "suggested" as const })),
  passages: readPassages(text, "plain"),
};
const [kenya, , , , owner, registry] = mentions as unknown as Span[];
const SIGNED = { time: "2026-07-01T09:30:00Z" };

const lines = (decisions?: readonly Relation[]) =>
  documentRelations(readRelations(DOCUMENT, decisions).relations).map(({ source, type, target, modality }) =>
    [source, type, target, modality].filter((part) => part !== undefined).join(" "),
  );

describe("documentRelations", () => {
  it("names what is related by its key, and how the text says so where it does not assert it", () => {
    assert.deepEqual(lines(), [
      "china competes-with kenya",
      "china restricts sovereignty.flow|export possible",
      "kenya controls infrastructure.data|registry",
    ]);
  });
});

describe("readRelations", () => {
  const ends = { source: quoteOf(text, owner!), target: quoteOf(text, registry!) };

  it("applies what people decided, at the places of its words", () => {
    const rejected = newRelation({ type: "controls", status: "rejected", ...ends }, SIGNED);
    assert.equal(lines([rejected]).length, 2);
    const drawn = newRelation({ type: "funds", ...ends }, SIGNED);
    assert.equal(lines([drawn]).length, 4);
    const lost = { ...rejected, source: { quote: "Peru", prefix: "", suffix: "" } };
    assert.equal(lines([lost]).length, 3);
  });

  it("counts accepted relations that have an end without a mention", () => {
    const words = { start: text.indexOf("owns"), end: text.indexOf("owns") + 4 };
    const drawn = newRelation({ type: "funds", source: quoteOf(text, kenya!), target: quoteOf(text, words) }, SIGNED);
    assert.equal(readRelations(DOCUMENT, [drawn]).withoutMention, 1);
  });
});
