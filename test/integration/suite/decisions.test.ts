import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  closeAll,
  ledgerLines,
  ledgerOf,
  mentionOf,
  openReport,
  openUntitled,
  quickFixes,
  read,
  reference,
  remove,
  reviewed,
  runQuickFix,
  select,
  textsOf,
  until,
  withSetting,
  workspaceFolder,
  workspacePack,
  write,
} from "./support";

const REPORT = "China holds genomic data.\n\nThe regulator in China agrees.\n";

describe("decisions", () => {
  let folder: vscode.WorkspaceFolder;

  before(async () => {
    folder = workspaceFolder();
    await remove(workspacePack(folder, "workspace.yaml"));
  });
  afterEach(closeAll);

  /** The lines of a ledger as values. */
  const lines = (document: vscode.TextDocument) => ledgerLines(folder, document);

  const open = async (content = REPORT) => {
    const editor = await openReport(folder, content);
    await reviewed(editor.document);
    return editor;
  };

  const status = (document: vscode.TextDocument, text: string, expected: string) =>
    reviewed(document, `${text} is ${expected}`, ({ mentions, rejected }) =>
      [...mentions, ...rejected].some((mention) => mention.text === text && mention.status === expected),
    );

  it("name the file that each quick fix writes", async () => {
    const editor = await open();
    const name = editor.document.uri.path.split("/").at(-1)!;
    // The editor learns of the provider some time after the extension has registered it.
    const actions = await until("quick fixes", async () => {
      const found = await quickFixes(editor, "genomic data");
      return found.length > 0 && found;
    });
    const titles = actions.map(({ title }) => title);
    for (const beginning of ["Accept “genomic data” as", "Classify “genomic data” as…", "Reject “genomic data” here"]) {
      const title = titles.find((each) => each.startsWith(beginning)) ?? "";
      assert.ok(title.includes(`(.healthgeo/annotations/${name}.jsonl)`), `${beginning}: ${title}`);
    }
    assert.ok(
      titles.some((title) => title.includes("everywhere") && title.includes("(.healthgeo/taxonomy/workspace.yaml)")),
    );
  });

  it("accept a mention: shown at once, kept in the ledger", async () => {
    const { document, ...editor } = await open();
    await runQuickFix({ document, ...editor }, "genomic data", "Accept");
    await status(document, "genomic data", "accepted");
    const [line] = await lines(document);
    assert.equal(line?.["quote"], "genomic data");
    assert.equal(line["status"], "accepted");
    assert.equal(line["class"], "infrastructure.data");
    assert.equal(line["prefix"], "China holds ");
  });

  it("sign with the author of the settings", async () => {
    const editor = await open();
    await withSetting("author", "Ada", async () => {
      await runQuickFix(editor, "genomic data", "Accept");
    });
    assert.equal((await lines(editor.document))[0]?.["author"], "Ada");
  });

  it("reject a mention in one place only", async () => {
    const editor = await open();
    await runQuickFix(editor, "China", "Reject “China” here");
    const review = await status(editor.document, "China", "rejected");
    assert.equal(textsOf(review).filter((text) => text === "China").length, 1);
  });

  it("reject a mention in the whole document", async () => {
    const editor = await open();
    await runQuickFix(editor, "China", "Reject “China” in this document");
    await reviewed(editor.document, "China is nowhere", (review) => !textsOf(review).includes("China"));
    assert.equal((await lines(editor.document)).length, 1);
  });

  it("reject a mention everywhere, by the workspace's pack, and bring it back", async () => {
    const editor = await open();
    await runQuickFix(editor, "genomic data", "Reject “genomic data” everywhere");
    await reviewed(editor.document, "it is nowhere", (review) => !textsOf(review).includes("genomic data"));
    assert.match(await read(workspacePack(folder, "workspace.yaml")), /ignore:\s+- genomic data/);
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await reviewed(editor.document, "it is back", (review) => textsOf(review).includes("genomic data"));
    assert.equal(await read(workspacePack(folder, "workspace.yaml")), "");
  });

  it("mark words that the tagger missed, by hand", async () => {
    const editor = await open("The blue lampshade agrees.\n");
    select(editor, "blue lampshade", { whole: true });
    const picking = vscode.commands.executeCommand("healthgeo.classifyMention");
    await new Promise((resolve) => setTimeout(resolve, 500));
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    await picking;
    const review = await reviewed(editor.document, "the words are a mention", (each) =>
      textsOf(each).includes("blue lampshade"),
    );
    assert.equal(mentionOf(review, "blue lampshade").by, "decision");
  });

  it("are taken back one by one, the last first", async () => {
    const { document, ...editor } = await open();
    await runQuickFix({ document, ...editor }, "genomic data", "Accept");
    await status(document, "genomic data", "accepted");
    await runQuickFix({ document, ...editor }, "China", "Reject “China” here");
    await status(document, "China", "rejected");
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await status(document, "China", "suggested");
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await status(document, "genomic data", "suggested");
    assert.equal((await lines(document)).length, 0);
  });

  it("are taken back where they were made, a rejection too", async () => {
    const editor = await open();
    await runQuickFix(editor, "genomic data", "Reject “genomic data” here");
    await status(editor.document, "genomic data", "rejected");
    await runQuickFix(editor, "genomic data", "Undo decision");
    await status(editor.document, "genomic data", "suggested");
  });

  it("stand when the document is opened again", async () => {
    const first = await open();
    const { uri } = first.document;
    await runQuickFix(first, "genomic data", "Accept");
    await status(first.document, "genomic data", "accepted");
    await closeAll();
    const again = await vscode.window.showTextDocument(uri);
    await status(again.document, "genomic data", "accepted");
  });

  it("stay with their words while everything around them is rewritten, and say so in the ledger on saving", async () => {
    const editor = await open("Long ago, China asked for data and was refused by everybody.\n");
    await runQuickFix(editor, "China", "Accept");
    await status(editor.document, "China", "accepted");
    for (const [words, replacement] of [
      ["Long ago, ", "In our days "],
      [" asked for data and was refused by everybody.", " hosts the summit."],
    ] as const) {
      const start = editor.document.getText().indexOf(words);
      await editor.edit((edit) => {
        const range = [start, start + words.length].map((offset) => editor.document.positionAt(offset));
        edit.replace(new vscode.Range(range[0]!, range[1]!), replacement);
      });
      await status(editor.document, "China", "accepted");
    }
    await editor.document.save();
    await until(
      "the ledger has the new words",
      async () => (await lines(editor.document))[0]?.["prefix"] === "In our days ",
    );
  });

  it("show what somebody else writes into the ledger", async () => {
    const editor = await open();
    await runQuickFix(editor, "genomic data", "Accept");
    await status(editor.document, "genomic data", "accepted");
    const ledger = ledgerOf(folder, editor.document);
    await write(ledger, (await read(ledger)).replace('"accepted"', '"rejected"'));
    await status(editor.document, "genomic data", "rejected");
  });

  it("never write over a ledger that is not UTF-8, and say so at the file", async () => {
    const editor = await openReport(folder, REPORT);
    const ledger = ledgerOf(folder, editor.document);
    const bytes = new Uint8Array([0xff, 0xfe, 0x41, 0x00]);
    await write(ledger, bytes);
    await until("the file has a diagnostic", () => vscode.languages.getDiagnostics(ledger).length > 0);
    await reviewed(editor.document);
    await runQuickFix(editor, "genomic data", "Accept");
    assert.deepEqual([...(await vscode.workspace.fs.readFile(ledger))], [...bytes]);
    await status(editor.document, "genomic data", "suggested");
  });

  it("keep a line that nobody can read, point at it, and go on", async () => {
    const editor = await open();
    const ledger = ledgerOf(folder, editor.document);
    await write(ledger, "this is no decision\n");
    const [diagnostic] = await until("the line has a diagnostic", () => {
      const found = vscode.languages.getDiagnostics(ledger);
      return found.length > 0 && found;
    });
    assert.equal(diagnostic?.range.start.line, 0);
    await runQuickFix(editor, "genomic data", "Accept");
    await status(editor.document, "genomic data", "accepted");
    assert.match(await read(ledger), /^this is no decision$/m);
  });

  it("go with a report that is renamed", async () => {
    const editor = await open();
    await runQuickFix(editor, "genomic data", "Accept");
    await status(editor.document, "genomic data", "accepted");
    const before = ledgerOf(folder, editor.document);
    const target = vscode.Uri.joinPath(folder.uri, "renamed report.md");
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(editor.document.uri, target);
    await vscode.workspace.applyEdit(rename);
    const after = vscode.Uri.joinPath(before, "..", "renamed report.md.jsonl");
    await until("the ledger has moved", async () => (await read(after)).includes("genomic data"));
    assert.equal(await read(before), "");
    const { document } = await vscode.window.showTextDocument(target);
    await status(document, "genomic data", "accepted");
  });

  it("refuse a place whose text has changed in the meantime", async () => {
    const { document } = await open();
    const mention = mentionOf(await reviewed(document), "genomic data");
    const stale = { ...reference(document, mention), text: "other words" };
    await vscode.commands.executeCommand("healthgeo.acceptMention", stale);
    assert.equal((await lines(document)).length, 0);
  });
});

describe("inline tags", () => {
  afterEach(closeAll);

  it("go into the text around a mention, are recognised there, and come out again", async () => {
    const editor = await openUntitled("They hold genomic data.\n");
    await reviewed(editor.document);
    await runQuickFix(editor, "genomic data", "Tag");
    assert.equal(editor.document.getText(), "They hold [genomic data]{.infrastructure-data}.\n");
    await reviewed(editor.document, "the tag is read", ({ mentions }) => mentions[0]?.by === "inline");
    await runQuickFix(editor, "genomic data", "Remove the tag");
    assert.equal(editor.document.getText(), "They hold genomic data.\n");
  });
});

describe("decisions on a document that is nowhere saved", () => {
  afterEach(closeAll);

  it("are not made, and the quick fix says what to do", async () => {
    const editor = await openUntitled("They hold genomic data.\n");
    await reviewed(editor.document);
    const action = await runQuickFix(editor, "genomic data", "Accept");
    assert.match(action.title, /save the document first/);
    const review = await reviewed(editor.document);
    assert.equal(mentionOf(review, "genomic data").status, "suggested");
  });
});
