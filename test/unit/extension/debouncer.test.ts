import assert from "node:assert/strict";
import { Debouncer } from "../../../src/extension/debouncer";

describe("Debouncer", () => {
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  it("runs the last of several calls for a key, once", async () => {
    const debouncer = new Debouncer();
    const ran: string[] = [];
    for (const name of ["a", "b", "c"]) debouncer.run("document", 5, () => ran.push(name));
    await pause(30);
    assert.deepEqual(ran, ["c"]);
  });

  it("keeps keys apart: work on one document never puts off another's", async () => {
    const debouncer = new Debouncer();
    const ran: string[] = [];
    debouncer.run("one", 5, () => ran.push("one"));
    debouncer.run("two", 5, () => ran.push("two"));
    await pause(30);
    assert.deepEqual(ran, ["one", "two"]);
  });

  it("runs nothing that was cancelled, or after it is disposed of", async () => {
    const debouncer = new Debouncer();
    const ran: string[] = [];
    debouncer.run("one", 5, () => ran.push("one"));
    debouncer.run("two", 5, () => ran.push("two"));
    debouncer.cancel("one");
    debouncer.dispose();
    await pause(30);
    assert.deepEqual(ran, []);
  });
});
