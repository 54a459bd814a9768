import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { ReviewedRelation, ReviewStatus } from "../../../src/core";
import {
  type AnyRelationReference,
  referenceOf,
} from "../../../src/extension/presentation/relations/relation-reference";
import type { RelationRow } from "../../../src/extension/presentation/relations/relation-tree";
import {
  acceptingPrompts,
  access,
  closeAll,
  hoverOver,
  ledgerLines,
  ledgerOf,
  openReport,
  read,
  reviewed,
  runQuickFix,
  until,
  workspaceFolder,
  write,
} from "./support";

const TEXT = "China holds genomic data. Kenya may rely on Gavi.\n";

async function relationsOf(document: vscode.TextDocument): Promise<ReviewedRelation[]> {
  const { services } = await access();
  const { relations, rejected } = services.relations.of(document);
  return [...relations, ...rejected];
}

/** The types of the relations of a status. */
async function types(document: vscode.TextDocument, status: ReviewStatus): Promise<string[]> {
  return (await relationsOf(document)).filter((each) => each.status === status).map(({ type }) => type);
}

async function untilTypes(document: vscode.TextDocument, status: ReviewStatus, ...expected: string[]): Promise<void> {
  await until(`${status}: ${expected.join(", ")}`, async () => {
    return (await types(document, status)).sort().join() === expected.sort().join();
  });
}

async function opened(): Promise<vscode.TextEditor> {
  const editor = await openReport(workspaceFolder(), TEXT);
  await reviewed(editor.document);
  await untilTypes(editor.document, "suggested", "controls", "depends-on");
  return editor;
}

async function referenceTo(document: vscode.TextDocument, type: string): Promise<AnyRelationReference> {
  const relation = (await relationsOf(document)).find((each) => each.type === type);
  assert.ok(relation !== undefined, `no relation is of the type ${type}`);
  return referenceOf(document.uri.toString(), relation);
}

async function rows(): Promise<RelationRow[]> {
  const { relationsView } = await access();
  return relationsView.getChildren().flatMap((group) => (group.kind === "group" ? group.children : []));
}

async function labels(): Promise<string[]> {
  const { relationsView } = await access();
  return (await rows()).map((row) => String(relationsView.getTreeItem(row).accessibilityInformation?.label)).sort();
}

async function reject(document: vscode.TextDocument, type: string): Promise<void> {
  await vscode.commands.executeCommand("healthgeo.rejectRelation", await referenceTo(document, type));
  await until(`${type} is rejected`, async () => (await types(document, "rejected")).includes(type));
}

describe("found relations", () => {
  afterEach(closeAll);

  it("stand in the hovers of both ends, with how the text states them", async () => {
    const { document } = await opened();
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
    assert.equal((await labels())[0], "China — controls → genomic data, found, line 1");
  });

  it("become decided ones with their modality when accepted, and found ones again when that is undone", async () => {
    const { document } = await opened();
    await vscode.commands.executeCommand("healthgeo.acceptRelation", await referenceTo(document, "depends-on"));
    const [line] = await ledgerLines(workspaceFolder(), document);
    assert.deepEqual([line?.["type"], line?.["modality"], line?.["status"]], ["depends-on", "possible", undefined]);
    await untilTypes(document, "accepted", "depends-on");
    await untilTypes(document, "suggested", "controls");
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await untilTypes(document, "suggested", "controls", "depends-on");
  });
});

