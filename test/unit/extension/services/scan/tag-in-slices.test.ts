import assert from "node:assert/strict";
import { createTagger, loadDefaultTaxonomy } from "../../../../../src/core";
import { tagInSlices } from "../../../../../src/extension/services/scan/tag-in-slices";

const TEXT = "China and Kenya share genomic data.\n\n".repeat(20);

describe("tagging in slices", () => {
  const tagger = createTagger(loadDefaultTaxonomy());

  /** Slices that are over after each block. */
  class ShortSlices {
    pauses = 0;
    #isOver = true;
    readonly isOver = () => (this.#isOver = !this.#isOver);
    readonly pause = () => {
      this.pauses++;
      return Promise.resolve();
    };
  }

  it("finds what tagging at once finds, with pauses between", async () => {
    const slices = new ShortSlices();
    const session = tagger.open(TEXT);
    assert.equal(await tagInSlices(session, slices), true);
    assert.ok(slices.pauses >= 19, String(slices.pauses));
    assert.deepEqual(session.mentions(), tagger.tag(TEXT).mentions);
  });

  it("ends at the next pause when it is stopped", async () => {
    const slices = new ShortSlices();
    assert.equal(await tagInSlices(tagger.open(TEXT), slices, () => slices.pauses === 3), false);
    assert.equal(slices.pauses, 3);
  });
});
