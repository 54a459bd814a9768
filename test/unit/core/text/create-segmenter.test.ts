import assert from "node:assert/strict";
import fc from "fast-check";
import { BARRIER, proseOf } from "../../../../src/core/text/block";
import { BlockSequence } from "../../../../src/core/text/block-sequence";
import { TEXT_FORMATS, type TextFormat } from "../../../../src/core/text/format";
import { createSegmenter } from "../../../../src/core/text/create-segmenter";
import { moveBlock } from "../../../../src/core/text/segmenter";
import { DocumentText } from "../../../../src/core/text/document-text";
import { editOf, markupText, randomMoves } from "../../support/arbitrary-text";

/** The prose of each block, barriers collapsed to one mark and white space to one space. */
function proseBlocks(text: string, format: TextFormat): string[] {
  return createSegmenter(format)
    .segment(text)
    .map((block) => proseOf(text.slice(block.start, block.end), block.masks))
    .map((prose) =>
      prose
        .replace(new RegExp(`(?:\\s*${BARRIER}+\\s*)+`, "g"), " ¤ ")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((prose) => prose !== "" && prose !== "¤");
}

describe("segmenting Markdown", () => {
  const cases: [name: string, text: string, expected: string[]][] = [
    ["front matter holds no prose", "---\ntitle: WHO\n---\nText\n", ["Text"]],
    ["front matter may end in dots and follow a byte order mark", "\uFEFF---\na: WHO\n...\nText", ["Text"]],
    ["a rule that opens no front matter leaves the text alone", "---\nText\n", ["Text"]],
    ["fenced and indented code holds no prose", "A\n\n```\nWHO\n```\n\n    WHO\n\nB", ["A", "B"]],
    ["inline code is a barrier", "the `WHO` code", ["the ¤ code"]],
    ["link targets and titles are masked, link texts are not", '[WHO](http://who.int "WHO")', ["[WHO]( ¤ )"]],
    [
      "bare addresses, e-mail and DOIs are masked",
      "see https://who.int/x. mail a.b@who.int or 10.1000/who",
      ["see ¤ . mail ¤ or ¤"],
    ],
    ["citation keys are masked", "as said [@who2020; -@un2021] and @cdc19", ["as said [ ¤ ; ¤ ] and ¤"]],
    ["HTML tags and comments are masked", "a <b>WHO</b> <!-- WHO --> z", ["a ¤ WHO ¤ z"]],
    ["the text of an HTML block is prose, its tags are not", "<div>\n<p>About WHO</p>\n</div>", ["¤ About WHO ¤"]],
    [
      "attribute lists of bracketed spans are masked",
      '[UK Biobank]{.infrastructure-data entity="uk-biobank"} grew',
      ["[UK Biobank] ¤ grew"],
    ],
    ["emphasis joins the words around it", "**World** *Health*", ["World Health"]],
    [
      "list items, quotes and headings are blocks of their own",
      "# H\n\n- one\n- two\n\n> three",
      ["¤ H", "one", "two", "three"],
    ],
    ["table rows are blocks, delimiters barriers", "| a | b |\n|---|---|\n| c | d |", ["¤ a ¤ b ¤", "¤ c ¤ d ¤"]],
    ["reference definitions hold no prose", "Text [x]\n\n[x]: http://who.int", ["Text [x]"]],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => {
      assert.deepEqual(proseBlocks(text, "markdown"), expected);
    });
  }
});

describe("segmenting plain text", () => {
  const cases: [name: string, text: string, expected: string[]][] = [
    ["paragraphs stand between blank lines", "one\ntwo\n\nthree", ["one two", "three"]],
    [
      "a bullet at the start of a line begins a block",
      "Lead:\n  • one\n  two\r\n* three\n- four",
      ["Lead:", "• one two", "* three", "- four"],
    ],
    [
      "what only looks like a bullet does not",
      "one\n-two\n**three** four - five\n– six",
      ["one -two **three** four - five – six"],
    ],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => {
      assert.deepEqual(proseBlocks(text, "plain"), expected);
    });
  }
});

describe("segmenting other formats", () => {
  it("splits plain text at blank lines of any line end", () => {
    assert.deepEqual(proseBlocks("a\r\nb\r\n \r\nc\rd\n\n\ne", "plain"), ["a b", "c d", "e"]);
  });

  it("keeps the prose of HTML and drops scripts, styles, comments and tags", () => {
    const html =
      "<title>T</title><style>p{}</style><p>The <b>World</b> <!-- no -->Bank<br>next</p><script>WHO</script>";
    assert.deepEqual(proseBlocks(html, "html"), ["T", "The World ¤ Bank", "next"]);
  });

  it("keeps the prose of LaTeX and drops comments, keys, mathematics and verbatim text", () => {
    const latex =
      "\\emph{World} Bank \\cite{who} and $x$ % WHO\n\n\\begin{verbatim}\nWHO\n\nWHO\n\\end{verbatim}\n\nlast";
    assert.deepEqual(proseBlocks(latex, "latex"), ["World} Bank ¤ and ¤", "last"]);
  });
});

describe("segmenting anything", () => {
  for (const format of TEXT_FORMATS) {
    it(`gives ordered blocks with ordered masks inside them (${format})`, () => {
      fc.assert(
        fc.property(markupText, (text) => {
          let from = 0;
          for (const { start, end, masks } of createSegmenter(format).segment(text)) {
            assert.ok(from <= start && start < end && end <= text.length);
            from = end;
            let inner = 0;
            for (const mask of masks) {
              assert.ok(inner <= mask.start && mask.start < mask.end && mask.end <= end - start);
              inner = mask.end;
            }
          }
        }),
      );
    });

    it(`finds the same blocks after edits as in the edited text (${format})`, () => {
      fc.assert(
        fc.property(markupText, randomMoves, (start, moves) => {
          const segmenter = createSegmenter(format);
          const blocks = segmenter.segment(start);
          const text = new DocumentText(start);
          const sequence = new BlockSequence(blocks, blocks);
          for (const move of moves) {
            const edit = editOf(move, text);
            text.edit(edit);
            const splice = segmenter.update(text, edit, sequence);
            sequence.splice(splice, splice.inserted);
            const found = Array.from(sequence.from(0), (placed) =>
              moveBlock(placed.item, placed.start - placed.item.start),
            );
            assert.deepEqual(found, createSegmenter(format).segment(text.toString()), JSON.stringify(text.toString()));
          }
        }),
        { numRuns: 300 },
      );
    });
  }
});
