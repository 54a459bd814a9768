import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { MemoComment } from "../../../src/extension/features/review/memo-threads";
import { access, closeAll, ledgerOf, openReport, read, reviewed, select, until, workspaceFolder } from "./support";

const TEXT = "China keeps genomic data at home. The WHO asked for access.\n";

/** Writes a memo at some words, as the thread's button does. */
async function writeMemo(editor: vscode.TextEditor, words: string, text: string): Promise<vscode.CommentThread> {
  const { memos } = await access();
  select(editor, words, { whole: true });
  await vscode.commands.executeCommand("healthgeo.addMemo");
  const thread = await until("a thread is begun", () => memos.draftOn(editor.document));
  await vscode.commands.executeCommand("healthgeo.saveMemo", { thread, text });
  return until("the memo is shown", () => thread.comments.length === 1 && thread);
}

function first(thread: vscode.CommentThread): MemoComment {
  return thread.comments[0] as MemoComment;
}

describe("memos", () => {
  afterEach(closeAll);

  it("are written at a passage, answered, resolved and kept in the ledger", async () => {
    const editor = await openReport(workspaceFolder(), TEXT);
    await reviewed(editor.document);
    const thread = await writeMemo(editor, "keeps genomic data at home", "Since **when**?");
    await vscode.commands.executeCommand("healthgeo.saveMemo", { thread, text: "Since 2019." });
    await until("the answer is shown", () => thread.comments.length === 2);
    await vscode.commands.executeCommand("healthgeo.resolveMemo", thread);
    await until("it is resolved", () => thread.state === vscode.CommentThreadState.Resolved);
    const lines = (await read(ledgerOf(workspaceFolder(), editor.document))).trimEnd().split("\n");
    const memos = lines.map((line) => JSON.parse(line) as { kind: string; body: string; resolved?: object });
    assert.deepEqual(memos.map(({ kind, body }) => [kind, body]).sort(), [
      ["memo", "Since **when**?"],
      ["memo", "Since 2019."],
    ]);
    assert.ok(memos.some(({ resolved }) => resolved !== undefined));
  });

  it("are edited and deleted, and both are undone", async () => {
    const { memos } = await access();
    const editor = await openReport(workspaceFolder(), TEXT);
    await reviewed(editor.document);
    const thread = await writeMemo(editor, "China", "Frist.");
    await vscode.commands.executeCommand("healthgeo.editMemo", first(thread));
    assert.equal(first(thread).mode, vscode.CommentMode.Editing);
    await vscode.commands.executeCommand("healthgeo.saveMemoEdit", { ...first(thread), body: "First." });
    await until("it says the new words", () => first(thread).memo.body === "First.");
    await vscode.commands.executeCommand("healthgeo.deleteMemo", first(thread));
    await until("it is gone", () => memos.threadsOn(editor.document).length === 0);
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    const again = await until("it is back", () => memos.threadsOn(editor.document)[0]);
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await until("it says the former words", () => first(again).memo.body === "Frist.");
  });

  it("follow their text, also inside, and are found again when the saved report is opened", async () => {
    const { memos } = await access();
    const editor = await openReport(workspaceFolder(), TEXT);
    const { document } = editor;
    await reviewed(document);
    const thread = await writeMemo(editor, "genomic data at home", "Where?");
    const inside = document.positionAt(document.getText().indexOf("data"));
    await editor.edit((edit) => {
      edit.insert(inside, "and clinical ");
      edit.insert(new vscode.Position(0, 0), "In short: ");
    });
    const words = () => thread.range !== undefined && document.getText(thread.range);
    await until("the thread follows", () => words() === "genomic and clinical data at home");
    await document.save();
    const ledger = ledgerOf(workspaceFolder(), document);
    await until("the ledger has the new words", async () => (await read(ledger)).includes("and clinical"));
    await closeAll();
    await vscode.window.showTextDocument(document.uri);
    await until("it is placed again", () => {
      const [again] = memos.threadsOn(document);
      return again?.range !== undefined && document.getText(again.range) === "genomic and clinical data at home";
    });
  });

  it("wait in the Review view when their words are gone, and are placed at the selection", async () => {
    const { memos, review } = await access();
    const editor = await openReport(workspaceFolder(), TEXT);
    await reviewed(editor.document);
    await writeMemo(editor, "asked for access", "Which?");
    const start = TEXT.indexOf("asked");
    await editor.edit((edit) => {
      edit.delete(new vscode.Range(editor.document.positionAt(start - 1), editor.document.positionAt(TEXT.length - 2)));
    });
    const row = await until("it needs review", () =>
      review
        .getChildren()
        .flatMap((group) => (group.kind === "unplacedGroup" ? review.getChildren(group) : []))
        .find(({ kind }) => kind === "lostRecord"),
    );
    await until("its thread is gone", () => memos.threadsOn(editor.document).length === 0);
    select(editor, "China", { whole: true });
    await vscode.commands.executeCommand("healthgeo.placeDecision", row);
    const thread = await until("it has a place", () => memos.threadsOn(editor.document)[0]);
    assert.equal(editor.document.getText(thread.range), "China");
  });

  it("are written on the whole document", async () => {
    const { memos } = await access();
    const editor = await openReport(workspaceFolder(), TEXT);
    await reviewed(editor.document);
    await vscode.commands.executeCommand("healthgeo.addDocumentMemo");
    const thread = await until("a thread is begun", () => memos.draftOn(editor.document));
    await vscode.commands.executeCommand("healthgeo.saveMemo", { thread, text: "A draft." });
    await until("the memo is shown", () => memos.threadsOn(editor.document)[0]?.comments.length === 1);
    assert.equal(thread.range, undefined);
  });
});
