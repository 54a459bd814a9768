import assert from "node:assert/strict";
import {
  extractRelations,
  newRelation,
  quoteOf,
  readPassages,
  type RelationType,
  type Span,
} from "../../../../../src/core";
import { mapRelations } from "../../../../../src/extension/presentation/dependency-map/map-relations";
import { readMarked } from "../../../core/classify/relations/relation-case";

const { text, mentions } = readMarked("{China|state} owns the {registry|data}. {Kenya|state} saw {Gavi|igo}.");
const found = extractRelations({ text, passages: readPassages(text, "plain"), mentions });
const [china, registry, kenya, gavi] = mentions as unknown as [Span, Span, Span, Span];

function decided(type: RelationType, source: Span, target: Span) {
  const statement = {
    type,
    modality: "reported" as const,
    source: quoteOf(text, source),
    target: quoteOf(text, target),
  };
  return { relation: newRelation(statement, { time: "2026-01-01T00:00:00.000Z" }), source, target };
}

const lines = ({ relations }: ReturnType<typeof mapRelations>) =>
  relations.map(({ type, source, target, modality }) =>
    [source.mention.text, type, target.mention.text, modality].join(" "),
  );

describe("mapRelations", () => {
  it("counts an accepted relation in place of the found one, with the modality that a person gave it", () => {
    assert.deepEqual(lines(mapRelations(mentions, found, [])), ["China controls registry asserted"]);
    const accepted = mapRelations(mentions, found, [decided("controls", china, registry)]);
    assert.deepEqual(lines(accepted), ["China controls registry reported"]);
  });

  it("counts what people drew beside what is found", () => {
    const drawn = mapRelations(mentions, found, [decided("funds", gavi, kenya)]);
    assert.deepEqual(lines(drawn), ["China controls registry asserted", "Gavi funds Kenya reported"]);
  });

  it("leaves out, and counts, what has an end that is no mention any more", () => {
    const drawn = mapRelations(mentions.slice(0, 3), [], [decided("funds", gavi, kenya)]);
    assert.deepEqual(drawn, { relations: [], withoutMention: 1 });
  });
});
