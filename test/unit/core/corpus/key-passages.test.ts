import assert from "node:assert/strict";
import fc from "fast-check";
import { keyPassages } from "../../../../src/core";
import { corpora, documentOf } from "../../support/corpus-documents";

const words = (text: string) => `${text} while nothing else of note happens anywhere`;

describe("key passages", () => {
  it("are those with most facets, then most different things, then the densest", () => {
    const documents = [
      documentOf("two.md", words("China and Kenya build a biobank")),
      documentOf("three.md", words("China asks a biobank for consent")),
      documentOf("dense.md", "China and Kenya build a biobank while little happens"),
      documentOf("one.md", words("China and Kenya talk")),
    ];
    assert.deepEqual(
      keyPassages(documents, 10).map(({ path, facets, variety }) => [path, facets, variety]),
      [
        ["three.md", 3, 3],
        ["dense.md", 2, 3],
        ["two.md", 2, 3],
        ["one.md", 1, 2],
      ],
    );
    assert.equal(keyPassages(documents, 2).length, 2);
  });

  it("are quoted without the marks of their markup, with their mentions apart", () => {
    const text = `- **China** and [Kenya](https://example.org "x") build a \`bio|bank\`\n  for **consent** [@key] in <b>plain</b> words.\n`;
    const [passage] = keyPassages([documentOf("a.md", text)], 1);
    assert.deepEqual(
      passage!.quote.map(({ text: quoted, facet }) => [quoted, facet]),
      [
        ["China", "actor"],
        [" and ", undefined],
        ["Kenya", "actor"],
        [" build a bio|bank for ", undefined],
        ["consent", "sovereignty"],
        [" in plain words.", undefined],
      ],
    );
    assert.equal(text.slice(passage!.start, passage!.end).includes("China"), true);
  });

  it("name the page of the original where the document was imported", () => {
    const text = `<!-- page 1 -->\n\nNothing.\n\n<!-- page 7 -->\n\n${words("China asks Kenya for consent.")}\n`;
    assert.equal(keyPassages([documentOf("a.md", text)], 1)[0]!.page, 7);
    assert.equal("page" in keyPassages([documentOf("a.md", words("China asks Kenya"))], 1)[0]!, false);
  });

  it("come from several documents, and no words twice", () => {
    const passage = words("China asks a biobank for consent.");
    const another = (n: number) => words(`In case ${n} China asks Kenya for consent.`);
    const repeated = [1, 2, 3].map(another).join("\n\n");
    const paths = keyPassages(
      [documentOf("a.md", repeated), documentOf("b.md", passage), documentOf("c.md", passage)],
      10,
    ).map(({ path }) => path);
    assert.deepEqual(paths.sort(), ["a.md", "a.md", "b.md"]);
  });

  it("leave out headings, captions and endless paragraphs", () => {
    const endless = `China, Kenya ${"word ".repeat(200)}`;
    const texts = [`# ${words("China and Kenya")}`, "China and Kenya", endless];
    assert.deepEqual(
      keyPassages(
        texts.map((text, index) => documentOf(`${index}.md`, text)),
        10,
      ),
      [],
    );
  });

  it("quote what the document says, in any corpus", () => {
    fc.assert(
      fc.property(corpora, (corpus) => {
        for (const { path, start, end, quote, variety } of keyPassages(corpus, 100)) {
          const { text } = corpus.find((document) => document.path === path)!;
          const letters = (written: string) => written.replace(/\P{L}/gu, "");
          assert.equal(letters(quote.map((part) => part.text).join("")), letters(text.slice(start, end)));
          assert.ok(variety <= quote.filter(({ facet }) => facet !== undefined).length);
        }
      }),
    );
  });
});
