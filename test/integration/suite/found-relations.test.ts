import assert from "node:assert/strict";
import * as vscode from "vscode";
import { type Relation } from "../../../src/core";
import { access, closeAll, ledgerOf, openReport, read, reviewed, until, workspaceFolder } from "./support";

const TEXT = "China holds genomic data. Kenya may rely on Gavi.\n";

async function hoverOver(document: vscode.TextDocument, words: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(words) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    position,
  );
  return hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value)).join("\n");
}

async function opened(): Promise<vscode.TextDocument> {
  const { services } = await access();
  const { document } = await openReport(workspaceFolder(), TEXT);
  await reviewed(document);
  await until("the relations are found", () => services.relations.of(document).found.length === 2);
  return document;
}

describe("found relations", () => {
  afterEach(closeAll);

  it("stand in the hovers of both ends, with how the text states them", async () => {
    const document = await opened();
    for (const words of ["Kenya", "Gavi"])
      assert.match(await hoverOver(document, words), /depends on \\\(possible\\\)/);
  });

  it("are rows of the Relations view, by type or by actor", async () => {
    await opened();
    const { relationsView } = await access();
    const keys = () => relationsView.getChildren().map((row) => (row.kind === "group" ? row.key : ""));
    assert.deepEqual(keys(), ["controls", "depends-on"]);
    await vscode.commands.executeCommand("healthgeo.groupRelationsByActor");
    assert.deepEqual(keys(), ["China", "Kenya"]);
    await vscode.commands.executeCommand("healthgeo.groupRelationsByType");
    const [group] = relationsView.getChildren();
    const item = relationsView.getTreeItem(relationsView.getChildren(group)[0]!);
    assert.match(String(item.accessibilityInformation?.label), /^China — controls → genomic data, found, line 1$/);
  });

  it("become decided ones with their modality when accepted, and found ones again when that is undone", async () => {
    const document = await opened();
    const { services } = await access();
    const found = services.relations.of(document).found.find(({ type }) => type === "depends-on")!;
    const reference = {
      uri: document.uri.toString(),
      foundType: found.type,
      sourceStart: found.source.mention.start,
      targetStart: found.target.mention.start,
    };
    await vscode.commands.executeCommand("healthgeo.acceptRelation", reference);
    const line = JSON.parse(await read(ledgerOf(workspaceFolder(), document))) as Relation;
    assert.deepEqual(
      [line.type, line.modality, line.source.quote, line.target.quote],
      ["depends-on", "possible", "Kenya", "Gavi"],
    );
    await until("one is decided", () => {
      const { decided, found: left } = services.relations.of(document);
      return decided.length === 1 && left.length === 1;
    });
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await until("it is found again", () => services.relations.of(document).found.length === 2);
  });
});
