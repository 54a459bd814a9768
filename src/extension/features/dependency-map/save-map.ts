import { commands, l10n, Uri, window, workspace } from "vscode";
import { dependencyMapGraphml, dependencyMapSvg, type DependencyMap } from "../../../core";
import { MAP_FILES, type MapFile } from "../../../webview/dependency-map/messages";
import { writeUndoably } from "../../services/ledger/undoable-write";
import type { UndoHistory } from "../../services/ledger/undo-history";

/** Asks for a place, and writes a map there; one step of undo takes it back. */
export async function saveMap(map: DependencyMap, file: MapFile, history: UndoHistory): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    title: l10n.t("Save {0}", MAP_FILES[file]),
    filters: { [MAP_FILES[file]]: [file] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, `dependency-map.${file}`) }),
  });
  if (target === undefined) return;
  await writeUndoably(history, target, mapText(map, file));
  const open = l10n.t("Open File");
  const chosen = await window.showInformationMessage(l10n.t("Wrote {0}.", workspace.asRelativePath(target)), open);
  if (chosen === open) await commands.executeCommand("vscode.open", target);
}

function mapText(map: DependencyMap, file: MapFile): string {
  switch (file) {
    case "svg":
      return dependencyMapSvg(map);
    case "graphml":
      return dependencyMapGraphml(map);
    case "json":
      return `${JSON.stringify(map, undefined, 2)}\n`;
  }
}
