import assert from "node:assert/strict";
import { inlineTag } from "../../../../src/extension/presentation/inline-tag";

describe("inlineTag", () => {
  it("is a Pandoc bracketed span with the class and the entity", () => {
    assert.equal(
      inlineTag("UK Biobank", "infrastructure.data", "uk-biobank"),
      '[UK Biobank]{.infrastructure-data entity="uk-biobank"}',
    );
  });

  it("leaves the entity out of generic mentions", () => {
    assert.equal(inlineTag("patient groups", "actor.civil-society"), "[patient groups]{.actor-civil-society}");
  });

  it("refuses text that a bracketed span cannot hold", () => {
    assert.equal(inlineTag("data [sic]", "infrastructure.data"), undefined);
    assert.equal(inlineTag("data\n\nmore", "infrastructure.data"), undefined);
    assert.equal(inlineTag(" ", "infrastructure.data"), undefined);
  });
});
