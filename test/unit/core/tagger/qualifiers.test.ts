import assert from "node:assert/strict";
import fc from "fast-check";
import { createTagger } from "../../../../src/core/tagger/tagger";
import { joinQualifiers } from "../../../../src/core/tagger/qualifiers";
import { Reading } from "../../../../src/core/tagger/reading";
import { loadDefaultTaxonomy } from "../../../../src/core/taxonomy/built-in";
import { precedenceOf } from "../../../../src/core/taxonomy/sense";
import { overlaps } from "../../../../src/core/text/span";

describe("qualifiers before a generic noun", () => {
  const tagger = createTagger(loadDefaultTaxonomy());

  function mentionsOf(text: string): string[] {
    return tagger.tag(text).mentions.map((mention) => `${mention.text} ${mention.class.split(".")[1]}`);
  }

  function holds(text: string, ...mentions: string[]): void {
    assert.deepEqual(
      mentionsOf(text).filter((mention) => mentions.includes(mention)),
      mentions,
      text,
    );
  }

  it("joins a nationality, whatever the class of the noun", () => {
    holds("They hold Swiss patents.", "Swiss patents control");
    holds("A Japanese Phase I study has been waived.", "Japanese Phase I study clinical");
    holds("The protection of African genomic resources is weak.", "African genomic resources data");
  });

  it("joins two nationalities in coordination", () => {
    holds("It buys from Swedish and Danish hospitals.", "Swedish and Danish hospitals clinical");
  });

  it("joins over one adjective of the field", () => {
    holds("Portuguese private hospitals protested.", "Portuguese private hospitals clinical");
  });

  it("joins a name that stands before the noun as its attribute", () => {
    holds("NIH policy changed.", "NIH policy governance");
    holds("Senate bill in hand, they left.", "Senate bill governance");
  });

  it("keeps a possessor apart", () => {
    holds("Moderna's patents were upheld.", "Moderna company", "patents control");
    holds("They took China's samples.", "China state", "samples data");
  });

  it("leaves a name alone that the next word follows by chance", () => {
    holds("A letter in English. Dependence is the issue.", "Dependence dependency");
    holds("Pfizer shares its genomic data.", "Pfizer company", "genomic data data");
    holds("In the US presumed consent is unknown.", "US state", "presumed consent governance");
  });

  it("keeps mentions apart from each other and in order, whatever stands between them", () => {
    const prose = "the US and Kenyan private hospitals, Swiss or U.S. patents and WHO policy in New Zealand law";
    const span = fc.tuple(fc.nat(prose.length - 1), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const readings = spans
          .map(([start, length], i): Reading => readingOf(start, Math.min(prose.length, start + length), i % 2 === 0))
          .filter((reading, i, all) => all.slice(0, i).every((other) => !overlaps(reading, other)))
          .sort((a, b) => a.start - b.start);
        const disjoint = readings.filter((reading, i) => i === 0 || readings[i - 1]!.end <= reading.start);
        const joined = joinQualifiers(disjoint, prose);
        for (const [i, reading] of joined.entries())
          if (i > 0) assert.ok(joined[i - 1]!.end <= reading.start, JSON.stringify(joined));
        for (const { start, end } of disjoint)
          assert.ok(joined.some((reading) => reading.start <= start && end <= reading.end));
      }),
    );
  });
});

function readingOf(start: number, end: number, isName: boolean): Reading {
  const entity = isName ? "a-name" : undefined;
  const evidence = { pattern: "a term" };
  const sense = {
    class: "actor.agency",
    entity,
    by: "lexicon",
    confidence: 1,
    evidence,
    precedence: precedenceOf("built-in", "generic"),
  } as const;
  return new Reading(start, end, sense);
}
