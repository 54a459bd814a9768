import assert from "node:assert/strict";
import fc from "fast-check";
import { TEXT_FORMATS } from "../../../../src/core";
import { PassageReader } from "../../../../src/core/text/passage-reader";
import { readPassages } from "../../../../src/core/text/passages";

const NEVER = () => false;
const AT_ONCE = () => true;

const LINES = ["# Data", "Kenya shares data. India `may` not.", "", "- an item", "  > quoted", "```", "<!-- note -->", "| a | b |", "| - | - |", "\\begin{table}", "<p>China</p>"]; // prettier-ignore

describe("PassageReader", () => {
  it("reads what readPassages does after any change of a text", () => {
    const text = fc.array(fc.constantFrom(...LINES), { maxLength: 12 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), fc.constantFrom(...TEXT_FORMATS), (texts, format) => {
        const reader = new PassageReader(format);
        for (const version of texts) {
          assert.equal(reader.advance(version, NEVER), true);
          assert.deepEqual(reader.passages, readPassages(version, format));
        }
      }),
    );
  });

  it("reads a long text in steps, also one that is a single list", () => {
    const paragraphs = "A paragraph of `code` and words.\n\n".repeat(4_000);
    const list = "- an item of words\n".repeat(7_000);
    for (const text of [paragraphs, list, paragraphs + list]) {
      const reader = new PassageReader("markdown");
      let steps = 1;
      while (!reader.advance(text, AT_ONCE)) steps++;
      assert.ok(steps > 2, String(steps));
      assert.deepEqual(reader.passages, readPassages(text, "markdown"));
    }
  });

  it("follows a text that changes while it is still being read", () => {
    const text = "Kenya shares data.\n\n".repeat(6_000);
    const reader = new PassageReader("markdown");
    assert.equal(reader.advance(text, AT_ONCE), false);
    const edited = `${text.slice(0, 50)} India too.${text.slice(70, -30)}`;
    assert.equal(reader.advance(edited, NEVER), true);
    assert.deepEqual(reader.passages, readPassages(edited, "markdown"));
  });

  it("keeps the array of passages while the text stays", () => {
    const reader = new PassageReader("plain");
    reader.advance("Kenya shares data.", NEVER);
    const { passages } = reader;
    reader.advance("Kenya shares data.", NEVER);
    assert.equal(reader.passages, passages);
  });
});
