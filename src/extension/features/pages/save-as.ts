import { commands, l10n, Uri, window, workspace } from "vscode";
import { writeUndoably } from "../../services/ledger/undoable-write";
import type { UndoHistory } from "../../services/ledger/undo-history";

/** Something of a page that goes into a file. */
export interface SavedFile {
  /** Of the dialog that asks for the place. */
  readonly title: string;
  /** The name of the file that is proposed. */
  readonly name: string;
  /** File extensions by what people call them. */
  readonly filters: Readonly<Record<string, string[]>>;
  /** @param path of the file, whose extension may choose the format */
  readonly content: (path: string) => string | Uint8Array;
}

/** Asks for a place and writes a file there, in one step to undo. */
export async function saveAs({ title, name, filters, content }: SavedFile, history: UndoHistory): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    title,
    filters,
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
  });
  if (target === undefined) return;
  await writeUndoably(history, target, content(target.path));
  const open = l10n.t("Open File");
  const chosen = await window.showInformationMessage(l10n.t("Wrote {0}.", workspace.asRelativePath(target)), open);
  if (chosen === open) await commands.executeCommand("vscode.open", target);
}
