import { commands, env, l10n, Uri, window, workspace } from "vscode";
import { corpusReportInSteps, reportAsHtml, reportAsMarkdown, type CorpusReport } from "../../../core";
import type { Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { TimeSlices } from "../../services/scan/time-slices";
import type { Services } from "../../services/services";
import { discoveryEnabled } from "../../services/settings";
import { writeUndoably } from "../../services/ledger/undoable-write";
import { FolderDocuments, pathFrom } from "./folder-documents";
import { afterScan } from "./workspace-scan";

/** Writes a report on all texts of a folder, as one page of HTML or as Markdown. */
export function activateWriteReport(services: Services): Disposable {
  return commands.registerCommand(COMMANDS.writeReport, async (folder: unknown, target: unknown) => {
    try {
      await writeReport(services, uriOf(folder), uriOf(target));
    } catch (error) {
      services.log.error(error instanceof Error ? error : String(error));
      const message = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t("The report could not be written: {0}", message));
    }
  });
}

/** @param target the file to write; absent: the user names one */
async function writeReport(services: Services, chosen: Uri | undefined, target: Uri | undefined): Promise<void> {
  const folder = chosen ?? (await pickFolder());
  if (folder === undefined) return;
  const report = await reportOn(services, folder);
  if (report === undefined) return;
  if (report.documents.length === 0) {
    const message = l10n.t(
      "{0} holds no text to report on: none that the setting “healthgeo.scan.include” names and git does not ignore.",
      nameOf(folder),
    );
    void window.showInformationMessage(message);
    return;
  }
  const file = target ?? (await nameTarget(folder));
  if (file === undefined) return;
  const isMarkdown = /\.(?:md|markdown)$/i.test(file.path);
  await writeUndoably(services.history, file, isMarkdown ? reportAsMarkdown(report) : reportAsHtml(report));
  await commands.executeCommand("vscode.open", file);
  void announce(file, report);
}

function uriOf(argument: unknown): Uri | undefined {
  return argument instanceof Uri ? argument : undefined;
}

async function pickFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void window.showInformationMessage(l10n.t("Open a folder first: a report is about the texts in it."));
    return undefined;
  }
  if (folders.length === 1) return folders[0]!.uri;
  return (await window.showWorkspaceFolderPick({ placeHolder: l10n.t("The folder to report on") }))?.uri;
}

/** Scans, and counts what stands in a folder; undefined where that was cancelled. */
async function reportOn(services: Services, folder: Uri): Promise<CorpusReport | undefined> {
  const { context, corpus } = services;
  const { version } = context.extension.packageJSON as { readonly version: string };
  return afterScan(corpus, l10n.t("Reading the texts in {0}", nameOf(folder)), async (token) => {
    const slices = new TimeSlices();
    const taxonomy = await services.taxonomy.ready();
    const documents = await new FolderDocuments(services, folder, taxonomy, slices).read(token);
    if (documents === undefined) return undefined;
    const steps = corpusReportInSteps(documents, {
      title: nameOf(folder),
      taxonomy,
      version,
      withDecisions: true,
      withDiscovery: discoveryEnabled(),
      leftOut: corpus.leftOutIn(folder).map(({ uri, reason }) => ({ path: pathFrom(folder, uri), reason })),
    });
    return slices.run(steps, () => token.isCancellationRequested);
  });
}

async function nameTarget(folder: Uri): Promise<Uri | undefined> {
  return window.showSaveDialog({
    title: l10n.t("Write Report"),
    defaultUri: Uri.joinPath(folder, "report.html"),
    filters: { [l10n.t("Page (HTML)")]: ["html"], [l10n.t("Text (Markdown)")]: ["md"] },
  });
}

/** Says where the report is and what is not in it. */
async function announce(file: Uri, { documents, leftOut }: CorpusReport): Promise<void> {
  const name = workspace.asRelativePath(file);
  const browser = l10n.t("Open in Browser");
  const message =
    leftOut.length === 0
      ? l10n.t("Wrote {0} on {1} documents.", name, documents.length)
      : l10n.t(
          "Wrote {0} on {1} documents; {2} files were left out and are listed in it.",
          name,
          documents.length,
          leftOut.length,
        );
  const actions = file.path.endsWith(".html") ? [browser] : [];
  if ((await window.showInformationMessage(message, ...actions)) === browser) await env.openExternal(file);
}

function nameOf(folder: Uri): string {
  return folder.path.split("/").findLast((name) => name !== "") ?? folder.path;
}
