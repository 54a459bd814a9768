import { l10n, workspace, type Uri } from "vscode";
import { deleteFile, readBytes, writeBytes } from "../files";
import type { UndoHistory } from "./undo-history";

/**
 * Writes a file so that the last decision that can be undone is this. Undoing gives back what was there before, unless the file
 * was changed since.
 */
export async function writeUndoably(history: UndoHistory, file: Uri, content: string | Uint8Array): Promise<void> {
  const written = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const before = await readBytes(file);
  const name = workspace.asRelativePath(file);
  await writeBytes(file, written);
  history.push({
    label: l10n.t("wrote {0}", name),
    undo: async () => {
      if (!isSame(await readBytes(file), written)) {
        throw new Error(l10n.t("{0} was changed since, so it was left as it is.", name));
      }
      await (before === undefined ? deleteFile(file) : writeBytes(file, before));
    },
  });
}

function isSame(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a?.length === b.length && a.every((byte, i) => byte === b[i]);
}
