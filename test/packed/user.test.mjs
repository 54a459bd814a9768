/** The packaged extension, installed into the newest VS Code and used as a person uses it. */
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import { parse } from "yaml";
import { launchBrowser } from "../../scripts/hosts/browser.mjs";
import { installExtension, startServerHost } from "../../scripts/hosts/server-host.mjs";
import { DIST, ROOT, SAMPLES } from "../../scripts/lib/paths.mjs";
import { VSIX } from "./vsix.mjs";
import { Workbench } from "./workbench.mjs";

const REPORT = "genomic-sovereignty.md";
const LEDGER = join(".healthgeo", "annotations", "briefs", `${REPORT}.jsonl`);
const DRAFT = "cloud-dependence.txt";
const DRAFT_LEDGER = join(".healthgeo", "annotations", "drafts", `${DRAFT}.jsonl`);

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
    await workbench.openOnlyView("Entities");
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
    await workbench.untilCursor(/\(\d+ selected\)/);
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

  it("reviews a report by the keyboard alone, and nothing typed gets into the text", async () => {
    await workbench.openFileByKeys(DRAFT);
    await workbench.decorationCount();
    await workbench.press("Control+Alt+H", "Enter");
    await workbench.untilStatusSays("healthgeo.reviewed", "a accept");
    const asked = () => workbench.statusText("healthgeo.reviewed");
    const [first, total] = [await asked(), await left()];
    await workbench.press("n");
    await until(async () => (await asked()) !== first);
    await workbench.press("p");
    await until(async () => (await asked()) === first);
    const questions = [];
    // Keys that mean nothing change nothing: neither the text nor what is asked.
    for (const keys of [["a"], ["r"], ["x", "2"]]) {
      const question = await asked();
      questions.push(question);
      await workbench.press(...keys);
      await until(async () => (await left()) === total - questions.length && (await asked()) !== question);
    }
    await workbench.press("ArrowUp", "z", "Tab", "n", "p");
    const decisions = await decisionsWhen(3);
    assert.deepEqual(
      questions.map((question) => madeOn(question, decisions).status),
      ["accepted", "rejected", "accepted"],
    );
    const { 1: second } = /2 (\S+)/.exec(await workbench.statusText("healthgeo.reviewDigits1"));
    const label = await labelOfClass(madeOn(questions[2], decisions).class);
    assert.ok(label.startsWith(second), `${label} is not ${second}`);
    await workbench.press("u");
    const remaining = await decisionsWhen(2);
    assert.deepEqual(remaining.map(({ status }) => status).sort(), ["accepted", "rejected"]);
    assert.equal(await left(), total - 2);
    await until(async () => (await asked()) === questions[2]);
    await workbench.press("Escape");
    await workbench.untilStatusHides("healthgeo.reviewed");
    await workbench.press("n", "Control+S");
    const original = await readFile(join(SAMPLES, "drafts", DRAFT), "utf8");
    // One letter more, and none of those before.
    const typed = (text) => text !== original && text;
    const text = await until(async () => typed(await readFile(join(workspace, "drafts", DRAFT), "utf8")));
    assert.equal(text.length, original.length + 1);
  });

  /** How many suggestions the status bar says are left. */
  async function left() {
    return Number.parseInt(/\d+/.exec(await workbench.statusText("healthgeo.review"))[0], 10);
  }

  /** The decisions in the draft's ledger once there are so many. */
  function decisionsWhen(count) {
    return until(async () => {
      const text = await readFile(join(workspace, DRAFT_LEDGER), "utf8").catch(() => "");
      const lines = text.split("\n").filter((line) => line !== "");
      return lines.length === count && lines.map((line) => JSON.parse(line));
    });
  }
});

/** Waits until a probe gives something. */
async function until(probe, patience = 20_000) {
  const deadline = Date.now() + patience;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`waited in vain for ${patience / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The decision on the words that a question of the review was about; it cuts long ones. */
function madeOn(question, decisions) {
  const words = /“(.*?)…?”/.exec(question)[1];
  const made = decisions.filter(({ quote }) => quote.replace(/\s+/g, " ").startsWith(words));
  assert.equal(made.length, 1, `${words}: ${made.length} decisions`);
  return made[0];
}

/** The name of a class on the screen. */
async function labelOfClass(id) {
  const { classes } = parse(await readFile(join(ROOT, "taxonomies", "classes.yaml"), "utf8"));
  return classes.find((each) => each.id === id).label;
}

/** Waits for a file that the editor writes in its own time. */
function readWhenWritten(file) {
  return until(() => readFile(file, "utf8").catch(() => ""));
}
