import assert from "node:assert/strict";
import fc from "fast-check";
import { pageAt } from "../../../../src/core";
import { markdownOfPages } from "../../../../src/core/documents/pdf-layout";
import type { PdfPage, TextRun } from "../../../../src/core/documents/pdf-page";

/** Letters are half as wide as they are high here. */
function run(text: string, x: number, y: number, size = 10): TextRun {
  return { text, x, y, size, width: (text.length * size) / 2 };
}

const page = (...runs: readonly TextRun[]): PdfPage => ({ width: 600, height: 800, runs });

/** Lines of a column, one below the other. */
const column = (x: number, y: number, lines: readonly string[], size = 10) =>
  lines.map((line, index) => run(line, x, y + index * 12, size));

const markdown = (...pages: readonly PdfPage[]) => markdownOfPages(pages);
const body = (...pages: readonly PdfPage[]) => markdown(...pages).replace(/<!-- page \d+ -->\n+/g, "");

const PROSE = [
  "Genomic data of many countries are kept in a small number of places",
  "and those who run these places decide on access to them, which is a",
  "question of sovereignty.",
];

describe("the layout of a PDF page", () => {
  it("joins lines into paragraphs, which wide steps, indents and short last lines end", () => {
    const first = column(50, 100, PROSE);
    const second = column(50, 160, PROSE);
    const indented = [run("Indented lines begin a paragraph too, as books have it, with little room", 65, 196)];
    assert.equal(body(page(...first, ...second, ...indented)).split("\n\n").length, 3);
    assert.equal(body(page(...first)), `${PROSE.join(" ")}\n`);
  });

  it("joins the runs of a line as far as they stand from each other", () => {
    const runs = [run("Bio", 50, 100), run("bank", 65, 100), run("data", 89, 100), run(" flow", 109, 100.5)];
    assert.equal(body(page(...runs)), "Biobank data flow\n");
  });

  it("makes words whole that a line broke, and keeps hyphens that words have", () => {
    const lines = [
      "Sharing across a border needs infra-",
      "structure, and a long-",
      "term plan; a long-term plan is rare, and so is a Sino-",
      "African one. The end of it all is not in sight yet.",
    ];
    assert.equal(
      body(page(...column(50, 100, lines))),
      "Sharing across a border needs infrastructure, and a long-term plan; a long-term plan is rare, and so is a Sino- African one. The end of it all is not in sight yet.\n",
    );
  });

  it("reads columns one after the other, and what spans them in its place", () => {
    const left = [
      "Left one is a line of prose that",
      "Left two is a line of prose that",
      "Left three is another line of it",
      "Left four is the end of the left.",
    ];
    const right = left.map((line) => line.replace("Left", "Right").replace("left", "right"));
    const text = body(
      page(
        run("A title across both of the columns of the page", 50, 60, 16),
        ...column(50, 100, left),
        ...column(300, 100, right),
      ),
    );
    assert.equal(text, `# A title across both of the columns of the page\n\n${left.join(" ")}\n\n${right.join(" ")}\n`);
  });

  it("keeps the rows of a table together", () => {
    const rows = ["Kenya", "China", "India", "Brazil", "Chile"].flatMap((name, index) => [
      run(name, 50, 100 + index * 14),
      run(String(index), 300, 100 + index * 14),
    ]);
    assert.equal(body(page(...rows)), "Kenya 0\n\nChina 1\n\nIndia 2\n\nBrazil 3\n\nChile 4\n");
  });

  it("makes headings of large lines, the largest the first level", () => {
    const text = body(
      page(
        run("The report", 50, 60, 24),
        run("Part one", 50, 100, 14),
        ...column(50, 130, PROSE),
        run("Part two", 50, 200, 14),
      ),
    );
    assert.match(text, /^# The report\n\n## Part one\n\nGenomic/);
    assert.match(text, /\n\n## Part two\n$/);
  });

  it("makes lists of lines that begin with a bullet or a number", () => {
    const lines = ["• First point of the list", "• Second point", "1. Number one", "(a) Letter"];
    assert.equal(
      body(page(...column(50, 100, lines))),
      "- First point of the list\n\n- Second point\n\n1. Number one\n\n(a) Letter\n",
    );
  });

  it("drops headers, footers and page numbers that come again and again", () => {
    const pages = [1, 2, 3, 4].map((number) =>
      page(
        run(`Ministry of Health – Report ${number}`, 50, 30),
        ...column(50, 200, [`This is what page ${number} alone says.`]),
        run(`Page ${number} of 4`, 280, 780),
      ),
    );
    const text = markdown(...pages);
    assert.doesNotMatch(text, /Ministry|of 4/);
    assert.equal(text.match(/alone says/g)?.length, 4);
  });

  it("keeps anchors of pages: between blocks, inside a paragraph that turns, and of empty pages", () => {
    const text = markdown(
      page(...column(50, 700, ["A sentence that does not end on this page, because its infra-"])),
      page(...column(50, 100, ["structure goes on here."])),
      page(),
      page(...column(50, 100, ["The last page."])),
    );
    assert.equal(
      text,
      "<!-- page 1 -->\n\nA sentence that does not end on this page, because its infrastructure <!-- page 2 --> goes on here.\n\n<!-- page 3 -->\n<!-- page 4 -->\n\nThe last page.\n",
    );
  });

  it("writes text that Markdown shows as it is", () => {
    const lines = ["# no heading, *no* emphasis_ <script>alert(1)</script> [x](javascript:y) &amp; <!-- page 9 -->"];
    const text = markdown(page(...column(50, 100, lines)));
    assert.equal(
      text,
      "<!-- page 1 -->\n\n\\# no heading, \\*no\\* emphasis\\_ \\<script>alert(1)\\</script> \\[x](javascript:y) \\&amp; \\<!-- page 9 -->\n",
    );
    assert.equal(pageAt(text, text.length), 1);
    assert.equal(body(page(run("2024. That was a year", 50, 100))), "2024\\. That was a year\n");
  });

  it("loses no letter that is not repeated, wherever the words stand", () => {
    const place = fc.record({
      x: fc.integer({ min: 40, max: 500 }),
      y: fc.integer({ min: 100, max: 690 }),
      size: fc.constantFrom(8, 10, 20),
      text: fc.constantFrom("alpha", "beta", "gamma-", "• delta", "Epsilon."),
    });
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(place, { maxLength: 25, selector: ({ x, y }) => `${x} ${y}` }), { maxLength: 3 }),
        (pages) => {
          const text = markdown(
            ...pages.map((places) => page(...places.map((each) => run(each.text, each.x, each.y, each.size)))),
          );
          const letters = (written: string) =>
            written
              .replace(/<!--.*?-->/g, "")
              .replace(/[^a-zA-Z]/g, "")
              .split("")
              .sort()
              .join("");
          const drawn = letters(
            pages
              .flat()
              .map((each) => each.text)
              .join(""),
          );
          // Words drawn over each other are taken for one that is drawn twice.
          assert.ok(letters(text).length <= drawn.length);
          const isApart = pages.every((places) =>
            places.every((a) => places.every((b) => a === b || Math.abs(a.y - b.y) > 20 || Math.abs(a.x - b.x) > 100)),
          );
          if (isApart) assert.equal(letters(text), drawn);
        },
      ),
    );
  });
});
