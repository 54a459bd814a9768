import assert from "node:assert/strict";
import { formatOfDocument, guardOf } from "../../../src/extension/prose-document";

describe("formatOfDocument", () => {
  const document = (languageId: string, path: string, scheme = "file") => ({ languageId, uri: { scheme, path } });

  it("knows the markup of each prose language", () => {
    assert.equal(formatOfDocument(document("markdown", "/a.md")), "markdown");
    assert.equal(formatOfDocument(document("quarto", "/a.qmd")), "markdown");
    assert.equal(formatOfDocument(document("plaintext", "/a.txt")), "plain");
    assert.equal(formatOfDocument(document("latex", "/a.tex")), "latex");
    assert.equal(formatOfDocument(document("html", "/a.html")), "html");
  });

  it("goes by the file name where the editor sees plain text only", () => {
    assert.equal(formatOfDocument(document("plaintext", "/report.qmd")), "markdown");
    assert.equal(formatOfDocument(document("plaintext", "/LICENSE")), "plain");
  });

  it("takes documents from any place they may be written in", () => {
    for (const scheme of ["file", "untitled", "vscode-vfs", "vscode-test-web", "vscode-remote", "memfs"]) {
      assert.equal(formatOfDocument(document("markdown", "/a.md", scheme)), "markdown", scheme);
    }
  });

  it("leaves alone code, data, history, output and notebook cells", () => {
    assert.equal(formatOfDocument(document("typescript", "/a.ts")), undefined);
    for (const name of ["yarn.lock", "data.csv", "server.log", "decisions.jsonl"]) {
      assert.equal(formatOfDocument(document("plaintext", `/${name}`)), undefined, name);
    }
    for (const scheme of ["git", "output", "vscode-notebook-cell", "healthgeo-explain"]) {
      assert.equal(formatOfDocument(document("markdown", "/a.md", scheme)), undefined, scheme);
    }
  });
});

describe("guardOf", () => {
  it("lets a document of the greatest length through, and nothing longer", () => {
    assert.equal(guardOf("12345", 5), undefined);
    assert.equal(guardOf("123456", 5), "tooLong");
  });

  it("refuses what is not text", () => {
    assert.equal(guardOf("PK\0\0", 100), "binary");
  });
});
