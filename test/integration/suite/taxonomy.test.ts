import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  closeAll,
  workspaceFolder,
  openReport,
  read,
  remove,
  reviewed,
  textsOf,
  until,
  workspacePack,
  write,
} from "./support";

const PACK = `id: lakes
title: Great Lakes
version: 1.0.0
language: en
entities:
  - id: mwanza-hub
    class: actor.research
    label: Mwanza Data Hub
`;

describe("taxonomy packs of the workspace", () => {
  let folder: vscode.WorkspaceFolder;
  let pack: vscode.Uri;

  before(() => {
    folder = workspaceFolder();
    pack = workspacePack(folder, "lakes.yaml");
  });
  afterEach(closeAll);
  beforeEach(() => remove(pack));

  const knows = (document: vscode.TextDocument, known: boolean) =>
    reviewed(
      document,
      `the hub is ${known ? "known" : "unknown"}`,
      (review) => textsOf(review).includes("Mwanza Data Hub") === known,
    );

  it("are read when they appear, and forgotten when they go", async () => {
    const { document } = await openReport(folder, "The Mwanza Data Hub opened.\n");
    await knows(document, false);
    await write(pack, PACK);
    await knows(document, true);
    await remove(pack);
    await knows(document, false);
  });

  it("keep their last good version while they are broken, and say at which line", async () => {
    const { document } = await openReport(folder, "The Mwanza Data Hub opened.\n");
    await write(pack, PACK);
    await knows(document, true);
    await write(pack, PACK.replace("actor.research", "no such class"));
    const diagnostics = await until("the pack has a diagnostic", () => {
      const found = vscode.languages.getDiagnostics(pack);
      return found.length > 0 && found;
    });
    assert.equal(diagnostics[0]?.range.start.line, 6);
    await knows(document, true);
    await write(pack, PACK);
    await until("the diagnostic is gone", () => vscode.languages.getDiagnostics(pack).length === 0);
  });

  it("that are not UTF-8 are reported and left out", async () => {
    await openReport(folder, "The Mwanza Data Hub opened.\n");
    await write(pack, new Uint8Array([0xff, 0xfe, 0x00]));
    await until("the pack has a diagnostic", () =>
      vscode.languages.getDiagnostics(pack).some(({ message }) => message.includes("UTF-8")),
    );
  });

  it("are opened by a command, which writes one to start from", async () => {
    const own = workspacePack(folder, "workspace.yaml");
    await remove(own);
    try {
      await openReport(folder, "China.\n");
      await vscode.commands.executeCommand("healthgeo.openWorkspacePack");
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), own.toString());
      assert.match(await read(own), /^id: workspace$/m);
    } finally {
      await closeAll();
      await remove(own);
    }
  });
});
