import assert from "node:assert/strict";
import * as vscode from "vscode";

describe("activation", () => {
  const extension = vscode.extensions.getExtension("healthgeo.healthgeo");

  it("finds the extension in this host", () => {
    assert.ok(extension !== undefined);
  });

  it("activates without an error", async () => {
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });

  it("finds a workspace to work in", () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
  });

  it("registers every command of the manifest", async () => {
    const contributed = commandsOf(extension?.packageJSON);
    assert.ok(contributed.length > 0);
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributed.filter((command) => !registered.has(command)),
      [],
    );
  });
});

function commandsOf(manifest: unknown): string[] {
  const { contributes } = manifest as { contributes?: { commands?: { command: string }[] } };
  return (contributes?.commands ?? []).map(({ command }) => command);
}
