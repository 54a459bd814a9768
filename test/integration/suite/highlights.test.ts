import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { TestAccess } from "../../../src/extension/extension";
import { access, closeAll, openUntitled, reviewed, textsOf, until, untitled, withSetting } from "./support";

const REPORT = "China holds genomic data in the name of data sovereignty.\n";

describe("highlights", () => {
  let healthgeo: TestAccess;

  before(async () => {
    healthgeo = await access();
  });
  afterEach(closeAll);

  /** What is drawn in an editor, once it is what is expected. */
  const drawn = (editor: vscode.TextEditor, ...texts: string[]) =>
    until(`exactly ${texts.join(", ") || "nothing"} is marked`, () => {
      const marked = textsOf(healthgeo.highlights.paintedIn(editor));
      return JSON.stringify(marked) === JSON.stringify(texts);
    });

  it("marks mentions of all three facets as soon as a report is open", async () => {
    await drawn(await openUntitled(REPORT), "China", "genomic data", "data sovereignty");
  });

  for (const [language, text] of [
    ["plaintext", "China and genomic data"],
    ["latex", "\\section{China} and \\emph{genomic data}"],
    ["html", "<p>China and <b>genomic data</b></p>"],
  ] as const) {
    it(`marks mentions in ${language}`, async () => {
      await drawn(await openUntitled(text, language), "China", "genomic data");
    });
  }

  it("leaves source code alone", async () => {
    const editor = await openUntitled("const China = 1;", "javascript");
    assert.equal(healthgeo.services.reviews.reviewOf(editor.document).kind, "unsupported");
  });

  it("follows the language of a document", async () => {
    const editor = await openUntitled(REPORT, "javascript");
    await vscode.languages.setTextDocumentLanguage(editor.document, "markdown");
    await drawn(vscode.window.activeTextEditor!, "China", "genomic data", "data sovereignty");
  });

  it("marks what is typed", async () => {
    const editor = await openUntitled(REPORT);
    await drawn(editor, "China", "genomic data", "data sovereignty");
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), "Kenya, ");
    });
    await drawn(editor, "Kenya", "China", "genomic data", "data sovereignty");
  });

  it("stays right when several places are edited at once, and when that is undone", async () => {
    const editor = await openUntitled(REPORT.repeat(3));
    await reviewed(editor.document, "9 mentions", ({ mentions }) => mentions.length === 9);
    await editor.edit((edit) => {
      for (const line of [0, 1, 2]) edit.insert(new vscode.Position(line, 0), "Kenya and ");
    });
    const review = await reviewed(editor.document, "12 mentions", ({ mentions }) => mentions.length === 12);
    const text = editor.document.getText();
    for (const mention of review.mentions) assert.equal(text.slice(mention.start, mention.end), mention.text);
    await vscode.commands.executeCommand("undo");
    await reviewed(editor.document, "9 mentions again", ({ mentions }) => mentions.length === 9);
  });

  it("hides and shows one facet", async () => {
    const editor = await openUntitled(REPORT);
    await drawn(editor, "China", "genomic data", "data sovereignty");
    await vscode.commands.executeCommand("healthgeo.toggleActorHighlights");
    await drawn(editor, "genomic data", "data sovereignty");
    await vscode.commands.executeCommand("healthgeo.toggleActorHighlights");
    await drawn(editor, "China", "genomic data", "data sovereignty");
  });

  it("hides and shows all marks", async () => {
    const editor = await openUntitled(REPORT);
    await drawn(editor, "China", "genomic data", "data sovereignty");
    await vscode.commands.executeCommand("healthgeo.toggleHighlights");
    await drawn(editor);
    await vscode.commands.executeCommand("healthgeo.toggleHighlights");
    await drawn(editor, "China", "genomic data", "data sovereignty");
  });

  it("hides and shows the marks of one file, and only of that one", async () => {
    const other = await openUntitled("Kenya");
    const editor = await vscode.window.showTextDocument(await untitled(REPORT), vscode.ViewColumn.Beside);
    await drawn(editor, "China", "genomic data", "data sovereignty");
    await vscode.commands.executeCommand("healthgeo.toggleHighlightsInFile");
    await drawn(editor);
    await drawn(other, "Kenya");
    await vscode.commands.executeCommand("healthgeo.toggleHighlightsInFile");
    await drawn(editor, "China", "genomic data", "data sovereignty");
  });

  it("marks nothing in a comparison of two versions", async () => {
    const [left, right] = [await untitled(REPORT), await untitled(`${REPORT}Kenya.`)];
    for (const document of [left, right]) await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("vscode.diff", left.uri, right.uri);
    const sides = await until("both sides are open", () => {
      const editors = vscode.window.visibleTextEditors.filter(
        ({ document }) => document === left || document === right,
      );
      return editors.length === 2 && editors;
    });
    await reviewed(right);
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (const side of sides) assert.deepEqual(textsOf(healthgeo.highlights.paintedIn(side)), []);
  });

  it("draws no more than 10,000 marks, those around what is in sight, and more when one scrolls", async () => {
    const editor = await openUntitled("China\n\n".repeat(12_000));
    const { highlights } = healthgeo;
    await until("10,000 of 12,000 are marked", () => {
      const { mentions, available } = highlights.paintedIn(editor);
      return mentions.length === 10_000 && available === 12_000;
    });
    assert.equal(highlights.paintedIn(editor).mentions[0]?.start, 0);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    editor.revealRange(new vscode.Range(end, end));
    const last = 7 * 11_999;
    await until("the last one is marked", () => highlights.paintedIn(editor).mentions.at(-1)?.start === last);
  });

  it("leaves a document that is longer than the setting allows alone, and takes it up when the setting does", async () => {
    const { document } = await openUntitled(REPORT.repeat(40));
    const { reviews } = healthgeo.services;
    await withSetting("maxFileSize", 1000, async () => {
      await until("the document is guarded", () => reviews.reviewOf(document).kind === "guarded");
    });
    await reviewed(document, "the document is tagged", ({ mentions }) => mentions.length === 120);
  });

  it("leaves binary content alone", async () => {
    const { document } = await openUntitled("PK\0\0 China");
    const { reviews } = healthgeo.services;
    await until("the document is guarded", () => reviews.reviewOf(document).kind === "guarded");
  });
});
