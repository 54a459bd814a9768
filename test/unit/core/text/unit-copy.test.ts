import assert from "node:assert/strict";
import fc from "fast-check";
import { createUnitCopy } from "../../../../src/core/text/unit-copy";

const HOST_BUFFER = globalThis.Buffer;

/** What a copy made in a host writes for texts that are copied one after the other. */
function copied(texts: readonly string[], { hasBuffer }: { hasBuffer: boolean }): string[] {
  const units = new Uint16Array(64);
  Reflect.set(globalThis, "Buffer", hasBuffer ? HOST_BUFFER : undefined);
  try {
    const copy = createUnitCopy(units);
    return texts.map((text) => {
      copy(text);
      return String.fromCharCode(...units.subarray(0, text.length));
    });
  } finally {
    Reflect.set(globalThis, "Buffer", HOST_BUFFER);
  }
}

describe("copying code units", () => {
  const text = fc.string({ unit: "binary", maxLength: 32 });
  const parts = fc.array(text, { maxLength: 5 });

  for (const hasBuffer of [true, false]) {
    const host = hasBuffer ? "where the host copies whole texts" : "where it does not";
    it(`keeps every unit, lone surrogates too, ${host}`, () => {
      fc.assert(fc.property(parts, (texts) => assert.deepEqual(copied(texts, { hasBuffer }), texts)));
      assert.deepEqual(copied(["a\ud800b", "\udc00\ud83e"], { hasBuffer }), ["a\ud800b", "\udc00\ud83e"]);
    });
  }

  it("begins at the first place of an array that is part of a larger one", () => {
    const memory = new Uint16Array(16);
    createUnitCopy(memory.subarray(4, 12))("gene");
    assert.deepEqual([...memory.subarray(0, 9)], [0, 0, 0, 0, 0x67, 0x65, 0x6e, 0x65, 0]);
  });
});
