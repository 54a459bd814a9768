import assert from "node:assert/strict";
import fc from "fast-check";
import { commandLink, escapeMarkdown } from "../../../../src/extension/presentation/escape-markdown";

/** What a Markdown renderer shows of text in which every punctuation mark has a backslash. */
function shown(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

describe("escapeMarkdown", () => {
  it("leaves no punctuation mark that could mean something", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const rest = escapeMarkdown(text).replace(/\\[!-/:-@[-`{-~]/g, "");
        assert.doesNotMatch(rest, /[!-/:-@[-`{-~]/);
      }),
    );
  });

  it("shows the text as it was, white space aside", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!text.includes("$("));
        assert.equal(shown(escapeMarkdown(text)), text.replace(/\s+/g, " "));
      }),
    );
  });

  it("defuses links, HTML, bare addresses, headings and icons", () => {
    assert.equal(escapeMarkdown("[x](command:evil)"), "\\[x\\]\\(command\\:evil\\)");
    assert.equal(escapeMarkdown("<img src=x>"), "\\<img src\\=x\\>");
    assert.equal(escapeMarkdown("https://x.example"), "https\\:\\/\\/x\\.example");
    assert.equal(escapeMarkdown("one\n\n# two"), "one \\# two");
    assert.equal(shown(escapeMarkdown("$(trash)")), "\\$(trash)");
  });
});

describe("commandLink", () => {
  it("carries any text in its arguments, however often it is decoded on the way", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const link = commandLink("Accept", "healthgeo.acceptMention", [{ text }]);
        const query = /^\[Accept\]\(command:healthgeo\.acceptMention\?([^\s()]*)\)$/.exec(link)?.[1] ?? "";
        const once = decodeURIComponent(query);
        assert.deepEqual(JSON.parse(decodeURIComponent(once)), [{ text }]);
      }),
    );
  });

  it("escapes its label and its tooltip", () => {
    assert.match(commandLink("a]b", "c", [], 'say "hi"'), /^\[a\\\]b\]\(command:c\?\S* "say \\"hi\\""\)$/);
  });
});
