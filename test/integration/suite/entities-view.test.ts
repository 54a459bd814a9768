import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { TestAccess } from "../../../src/extension/extension";
import type { EntityTreeNode } from "../../../src/extension/presentation/entities/entity-nodes";
import {
  access,
  closeAll,
  mentionOf,
  openReport,
  openUntitled,
  remove,
  reviewed,
  select,
  until,
  workspaceFolder,
} from "./support";

const REPORT = "China and Kenya share genomic data.\n\nChina keeps its data sovereignty.\n";

describe("the Entities view", () => {
  let healthgeo: TestAccess;

  before(async () => {
    healthgeo = await access();
    await vscode.commands.executeCommand("healthgeo.entities.focus");
  });
  afterEach(async () => {
    healthgeo.entities.filter = "";
    healthgeo.entities.grouping = "class";
    healthgeo.entities.scope = "file";
    await vscode.commands.executeCommand("healthgeo.showHiddenClasses");
    await closeAll();
  });

  /** All rows as "label description", by depth. */
  function rows(node?: EntityTreeNode, depth = 0): string[] {
    return healthgeo.entities.getChildren(node).flatMap((child) => {
      const { label, description } = healthgeo.entities.getTreeItem(child);
      const text = typeof label === "string" ? label : label?.label;
      // The bars of the dispersion are held by tests of their own.
      const note = String(description).replace(/ [▁-█]+$/u, "");
      return [`${"  ".repeat(depth)}${text ?? ""} (${note})`, ...rows(child, depth + 1)];
    });
  }

  const shows = (row: string) => until(`a row "${row}"`, () => rows().some((each) => each.trim() === row));

  it("lists facets, classes, entities and mentions, with counts and lines", async () => {
    await openUntitled(REPORT);
    await shows("Actors (3)");
    await shows("China (2)");
    await shows("China keeps its data sovereignty. (line 3)");
    const all = rows();
    assert.ok(all.indexOf("Actors (3)") < all.indexOf("Infrastructure (1)"));
    assert.ok(all.indexOf("Infrastructure (1)") < all.indexOf("Sovereignty (1)"));
  });

  it("follows the text and the active editor", async () => {
    const editor = await openUntitled(REPORT);
    await shows("Actors (3)");
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), "Brazil. ");
    });
    await shows("Actors (4)");
    await openUntitled("Kenya.");
    await shows("Actors (1)");
  });

  it("filters, and shows everything again", async () => {
    await openUntitled(REPORT);
    await shows("Actors (3)");
    healthgeo.entities.filter = "kenya";
    assert.deepEqual(rows()[0], "Actors (1)");
    await vscode.commands.executeCommand("healthgeo.clearEntitiesFilter");
    assert.ok(rows().includes("Infrastructure (1)"));
  });

  it("goes to a mention that is chosen", async () => {
    const editor = await openUntitled(REPORT);
    await shows("Actors (3)");
    const leaf = leaves().find((node) => node.start > 30 && node.text === "China");
    const { command } = healthgeo.entities.getTreeItem(leaf!);
    await vscode.commands.executeCommand(command!.command, ...((command!.arguments ?? []) as unknown[]));
    assert.equal(vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection), "China");
    assert.equal(editor.document.offsetAt(vscode.window.activeTextEditor.selection.start), leaf!.start);
  });

  it("selects the row of the mention under the cursor", async () => {
    const editor = await openUntitled(REPORT);
    await shows("Actors (3)");
    await until("its row is selected", async () => {
      // A view that is just being redrawn misses a cursor, as it would a person's; the next move finds it.
      for (const words of ["Kenya", "data sovereignty"]) {
        select(editor, words);
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      const [selected] = healthgeo.entities.selection;
      return selected?.kind === "mention" && selected.text === "data sovereignty";
    });
  });

  it("shows a mention on request, even one that the filter hides", async () => {
    const editor = await openUntitled(REPORT);
    const review = await reviewed(editor.document);
    await shows("Actors (3)");
    healthgeo.entities.filter = "kenya";
    select(editor, "genomic data");
    await vscode.commands.executeCommand("healthgeo.showInEntities");
    await until("its row is selected", () => {
      const [selected] = healthgeo.entities.selection;
      return selected?.kind === "mention" && selected.start === mentionOf(review, "genomic data").start;
    });
    assert.equal(healthgeo.entities.filter, "");
  });

  it("groups by entity, place and confidence, and remembers it", async () => {
    await openUntitled(REPORT);
    await shows("Actors (3)");
    healthgeo.entities.grouping = "entity";
    assert.equal(rows()[0], "China (2)");
    healthgeo.entities.grouping = "document";
    assert.equal(rows()[0], "China and Kenya share genomic data. (line 1)");
    healthgeo.entities.grouping = "confidence";
    assert.match(rows()[0]!, /^\d+–\d+ % \(\d\)$/);
    const kept = healthgeo.services.context.workspaceState.get("healthgeo.entities.grouping");
    assert.equal(kept, "confidence");
  });

  it("shows where in the document an entity is mentioned", async () => {
    await openUntitled(REPORT);
    await shows("Actors (3)");
    const china = allNodes().find((node) => node.kind === "group" && node.label === "China")!;
    assert.match(String(healthgeo.entities.getTreeItem(china).description), /^2 [▁-█]{8}$/u);
  });

  it("shows the mentions of all open files, and says which file each is in", async () => {
    await openUntitled("Kenya.");
    await shows("Actors (1)");
    await openUntitled(REPORT);
    await shows("Actors (3)");
    healthgeo.entities.scope = "open";
    await shows("Actors (4)");
    assert.match(healthgeo.entities.description, /^2 /);
    assert.ok(rows().some((row) => /Kenya\. \(.*integration-\d+.*:1\)$/.test(row)));
  });

  it("hides classes, and shows them again", async () => {
    await openUntitled(REPORT);
    await shows("Infrastructure (1)");
    const node = allNodes().find((each) => each.kind === "class" && each.class === "infrastructure.data");
    await vscode.commands.executeCommand("healthgeo.hideEntityClasses", node);
    assert.ok(!rows().some((row) => row.startsWith("Infrastructure")));
    assert.match(healthgeo.entities.message, /^1 /);
    await vscode.commands.executeCommand("healthgeo.showHiddenClasses");
    assert.ok(rows().includes("Infrastructure (1)"));
  });

  it("copies rows with their counts", async () => {
    await openUntitled(REPORT);
    await shows("China (2)");
    const nodes = allNodes().filter((node) => node.kind === "group" && node.class === "actor.state");
    await vscode.commands.executeCommand("healthgeo.copyEntityRows", nodes[0], nodes);
    assert.equal(await vscode.env.clipboard.readText(), "China\t2\nKenya\t1");
  });

  it("accepts all mentions of an entity after a preview, in one step to undo", async () => {
    const editor = await openReport(workspaceFolder(), REPORT);
    await shows("China (2)");
    const group = allNodes().find((node) => node.kind === "group" && node.label === "China");
    const accepted = () => leaves().filter(({ mention }) => mention.status === "accepted").length;
    const deciding = vscode.commands.executeCommand("healthgeo.acceptEntityRows", group);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(accepted(), 0);
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    await deciding;
    await until("both are accepted", () => accepted() === 2);
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await until("none is accepted", () => accepted() === 0);
    await closeAll();
    await remove(editor.document.uri);
  });

  it("gives every row a name for screen readers, and a tooltip when asked", async () => {
    await openUntitled(REPORT);
    await shows("Actors (3)");
    for (const node of allNodes()) {
      const item = healthgeo.entities.getTreeItem(node);
      assert.ok((item.accessibilityInformation?.label ?? "").length > 0, node.id);
      assert.match(healthgeo.entities.resolveTreeItem(item, node).tooltip as string, /\w/, node.id);
    }
  });

  function allNodes(node?: EntityTreeNode): EntityTreeNode[] {
    return healthgeo.entities.getChildren(node).flatMap((child) => [child, ...allNodes(child)]);
  }

  function leaves() {
    return allNodes().flatMap((node) => (node.kind === "mention" ? [node] : []));
  }
});
