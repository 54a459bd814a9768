import assert from "node:assert/strict";
import { applyEdit } from "../../../src/core";
import { editsOf } from "../../../src/extension/content-changes";

describe("editsOf", () => {
  it("makes changes told in offsets of one text into edits to be made one after the other", () => {
    const changes = [
      { rangeOffset: 0, rangeLength: 3, text: "WHO's" },
      { rangeOffset: 10, rangeLength: 0, text: "!" },
      { rangeOffset: 4, rangeLength: 5, text: "" },
    ];
    assert.equal(editsOf(changes).reduce(applyEdit, "WHO calls now"), "WHO's  !now");
  });
});
