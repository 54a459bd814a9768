import assert from "node:assert/strict";
import fc from "fast-check";
import { concordance, concordanceLines, type ConcordanceQuery } from "../../../../src/core/corpus/concordance";
import { concordanceCsv, concordanceMarkdown } from "../../../../src/core/corpus/concordance-export";
import { CONCORDANCE_KEYS, concordanceOrder } from "../../../../src/core/corpus/concordance-order";
import { corpusDocument, type CorpusDocument } from "../../../../src/core/corpus/corpus-document";
import { pageAnchor } from "../../../../src/core/documents/page-anchors";
import { taggerOf } from "../../support/taxonomies";

const tagger = taggerOf(`entities:
  - { id: china, class: actor.state, label: China }
  - { id: kenya, class: actor.state, label: Kenya }
terms:
  infrastructure.data: [genomic data]
`);

const documentOf = (path: string, text: string): CorpusDocument =>
  corpusDocument(path, text, tagger.tag(text, { format: "markdown" }).mentions);

const REPORT = `# Data and China

Kenya and **China** share
genomic data; see \`China\` and [China](https://example.org/China).
`;
const CHINA: ConcordanceQuery = { kind: "entity", entity: "china" };

const shown = (document: CorpusDocument, query: ConcordanceQuery, size?: number) =>
  concordanceLines(document, query, size).map(({ left, node, right }) => `${left}<${node}>${right}`);

describe("a concordance", () => {
  it("gives each mention of an entity with the words around it, without markup, inside its passage", () => {
    assert.deepEqual(shown(documentOf("a.md", REPORT), CHINA), [
      "Data and <China>",
      "Kenya and <China> share genomic data; see and China.",
      "Kenya and China share genomic data; see and <China>.",
    ]);
  });

  it("lists a class, a facet, or what the caller asks for", () => {
    const document = documentOf("a.md", REPORT);
    const nodes = (query: ConcordanceQuery) => concordanceLines(document, query).map(({ node }) => node);
    assert.deepEqual(nodes({ kind: "class", class: "actor.state" }), ["China", "Kenya", "China", "China"]);
    assert.deepEqual(nodes({ kind: "class", class: "infrastructure" }), ["genomic data"]);
    assert.deepEqual(nodes({ kind: "mentions", answers: ({ entity }) => entity === "kenya" }), ["Kenya"]);
  });

  it("cuts contexts at word borders", () => {
    const document = documentOf("a.txt", "one two three four China five six seven eight");
    assert.deepEqual(shown(document, CHINA, 11), ["four <China> five six"]);
    assert.deepEqual(shown(document, CHINA, 12), ["three four <China> five six"]);
  });

  it("finds words in any case, whole, across lines and markup, with asterisks, and says which are mentions", () => {
    const document = documentOf("a.md", REPORT);
    const found = (words: string) => concordanceLines(document, { kind: "words", words });
    assert.deepEqual(
      found("china").map(({ mention }) => mention?.entity),
      ["china", "china", "china"],
    );
    assert.deepEqual(
      found("CHINA share genomic").map(({ node }) => node),
      ["China share genomic"],
    );
    assert.equal(found("shar").length, 0);
    assert.equal(found("shar*").length, 1);
    assert.equal(found("*enomic dat*").length, 1);
    assert.equal(found("*enomic dat*")[0]?.mention?.text, "genomic data");
    assert.equal(found("example").length, 0);
    assert.equal(found("").length + found("***").length + found("(((").length, 0);
  });

  it("takes words as they are written, whatever they mean in a pattern", () => {
    const document = documentOf("a.txt", "The U.S. (here) said: a+b, people's ÉTAT.");
    const found = (words: string) => concordanceLines(document, { kind: "words", words }).map(({ node }) => node);
    assert.deepEqual(found("u.s."), ["U.S."]);
    assert.deepEqual(found("uxsx"), []);
    assert.deepEqual(found("(here)"), ["(here)"]);
    assert.deepEqual(found("A+B"), ["a+b"]);
    assert.deepEqual(found("people’s état"), ["people's ÉTAT"]);
  });

  it("has every mention of every document once, each at its place, whatever the text", () => {
    const word = fc.constantFrom(
      "China",
      "Kenya",
      "genomic data",
      "and",
      "*x*",
      "`China`",
      "\n\n",
      "- ",
      "é",
      "[a](b)",
    );
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 20 }), { maxLength: 4 }), (texts) => {
        const documents = texts.map((words, i) => documentOf(`${i}.md`, words.join(" ")));
        const lines = ["actor", "infrastructure"].flatMap((facet) =>
          concordance(documents, { kind: "class", class: facet }),
        );
        assert.equal(
          lines.length,
          documents.reduce((sum, { mentions }) => sum + mentions.length, 0),
        );
        for (const { document, start, end, mention, left, right } of lines) {
          const { text } = documents[Number(document.slice(0, -3))]!;
          assert.equal(text.slice(start, end), mention?.text);
          for (const context of [left, right]) assert.doesNotMatch(context, /\s\s|\uFFFC/);
        }
      }),
    );
  });
});

