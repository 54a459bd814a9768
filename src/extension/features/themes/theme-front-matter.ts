import { commands, l10n, window, workspace, WorkspaceEdit } from "vscode";
import { writeThemesToFrontMatter } from "../../../core";
import type { Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { rangeOf } from "../../mention-target";
import { formatOfDocument } from "../../prose-document";
import type { Services } from "../../services/services";

/** Lists what a Markdown report argues, by the themes of its passages, in its front matter. */
export function activateThemeFrontMatter(services: Services): Disposable {
  return commands.registerCommand(COMMANDS.writeThemesToFrontMatter, () => writeThemes(services));
}

async function writeThemes({ activeDocument, themes }: Services): Promise<void> {
  const { document } = activeDocument;
  const themed =
    document !== undefined && formatOfDocument(document) === "markdown" ? await themes.themesOf(document) : undefined;
  if (document === undefined || themed === undefined) {
    void window.showInformationMessage(l10n.t("Open a Markdown report first: only Markdown has front matter."));
    return;
  }
  const found = themed.flatMap((passage) => passage.themes.map(({ theme }) => theme));
  const change = writeThemesToFrontMatter(document.getText(), found);
  if ("reason" in change) {
    void window.showWarningMessage(change.reason);
    return;
  }
  const file = workspace.asRelativePath(document.uri);
  if (change.edit === undefined) {
    window.setStatusBarMessage(l10n.t("The front matter of {0} lists its themes already.", file), 4000);
    return;
  }
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, change.edit), change.edit.text);
  if (await workspace.applyEdit(edit)) window.setStatusBarMessage(l10n.t("Wrote the front matter of {0}.", file), 4000);
  else void window.showErrorMessage(l10n.t("{0} cannot be changed. Is it read-only?", file));
}
