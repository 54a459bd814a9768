import { commands, l10n, Uri, window, workspace, type TextDocument } from "vscode";
import { newWorkspacePack } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS, WALKTHROUGH } from "../../ids";
import { readText, writeText } from "../../services/files";
import type { Services } from "../../services/services";
import { folderForPack, workspacePackIn } from "../../services/packs/workspace-pack";

/** First steps: the walkthrough, a report to try things on, a pack of one's own, the log. */
export function activateWelcome({ activeDocument, context, log }: Services): Disposable {
  const store = new DisposableStore();
  const add = (command: string, run: () => unknown) => store.add(commands.registerCommand(command, run));
  add(COMMANDS.openWalkthrough, () =>
    commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#${WALKTHROUGH}`, false),
  );
  add(COMMANDS.openSampleReport, () => openSampleReport(context.extensionUri));
  add(COMMANDS.openWorkspacePack, () => openWorkspacePack(activeDocument.document));
  add(COMMANDS.showLog, () => {
    log.show();
  });
  return store;
}

/** A short brief as a new document, so that nothing is written anywhere. */
async function openSampleReport(extensionUri: Uri): Promise<void> {
  const content = await readText(Uri.joinPath(extensionUri, "media", "walkthrough", "sample-report.md"));
  const document = await workspace.openTextDocument({ language: "markdown", content: content ?? "" });
  await window.showTextDocument(document);
}

/** Opens the workspace's own pack; writes one to start from where there is none. */
async function openWorkspacePack(document: TextDocument | undefined): Promise<void> {
  const folder = await folderForPack(document);
  if (folder === undefined) {
    void window.showInformationMessage(l10n.t("Open a folder first: a taxonomy pack is a file in it."));
    return;
  }
  const file = workspacePackIn(folder);
  if ((await readText(file)) === undefined) await writeText(file, newWorkspacePack(folder.name));
  await window.showTextDocument(file);
}
