import assert from "node:assert/strict";
import fc from "fast-check";
import { rowAfter, rowWindow, scrollTo } from "../../../src/webview/concordance/row-window";

describe("the rows of a long list", () => {
  it("that are drawn cover what is in sight and little more, wherever the list is scrolled to", () => {
    fc.assert(
      fc.property(fc.nat(300_000), fc.nat(2000), fc.nat(12_000), (top, height, count) => {
        const { start, end } = rowWindow(top, height, 22, count);
        assert.ok(start >= 0 && start <= end && end <= count);
        assert.ok(end - start <= height / 22 + 22);
        for (const y of [top, top + height - 1]) {
          const row = Math.floor(y / 22);
          if (row < count && y >= top) assert.ok(row >= start && row < end);
        }
      }),
    );
  });

  it("come into sight with the shortest way", () => {
    assert.equal(scrollTo(0, 100, 220, 22), 0);
    assert.equal(scrollTo(6, 100, 220, 22), 100);
    assert.equal(scrollTo(20, 100, 220, 22), 242);
  });

  it("are reached by keys, and the ends are ends", () => {
    assert.equal(rowAfter("ArrowDown", 3, 5, 10), 4);
    assert.equal(rowAfter("ArrowDown", 4, 5, 10), 4);
    assert.equal(rowAfter("ArrowUp", 0, 5, 10), 0);
    assert.equal(rowAfter("PageDown", 0, 50, 10), 10);
    assert.equal(rowAfter("End", 0, 50, 10), 49);
    assert.equal(rowAfter("Home", 30, 50, 10), 0);
    assert.equal(rowAfter("x", 0, 5, 10), undefined);
  });
});
