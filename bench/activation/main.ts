import { statSync } from "node:fs";
import { basename, dirname } from "node:path";
import * as vscode from "vscode";
import type { TestAccess } from "../../src/extension/extension";

/** Starts the line with the measurement, so that the script finds it among what the editor logs. */
const MARK = "HEALTHGEO_ACTIVATION ";

const EXTENSION = "healthgeo.healthgeo";
const POLL_MS = 2;

/** What the editor knows of when its host did what. */
interface Marks {
  getMarks(): readonly { readonly name: string; readonly startTime: number }[];
}

/**
 * The entry point that VS Code calls, in a window without a document: reads when the extension was activated, then opens a first
 * report.
 *
 * @throws {Error} where the extension is missing
 */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<TestAccess>(EXTENSION);
  if (extension === undefined) throw new Error("the extension is missing");
  // The editor activates it by itself as soon as any input of its own is plain text.
  const { services } = await extension.activate();
  const beforeDocument = loadedFiles(extension.extensionPath);
  // A file: a text that is not saved would come back in the next window.
  const [file] = await vscode.workspace.findFiles("**/*.md", undefined, 1);
  if (file === undefined) throw new Error("the workspace has no report");
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document);
  const opened = performance.now();
  while (services.reviews.reviewOf(document).kind !== "reviewed")
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  const tagged = performance.now();
  const measured = {
    loading: between("LoadExtensionCode"),
    activating: between("ActivateExtension"),
    firstDocument: tagged - opened,
    beforeDocument,
    withDocument: loadedFiles(extension.extensionPath),
  };
  console.log(MARK + JSON.stringify(measured));
}

/** How long the editor took for a step, in whole milliseconds, by the marks that it keeps of what its host does. */
function between(step: string): number {
  const marks = (globalThis as { readonly MonacoPerformanceMarks?: Marks }).MonacoPerformanceMarks?.getMarks() ?? [];
  const [will, did] = ["will", "did"].map((side) =>
    marks.find(({ name }) => name === `code/extHost/${side}${step}/${EXTENSION}`),
  );
  if (will === undefined || did === undefined) throw new Error(`the editor has no marks of ${step}`);
  return did.startTime - will.startTime;
}

/** The files of the extension that the host has loaded as code, with their sizes in bytes. */
function loadedFiles(extensionPath: string): Record<string, number> {
  const files = Object.keys(require.cache).filter((path) => dirname(dirname(path)) === extensionPath);
  return Object.fromEntries(files.map((path) => [basename(path), statSync(path).size]));
}
