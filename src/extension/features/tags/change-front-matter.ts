import { l10n, window, workspace, WorkspaceEdit, type TextDocument } from "vscode";
import type { FrontMatterChange } from "../../../core";
import { rangeOf } from "../../mention-target";

/**
 * Writes a change of the front matter into its document, as one edit that the editor undoes, and says so; where there is no
 * change to make, it says why.
 *
 * @param unchanged what to say where the front matter is as it should be, given the name of the file
 */
export async function changeFrontMatter(
  document: TextDocument,
  change: FrontMatterChange,
  unchanged: (file: string) => string,
): Promise<void> {
  if ("reason" in change) {
    void window.showWarningMessage(change.reason);
    return;
  }
  const file = workspace.asRelativePath(document.uri);
  if (change.edit === undefined) {
    window.setStatusBarMessage(unchanged(file), 4000);
    return;
  }
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, change.edit), change.edit.text);
  if (await workspace.applyEdit(edit)) window.setStatusBarMessage(l10n.t("Wrote the front matter of {0}.", file), 4000);
  else void window.showErrorMessage(l10n.t("{0} cannot be changed. Is it read-only?", file));
}

/** Says that a command works on Markdown alone. */
export function refuseWithoutMarkdown(): void {
  void window.showInformationMessage(l10n.t("Open a Markdown report first: only Markdown has front matter."));
}