describe("rejected relations", () => {
  afterEach(async () => {
    await vscode.commands.executeCommand("healthgeo.hideRejectedRelations");
    await closeAll();
  });

  it("leave the view and the hovers, are listed on demand, and come back when that is undone", async () => {
    const { document } = await opened();
    await reject(document, "controls");
    const [line] = await ledgerLines(workspaceFolder(), document);
    assert.deepEqual([line?.["kind"], line?.["type"], line?.["status"]], ["relation", "controls", "rejected"]);
    const left = "Kenya — depends on (possible) → Gavi, found, line 1";
    assert.deepEqual(await labels(), [left]);
    assert.doesNotMatch(await hoverOver(document, "China"), /controls/);
    await vscode.commands.executeCommand("healthgeo.showRejectedRelations");
    assert.deepEqual(await labels(), ["China — controls → genomic data, rejected, line 1", left]);
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await untilTypes(document, "suggested", "controls", "depends-on");
    assert.match(await hoverOver(document, "China"), /controls/);
    assert.deepEqual(await ledgerLines(workspaceFolder(), document), []);
  });

  it("are rejected by a quick fix that names the file, and accepted again from their row", async () => {
    const editor = await opened();
    const { document } = editor;
    const fix = await runQuickFix(editor, "Kenya", "Reject relation: Kenya");
    assert.match(fix.title, /\.healthgeo\/annotations\/.*\.jsonl\)$/);
    await untilTypes(document, "rejected", "depends-on");
    await vscode.commands.executeCommand("healthgeo.showRejectedRelations");
    const row = (await rows()).find(({ relation }) => relation.type === "depends-on");
    await vscode.commands.executeCommand("healthgeo.acceptRelation", row);
    await untilTypes(document, "accepted", "depends-on");
    const [line, ...others] = await ledgerLines(workspaceFolder(), document);
    assert.deepEqual([line?.["status"], line?.["modality"], others], [undefined, "possible", []]);
  });

  it("are rejected by several selected rows in one step, which one step undoes", async () => {
    const { document } = await opened();
    const [first, second] = await rows();
    await vscode.commands.executeCommand("healthgeo.rejectRelation", first, [first, second]);
    await untilTypes(document, "rejected", "controls", "depends-on");
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await untilTypes(document, "suggested", "controls", "depends-on");
  });

  it("are rejected by the row of their group, which shows them first", async () => {
    const { document } = await opened();
    const { relationsView } = await access();
    const [group] = relationsView.getChildren();
    await acceptingPrompts(vscode.commands.executeCommand("healthgeo.rejectRelation", group));
    await untilTypes(document, "rejected", "controls");
    await untilTypes(document, "suggested", "depends-on");
  });

  it("are what is left of a relation that is accepted as another", async () => {
    const { document } = await opened();
    const target = await referenceTo(document, "depends-on");
    // The first type of the list is taken.
    await acceptingPrompts(vscode.commands.executeCommand("healthgeo.acceptRelationAs", target));
    await untilTypes(document, "accepted", "controls");
    await untilTypes(document, "rejected", "depends-on");
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await untilTypes(document, "suggested", "controls", "depends-on");
  });

  it("stay rejected behind an edit above them, and where the text says it no more", async () => {
    const { document } = await opened();
    await reject(document, "controls");
    const above = new vscode.WorkspaceEdit();
    above.insert(document.uri, new vscode.Position(0, 0), "# Summary\n\nIndia supplies Kenya.\n\n");
    await vscode.workspace.applyEdit(above);
    await untilTypes(document, "suggested", "supplies", "depends-on");
    await untilTypes(document, "rejected", "controls");
    const within = new vscode.WorkspaceEdit();
    const at = document.getText().indexOf("holds");
    within.replace(
      document.uri,
      new vscode.Range(document.positionAt(at), document.positionAt(at + "holds".length)),
      "and",
    );
    await vscode.workspace.applyEdit(within);
    await vscode.commands.executeCommand("healthgeo.showRejectedRelations");
    await until("the row says that there is no match", async () =>
      (await labels()).includes("China — controls → genomic data, rejected · not found by the tagger, line 5"),
    );
  });

  it("are read from the ledger that another window wrote", async () => {
    const { document } = await opened();
    await reject(document, "controls");
    const folder = workspaceFolder();
    const copy = vscode.Uri.joinPath(folder.uri, "rejected-elsewhere.md");
    await write(
      vscode.Uri.joinPath(folder.uri, ".healthgeo", "annotations", "rejected-elsewhere.md.jsonl"),
      await read(ledgerOf(folder, document)),
    );
    await write(copy, `Kenya waits.\n\n${TEXT}`);
    const { document: other } = await vscode.window.showTextDocument(copy);
    await reviewed(other);
    await untilTypes(other, "suggested", "depends-on");
    await untilTypes(other, "rejected", "controls");
  });
});
