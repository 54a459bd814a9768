import assert from "node:assert/strict";
import { DisposableStore } from "../../../src/extension/dispose";

describe("DisposableStore", () => {
  const recorder = (log: string[], name: string) => ({ dispose: () => log.push(name) });

  it("releases everything once, the last first", () => {
    const log: string[] = [];
    const store = new DisposableStore();
    store.add(recorder(log, "first"));
    store.add(recorder(log, "second"));
    store.dispose();
    store.dispose();
    assert.deepEqual(log, ["second", "first"]);
  });

  it("releases at once what comes too late", () => {
    const log: string[] = [];
    const store = new DisposableStore();
    store.dispose();
    store.add(recorder(log, "late"));
    assert.deepEqual(log, ["late"]);
  });
});
