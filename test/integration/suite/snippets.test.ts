import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { TestAccess } from "../../../src/extension/extension";
import {
  acceptingPrompts,
  access,
  closeAll,
  openUntitled,
  read,
  remove,
  reviewed,
  select,
  until,
  withSetting,
  workspaceFolder,
  workspacePack,
  write,
} from "./support";

const PACK = `# Ours.
id: lakes
title: Great Lakes
version: 1.0.0
language: en
entities:
  - id: mwanza-hub # the first
    class: actor.research
    label: Mwanza Data Hub
    definition: In Mwanza.
`;
const MAIL = `Dear all, please add:

> - id: kisumu-hub
>   class: actor.research
>   label: Kisumu Data Hub

Thanks!
`;

describe("taxonomy snippets", () => {
  let healthgeo: TestAccess;
  const pack = () => workspacePack(workspaceFolder(), "lakes.yaml");
  const exported = () => vscode.Uri.joinPath(workspaceFolder().uri, ".vscode", "healthgeo-taxonomy.code-snippets");

  before(async () => {
    healthgeo = await access();
  });
  beforeEach(async () => {
    await write(pack(), PACK);
    await healthgeo.services.taxonomy.reload();
  });
  afterEach(async () => {
    await closeAll();
    await remove(pack());
    await remove(exported());
  });

  it("copy the entity at the cursor of a report", async () => {
    const editor = await openUntitled("The Mwanza Data Hub opened.\n");
    await reviewed(editor.document, "the hub is known", ({ mentions }) => mentions.length > 0);
    select(editor, "Mwanza");
    await vscode.commands.executeCommand("healthgeo.copyTaxonomySnippet");
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /entities:\n {2}- id: mwanza-hub\n {4}class: actor\.research\n {4}label: Mwanza Data Hub\n/);
  });

  it("copy what is selected in a pack, and a row of the Taxonomy view", async () => {
    const editor = await vscode.window.showTextDocument(pack());
    select(editor, "label: Mwanza");
    await vscode.commands.executeCommand("healthgeo.copyTaxonomySnippet");
    assert.match(await vscode.env.clipboard.readText(), /definition: In Mwanza\./);
    const kenya = healthgeo.taxonomyView.entityNode("kenya");
    await vscode.commands.executeCommand("healthgeo.copyTaxonomySnippet", kenya);
    assert.match(await vscode.env.clipboard.readText(), /id: kenya/);
  });

  it("paste out of a mail into a pack after a preview, keep its comments, and undo", async () => {
    await vscode.window.showTextDocument(pack());
    await vscode.env.clipboard.writeText(MAIL);
    await acceptingPrompts(vscode.commands.executeCommand("healthgeo.pasteTaxonomySnippet"));
    const entity = "  - id: kisumu-hub\n    class: actor.research\n    label: Kisumu Data Hub\n";
    assert.equal(await read(pack()), PACK.replace("entities:\n", `entities:\n${entity}`));
    await vscode.commands.executeCommand("undo");
    const document = await vscode.workspace.openTextDocument(pack());
    await until("the pack is as it was", () => document.getText() === PACK);
    await document.save();
  });

  it("are refused where the clipboard holds none, and nothing is written", async () => {
    await vscode.env.clipboard.writeText("See you at noon.");
    await vscode.commands.executeCommand("healthgeo.pasteTaxonomySnippet");
    assert.equal(await read(pack()), PACK);
  });

  it("are written as snippets of VS Code after a preview", async () => {
    await acceptingPrompts(vscode.commands.executeCommand("healthgeo.exportCodeSnippets"));
    const text = await read(exported());
    const snippets = JSON.parse(text.replace(/^\/\/.*\n/, "")) as Record<string, { body: string; scope: string }>;
    const tag = snippets["entity mwanza-hub"];
    assert.equal(tag?.body, '[Mwanza Data Hub]{.actor-research entity="mwanza-hub"\\}$0');
    assert.equal(snippets["entity mwanza-hub (name)"]?.scope, "latex,tex");
    await vscode.commands.executeCommand("healthgeo.exportCodeSnippets");
    assert.equal(await read(exported()), text, "a second export changes nothing");
  });

  describe("the completion of tags and entities", () => {
    it("offers entities behind the trigger, and writes a tag in place of it", async () => {
      const item = await offered("See [:mwanza", "Mwanza Data Hub");
      assert.equal(item.insertText, '[Mwanza Data Hub]{.actor-research entity="mwanza-hub"}');
      assert.deepEqual((item.range as vscode.Range).start.character, 4);
    });

    it("writes the name where the setting says so, and in LaTeX", async () => {
      await withSetting("completion.insert", "label", async () => {
        assert.equal((await offered("See [:mwanza", "Mwanza Data Hub")).insertText, "Mwanza Data Hub");
      });
      assert.equal((await offered("See [:mwanza", "Mwanza Data Hub", "latex")).insertText, "Mwanza Data Hub");
    });

    it("offers nothing elsewhere", async () => {
      assert.deepEqual(await labels("See [mwanza: "), []);
      assert.deepEqual(await labels("mwanza"), []);
    });

    it("listens to another trigger", async () => {
      await withSetting("completion.trigger", "@@", async () => {
        assert.ok((await labels("@@mwanza")).includes("Mwanza Data Hub"));
        assert.deepEqual(await labels("[:mwanza"), []);
      });
    });
  });

  async function items(text: string, language = "markdown"): Promise<vscode.CompletionItem[]> {
    const { document } = await openUntitled(text, language);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      document.positionAt(text.length),
    );
    // Words of open documents are offered too, as plain text.
    return list.items.filter(({ detail }) => detail !== undefined && detail !== "");
  }

  async function labels(text: string): Promise<unknown[]> {
    return (await items(text)).map(({ label }) => label).filter((label) => label === "Mwanza Data Hub");
  }

  async function offered(text: string, label: string, language?: string): Promise<vscode.CompletionItem> {
    return until(`${label} is offered`, async () => (await items(text, language)).find((item) => item.label === label));
  }
});
