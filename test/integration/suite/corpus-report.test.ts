import assert from "node:assert/strict";
import * as vscode from "vscode";
import { pdfFile } from "../../unit/support/pdf-file";
import { closeAll, read, remove, until, workspaceFolder, write } from "./support";

const PACT = "# The pact\n\nChina asks a biobank in Kenya for informed consent before any sample leaves.\n";

describe("reports and imported documents", () => {
  let folder: vscode.Uri;

  before(async () => {
    folder = vscode.Uri.joinPath(workspaceFolder().uri, "corpus");
    await write(vscode.Uri.joinPath(folder, "2024-02-pact.md"), PACT);
    await write(vscode.Uri.joinPath(folder, "ignored.md"), "Nobody reads this.\n");
    await write(vscode.Uri.joinPath(folder, ".gitignore"), "ignored.md\n");
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, "latin.md"), Uint8Array.of(0x43, 0xe9, 0x43));
  });
  afterEach(closeAll);
  after(() => vscode.workspace.fs.delete(folder, { recursive: true }));

  const file = (name: string) => vscode.Uri.joinPath(folder, name);
  const isThere = (uri: vscode.Uri) =>
    vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );

  it("writes a report on a folder, opens it, and takes it back", async () => {
    for (const [name, beginning] of [
      ["report.html", /^<!doctype html>/],
      ["report.md", /^---\ntitle: "corpus"\n/],
    ] as const) {
      await vscode.commands.executeCommand("healthgeo.writeReport", folder, file(name));
      const text = await read(file(name));
      assert.match(text, beginning);
      assert.match(text, /1 document of 15 words/);
      assert.match(text, /\b2024-02-pact\.md/);
      assert.match(text, /latin\.md/);
      assert.doesNotMatch(text, /corpus\/(?:2024-02-pact|latin)\.md/);
      assert.doesNotMatch(text, /ignored\.md/);
      await until("the report is open", () => vscode.window.tabGroups.activeTabGroup.activeTab?.label === name);
      await vscode.commands.executeCommand("healthgeo.undoLastDecision");
      assert.equal(await isThere(file(name)), false);
    }
  });

  it("imports a PDF beside it, with its pages", async () => {
    await vscode.workspace.fs.writeFile(
      file("brief.pdf"),
      pdfFile([
        [{ text: "China and Kenya share genomic data.", x: 60, y: 100 }],
        [{ text: "India does not.", x: 60, y: 100 }],
      ]),
    );
    await vscode.commands.executeCommand("healthgeo.importDocument", file("brief.pdf"));
    const text = await read(file("brief.md"));
    assert.match(text, /<!-- page 1 -->\n\nChina and Kenya share genomic data\.\n\n<!-- page 2 -->\n\nIndia/);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file("brief.md").toString());
    await remove(file("brief.md"));
    await remove(file("brief.pdf"));
  });

  it("says what is wrong with a document that cannot be read, and writes nothing", async () => {
    await write(file("broken.pdf"), "no PDF");
    await vscode.commands.executeCommand("healthgeo.importDocument", file("broken.pdf"));
    assert.equal(await isThere(file("broken.md")), false);
    await remove(file("broken.pdf"));
  });
});
