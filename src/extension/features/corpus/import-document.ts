import { commands, l10n, ProgressLocation, Uri, window, workspace } from "vscode";
import {
  IMPORT_EXTENSIONS,
  importDocument,
  importFormatOfPath,
  MAX_DOCUMENT_BYTES,
  type ImportFormat,
  type ReadResult,
} from "../../../core";
import type { Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { fetchLazyFiles } from "../../lazy-files";
import { fileType } from "../../services/files";
import type { Services } from "../../services/services";
import { writeUndoably } from "../../services/ledger/undoable-write";

/** Names of the files beside the bundle that read documents; the build puts them in. */
declare const DOCUMENT_FILES: readonly string[];

/** Turns PDF, Word and HTML documents into Markdown beside them, and opens it. */
export function activateImportDocument(services: Services): Disposable {
  return commands.registerCommand(COMMANDS.importDocument, async (clicked: unknown, selected: unknown) => {
    const selection: readonly unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [clicked];
    const chosen = selection.filter((each) => each instanceof Uri);
    const files = chosen.length > 0 ? chosen : await pickFiles();
    for (const file of files) await reportingErrors(services, file, () => importFile(services, file));
  });
}

async function pickFiles(): Promise<readonly Uri[]> {
  const picked = await window.showOpenDialog({
    title: l10n.t("Import Document"),
    openLabel: l10n.t("Import"),
    canSelectMany: true,
    filters: { [l10n.t("PDF, Word and HTML documents")]: [...IMPORT_EXTENSIONS] },
  });
  return picked ?? [];
}

async function reportingErrors({ log }: Services, file: Uri, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    void showError(file, error instanceof Error ? error.message : String(error));
  }
}

async function importFile(services: Services, file: Uri): Promise<void> {
  const format = importFormatOfPath(file.path);
  if (format === undefined) {
    throw new Error(l10n.t("Only {0} files can be imported.", IMPORT_EXTENSIONS.map((name) => `.${name}`).join(", ")));
  }
  const target = file.with({ path: file.path.replace(/\.[^./]*$/, ".md") });
  const { size } = await workspace.fs.stat(file);
  if (size > MAX_DOCUMENT_BYTES) throw new Error(l10n.t("It is too large to import. Split it and import the parts."));
  if ((await fileType(target)) !== undefined && !(await mayReplace(target))) return;
  const { markdown, problems } = await readWithProgress(services, file, format);
  const [problem] = problems;
  if (markdown === undefined) {
    if (problem !== undefined) void showError(file, problem.message);
    return;
  }
  await writeUndoably(services.history, target, markdown);
  await window.showTextDocument(target);
  const written = l10n.t("Wrote {0}.", workspace.asRelativePath(target));
  if (problem === undefined) void window.showInformationMessage(written);
  else void window.showWarningMessage(`${written} ${problem.message}`);
}

async function mayReplace(target: Uri): Promise<boolean> {
  const replace = l10n.t("Replace");
  const message = l10n.t("{0} is there already. Replace it?", workspace.asRelativePath(target));
  return (await window.showWarningMessage(message, { modal: true }, replace)) === replace;
}

async function readWithProgress({ context }: Services, file: Uri, format: ImportFormat): Promise<ReadResult> {
  const title = l10n.t("Importing {0}", nameOf(file));
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, async (progress, token) => {
    const bytes = await workspace.fs.readFile(file);
    await fetchLazyFiles(context.extensionUri, DOCUMENT_FILES);
    return importDocument(bytes, format, nameOf(file), {
      uri: workspace.asRelativePath(file),
      isCancelled: () => token.isCancellationRequested,
      onPage: async (page, pages) => {
        progress.report({ message: l10n.t("Page {0} of {1}", page, pages), increment: 100 / pages });
        await new Promise((resolve) => setTimeout(resolve, 0));
      },
    });
  });
}

async function showError(file: Uri, message: string): Promise<void> {
  await window.showErrorMessage(l10n.t("{0} was not imported. {1}", nameOf(file), message));
}

function nameOf(file: Uri): string {
  return file.path.split("/").at(-1) ?? file.path;
}
