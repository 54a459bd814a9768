import assert from "node:assert/strict";
import { decisionIdOf } from "../../../../../src/core/annotations/ledger/decision-id";
import type { Decision } from "../../../../../src/core/annotations/decision";
import { omit } from "../arbitraries";

const DECISION: Omit<Decision, "id"> = {
  status: "accepted",
  scope: "mention",
  class: "actor.state",
  quote: "China",
  prefix: "In ",
  suffix: ", law",
  author: "Ann",
  time: "2026-07-01T09:30:00Z",
};

function idWith(change: Partial<Decision>): string {
  return decisionIdOf({ ...DECISION, ...change });
}

describe("decisionIdOf", () => {
  it("is 16 hexadecimal digits that stay the same from version to version", () => {
    assert.equal(idWith({}), "be16d3c2b3c836a0");
  });

  it("stays when one person changes their mind on one place", () => {
    const change = {
      status: "rejected",
      class: "actor.agency",
      entity: "china",
      time: "2027-01-01T00:00:00Z",
      comment: "!",
    } as const;
    assert.equal(idWith(change), idWith({}));
  });

  it("differs between what somebody said alone and what they settled for all", () => {
    assert.notEqual(idWith({ curates: ["a"] }), idWith({}));
    assert.equal(idWith({ curates: ["a"] }), idWith({ curates: ["b", "c"] }));
  });

  it("differs between people, places and scopes", () => {
    const ids = [
      idWith({}),
      idWith({ author: "Ben" }),
      decisionIdOf(omit(DECISION, "author")),
      idWith({ quote: "Chin" }),
      idWith({ prefix: "In", suffix: " , law" }),
      idWith({ occurrence: { nth: 1, of: 2 } }),
      idWith({ occurrence: { nth: 2, of: 2 } }),
      idWith({ scope: "document" }),
      idWith({ scope: "document", class: "actor.agency" }),
    ];
    assert.equal(new Set(ids).size, ids.length);
  });

  it("gives a hundred thousand like decisions different ids", () => {
    const ids = new Set(Array.from({ length: 100_000 }, (_, at) => idWith({ prefix: `row ${at} ` })));
    assert.equal(ids.size, 100_000);
  });
});
