import assert from "node:assert/strict";
import { ROWS_AT_ONCE, ShownRows } from "../../../../src/extension/presentation/shown-rows";

describe("the rows that long lists show", () => {
  it("grow in whole steps to the row that somebody wants to see", () => {
    const shown = new ShownRows();
    assert.equal(shown.show([["states", ROWS_AT_ONCE]]), false);
    assert.equal(shown.show([["states", ROWS_AT_ONCE + 1]]), true);
    assert.deepEqual([...shown.counts], [["states", 2 * ROWS_AT_ONCE]]);
    assert.equal(shown.show([["states", 2 * ROWS_AT_ONCE]]), false);
  });

  it("grow by one step where somebody asks for more, in that list alone", () => {
    const shown = new ShownRows();
    shown.showMore("states");
    shown.showMore("states");
    shown.showMore("companies");
    const expected = { states: 3 * ROWS_AT_ONCE, companies: 2 * ROWS_AT_ONCE };
    assert.deepEqual(Object.fromEntries(shown.counts), expected);
  });

  it("are again those at first once they are cleared", () => {
    const shown = new ShownRows();
    shown.showMore("states");
    shown.clear();
    assert.deepEqual([...shown.counts], []);
    assert.equal(shown.show([["states", ROWS_AT_ONCE]]), false);
  });
});
