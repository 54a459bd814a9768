import assert from "node:assert/strict";
import fc from "fast-check";
import { dateOf, titleOf } from "../../../../src/core";

const withDate = (written: string) => `---\ntitle: x\ndate: ${written}\n---\nText 1999-01-01\n`;

describe("the date of a document", () => {
  for (const [written, date] of [
    ["2024-03-05", "2024-03-05"],
    ['"2024-03-05"', "2024-03-05"],
    ["2024-03-05T10:00:00Z", "2024-03-05"],
    ["2024-03-05 10:00 # UTC", "2024-03-05"],
    ["2024-03", "2024-03"],
    ["2024", "2024"],
    ["5 March 2024", "2024-03-05"],
    ["12. Dec 2024", "2024-12-12"],
    ["March 5, 2024", "2024-03-05"],
    ["Mar 2024", "2024-03"],
  ] as const) {
    it(`is read from the front matter: ${written}`, () => {
      assert.equal(dateOf(withDate(written), "x.md"), date);
    });
  }

  for (const written of ["last-modified", "03/05/2024", "2024-13-01", "20240305", "5 Brumaire 2024", "", "[2024]"]) {
    it(`is not guessed: ${written}`, () => {
      assert.equal(dateOf(withDate(written), "x.md"), undefined);
    });
  }

  for (const [path, date] of [
    ["reports/2024-03-05-who.md", "2024-03-05"],
    ["who_2024_03.md", "2024-03"],
    ["who-20240305.md", "2024-03-05"],
    ["drafts/2023-01/2024-02 final.docx.md", "2024-02"],
    ["from 2022-01 to 2024-02.md", "2024-02"],
  ] as const) {
    it(`is read from the file name: ${path}`, () => {
      assert.equal(dateOf("Text", path), date);
    });
  }

  for (const path of ["agenda-2030.md", "2024-03/x.md", "2024-17.md", "A_RES_78_2024.md", "12024-031.md"]) {
    it(`is not read from what is no date: ${path}`, () => {
      assert.equal(dateOf("Text", path), undefined);
    });
  }
});

describe("the title of a document", () => {
  for (const [name, path, text, title] of [
    ["front matter", "x.md", '---\ntitle: "A \\"new\\" order" # draft\n---\n# Other', 'A "new" order'],
    ["front matter in single quotes", "x.md", "---\ntitle: 'It''s here'\n---\n", "It's here"],
    ["the first heading", "x.md", "Text\n\n## Who *rules* data ## {#who}\n", "Who *rules* data"],
    ["an underlined heading", "x.md", "Who rules\r\n===\r\n", "Who rules"],
    ["LaTeX", "x.tex", "\\documentclass{article}\n\\title{Who\n rules}", "Who rules"],
    ["HTML", "x.html", "<head><title>\nWho rules</title>", "Who rules"],
    ["the file name", "a/b/x.txt", "Who rules", "x.txt"],
    ["the file name where the front matter has a block", "a/x.md", "---\ntitle: |\n  Who\n---\n", "x.md"],
  ] as const) {
    it(`is that of ${name}`, () => {
      assert.equal(titleOf(text, path), title);
    });
  }

  it("is always something, in any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => titleOf(text, "x.md").length > 0));
  });
});
