import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { TestAccess } from "../../../src/extension/extension";
import { DEFAULT_OPTIONS, type InsightOptions } from "../../../src/webview/insight/messages";
import { access, closeAll, openReport, openUntitled, reviewed, until, workspaceFolder, remove, write } from "./support";

const DEPENDENCY = "mechanism.foreign-dependency";
const THEMED =
  "Our hospitals depend on foreign cloud providers for every patient record.\n\nKenya still relies on vaccines from India.\n";
const REPORT = "China and Kenya share genomic data.\n\nChina keeps its data sovereignty.\n";

describe("the Insight panel", () => {
  let healthgeo: TestAccess;

  before(async () => {
    healthgeo = await access();
  });
  afterEach(async () => {
    await closeAll();
    await until("the panel is gone", () => healthgeo.insight.shown === undefined);
  });

  async function open(options: Partial<InsightOptions> = {}): Promise<void> {
    await vscode.commands.executeCommand("healthgeo.openInsight", { ...DEFAULT_OPTIONS, ...options });
  }

  /** The message with figures that fulfils `condition`. The page itself has asked for it. */
  const shows = (what: string, condition: (mentions: ReadonlyMap<string, number>) => boolean = () => true) =>
    until(what, () => {
      const { shown } = healthgeo.insight;
      if (shown?.kind !== "insight") return false;
      const { rows } = shown.insight.frequency;
      return condition(new Map(rows.map(({ label, mentions }) => [label, mentions]))) && shown;
    });

  it("counts what open files mention, and follows them", async () => {
    const editor = await openUntitled(REPORT);
    await reviewed(editor.document);
    await open();
    await shows("China twice", (mentions) => mentions.get("China") === 2);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(editor.document.uri, new vscode.Position(0, 0), "China signs. ");
    await vscode.workspace.applyEdit(edit);
    await shows("China three times", (mentions) => mentions.get("China") === 3);
  });

  it("shows the place of a mark beside itself", async () => {
    const { document } = await openReport(workspaceFolder(), REPORT);
    await reviewed(document);
    await open();
    const { insight } = await shows("the dispersion", (mentions) => mentions.get("China") === 2);
    const [dispersed] = insight.dispersion!.documents;
    const place = dispersed!.places[1]!;
    await healthgeo.insight.receive({ kind: "reveal", path: dispersed!.path, start: place.start, end: place.end });
    const active = vscode.window.activeTextEditor!;
    assert.equal(active.document.uri.toString(), document.uri.toString());
    assert.equal(active.document.getText(active.selection), "China");
    assert.equal(active.selection.start.line, 2);
    assert.ok(healthgeo.insight.shown !== undefined);
    await vscode.workspace.fs.delete(document.uri);
  });

  it("goes to the one passage of a mark", async () => {
    const { document } = await openUntitled(REPORT);
    await reviewed(document);
    await open();
    await shows("Kenya", (mentions) => mentions.get("Kenya") === 1);
    await healthgeo.insight.receive({ kind: "passages", query: { title: "Kenya", key: "kenya" } });
    const active = vscode.window.activeTextEditor!;
    assert.equal(active.document.getText(active.selection), "Kenya");
  });

  it("shows the themes of passages, leads to them, and leaves out those that somebody rejected", async () => {
    const { document } = await openReport(workspaceFolder(), THEMED);
    await reviewed(document);
    await open();
    const themes = (count: number) =>
      until(`${count} passages that depend`, () => {
        const { shown } = healthgeo.insight;
        if (shown?.kind !== "insight" || shown.insight.themes === undefined) return false;
        const { themes: counts, places } = shown.insight.themes;
        return counts.find(({ theme }) => theme === DEPENDENCY)?.passages === count && places;
      });
    const [place] = await themes(2);
    assert.equal(place!.start, 0);
    const path = vscode.workspace.asRelativePath(document.uri);
    const second = THEMED.indexOf("Kenya");
    const query = { title: "", theme: DEPENDENCY, path, start: second, end: second + 1 };
    await healthgeo.insight.receive({ kind: "passages", query });
    assert.match(
      vscode.window.activeTextEditor!.document.getText(vscode.window.activeTextEditor!.selection),
      /^Kenya still/,
    );
    const reference = { uri: document.uri.toString(), offset: second, theme: DEPENDENCY };
    await vscode.commands.executeCommand("healthgeo.rejectTheme", reference);
    await themes(1);
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    await vscode.workspace.fs.delete(document.uri);
  });

  it("says how many files a scan left out, with the way to their list", async () => {
    const { corpus } = healthgeo.services;
    const leftOut = () => (corpus.state.kind === "partial" ? corpus.state.unreadable.length : 0);
    const told = (count: number) =>
      until(`${count} files left out`, () => {
        const { shown } = healthgeo.insight;
        if (shown?.kind !== "insight") return false;
        const notice = shown.notices.find(({ actions }) => actions[0]?.action === "showLeftOutFiles");
        return count === 0 ? notice === undefined : notice?.text.endsWith(`: ${count}.`) === true;
      });
    await corpus.scan();
    const before = leftOut();
    const file = vscode.Uri.joinPath(workspaceFolder().uri, "reports", "latin-1.md");
    await write(file, new Uint8Array([0xe9, 0xe8]));
    await corpus.scan();
    assert.equal(leftOut(), before + 1);
    await open({ scope: "workspace" });
    await told(before + 1);
    await remove(file);
    await corpus.scan();
    await told(before);
  });

  it("counts the whole workspace", async () => {
    await open({ scope: "workspace" });
    const { insight } = await shows("the workspace", (mentions) => (mentions.get("United States") ?? 0) > 3);
    assert.ok(insight.summary.documents >= 4);
    assert.ok(insight.cooccurrence.pairs.length > 0);
  });

  it("says what to do where nothing is open", async () => {
    await open();
    const empty = await until("an empty page", () => {
      const { shown } = healthgeo.insight;
      return shown?.kind === "empty" && shown;
    });
    assert.deepEqual(
      empty.notices[0]?.actions.map(({ action }) => action),
      ["openSample", "showWorkspace"],
    );
  });
});
