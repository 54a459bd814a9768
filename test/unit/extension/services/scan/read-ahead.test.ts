import assert from "node:assert/strict";
import fc from "fast-check";
import { readAhead } from "../../../../../src/extension/services/scan/read-ahead";

describe("reading ahead", () => {
  it("gives every item once, in order, whatever the batches", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { maxLength: 20 }), fc.integer({ min: 1, max: 7 }), async (items, size) => {
        const found: [number, string][] = [];
        for await (const { item, result } of readAhead(items, size, (each) => Promise.resolve(`${each}`)))
          found.push([item, result]);
        assert.deepEqual(
          found,
          items.map((each) => [each, `${each}`]),
        );
      }),
    );
  });

  it("has the next batch read while the caller works on one, and no more than that", async () => {
    const begun: number[] = [];
    const read = (item: number) => Promise.resolve(begun.push(item));
    const items = readAhead([0, 1, 2, 3, 4, 5, 6], 2, read);
    await items.next();
    assert.deepEqual(begun, [0, 1, 2, 3]);
    await items.return();
    assert.deepEqual(begun, [0, 1, 2, 3]);
  });
});
