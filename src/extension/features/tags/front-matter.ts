import { commands, l10n, window, workspace, WorkspaceEdit } from "vscode";
import { writeTagsToFrontMatter } from "../../../core";
import type { Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { rangeOf } from "../../mention-target";
import { formatOfDocument } from "../../prose-document";
import type { Services } from "../../services/services";

/** Lists what a Markdown report names, as far as somebody accepted or tagged it, in its front matter. */
export function activateFrontMatter(services: Services): Disposable {
  return commands.registerCommand(COMMANDS.writeTagsToFrontMatter, () => writeFrontMatter(services));
}

async function writeFrontMatter({ activeDocument, reviews }: Services): Promise<void> {
  const { document } = activeDocument;
  const review = document === undefined ? undefined : reviews.reviewOf(document);
  if (document === undefined || formatOfDocument(document) !== "markdown" || review?.kind !== "reviewed") {
    void window.showInformationMessage(l10n.t("Open a Markdown report first: only Markdown has front matter."));
    return;
  }
  const named = review.mentions.filter(({ status, by }) => status === "accepted" || by === "inline");
  const change = writeTagsToFrontMatter(document.getText(), named);
  if ("reason" in change) {
    void window.showWarningMessage(change.reason);
    return;
  }
  const file = workspace.asRelativePath(document.uri);
  if (change.edit === undefined) {
    window.setStatusBarMessage(l10n.t("The front matter of {0} says already what was accepted.", file), 4000);
    return;
  }
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, change.edit), change.edit.text);
  if (await workspace.applyEdit(edit)) window.setStatusBarMessage(l10n.t("Wrote the front matter of {0}.", file), 4000);
  else void window.showErrorMessage(l10n.t("{0} cannot be changed. Is it read-only?", file));
}
