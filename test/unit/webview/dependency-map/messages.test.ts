import assert from "node:assert/strict";
import { RELATION_TYPES } from "../../../../src/core";
import {
  DEFAULT_OPTIONS,
  readOptions,
  RELATION_TYPES as SHOWN_TYPES,
} from "../../../../src/webview/dependency-map/messages";

describe("the options of the dependency map", () => {
  it("come back as they were kept", () => {
    const chosen = { scope: "workspace", types: ["supplies", "funds"], minSupport: 3 };
    assert.deepEqual(readOptions(JSON.parse(JSON.stringify(chosen))), chosen);
    assert.deepEqual(readOptions({ ...chosen, types: [] }).types, []);
  });

  it("fall back where they are unknown", () => {
    for (const kept of [undefined, null, "x", {}, { scope: "moon", types: "all", minSupport: -1 }])
      assert.deepEqual(readOptions(kept), DEFAULT_OPTIONS);
    assert.deepEqual(readOptions({ types: ["supplies", "eats"] }).types, ["supplies"]);
  });

  it("know all types of relations", () => {
    assert.deepEqual([...SHOWN_TYPES], [...RELATION_TYPES]);
  });
});
