import assert from "node:assert/strict";
import fc from "fast-check";
import { createTagger, loadDefaultTaxonomy, pageAnchor, pageAt, PageIndex } from "../../../../src/core";

/** Without what an anchor is made of, and what takes one away. */
const plain = (text: string) => text.replace(/[<\\]/g, "");

describe("anchors of pages", () => {
  it("tell the page of every offset behind them", () => {
    const text = `---\n---\n\n${pageAnchor(1)}\n\nOne ${pageAnchor(2)} two.\n\n${pageAnchor(10)}\n`;
    assert.equal(pageAt(text, 0), undefined);
    assert.equal(pageAt(text, text.indexOf("One")), 1);
    assert.equal(pageAt(text, text.indexOf("two")), 2);
    assert.equal(pageAt(text, text.length), 10);
    assert.equal(pageAt("<!-- page x --> <!-- page 3 - ->", 30), undefined);
  });

  it("are none where the original itself has what looks like one", () => {
    const pages = new PageIndex(`${pageAnchor(1)} \\${pageAnchor(9)} word ${pageAnchor(2)}`);
    assert.deepEqual([pages.at(0), pages.at(30), pages.at(60)], [1, 1, 2]);
    assert.equal(new PageIndex("No page.").at(3), undefined);
  });

  it("hold for any pages", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 20 }), { maxLength: 8 }), (pages) => {
        const text = pages.map((page, index) => `${pageAnchor(index + 1)}${plain(page)}`).join("");
        let at = 0;
        for (const [index, page] of pages.entries()) {
          const length = pageAnchor(index + 1).length + plain(page).length;
          assert.equal(pageAt(text, at + length - 1), index + 1);
          at += length;
        }
      }),
    );
  });

  it("are nothing to the tagger, and do not part the words around them from their sentence", () => {
    const text = `China and ${pageAnchor(2)} Kenya share genomic data.\n`;
    const { mentions } = createTagger(loadDefaultTaxonomy()).tag(text, { format: "markdown" });
    assert.deepEqual(
      mentions.map((mention) => mention.text),
      ["China", "Kenya", "genomic data"],
    );
  });
});
