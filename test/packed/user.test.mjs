/** The packaged extension, installed into the newest VS Code and used as a person uses it. */
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import { launchBrowser } from "../../scripts/hosts/browser.mjs";
import { installExtension, startServerHost } from "../../scripts/hosts/server-host.mjs";
import { DIST, SAMPLES } from "../../scripts/lib/paths.mjs";
import { VSIX } from "./vsix.mjs";
import { Workbench } from "./workbench.mjs";

const REPORT = "genomic-sovereignty.md";
const LEDGER = join(".healthgeo", "annotations", "briefs", `${REPORT}.jsonl`);

describe("the packed extension", () => {
  let folder;
  let workspace;
  let server;
  let browser;
  let workbench;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "healthgeo-"));
    workspace = join(folder, "workspace");
    const data = join(folder, "server");
    await cp(SAMPLES, workspace, { recursive: true });
    await installExtension("newest", VSIX, { data });
    server = await startServerHost("newest", { data });
    browser = await launchBrowser();
    workbench = await Workbench.openFolder(browser, server.url(workspace));
    await workbench.openFile(REPORT);
  });

  afterEach(async function () {
    if (this.currentTest?.state !== "failed" || workbench === undefined) return;
    const picture = join(DIST, "test", "failure.png");
    await workbench.takeScreenshot(picture);
    console.log(`      ${picture} shows the window`);
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("marks the mentions of a report that is opened", async () => {
    assert.ok((await workbench.decorationCount()) >= 10);
  });

  it("lists them by facet in the Entities view of its own container", async () => {
    await workbench.openViewContainer("HealthGeo");
    const rows = await workbench.treeRows();
    for (const facet of ["Actors", "Infrastructure", "Sovereignty"])
      assert.ok(
        rows.some((row) => row.startsWith(`${facet}, `)),
        rows.join("\n"),
      );
  });

  it("runs its commands from the palette", async () => {
    await workbench.focusEditor();
    await workbench.runCommand("HealthGeo: Go to Next Mention");
    assert.match(await workbench.cursor(), /\(\d+ selected\)/);
  });

  it("tells in the hover what a mention is and why it is marked", async () => {
    await workbench.focusEditor();
    assert.match(await workbench.openHover(), /Why:/);
    await workbench.closeHover();
  });

  it("decides by a quick fix, whose title names the file that it writes", async () => {
    await workbench.focusEditor();
    const titles = await workbench.openQuickFixes();
    assert.ok(
      titles.some((title) => title.startsWith("Accept ") && title.includes(REPORT)),
      titles.join("\n"),
    );
    await workbench.chooseQuickFix("Accept ");
    const decisions = await readWhenWritten(join(workspace, LEDGER));
    assert.equal(decisions.trimEnd().split("\n").length, 1);
    assert.equal(JSON.parse(decisions).status, "accepted");
  });
});

/** Waits for a file that the editor writes in its own time. */
async function readWhenWritten(file, patience = 20_000) {
  const deadline = Date.now() + patience;
  for (;;) {
    const text = await readFile(file, "utf8").catch(() => "");
    if (text !== "") return text;
    if (Date.now() > deadline) throw new Error(`${file} was not written within ${patience / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
