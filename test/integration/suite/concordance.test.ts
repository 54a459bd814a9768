import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { TestAccess } from "../../../src/extension/extension";
import type { ConcordanceView } from "../../../src/extension/features/concordance/concordance-view";
import type { ConcordanceSubject } from "../../../src/extension/presentation/concordance/concordance-subject";
import {
  access,
  closeAll,
  read,
  reference,
  remove,
  reviewed,
  mentionOf,
  until,
  workspaceFolder,
  write,
} from "./support";

const BRAZIL: ConcordanceSubject = { kind: "entity", entity: "brazil", label: "Brazil" };

describe("the Concordance view", () => {
  let healthgeo: TestAccess;
  let view: ConcordanceView;
  let folder: vscode.Uri;

  before(async () => {
    healthgeo = await access();
    view = healthgeo.concordance;
    folder = vscode.Uri.joinPath(workspaceFolder().uri, "concordance");
    await remove(folder);
    await write(file("a.md"), "Zambia and **Brazil** sequence.\n\nOnly Brazil does.\n");
    await write(file("b.txt"), "Again Brazil keeps genomic data.\n");
    // The files may be noticed some time after they were written.
    await healthgeo.services.corpus.scan();
  });
  afterEach(async () => {
    view.filter = "";
    view.sort = [];
    await closeAll();
  });
  after(async () => {
    await remove(folder);
    await remove(ledger("a.md"));
    await remove(ledger("b.txt"));
  });

  const file = (path: string) => vscode.Uri.joinPath(folder, path);
  const ledger = (path: string) =>
    vscode.Uri.joinPath(workspaceFolder().uri, ".healthgeo", "annotations", "concordance", `${path}.jsonl`);
  /** The lines from the files of this suite. */
  const own = () => view.shown.filter(({ document }) => document.includes("concordance/"));
  const shown = () => own().map(({ left, node, right }) => `${left}<${node}>${right}`);
  const accept = () => vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
  const select = (isWanted: (path: string) => boolean) => {
    const lines = view.shown.flatMap(({ document }, i) => (isWanted(document) ? [i] : []));
    // Nothing is sorted otherwise, so the place among the lines shown is the number of the line.
    return view.receive({ kind: "select", lines });
  };

  it("lists every mention of an entity in the workspace with its context", async () => {
    await view.show(BRAZIL);
    await until("the lines", () => own().length === 3);
    assert.deepEqual(shown(), [
      "Zambia and <Brazil> sequence.",
      "Only <Brazil> does.",
      "Again <Brazil> keeps genomic data.",
    ]);
    assert.match(view.summary, /^Brazil · \d+ lines in \d+ documents/);
  });

  it("sorts by context, filters, and shows everything again", async () => {
    await view.show(BRAZIL);
    view.sort = ["left1"];
    assert.deepEqual(
      own().map(({ left }) => left.trim()),
      ["Again", "Zambia and", "Only"],
    );
    view.filter = "KEEPS";
    await until("the filter", () => own().length === 1);
    await vscode.commands.executeCommand("healthgeo.clearConcordanceFilter");
    await until("all lines", () => own().length === 3);
  });

  it("opens for the mention under a link, and for words that are no mention", async () => {
    const editor = await vscode.window.showTextDocument(file("b.txt"));
    const mention = mentionOf(await reviewed(editor.document), "Brazil");
    await vscode.commands.executeCommand("healthgeo.concordanceOfEntity", reference(editor.document, mention));
    assert.deepEqual(view.subject, BRAZIL);
    editor.selection = new vscode.Selection(0, 13, 0, 18);
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand("healthgeo.concordanceOfEntity");
    assert.deepEqual(view.subject, { kind: "words", words: "keeps", label: "“keeps”" });
    await until("the line", () => shown().join() === "Again Brazil <keeps> genomic data.");
  });

  it("follows the text", async () => {
    await view.show(BRAZIL);
    const editor = await vscode.window.showTextDocument(file("b.txt"));
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), "Brazil. ");
    });
    await until("one line more", () => own().length === 4);
    await closeAll();
    await until("one line fewer", () => own().length === 3);
  });

  it("goes to the place of a line", async () => {
    await view.show(BRAZIL);
    await until("the lines", () => own().length === 3);
    const line = view.shown.findIndex(({ document }) => document.endsWith("concordance/b.txt"));
    await view.receive({ kind: "open", line, focus: true });
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.uri.toString(), file("b.txt").toString());
    assert.equal(editor.document.getText(editor.selection), "Brazil");
  });

  it("rejects the selected lines of several files, which are not open, in one step to undo", async () => {
    await view.show(BRAZIL);
    await until("the lines", () => own().length === 3);
    await select((path) => path.includes("concordance/"));
    assert.equal(view.selection.length, 3);
    const decided = vscode.commands.executeCommand("healthgeo.rejectConcordanceLines");
    await new Promise((resolve) => setTimeout(resolve, 500));
    await accept();
    await decided;
    await until("the lines are gone", () => own().length === 0);
    assert.equal((await read(ledger("a.md"))).trim().split("\n").length, 2);
    assert.equal((await read(ledger("b.txt"))).trim().split("\n").length, 1);
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await until("all lines again", () => own().length === 3);
    assert.equal(await read(ledger("a.md")), "");
  });
});
