import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { TestAccess } from "../../../src/extension/extension";
import type { CorpusService } from "../../../src/extension/services/corpus-service";
import { access, closeAll, read, remove, reviewed, until, withSetting, workspaceFolder, write } from "./support";

describe("the corpus of the workspace", () => {
  let healthgeo: TestAccess;
  let corpus: CorpusService;
  let folder: vscode.Uri;

  before(async () => {
    healthgeo = await access();
    ({ corpus } = healthgeo.services);
    folder = vscode.Uri.joinPath(workspaceFolder().uri, "scanned");
    await remove(folder);
    await write(file("china.md"), "China and Kenya share genomic data.\n");
    await write(file("deep/kenya.txt"), "Kenya keeps its data sovereignty. Kenya decides.\n");
    await write(file("drafts/brazil.md"), "Brazil.\n");
    await write(file(".gitignore"), "drafts/\n*.tmp.md\n");
    await write(file("deep/x.tmp.md"), "India.\n");
    await write(file("table.csv"), "China\n");
    await write(file("report.md"), "---\ntitle: Corpus\ngenerator: HealthGeo 1.0.0\n---\n\nChina.\n");
    await write(file("latin1.txt"), new Uint8Array([0x43, 0xf4, 0x74, 0x65]));
    await write(file("binary.txt"), "China\0");
    await corpus.scan();
  });
  after(async () => {
    await closeAll();
    await remove(folder);
  });

  const file = (path: string) => vscode.Uri.joinPath(folder, path);
  const named = (path: string) => corpus.documents().find((document) => document.path.endsWith(`scanned/${path}`));
  const textsIn = (path: string) => named(path)?.mentions.map(({ text }) => text);
  const paths = () =>
    corpus
      .documents()
      .flatMap(({ path }) => (path.includes("scanned/") ? [path.slice(path.indexOf("scanned/") + 8)] : []));

  it("holds every prose file that git does not ignore, with its mentions", () => {
    assert.deepEqual(paths(), ["china.md", "deep/kenya.txt"]);
    assert.deepEqual(textsIn("china.md"), ["China", "Kenya", "genomic data"]);
    assert.equal(named("china.md")!.passages.length, 1);
    assert.equal(corpus.uriOf(named("china.md")!)?.toString(), file("china.md").toString());
  });

  it("leaves out a report that HealthGeo wrote, in an editor too", async () => {
    const { document } = await vscode.window.showTextDocument(file("report.md"));
    await reviewed(document);
    assert.equal(named("report.md"), undefined);
    await closeAll();
  });

  it("gives the documents of a folder, and what was left out of it", () => {
    const documents = corpus.documentsIn(folder).map(({ uri }) => uri);
    assert.deepEqual(documents, [file("china.md").toString(), file("deep/kenya.txt").toString()]);
    assert.equal(corpus.documentsIn(file("deep")).length, 1);
    assert.equal(corpus.documentsIn(file("dee")).length, 0);
    const leftOut = corpus.leftOutIn(folder).map(({ uri }) => uri.path.split("/").at(-1));
    assert.deepEqual(leftOut, ["binary.txt", "latin1.txt"]);
    assert.deepEqual(corpus.leftOutIn(file("deep")), []);
  });

  it("finds the same as the editor does", async () => {
    const scanned = named("deep/kenya.txt")!.mentions;
    const document = await vscode.workspace.openTextDocument(file("deep/kenya.txt"));
    await vscode.window.showTextDocument(document);
    const { mentions } = await reviewed(document);
    assert.deepEqual([...mentions], [...scanned]);
    await closeAll();
  });

  it("lists files that cannot be read, and goes on without them", async () => {
    const unreadable = await until(
      "the end of the scan",
      () => corpus.state.kind === "partial" && corpus.state.unreadable,
    );
    const reasons = unreadable.flatMap(({ uri, reason }) =>
      uri.path.startsWith(folder.path) ? [`${uri.path.split("/").at(-1)!}: ${reason}`] : [],
    );
    assert.equal(reasons.length, 2);
    assert.match(reasons[0]!, /^binary\.txt: This file is not text/);
    assert.match(reasons[1]!, /^latin1\.txt: This file is not UTF-8/);
  });

  it("follows files that come, change and go", async () => {
    await write(file("new.md"), "India.\n");
    await until("the new file", () => textsIn("new.md")?.join() === "India");
    await write(file("new.md"), "India and Brazil.\n");
    await until("its change", () => textsIn("new.md")?.join() === "India,Brazil");
    await remove(file("new.md"));
    await until("its end", () => named("new.md") === undefined);
  });

  it("shows a document in an editor as it is being edited, and the file again when it is closed", async () => {
    const editor = await vscode.window.showTextDocument(file("china.md"));
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), "Brazil. ");
    });
    await until("the edited text", () => textsIn("china.md")?.[0] === "Brazil");
    await closeAll();
    await until("the saved text", () => textsIn("china.md")?.[0] === "China");
  });

  it("follows decisions on documents that are closed again", async () => {
    const editor = await vscode.window.showTextDocument(file("china.md"));
    await reviewed(editor.document);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand("healthgeo.rejectMention");
    await until("the rejection", () => textsIn("china.md")?.join() === "Kenya,genomic data");
    await closeAll();
    await until("the closed file", () => corpus.openDocuments().length === 0);
    assert.equal(textsIn("china.md")?.join(), "Kenya,genomic data");
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await until("the mention again", () => textsIn("china.md")?.length === 3);
  });

  it("stops when asked, and goes on where it stopped", async () => {
    const stop = new vscode.CancellationTokenSource();
    let waiting = 0;
    await withSetting("discovery", false, async () => {
      const listener = corpus.onDidChangeState((state) => {
        if (state.kind === "scanning" && state.done > 0) stop.cancel();
        if (state.kind === "partial") ({ waiting } = state);
      });
      await corpus.scan(stop.token);
      assert.ok(waiting > 0);
      assert.deepEqual(paths(), ["china.md", "deep/kenya.txt"]);
      await corpus.scan();
      assert.equal(waiting, 0);
      listener.dispose();
    });
    await corpus.scan();
  });

  it("is at rest when nothing changes", async () => {
    await corpus.scan();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    let scans = 0;
    const listener = corpus.onDidChangeState(() => scans++);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    listener.dispose();
    assert.equal(scans, 0);
  });

  it("keeps what it found for the next window", async () => {
    const { storageUri } = healthgeo.services.context;
    assert.ok(storageUri !== undefined);
    await corpus.scan();
    const kept = vscode.Uri.joinPath(storageUri, "mentions.jsonl");
    await until("the file", async () => (await read(kept)).startsWith('{"format":"healthgeo mentions 1"'));
  });

  it("obeys the settings for files", async () => {
    await withSetting("scan.exclude", ["**/deep"], async () => {
      await until("one file fewer", () => named("deep/kenya.txt") === undefined);
    });
    await until("the file again", () => named("deep/kenya.txt") !== undefined);
  });
});
