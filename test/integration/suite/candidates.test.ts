import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { TestAccess } from "../../../src/extension/extension";
import { markStyleOf } from "../../../src/extension/presentation/marks/mark-styles";
import {
  access,
  closeAll,
  hoverOver,
  ledgerOf,
  mentionOf,
  openReport,
  openUntitled,
  quickFixes,
  read,
  reference,
  remove,
  reviewed,
  textsOf,
  until,
  withSetting,
  workspaceFolder,
} from "./support";

const REPORT = "China met the Zomborra Cancer Guild (ZCG) there.\n\nThen ZCG agreed.\n";

describe("candidates", () => {
  let healthgeo: TestAccess;

  before(async () => {
    healthgeo = await access();
  });
  afterEach(closeAll);

  it("are marked more faintly than what the taxonomy knows", async () => {
    const editor = await openUntitled(REPORT);
    const marked = await until("all names are marked", () => {
      const { mentions } = healthgeo.highlights.paintedIn(editor);
      return mentions.length === 4 && mentions;
    });
    assert.deepEqual(
      marked.map((mention) => `${mention.text}: ${markStyleOf(mention).firmness}`),
      ["China: suggested", "Zomborra Cancer Guild: candidate", "ZCG: candidate", "ZCG: candidate"],
    );
  });

  it("say in the hover that the taxonomy lacks them, and why they are proposed", async () => {
    const { document } = await openUntitled(REPORT);
    await reviewed(document);
    const text = await hoverOver(document, "Zomborra");
    assert.match(text, /Candidate\\?: not in the taxonomy/);
    assert.match(text, /looks like a name/);
    assert.doesNotMatch(await hoverOver(document, "China"), /Candidate/);
  });

  it("have a group of their own in the Entities view and are not counted among the facets", async () => {
    await vscode.commands.executeCommand("healthgeo.entities.focus");
    await openUntitled(REPORT);
    const roots = await until("the groups are there", () => {
      const nodes = healthgeo.entities.getChildren();
      return nodes.length === 2 && nodes;
    });
    const rows = roots.map((node) => healthgeo.entities.getTreeItem(node));
    assert.deepEqual(
      rows.map(({ label, description }) => [label, description]),
      [
        ["Actors", "1"],
        ["Candidates", "3"],
      ],
    );
    const [name] = healthgeo.entities.getChildren(roots[1]);
    const { label, description } = healthgeo.entities.getTreeItem(name!);
    assert.equal(label, "Zomborra Cancer Guild");
    assert.match(String(description), /^3 · candidate · 55 %$/);
  });

  it("can be accepted, and are facts then", async () => {
    const { document } = await openReport(workspaceFolder(), REPORT);
    const ledger = ledgerOf(workspaceFolder(), document);
    try {
      const name = mentionOf(await reviewed(document), "Zomborra Cancer Guild");
      await vscode.commands.executeCommand("healthgeo.acceptMention", reference(document, name));
      const review = await reviewed(document, "it is accepted", ({ mentions }) =>
        mentions.some(({ status }) => status === "accepted"),
      );
      assert.equal(markStyleOf(mentionOf(review, name.text)).firmness, "accepted");
      assert.match(await read(ledger), /"by":"discovery"/);
    } finally {
      await remove(ledger);
      await remove(document.uri);
    }
  });

  it("can be told to be no name", async () => {
    const editor = await openReport(workspaceFolder(), REPORT);
    await reviewed(editor.document);
    const titles = await until("the quick fixes", async () => {
      const actions = await quickFixes(editor, "Zomborra Cancer Guild");
      return actions.length > 0 && actions.map(({ title }) => title);
    });
    await remove(editor.document.uri);
    assert.ok(titles.some((title) => /^Accept .* as /.test(title)));
    assert.ok(titles.some((title) => /^Ignore .* everywhere in the workspace: not a name/.test(title)));
  });

  it("stay away when the setting says so", async () => {
    const { document } = await openUntitled(REPORT);
    await reviewed(document, "there are candidates", ({ mentions }) => mentions.length === 4);
    await withSetting("discovery", false, async () => {
      const review = await reviewed(document, "they are gone", ({ mentions }) => mentions.length === 1);
      assert.deepEqual(textsOf(review), ["China"]);
    });
  });
});
