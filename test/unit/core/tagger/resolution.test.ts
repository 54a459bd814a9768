import assert from "node:assert/strict";
import fc from "fast-check";
import { overlaps } from "../../../../src/core/text/span";
import { Reading } from "../../../../src/core/tagger/reading";
import { resolve } from "../../../../src/core/tagger/resolution";
import { precedenceOf, type Sense, type SenseKind } from "../../../../src/core/taxonomy/sense";

function senseOf(kind: SenseKind): Sense {
  return {
    class: "actor.state",
    entity: undefined,
    by: kind === "tag" ? "inline" : "lexicon",
    confidence: 1,
    evidence: { pattern: kind },
    precedence: precedenceOf("built-in", kind),
  };
}

function reading(start: number, end: number, kind: SenseKind): Reading {
  return new Reading(start, end, senseOf(kind));
}

function winners(...readings: Reading[]): string[] {
  return resolve(readings).map(({ start, end, sense }) => `${start}-${end} ${sense.evidence.pattern}`);
}

describe("resolving readings", () => {
  it("lets the longer one win, wherever it starts", () => {
    assert.deepEqual(winners(reading(0, 10, "entity"), reading(5, 20, "generic")), ["5-20 generic"]);
  });

  it("lets a name win over a rule and a rule over a generic term at the same span", () => {
    assert.deepEqual(winners(reading(0, 5, "generic"), reading(0, 5, "entity"), reading(0, 5, "rule")), ["0-5 entity"]);
    assert.deepEqual(winners(reading(0, 5, "generic"), reading(0, 5, "rule")), ["0-5 rule"]);
  });

  it("keeps a shorter reading where the longer one loses", () => {
    const readings = [reading(0, 5, "generic"), reading(0, 12, "generic"), reading(8, 30, "generic")];
    assert.deepEqual(winners(...readings), ["0-5 generic", "8-30 generic"]);
  });

  it("puts an author's tag before longer readings", () => {
    assert.deepEqual(winners(reading(0, 30, "entity"), reading(5, 10, "tag")), ["5-10 tag"]);
  });

  it("leaves no overlap, and loses no reading without a rival that won", () => {
    const some = fc.array(
      fc.tuple(
        fc.nat(40),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom<SenseKind>("generic", "entity", "ignored", "tag"),
      ),
    );
    fc.assert(
      fc.property(some, (parts) => {
        const readings = parts.map(([start, length, kind]) => reading(start, start + length, kind));
        const won = resolve(readings);
        won.forEach((winner, i) => {
          if (i > 0) assert.ok(won[i - 1]!.end <= winner.start);
        });
        for (const loser of readings) assert.ok(won.some((winner) => overlaps(winner, loser)));
      }),
    );
  });
});
