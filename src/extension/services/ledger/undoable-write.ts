import { l10n, workspace, type Uri } from "vscode";
import { deleteFile, readText, writeText } from "../files";
import type { UndoHistory } from "./undo-history";

/**
 * Writes a file so that the last decision that can be undone is this. Undoing gives back what was there before, unless the file
 * was changed since.
 */
export async function writeUndoably(history: UndoHistory, file: Uri, text: string): Promise<void> {
  const before = await readText(file);
  const name = workspace.asRelativePath(file);
  await writeText(file, text);
  history.push({
    label: l10n.t("wrote {0}", name),
    undo: async () => {
      if ((await readText(file)) !== text) {
        throw new Error(l10n.t("{0} was changed since, so it was left as it is.", name));
      }
      await (before === undefined ? deleteFile(file) : writeText(file, before));
    },
  });
}
