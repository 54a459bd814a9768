import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, openUntitled, reviewed, select, until } from "./support";

describe("Explain Selection", () => {
  afterEach(closeAll);

  it("opens a page with the reading that won and those that lost", async () => {
    const editor = await openUntitled("They hold genomic data.");
    await reviewed(editor.document);
    select(editor, "genomic data", { whole: true });
    await vscode.commands.executeCommand("healthgeo.explainSelection");
    const page = await until("the page is open", () => pageWith("CHOSEN"));
    assert.match(page.getText(), /“genomic data”/);
  });

  it("answers the next question on the same page", async () => {
    for (const words of ["China", "Kenya"]) {
      const editor = await openUntitled("China and Kenya.");
      await reviewed(editor.document);
      select(editor, words);
      await vscode.commands.executeCommand("healthgeo.explainSelection");
      await until(`the page tells of ${words}`, () => pageWith(`“${words}”`));
    }
  });

  it("says so where the taxonomy knows nothing of the words", async () => {
    const editor = await openUntitled("China asked politely.");
    await reviewed(editor.document);
    select(editor, "politely", { whole: true });
    await vscode.commands.executeCommand("healthgeo.explainSelection");
    await until("the page says so", () => pageWith("No term"));
  });
});

/** The page of the explanation, if it holds some words. */
function pageWith(words: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    (document) => document.uri.scheme === "healthgeo-explain" && document.getText().includes(words),
  );
}
