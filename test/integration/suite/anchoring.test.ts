import assert from "node:assert/strict";
import * as vscode from "vscode";
import { acceptMention, decisionIdOf, type Decision } from "../../../src/core";
import {
  access,
  closeAll,
  ledgerOf,
  mentionOf,
  openReport,
  read,
  reviewed,
  until,
  workspaceFolder,
  write,
  type Reviewed,
} from "./support";

const REPORT = `# Who holds the genomes

China holds genomic data of many patients.

Two years ago the regulator in Kenya asked for vaccines and got none.

A later audit found no biobank at all.
`;

const stamp = { time: "2026-01-01T00:00:00Z", id: decisionIdOf };

describe("the places of decisions", () => {
  let folder: vscode.WorkspaceFolder;

  before(() => {
    folder = workspaceFolder();
  });
  afterEach(closeAll);

  const ledger = (document: vscode.TextDocument) => read(ledgerOf(folder, document));

  /** Opens a report and accepts mentions in it, all where no words are given. */
  async function decided(content: string, words?: readonly string[]): Promise<vscode.TextEditor> {
    const editor = await openReport(folder, content);
    const { mentions } = await reviewed(editor.document);
    const chosen = words === undefined ? mentions : mentions.filter(({ text }) => words.includes(text));
    const put = chosen.map((mention) => acceptMention(content, mention, stamp));
    const { services } = await access();
    await services.decisions.change(editor.document, { put }, "all");
    await accepted(editor.document, put.length);
    return editor;
  }

  const accepted = (document: vscode.TextDocument, count: number): Promise<Reviewed> =>
    reviewed(document, `${count} mentions are accepted`, ({ mentions, unplaced }) => {
      const found = mentions.filter(({ status }) => status === "accepted");
      return (
        found.length === count &&
        unplaced.length === 0 &&
        found.every(({ start, end, text }) => document.getText().slice(start, end) === text)
      );
    });

  const orphans = (document: vscode.TextDocument, quotes: readonly string[]): Promise<Reviewed> =>
    reviewed(document, `${quotes.join(", ")} need review`, ({ unplaced }) => {
      return unplaced.map(({ decision }) => decision.quote).join() === quotes.join();
    });

  async function replace(editor: vscode.TextEditor, words: string, replacement: string): Promise<void> {
    const start = editor.document.getText().indexOf(words);
    assert.ok(start >= 0, `"${words}" is not in the document`);
    const range = new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(start + words.length));
    await editor.edit((edit) => edit.replace(range, replacement));
  }

  const replaceAll = (editor: vscode.TextEditor, content: string) =>
    replace(editor, editor.document.getText(), content);

  it("are known after an edit at the top of a report with 300 decisions, and no line of its ledger changes", async () => {
    const paragraphs = Array.from({ length: 150 }, (_, at) => `In district ${at}, China holds genomic data for a fee.`);
    const editor = await decided(paragraphs.join("\n\n"));
    const before = await ledger(editor.document);
    assert.equal(before.trimEnd().split("\n").length, 300);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "# A title\n\nA summary without names.\n\n"));
    await accepted(editor.document, 300);
    await editor.document.save();
    await accepted(editor.document, 300);
    assert.equal(await ledger(editor.document), before);
  });

  it("are lost in sight with a paragraph that is deleted, and undo brings them back", async () => {
    const editor = await decided(REPORT, ["China", "genomic data", "biobank"]);
    const before = await ledger(editor.document);
    await replace(editor, "China holds genomic data of many patients.\n\n", "");
    const { unplaced, mentions } = await orphans(
      editor.document,
      before
        .trimEnd()
        .split("\n")
        .map((line) => (JSON.parse(line) as Decision).quote)
        .filter((quote) => quote !== "biobank"),
    );
    assert.ok(unplaced.every(({ reason }) => reason.endsWith(".")));
    assert.equal(mentions.filter(({ status }) => status === "accepted").length, 1);
    await until("a diagnostic in the ledger names them", () => {
      const shown = vscode.languages.getDiagnostics(ledgerOf(folder, editor.document));
      return shown.length === 2;
    });
    await vscode.commands.executeCommand("undo");
    await accepted(editor.document, 3);
    await vscode.commands.executeCommand("redo");
    await reviewed(editor.document, "they are lost again", (review) => review.unplaced.length === 2);
    await vscode.commands.executeCommand("undo");
    await accepted(editor.document, 3);
    await editor.document.save();
    assert.equal(await ledger(editor.document), before);
  });

  it("go with a paragraph that is moved", async () => {
    const editor = await decided(REPORT, ["China", "genomic data", "biobank"]);
    const paragraph = "China holds genomic data of many patients.\n\n";
    await replaceAll(editor, `${REPORT.replace(paragraph, "")}\n${paragraph}`);
    await accepted(editor.document, 3);
  });

  it("are as they were when a rewritten report is reverted", async () => {
    const editor = await decided(REPORT, ["China"]);
    const before = await ledger(editor.document);
    await replace(editor, "# Who holds the genomes\n\n", "");
    await replace(editor, " holds genomic data of many patients.", " refuses.");
    await accepted(editor.document, 1);
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await until("the text is reverted", () => editor.document.getText() === REPORT);
    await accepted(editor.document, 1);
    assert.equal(await ledger(editor.document), before);
  });

  it("are known after a formatter wrapped and quoted the whole report on saving", async () => {
    const editor = await decided(REPORT, ["China", "genomic data", "Kenya", "vaccines"]);
    const formatted = REPORT.replace("genomic data", "genomic\ndata").replaceAll(" the ", "\nthe ");
    const formatter = vscode.workspace.onWillSaveTextDocument((event) => {
      if (event.document !== editor.document) return;
      const whole = new vscode.Range(0, 0, event.document.lineCount, 0);
      event.waitUntil(Promise.resolve([vscode.TextEdit.replace(whole, formatted)]));
    });
    try {
      await replace(editor, "many patients", "some patients");
      await editor.document.save();
    } finally {
      formatter.dispose();
    }
    assert.equal(editor.document.getText(), formatted);
    await accepted(editor.document, 4);
  });

  it("are found again by a person who picks one of the places that resemble them", async () => {
    const editor = await decided(REPORT, ["Kenya"]);
    const { services } = await access();
    await replace(editor, "the regulator in Kenya asked", "the regulator in Ghana asked");
    const { unplaced } = await orphans(editor.document, ["Kenya"]);
    const { decision, candidate } = unplaced[0]!;
    assert.equal(editor.document.getText().slice(candidate?.start, candidate?.end), "Ghana");
    assert.deepEqual(services.decisions.findAgain(editor.document, decision)[0], candidate);
    const range = new vscode.Range(
      editor.document.positionAt(candidate!.start),
      editor.document.positionAt(candidate!.end),
    );
    await services.decisions.placeAt(editor.document, decision, range);
    assert.equal(mentionOf(await accepted(editor.document, 1), "Ghana").status, "accepted");
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await orphans(editor.document, ["Kenya"]);
  });

  it("are discarded by command, and that is undone", async () => {
    const editor = await decided(REPORT, ["Kenya"]);
    const before = await ledger(editor.document);
    const { id } = JSON.parse(before) as Decision;
    await replace(editor, "Two years ago the regulator in Kenya asked for vaccines and got none.", "");
    await orphans(editor.document, ["Kenya"]);
    await vscode.commands.executeCommand("healthgeo.discardDecision", { uri: editor.document.uri.toString(), id });
    await accepted(editor.document, 0);
    assert.equal(await ledger(editor.document), "");
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await orphans(editor.document, ["Kenya"]);
    assert.equal(await ledger(editor.document), before);
  });

  it("are chosen from a list by the command that finds them again", async () => {
    const editor = await decided(REPORT, ["Kenya"]);
    const { id } = JSON.parse(await ledger(editor.document)) as Decision;
    await replace(editor, "the regulator in Kenya asked", "the regulator in Ghana asked");
    await orphans(editor.document, ["Kenya"]);
    const reference = { uri: editor.document.uri.toString(), id };
    const finding = vscode.commands.executeCommand("healthgeo.findDecisionAgain", reference);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    await finding;
    mentionOf(await accepted(editor.document, 1), "Ghana");
  });
});