describe("the order of a concordance", () => {
  const document = documentOf(
    "a.txt",
    "the blue China rose, an old China Rose. “The” old China fell, ähnlich old China Zoo",
  );
  const lines = concordance([document], CHINA);
  const sorted = (...keys: Parameters<typeof concordanceOrder>[1]) =>
    concordanceOrder(lines, keys).map(
      (i) => `${lines[i]!.left.split(" ").slice(-3, -1).join(" ")}|${lines[i]!.right.split(/\W/)[1]!}`,
    );

  it("sorts by words to the left and to the right, nearest first", () => {
    assert.deepEqual(sorted("left1", "left2"), ["the blue|rose", "ähnlich old|Zoo", "an old|Rose", "“The” old|fell"]);
    assert.deepEqual(
      sorted("right1").map((each) => each.split("|")[1]),
      ["fell", "rose", "Rose", "Zoo"],
    );
  });

  it("is a permutation that keeps the order of lines which are alike, by any keys", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CONCORDANCE_KEYS), { maxLength: 4 }), (keys) => {
        const order = concordanceOrder(lines, keys);
        assert.deepEqual([...order].sort(), [0, 1, 2, 3]);
        assert.deepEqual(concordanceOrder(lines, []), [0, 1, 2, 3]);
        assert.deepEqual(
          concordanceOrder(lines, ["document", ...keys, "position"]),
          concordanceOrder(lines, [...keys, "position"]),
        );
      }),
    );
  });
});

describe("the export of a concordance", () => {
  const document = documentOf("=cmd|a.md", 'He said "no", China, <b>x</b> | y');
  const lines = concordance([document], CHINA);

  it("writes CSV that no spreadsheet runs", () => {
    assert.equal(
      concordanceCsv(lines),
      "document,start,end,left,node,right,class,entity,status,page\r\n" +
        '\'=cmd|a.md,14,19,"He said ""no"", ",China,", x | y",actor.state,china,suggested,\r\n',
    );
  });

  it("cites the pages of a document that was imported with them", () => {
    const imported = documentOf("b.md", `China.\n\n${pageAnchor(12)}\n\nThen China again.`);
    const [first, second] = concordance([imported], CHINA);
    assert.deepEqual([first?.page, second?.page], [undefined, 12]);
    assert.match(concordanceCsv([second!]), /,suggested,12\r\n$/);
    assert.match(concordanceMarkdown([second!], "China"), /\| b\\\.md, p\\\. 12 \|/);
  });

  it("writes a Markdown table in which nothing is markup", () => {
    const table = concordanceMarkdown(lines, "<script>");
    assert.match(table, /^# \\<script\\>\n/);
    assert.match(table, /\| \\=cmd\\\|a\\\.md \| He said "no",  ?\| \*\*China\*\* \| , x \\\| y \|/);
  });
});
