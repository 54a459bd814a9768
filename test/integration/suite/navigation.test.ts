import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, openUntitled, reviewed, select } from "./support";

describe("going from mention to mention", () => {
  afterEach(closeAll);

  const selected = () => vscode.window.activeTextEditor!.document.getText(vscode.window.activeTextEditor!.selection);

  it("goes forward, and from the last one to the first", async () => {
    const { document } = await openUntitled("We say that China and Kenya share genomic data.");
    await reviewed(document);
    const visited: string[] = [];
    for (let i = 0; i < 4; i++) {
      await vscode.commands.executeCommand("healthgeo.nextMention");
      visited.push(selected());
    }
    assert.deepEqual(visited, ["China", "Kenya", "genomic data", "China"]);
  });

  it("goes back, and from the first one to the last", async () => {
    const editor = await openUntitled("We say that China and Kenya share genomic data.");
    await reviewed(editor.document);
    select(editor, "Kenya");
    await vscode.commands.executeCommand("healthgeo.previousMention");
    assert.equal(selected(), "China");
    await vscode.commands.executeCommand("healthgeo.previousMention");
    assert.equal(selected(), "genomic data");
  });

  it("stays where it is in a document without mentions", async () => {
    const { document } = await openUntitled("Nothing to see here.");
    await reviewed(document);
    await vscode.commands.executeCommand("healthgeo.nextMention");
    assert.equal(selected(), "");
  });
});
