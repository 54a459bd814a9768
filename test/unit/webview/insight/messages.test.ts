import assert from "node:assert/strict";
import { DEFAULT_OPTIONS, readOptions, type InsightOptions } from "../../../../src/webview/insight/messages";
import { fill } from "../../../../src/webview/shared/messages";

describe("the options of Insight", () => {
  it("come back as they were kept", () => {
    const chosen: InsightOptions = {
      scope: "workspace",
      limit: 40,
      items: "all",
      unit: "class",
      pairing: "entity-class",
      window: "sentence",
      measure: "pmi",
      dispersed: "china",
      themed: "a.md",
    };
    assert.deepEqual(readOptions(JSON.parse(JSON.stringify(chosen))), chosen);
  });

  it("fall back where what was kept is unknown", () => {
    for (const kept of [undefined, null, 3, "options", { limit: 7, scope: "moon", dispersed: {}, themed: 1 }])
      assert.deepEqual(readOptions(kept), DEFAULT_OPTIONS);
  });
});

describe("texts with places", () => {
  it("are filled, and what looks like a place in a value stays", () => {
    assert.equal(fill("{0} and {1}, {0}", "{1}", 2), "{1} and 2, {1}");
    assert.equal(fill("{0} of {1}", "a"), "a of {1}");
  });
});
