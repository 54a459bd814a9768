import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { TestAccess } from "../../../src/extension/extension";
import type { TaxonomyNode } from "../../../src/extension/presentation/taxonomy/taxonomy-tree";
import {
  acceptingPrompts,
  access,
  closeAll,
  openUntitled,
  read,
  remove,
  reviewed,
  until,
  workspaceFolder,
  workspacePack,
  write,
} from "./support";

const PACK = `id: lakes
title: Great Lakes
version: 1.0.0
language: en
entities:
  # Two hubs.
  - id: kisumu-hub
    class: actor.research
    label: Kisumu Data Hub
  - id: mwanza-hub
    class: actor.research
    label: Mwanza Data Hub
    definition: In Mwanza.
`;
/** Names what no other test names, so that documents which others left open do not count. */
const REPORT = "The Mwanza Data Hub works with Kenya.\n\nThe Mwanza Data Hub pays.\n";

describe("the Taxonomy view", () => {
  let healthgeo: TestAccess;
  const pack = () => workspacePack(workspaceFolder(), "lakes.yaml");

  before(async () => {
    healthgeo = await access();
    await write(pack(), PACK);
    await vscode.commands.executeCommand("healthgeo.taxonomy.focus");
    await entity("mwanza-hub");
  });
  afterEach(async () => {
    healthgeo.taxonomyView.filter = "";
    await closeAll();
  });
  after(() => remove(pack()));

  const entity = (id: string) => until(`a row of ${id}`, () => healthgeo.taxonomyView.entityNode(id));
  const rowsOf = (node?: TaxonomyNode) => healthgeo.taxonomyView.getChildren(node);
  const item = (node: TaxonomyNode) => healthgeo.taxonomyView.getTreeItem(node);

  async function drop(id: string, target: TaxonomyNode): Promise<void> {
    const data = new vscode.DataTransfer();
    healthgeo.taxonomyView.handleDrag([await entity(id)], data);
    await healthgeo.taxonomyView.handleDrop(target, data);
  }

  it("lists facets, classes, entities and terms, each with a name for screen readers", async () => {
    assert.deepEqual(
      rowsOf().map(({ id }) => id),
      ["actor", "infrastructure", "sovereignty"],
    );
    const hub = await entity("mwanza-hub");
    assert.deepEqual(
      rowsOf(hub).map((node) => item(node).label),
      ["Mwanza Data Hub"],
    );
    for (const node of [...rowsOf(), ...rowsOf(rowsOf()[0]), hub, ...rowsOf(hub)]) {
      assert.match(item(node).accessibilityInformation?.label ?? "", /, /);
      assert.match(healthgeo.taxonomyView.resolveTreeItem(item(node), node).tooltip as string, /\w/);
    }
  });

  it("makes the rows of the largest class fast", () => {
    const classes = rowsOf().flatMap((facet) => rowsOf(facet));
    const most = Math.max(...classes.map((node) => rowsOf(node).map(item).length));
    assert.ok(most > 200, String(most));
  });

  it("counts mentions in the active document and in all open ones", async () => {
    const { document } = await openUntitled(REPORT);
    await reviewed(document);
    const hub = await entity("mwanza-hub");
    await until("the hub is counted", () => item(hub).description === "2 here · 2 open");
  });

  it("filters, and shows everything again", async () => {
    healthgeo.taxonomyView.filter = "mwanza";
    assert.deepEqual(
      rowsOf().map(({ id }) => id),
      ["actor"],
    );
    healthgeo.taxonomyView.filter = "no such thing at all";
    await until("it says so", () => healthgeo.taxonomyView.state === "noMatch");
    await vscode.commands.executeCommand("healthgeo.clearTaxonomyFilter");
    assert.equal(rowsOf().length, 3);
  });

  it("opens a definition: the pack's line, or a page for what is built in", async () => {
    await vscode.commands.executeCommand("healthgeo.openDefinition", await entity("mwanza-hub"));
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, pack().path);
    assert.equal(vscode.window.activeTextEditor.selection.active.line, 9);
    await vscode.commands.executeCommand("healthgeo.openDefinition", await entity("kenya"));
    const page = await until("a page", () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.scheme === "healthgeo-taxonomy" && document;
    });
    assert.match(page.getText(), /id: kenya/);
  });

  it("inserts a name or a tag where the cursor is", async () => {
    const editor = await openUntitled("");
    await vscode.commands.executeCommand("healthgeo.insertTag", await entity("mwanza-hub"));
    assert.equal(editor.document.getText(), '[Mwanza Data Hub]{.actor-research entity="mwanza-hub"}');
    await vscode.commands.executeCommand("healthgeo.insertLabel", await entity("kenya"));
    assert.match(editor.document.getText(), /Kenya$/);
  });

  it("finds all mentions in open documents, and shows one that has some", async () => {
    const { document } = await openUntitled(REPORT);
    await reviewed(document);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
    const other = await vscode.workspace.openTextDocument({ language: "markdown", content: "Nothing here.\n" });
    await vscode.window.showTextDocument(other, { viewColumn: vscode.ViewColumn.Two });
    await vscode.commands.executeCommand("healthgeo.findAllMentions", await entity("mwanza-hub"));
    await until("the report is the active document", () => {
      const active = vscode.window.activeTextEditor?.document;
      return active?.uri.toString() === document.uri.toString();
    });
  });

  it("moves an entity of the workspace under another one, after a preview, and undoes it", async () => {
    const target = await entity("kisumu-hub");
    const dropped = drop("mwanza-hub", target);
    await acceptingPrompts(dropped);
    assert.equal(await read(pack()), `${PACK}    broader: kisumu-hub\n`);
    await until("the row has moved", () => {
      const node = healthgeo.taxonomyView.entityNode("mwanza-hub");
      return node?.kind === "entity" && node.parent.id === "entity:kisumu-hub";
    });
    await drop("kisumu-hub", await entity("mwanza-hub"));
    assert.equal(await read(pack()), `${PACK}    broader: kisumu-hub\n`, "a circle is refused");
    await vscode.commands.executeCommand("undo");
    const document = await vscode.workspace.openTextDocument(pack());
    await until("the pack is as it was", () => document.getText() === PACK);
    await document.save();
  });

  it("refuses to move what is built in", async () => {
    await drop("kenya", await entity("uganda"));
    assert.equal(await read(pack()), PACK);
  });
});
