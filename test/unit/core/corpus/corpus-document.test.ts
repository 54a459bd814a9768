import assert from "node:assert/strict";
import { createTagger, loadDefaultTaxonomy, rejectMention } from "../../../../src/core";
import { corpusDocument } from "../../../../src/core/corpus/corpus-document";

describe("a document of a corpus", () => {
  it("holds what the tagger finds but for what people rejected", () => {
    const text = "China and India run biobanks.\n";
    const { mentions } = createTagger(loadDefaultTaxonomy()).tag(text, { format: "markdown" });
    const stamp = { id: () => "0123456789abcdef", time: "2026-01-01T00:00:00.000Z" };
    const rejected = rejectMention(text, mentions[0]!, "mention", stamp);
    const document = corpusDocument("briefs/one.md", text, mentions, [rejected]);
    assert.deepEqual(
      document.mentions.map((mention) => mention.text),
      ["India", "biobanks"],
    );
    assert.equal(document.format, "markdown");
  });
});
