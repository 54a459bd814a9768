import { l10n, Position, Range, window, workspace, WorkspaceEdit, type TextDocument, type Uri } from "vscode";
import { editBetween, formatProblem, type Problem } from "../../../core";
import { BrokenFileError } from "../../report-error";
import { readText } from "../files";

/** The text of a file as its editor has it, or would have it; undefined where there is no such file. */
export async function currentText(uri: Uri): Promise<string | undefined> {
  const isOpen = workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
  if (!isOpen && (await readText(uri)) === undefined) return undefined;
  return (await workspace.openTextDocument(uri)).getText();
}

/**
 * Writes another text into a file as one edit of the workspace, which the editor's Undo takes back, and saves it. The file is
 * made where there is none.
 *
 * @throws Error where somebody else changed the file meanwhile, or it cannot be written
 */
export async function writeAsEdit(uri: Uri, before: string | undefined, after: string): Promise<TextDocument> {
  const name = workspace.asRelativePath(uri);
  if ((await currentText(uri)) !== before) {
    throw new Error(l10n.t("{0} was changed in the meantime, so nothing was written. Try again.", name));
  }
  const edit = new WorkspaceEdit();
  if (before === undefined) edit.createFile(uri, { contents: new TextEncoder().encode(after) });
  else {
    const { start, end, text } = editBetween(before, after);
    const document = await workspace.openTextDocument(uri);
    edit.replace(uri, new Range(document.positionAt(start), document.positionAt(end)), text);
  }
  if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t("{0} could not be written. Is it read-only?", name));
  const document = await workspace.openTextDocument(uri);
  if (!(await document.save())) {
    throw new Error(l10n.t("{0} was changed in its editor but could not be saved. Is it read-only?", name));
  }
  return document;
}

/** Shows a file at the first line in which it differs from what it was, so that Undo is at hand. */
export async function showChange(document: TextDocument, before: string): Promise<void> {
  const { start } = editBetween(before, document.getText());
  const at = document.lineAt(Math.min(document.positionAt(start).line + 1, document.lineCount - 1)).range.start;
  await window.showTextDocument(document, { selection: new Range(at, at), preview: true });
}

/** The error of a pack that cannot be edited for its problems. */
export function brokenPack(uri: Uri, [problem]: readonly Problem[]): BrokenFileError {
  const name = workspace.asRelativePath(uri);
  const detail = problem === undefined ? "" : formatProblem({ ...problem, uri: name });
  return new BrokenFileError(l10n.t("{0} was not changed. {1}", name, detail), uri);
}

/** The beginning of a one-based line. */
export function lineRange(line: number): Range {
  const start = new Position(Math.max(0, line - 1), 0);
  return new Range(start, start);
}
