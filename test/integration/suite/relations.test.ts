import assert from "node:assert/strict";
import * as vscode from "vscode";
import { newRelation, quoteOf, type Relation } from "../../../src/core";
import {
  access,
  closeAll,
  ledgerOf,
  mentionOf,
  openReport,
  read,
  reference,
  reviewed,
  until,
  workspaceFolder,
} from "./support";

const TEXT = "China holds genomic data. The WHO asked for access.\n";

async function hoverOver(document: vscode.TextDocument, words: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(words) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    position,
  );
  return hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value)).join("\n");
}

/** A report with a relation from China to genomic data. */
async function related(): Promise<{ editor: vscode.TextEditor; id: string }> {
  const { services } = await access();
  const editor = await openReport(workspaceFolder(), TEXT);
  const { document } = editor;
  const review = await reviewed(document);
  const [source, target] = ["China", "genomic data"].map((words) => quoteOf(TEXT, mentionOf(review, words)));
  const statement = { type: "controls", source: source!, target: target! } as const;
  const relation = newRelation(statement, services.annotator.stamp(document.uri));
  await services.decisions.change(document, { putRecords: [relation] }, "added");
  await until("the relation is placed", () => services.records.of(document).relations.length === 1);
  return { editor, id: relation.id };
}

describe("relations", () => {
  afterEach(closeAll);

  it("are drawn by keys alone: source at the cursor, target and type from lists", async () => {
    const editor = await openReport(workspaceFolder(), TEXT);
    const { document } = editor;
    const review = await reviewed(document);
    const done = vscode.commands.executeCommand(
      "healthgeo.addRelation",
      reference(document, mentionOf(review, "China")),
    );
    const ledger = ledgerOf(workspaceFolder(), document);
    await until("both lists are answered", async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return (await read(ledger)) !== "";
    });
    await done;
    const { kind, type, source, target } = JSON.parse(await read(ledger)) as Relation;
    assert.deepEqual([kind, type, source.quote, target.quote], ["relation", "controls", "China", "genomic data"]);
  });

  it("are shown with their direction in the hovers of both mentions", async () => {
    const { editor } = await related();
    for (const words of ["China", "genomic data"]) {
      assert.match(
        await hoverOver(editor.document, words),
        /China — controls → genomic data|China.*controls.*genomic data/,
      );
    }
    assert.match(await hoverOver(editor.document, "China"), /\$\(arrow-right\)/);
    assert.match(await hoverOver(editor.document, "genomic data"), /\$\(arrow-left\)/);
  });

  it("stand below their mention in the Entities view", async () => {
    const { entities } = await access();
    await related();
    const row = await until("the row of the relation", () => {
      const leaves = entities
        .getChildren()
        .flatMap((facet) => entities.getChildren(facet))
        .flatMap((each) => entities.getChildren(each))
        .flatMap((group) => entities.getChildren(group));
      return leaves.flatMap((mention) => entities.getChildren(mention)).find((each) => each.kind === "relation");
    });
    assert.equal(entities.getTreeItem(row).label, "controls → genomic data");
  });

  it("are reversed and deleted, and both are undone", async () => {
    const { services } = await access();
    const { editor, id } = await related();
    const { document } = editor;
    const relations = () => services.records.of(document).acceptedRelations;
    await vscode.commands.executeCommand("healthgeo.reverseRelation", { uri: document.uri.toString(), relationId: id });
    const [turned] = await until(
      "it is reversed",
      () => relations()[0]?.relation.source.quote === "genomic data" && relations(),
    );
    const relationId = turned!.relation.id;
    await vscode.commands.executeCommand("healthgeo.deleteRelation", { uri: document.uri.toString(), relationId });
    await until("it is gone", () => relations().length === 0);
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await until("it is back", () => relations().length === 1);
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await until("it goes the former way", () => relations()[0]?.relation.source.quote === "China");
  });
});