describe("ledgers", () => {
  let folder: vscode.WorkspaceFolder;

  before(() => {
    folder = workspaceFolder();
  });
  afterEach(closeAll);

  async function acceptedIn(content: string, words: string): Promise<vscode.TextDocument> {
    const { document } = await openReport(folder, content);
    const mention = mentionOf(await reviewed(document), words);
    const { services } = await access();
    await services.decisions.change(document, { put: [acceptMention(content, mention, stamp)] }, words);
    return document;
  }

  it("get a decision again that another window wrote over, and keep what that window wrote", async () => {
    const document = await acceptedIn(REPORT, "China");
    const ledger = ledgerOf(folder, document);
    const mine = await read(ledger);
    const theirs = mine.replace(/"id":"[^"]*"/, '"id":"0123456789abcdef"').replace('"China"', '"Kenya"');
    await write(ledger, theirs);
    await until("both lines are there", async () => {
      const source = await read(ledger);
      return source.includes('"China"') && source.includes('"Kenya"');
    });
  });

  it("leave nothing beside them", async () => {
    const document = await acceptedIn(REPORT, "China");
    const ledger = ledgerOf(folder, document);
    // The ledger of another report may just be written.
    await until("no file is left beside the ledgers", async () => {
      const names = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(ledger, ".."));
      return names.every(([name]) => !name.endsWith(".tmp"));
    });
  });

  it("are taken up where the computer stopped between deleting the old and renaming the new one", async () => {
    const document = await acceptedIn(REPORT, "China");
    const ledger = ledgerOf(folder, document);
    const { services } = await access();
    const content = await read(ledger);
    const bytes = new TextEncoder().encode(content).length;
    await closeAll();
    const other = vscode.Uri.joinPath(folder.uri, "stopped.md");
    const otherLedger = vscode.Uri.joinPath(ledger, "..", "stopped.md.jsonl");
    await write(other, REPORT);
    await write(otherLedger.with({ path: `${otherLedger.path}.${bytes}-1000-abc.tmp` }), content);
    const again = await vscode.workspace.openTextDocument(other);
    await until("the ledger is read", () => services.decisions.ledgerOf(again)?.decisions.length === 1);
    assert.equal(await read(otherLedger), content);
  });

  it("go with a report that is deleted, and come back with it", async () => {
    const document = await acceptedIn(REPORT, "China");
    const ledger = ledgerOf(folder, document);
    const content = await read(ledger);
    const { uri } = document;
    await closeAll();
    const deletion = new vscode.WorkspaceEdit();
    deletion.deleteFile(uri);
    await vscode.workspace.applyEdit(deletion);
    await until("the ledger is gone", async () => (await read(ledger)) === "");
    const creation = new vscode.WorkspaceEdit();
    creation.createFile(uri, { contents: new TextEncoder().encode(REPORT) });
    await vscode.workspace.applyEdit(creation);
    await until("the ledger is back", async () => (await read(ledger)) === content);
    const { document: again } = await vscode.window.showTextDocument(uri);
    await reviewed(again, "China is accepted", (review) => mentionOf(review, "China").status === "accepted");
  });
});
