import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, reviewed } from "./support";

describe("first steps", () => {
  afterEach(closeAll);

  it("open a sample report with mentions of all three facets", async () => {
    await vscode.commands.executeCommand("healthgeo.openSampleReport");
    const { document } = vscode.window.activeTextEditor!;
    const { mentions } = await reviewed(document);
    const facets = new Set(mentions.map((mention) => mention.class.split(".")[0]));
    assert.deepEqual([...facets].sort(), ["actor", "infrastructure", "sovereignty"]);
    assert.ok(document.isUntitled);
  });
});
