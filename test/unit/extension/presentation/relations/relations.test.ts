import assert from "node:assert/strict";
import { newRelation } from "../../../../../src/core";
import { isRelationReference, relationsOf } from "../../../../../src/extension/presentation/relations/relations";

const CHINA = { start: 0, end: 5 };
const DATA = { start: 12, end: 16 };
const RELATION = newRelation(
  {
    type: "controls",
    source: { quote: "China", prefix: "", suffix: " holds" },
    target: { quote: "data", prefix: "holds ", suffix: "" },
  },
  { time: "2026-07-01T09:30:00Z" },
);
const PLACED = { relation: RELATION, source: CHINA, target: DATA };

describe("the relations of a mention", () => {
  it("know which way they go and where the other mention is", () => {
    assert.deepEqual(relationsOf(CHINA, [PLACED]), [{ relation: RELATION, isSource: true, other: DATA }]);
    assert.deepEqual(relationsOf(DATA, [PLACED]), [{ relation: RELATION, isSource: false, other: CHINA }]);
  });

  it("are none for another mention", () => {
    assert.deepEqual(relationsOf({ start: 6, end: 11 }, [PLACED]), []);
  });

  it("are referred to by document and id", () => {
    assert.ok(isRelationReference({ uri: "file:///a.md", relationId: "1" }));
    assert.ok(!isRelationReference({ uri: "file:///a.md", start: 1 }));
    assert.ok(!isRelationReference(undefined));
  });
});
