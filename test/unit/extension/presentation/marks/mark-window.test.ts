import assert from "node:assert/strict";
import fc from "fast-check";
import { itemsWithin, windowAround } from "../../../../../src/extension/presentation/marks/mark-window";

/** A mark of one unit at every second offset. */
const marks = Array.from({ length: 100 }, (_, i) => ({ start: 2 * i, end: 2 * i + 1 }));

describe("windowAround", () => {
  it("draws everything where the limit allows", () => {
    assert.equal(windowAround(marks, { start: 0, end: 10 }, 100), marks);
  });

  it("draws as many as the limit allows, with all that is in sight", () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 25, max: 99 }),
        (start, length, limit) => {
          const visible = { start, end: start + length };
          const drawn = windowAround(marks, visible, limit);
          assert.equal(drawn.length, limit);
          for (const mark of itemsWithin(marks, visible)) assert.ok(drawn.includes(mark));
        },
      ),
    );
  });

  it("draws before and after what is in sight, so that scrolling either way finds marks", () => {
    const drawn = windowAround(marks, { start: 100, end: 110 }, 25);
    assert.ok(drawn[0]!.start < 90 && drawn.at(-1)!.start > 120);
  });

  it("starts with the first visible one where more is in sight than the limit allows", () => {
    assert.equal(windowAround(marks, { start: 20, end: 180 }, 10)[0]!.start, 20);
  });
});

describe("itemsWithin", () => {
  it("keeps what touches the range and nothing else", () => {
    assert.deepEqual(itemsWithin(marks, { start: 4, end: 8 }), [
      { start: 4, end: 5 },
      { start: 6, end: 7 },
    ]);
    assert.deepEqual(itemsWithin(marks, { start: 500, end: 600 }), []);
  });
});
