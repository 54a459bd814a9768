import { commands, l10n, Uri, window, workspace } from "vscode";
import { deleteFile, readBytes, writeBytes } from "../../services/files";
import type { UndoHistory } from "../../services/ledger/undo-history";

/** What a plot can be saved as, by the file extension. */
export const PLOT_FILES = { csv: "CSV", svg: "SVG", png: "PNG" } as const;
export type PlotFile = keyof typeof PLOT_FILES;

/** Asks for a place, and writes a plot or its data there. */
export async function savePlot(name: string, kind: PlotFile, content: Uint8Array, history: UndoHistory): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    title: l10n.t("Save {0}", PLOT_FILES[kind]),
    filters: { [PLOT_FILES[kind]]: [kind] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, `insight-${name}.${kind}`) }),
  });
  if (target === undefined) return;
  await writeUndoably(target, content, history);
  const open = l10n.t("Open File");
  const chosen = await window.showInformationMessage(l10n.t("Wrote {0}.", workspace.asRelativePath(target)), open);
  if (chosen === open) await commands.executeCommand("vscode.open", target);
}

async function writeUndoably(target: Uri, content: Uint8Array, history: UndoHistory): Promise<void> {
  const before = await readBytes(target);
  await writeBytes(target, content);
  history.push({
    label: l10n.t("wrote {0}", workspace.asRelativePath(target)),
    undo: () => (before === undefined ? deleteFile(target) : writeBytes(target, before)),
  });
}
