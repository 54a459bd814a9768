import assert from "node:assert/strict";
import type { DecisionStatus } from "../../../../../src/core/annotations/decision";
import type { PlacedRelation } from "../../../../../src/core/annotations/placed-relation";
import { quoteOf } from "../../../../../src/core/annotations/anchoring/quote";
import { newRelation, type RelationType } from "../../../../../src/core/annotations/relation";
import { countedRelations } from "../../../../../src/core/classify/relations/counted-relations";
import { extractRelations } from "../../../../../src/core/classify/relations/extract-relations";
import type { FoundRelation, RelatableMention } from "../../../../../src/core/classify/relations/relation-mention";
import { reviewRelations } from "../../../../../src/core/classify/relations/reviewed-relations";
import type { Span } from "../../../../../src/core/text/span";
import { readMarked } from "./relation-case";

const { text, mentions } = readMarked("{China|state} owns the {registry|data}. {Kenya|state} saw {Gavi|igo}.");
const found = extractRelations({ text, mentions });
const [china, registry, kenya, gavi] = mentions as unknown as [Span, Span, Span, Span];

function decided(type: RelationType, source: Span, target: Span, status: DecisionStatus = "accepted") {
  const statement = {
    type,
    status,
    modality: "reported" as const,
    source: quoteOf(text, source),
    target: quoteOf(text, target),
  };
  return { relation: newRelation(statement, { time: "2026-01-01T00:00:00.000Z" }), source, target };
}

function counted(all: readonly RelatableMention[], of: readonly FoundRelation[], records: readonly PlacedRelation[]) {
  return countedRelations(all, reviewRelations(of, records));
}

const lines = ({ relations }: ReturnType<typeof counted>) =>
  relations.map(({ type, source, target, modality }) =>
    [source.mention.text, type, target.mention.text, modality].join(" "),
  );

describe("countedRelations", () => {
  it("counts an accepted relation in place of the found one, with the modality that a person gave it", () => {
    assert.deepEqual(lines(counted(mentions, found, [])), ["China controls registry asserted"]);
    const accepted = counted(mentions, found, [decided("controls", china, registry)]);
    assert.deepEqual(lines(accepted), ["China controls registry reported"]);
    assert.deepEqual(accepted.relations[0]?.evidence, found[0]!.evidence);
  });

  it("counts no rejected relation", () => {
    const rejected = counted(mentions, found, [
      decided("controls", china, registry, "rejected"),
      decided("funds", gavi, kenya, "rejected"),
    ]);
    assert.deepEqual(rejected, { relations: [], withoutMention: 0 });
  });

  it("counts what people drew beside what is found", () => {
    const drawn = counted(mentions, found, [decided("funds", gavi, kenya)]);
    assert.deepEqual(lines(drawn), ["China controls registry asserted", "Gavi funds Kenya reported"]);
  });

  it("leaves out, and counts, what has an end that is no mention any more", () => {
    const drawn = counted(mentions.slice(0, 3), [], [decided("funds", gavi, kenya)]);
    assert.deepEqual(drawn, { relations: [], withoutMention: 1 });
  });
});
