import assert from "node:assert/strict";
import { DEFAULT_OPTIONS, readOptions } from "../../../../src/webview/dependency-map/messages";

describe("the options of the dependency map", () => {
  it("come back as they were kept", () => {
    const chosen = { scope: "workspace", hiddenTypes: ["supplies", "funds"], minSupport: 3 };
    assert.deepEqual(readOptions(JSON.parse(JSON.stringify(chosen))), chosen);
    assert.deepEqual(readOptions({ ...chosen, hiddenTypes: [] }).hiddenTypes, []);
  });

  it("fall back where they are unknown", () => {
    for (const kept of [undefined, null, "x", {}, { scope: "moon", hiddenTypes: "all", minSupport: -1 }])
      assert.deepEqual(readOptions(kept), DEFAULT_OPTIONS);
    assert.deepEqual(readOptions({ hiddenTypes: ["supplies", 7] }).hiddenTypes, ["supplies"]);
  });
});
