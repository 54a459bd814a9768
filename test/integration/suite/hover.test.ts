import assert from "node:assert/strict";
import {
  closeAll,
  hoverOver,
  workspaceFolder,
  openReport,
  openUntitled,
  remove,
  reviewed,
  workspacePack,
  write,
} from "./support";

describe("the hover", () => {
  afterEach(closeAll);

  it("says what a mention is, why it is marked and how often it occurs", async () => {
    const { document } = await openUntitled("China asked. Beijing refused. China asked again.");
    await reviewed(document);
    const text = await hoverOver(document, "China");
    assert.match(text, /\*\*China\*\*/);
    assert.match(text, /Actors/);
    assert.match(text, /Why:.*term “China”/);
    assert.match(text, /mentions in this document/);
  });

  it("offers the decisions and the way to the panel as links", async () => {
    const { document } = await openUntitled("China asked.");
    await reviewed(document);
    const text = await hoverOver(document, "China");
    for (const command of ["acceptMention", "classifyMention", "rejectMention", "nextMention", "showInEntities"]) {
      assert.match(text, new RegExp(`\\(command:healthgeo\\.${command}\\?`), command);
    }
  });

  it("is silent over words that are no mention", async () => {
    const { document } = await openUntitled("China asked politely.");
    await reviewed(document);
    assert.equal(await hoverOver(document, "politely"), "");
  });

  it("shows what a pack says as text, never as a link, an image or an icon", async () => {
    const folder = workspaceFolder();
    const pack = workspacePack(folder, "hostile.yaml");
    const hostile = "[click](command:workbench.action.quit) <img src=x> $(trash) https://example.org";
    await write(
      pack,
      `id: hostile\ntitle: Hostile\nversion: 1.0.0\nlanguage: en\nentities:\n  - id: zorblax\n    class: actor.company\n    label: Zorblax\n    definition: ${JSON.stringify(hostile)}\n`,
    );
    try {
      const { document } = await openReport(folder, "Zorblax sells sequencers.");
      await reviewed(document, "the pack is read", ({ mentions }) => mentions.some(({ text }) => text === "Zorblax"));
      const text = await hoverOver(document, "Zorblax");
      assert.doesNotMatch(text, /[^\\]\]\(command:workbench|[^\\]<img|[^\\]\$\(trash\)|https:\/\/example/);
      assert.match(text, /\(command:_healthgeo\.openEvidence\?/);
    } finally {
      await remove(pack);
    }
  });
});
