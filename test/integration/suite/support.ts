import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { ReviewedMention, Span } from "../../../src/core";
import type { TestAccess } from "../../../src/extension/extension";
import type { DocumentReview } from "../../../src/extension/services/review/review-service";

/** A review of a document that is tagged. */
export type Reviewed = Extract<DocumentReview, { kind: "reviewed" }>;

const PATIENCE_MS = 10_000;
const POLL_MS = 20;

let documents = 0;

/** The extension's insides, active. */
export async function access(): Promise<TestAccess> {
  const extension = vscode.extensions.getExtension<TestAccess>("healthgeo.healthgeo");
  assert.ok(extension !== undefined, "the extension is not installed");
  return extension.activate();
}

/** Waits until `probe` gives something true, and returns it. */
export async function until<T>(
  what: string | (() => string),
  probe: () => T | PromiseLike<T>,
): Promise<NonNullable<Exclude<T, false>>> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await probe();
    if (value) return value as NonNullable<Exclude<T, false>>;
    if (Date.now() > deadline) assert.fail(`waited in vain: ${typeof what === "string" ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** The first folder of the workspace; every host opens one, and a host that lost it must not pass in silence. */
export function workspaceFolder(): vscode.WorkspaceFolder {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder !== undefined, "the window has no folder");
  return folder;
}

/** Opens a report that is nowhere saved. */
export async function openUntitled(content: string, language = "markdown"): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await untitled(content, language));
}

/** A document that is nowhere saved, of a name that no other had: the editor may restore what a former one held. */
export async function untitled(content: string, language = "markdown"): Promise<vscode.TextDocument> {
  documents += 1;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.parse("untitled:/");
  const uri = vscode.Uri.joinPath(folder, `integration-${documents}`).with({ scheme: "untitled" });
  const document = await vscode.workspace.openTextDocument(uri);
  const insertion = new vscode.WorkspaceEdit();
  insertion.insert(uri, new vscode.Position(0, 0), content);
  await vscode.workspace.applyEdit(insertion);
  return vscode.languages.setTextDocumentLanguage(document, language);
}

/** Writes a report into the workspace and opens it; every call makes another one. */
export async function openReport(folder: vscode.WorkspaceFolder, content: string): Promise<vscode.TextEditor> {
  documents += 1;
  const uri = vscode.Uri.joinPath(folder.uri, `integration-${documents}.md`);
  await write(uri, content);
  return vscode.window.showTextDocument(uri);
}

/** The ledger of a report made by `openReport`. */
export function ledgerOf(folder: vscode.WorkspaceFolder, document: vscode.TextDocument): vscode.Uri {
  const name = document.uri.path.split("/").at(-1)!;
  return vscode.Uri.joinPath(folder.uri, ".healthgeo", "annotations", `${name}.jsonl`);
}

export function workspacePack(folder: vscode.WorkspaceFolder, name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder.uri, ".healthgeo", "taxonomy", name);
}

/** The review of a document, once it fulfils `condition`. */
export async function reviewed(
  document: vscode.TextDocument,
  what = "the document is tagged",
  condition: (review: Reviewed) => boolean = () => true,
): Promise<Reviewed> {
  const { services } = await access();
  return until(what, () => {
    const review = services.reviews.reviewOf(document);
    return review.kind === "reviewed" && condition(review) && review;
  });
}

export function mentionOf({ mentions }: Reviewed, text: string): ReviewedMention {
  const mention = mentions.find((each) => each.text === text);
  assert.ok(mention !== undefined, `"${text}" is not a mention: ${mentions.map((each) => each.text).join(", ")}`);
  return mention;
}

export function textsOf({ mentions }: Pick<Reviewed, "mentions">): string[] {
  return mentions.map(({ text }) => text);
}

/** A reference to a place, as hovers and rows pass it to commands. */
export function reference(document: vscode.TextDocument, { start, end }: Span): object {
  return { uri: document.uri.toString(), start, end, text: document.getText().slice(start, end) };
}

/** Puts the cursor into, or selects, the first place of some words. */
export function select(editor: vscode.TextEditor, words: string, { whole = false } = {}): void {
  const start = editor.document.getText().indexOf(words);
  assert.ok(start >= 0, `"${words}" is not in the document`);
  const [from, to] = [start, start + words.length].map((offset) => editor.document.positionAt(offset));
  editor.selection = whole ? new vscode.Selection(from!, to!) : new vscode.Selection(from!, from!);
}

/** The text of our hover over the first place of some words. */
export async function hoverOver(document: vscode.TextDocument, words: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(words) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value))
    .join("\n");
}

/** The quick fixes at the first place of some words. */
export async function quickFixes(editor: vscode.TextEditor, words: string): Promise<vscode.CodeAction[]> {
  const start = editor.document.getText().indexOf(words);
  const range = new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(start + words.length));
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    editor.document.uri,
    range,
  );
  return actions.filter(({ title }) => title.includes(words));
}

/** Runs the one quick fix whose title begins with `beginning`. */
export async function runQuickFix(
  editor: vscode.TextEditor,
  words: string,
  beginning: string,
): Promise<vscode.CodeAction> {
  const action = await until(`a quick fix "${beginning}"`, async () =>
    (await quickFixes(editor, words)).find(({ title }) => title.startsWith(beginning)),
  );
  if (action.edit !== undefined) await vscode.workspace.applyEdit(action.edit);
  const { command } = action;
  if (command !== undefined)
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
  return action;
}

export async function write(uri: vscode.Uri, content: string | Uint8Array): Promise<void> {
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, ".."));
  await vscode.workspace.fs.writeFile(uri, typeof content === "string" ? new TextEncoder().encode(content) : content);
}

/** The text of a file; empty where there is none. */
export async function read(uri: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return "";
  }
}

export async function remove(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri, { recursive: true });
  } catch {
    // It was not there.
  }
}

/** The lines of the ledger of a report made by `openReport`. */
export async function ledgerLines(
  folder: vscode.WorkspaceFolder,
  document: vscode.TextDocument,
): Promise<Record<string, unknown>[]> {
  const lines = (await read(ledgerOf(folder, document))).split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Accepts the selected entry of the prompt that is open, if one is. */
export function acceptPrompt(): Thenable<unknown> {
  return vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
}

/**
 * Accepts every prompt and preview as soon as it is there, until `running` has ended.
 *
 * @param limit in milliseconds
 */
export async function acceptingPrompts<T>(running: Thenable<T>, limit = 30_000): Promise<T> {
  const prompts = { areDone: false };
  const end = () => (prompts.areDone = true);
  running.then(end, end);
  const deadline = Date.now() + limit;
  while (!prompts.areDone && Date.now() < deadline) {
    await acceptPrompt();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.ok(prompts.areDone, "the prompts came to no end");
  return running;
}

/** Closes every editor, whatever is unsaved in it. */
export async function closeAll(): Promise<void> {
  const open = () => vscode.window.tabGroups.all.reduce((count, { tabs }) => count + tabs.length, 0);
  for (let count = open(); count > 0; count = open()) {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await until("an editor is closed", () => open() < count);
  }
  await until("no editor is left", () => vscode.window.visibleTextEditors.length === 0);
}

/** Sets one of our settings for the time of `run`. */
export async function withSetting(key: string, value: unknown, run: () => Promise<void>): Promise<void> {
  const settings = () => vscode.workspace.getConfiguration("healthgeo");
  const before: unknown = settings().inspect(key)?.globalValue;
  await settings().update(key, value, vscode.ConfigurationTarget.Global);
  try {
    await run();
  } finally {
    await settings().update(key, before, vscode.ConfigurationTarget.Global);
  }
}
