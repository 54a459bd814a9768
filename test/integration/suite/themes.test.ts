import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { ThemeDecision } from "../../../src/core";
import { access, closeAll, ledgerOf, openReport, read, reviewed, until, withSetting, workspaceFolder } from "./support";

const DEPENDENT = "Our hospitals depend on foreign cloud providers for every patient record.";
const PLAIN = "The meeting begins at nine.";
const TEXT = `# Report\n\n${DEPENDENT}\n\n${PLAIN}\n`;
const DEPENDENCY = "mechanism.foreign-dependency";

async function themesAt(document: vscode.TextDocument, words: string): Promise<string[]> {
  const { services } = await access();
  const start = document.getText().indexOf(words);
  const themed = services.themes.passagesIn(document, { start, end: start });
  return themed.flatMap(({ themes }) => themes.map(({ theme, status }) => `${theme} ${status}`));
}

async function fixAt(document: vscode.TextDocument, words: string, beginning: string): Promise<vscode.CodeAction> {
  const at = document.positionAt(document.getText().indexOf(words));
  return until(`a quick fix "${beginning}"`, async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      new vscode.Range(at, at),
    );
    return actions.find(({ title }) => title.startsWith(beginning));
  });
}

async function run({ command }: vscode.CodeAction): Promise<void> {
  assert.ok(command !== undefined);
  await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

async function openThemed(): Promise<vscode.TextDocument> {
  const { document } = await openReport(workspaceFolder(), TEXT);
  await reviewed(document);
  assert.deepEqual(await themesAt(document, DEPENDENT), [`${DEPENDENCY} suggested`]);
  return document;
}

async function decisionsIn(document: vscode.TextDocument): Promise<ThemeDecision[]> {
  const lines = (await read(ledgerOf(workspaceFolder(), document))).split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as ThemeDecision);
}

describe("themes", () => {
  afterEach(closeAll);

  it("are refused by a quick fix, which the ledger keeps and one step undoes", async () => {
    const document = await openThemed();
    const fix = await fixAt(document, DEPENDENT, "Not this theme: Foreign dependency (");
    assert.match(fix.title, /\.healthgeo\/annotations\/.*\.jsonl\)$/);
    await run(fix);
    assert.deepEqual(await themesAt(document, DEPENDENT), []);
    const [decision] = await decisionsIn(document);
    assert.deepEqual([decision?.kind, decision?.theme, decision?.status], ["theme", DEPENDENCY, "rejected"]);
    assert.ok(DEPENDENT.startsWith(decision?.place.quote ?? "?"));
    await vscode.commands.executeCommand("healthgeo.undoLastDecision");
    assert.deepEqual(await themesAt(document, DEPENDENT), [`${DEPENDENCY} suggested`]);
    assert.deepEqual(await decisionsIn(document), []);
  });

  it("are accepted by a quick fix and stay while their passage is rewritten", async () => {
    const document = await openThemed();
    await run(await fixAt(document, DEPENDENT, "Classify passage as Foreign dependency ("));
    assert.deepEqual(await themesAt(document, DEPENDENT), [`${DEPENDENCY} accepted`]);
    const edit = new vscode.WorkspaceEdit();
    const start = document.getText().indexOf("depend on");
    const range = new vscode.Range(document.positionAt(start), document.positionAt(start + "depend on".length));
    edit.replace(document.uri, range, "know of");
    await vscode.workspace.applyEdit(edit);
    await reviewed(document);
    assert.deepEqual(await themesAt(document, "Our hospitals"), [`${DEPENDENCY} accepted`]);
  });

  it("are given by hand to a passage that has none", async () => {
    const document = await openThemed();
    const at = document.getText().indexOf(PLAIN);
    const reference = { uri: document.uri.toString(), offset: at + 3, theme: "impact.equity" };
    await vscode.commands.executeCommand("healthgeo.classifyPassage", reference);
    assert.deepEqual(await themesAt(document, PLAIN), ["impact.equity accepted"]);
  });

  it("stand in a line above their paragraph where the setting says so", async () => {
    const document = await openThemed();
    const titles = async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
      );
      return lenses.map(({ range, command }) => `${range.start.line} ${command?.title ?? ""}`);
    };
    assert.deepEqual(await titles(), []);
    await withSetting("themes.marks", "codeLens", async () => {
      await until("the lens", async () => (await titles()).includes("2 Foreign dependency"));
    });
  });

  it("are listed in the front matter on command", async () => {
    const document = await openThemed();
    await vscode.commands.executeCommand("healthgeo.writeThemesToFrontMatter");
    assert.equal(document.getText(), `---\nhealthgeo-themes:\n  - ${DEPENDENCY}\n---\n\n${TEXT}`);
  });
});
