import { l10n, Uri, window, workspace, type QuickPickItem } from "vscode";
import { mergeSnippet, newWorkspacePack, type Pack, type Snippet } from "../../../core";
import { filesIn } from "../../services/files";
import { brokenPack, currentText, showChange, writeAsEdit } from "../../services/packs/pack-writer";
import type { Services } from "../../services/services";
import { folderForPack, workspacePackIn } from "../../services/packs/workspace-pack";
import { isPackFile, PACK_FOLDER } from "../../services/packs/workspace-packs";
import { previewMerge } from "./merge-preview";

/** A pack that is to be written. */
export interface PackTarget {
  readonly uri: Uri;
  /** Of the pack, where it is a new one. */
  readonly title: string;
}

/** What a merge says to the user; `name` is the file. */
export interface MergeWords {
  readonly title: (name: string, conflicts: number) => string;
  readonly done: (name: string) => string;
}

interface PackItem extends QuickPickItem {
  readonly uri: Uri;
}

/**
 * Lets the user choose a pack of the workspace, a new one, or a shared one that lies in a file of the team. Undefined where
 * they choose none, or where there is no place to write to, which they are told.
 */
export async function pickPack({ activeDocument, taxonomy }: Services, title: string): Promise<PackTarget | undefined> {
  const folder = await folderForPack(activeDocument.document);
  if (folder === undefined) {
    if ((workspace.workspaceFolders ?? []).length > 0) return undefined;
    void window.showInformationMessage(l10n.t("Open a folder first: a taxonomy pack is a file in it."));
    return undefined;
  }
  if (workspace.fs.isWritableFileSystem(folder.uri.scheme) === false) {
    const message = l10n.t(
      "{0} is read-only, so no taxonomy pack can be written there. Open a folder that can.",
      folder.name,
    );
    void window.showWarningMessage(message);
    return undefined;
  }
  const place = Uri.joinPath(folder.uri, ...PACK_FOLDER.split("/"));
  const existing = (await filesIn(place)).map((name) => Uri.joinPath(place, name)).filter(isPackFile);
  const own = workspacePackIn(folder);
  const isThere = existing.some((uri) => uri.toString() === own.toString());
  const active = window.activeTextEditor?.document.uri.toString();
  const shared = sharedFiles((await taxonomy.ready()).packs);
  const items = [...existing, ...(isThere ? [] : [own]), ...shared]
    .sort((a, b) => Number(b.toString() === active) - Number(a.toString() === active))
    .map((uri): PackItem => {
      const note = shared.includes(uri) ? l10n.t("shared") : l10n.t("a new pack");
      const description = existing.includes(uri) ? {} : { description: note };
      return { label: workspace.asRelativePath(uri), uri, ...description };
    });
  const picked = await window.showQuickPick(items, { title, ignoreFocusOut: true });
  return picked && { uri: picked.uri, title: folder.name };
}

/** Shared packs that the team writes; those of installed packages would lose the change. */
function sharedFiles(packs: readonly Pack[]): Uri[] {
  return packs
    .filter(({ layer, uri }) => layer === "shared" && !uri.includes("/node_modules/"))
    .map(({ uri }) => Uri.parse(uri));
}

/**
 * Merges a snippet into a pack once the user has seen what becomes of each part, as one edit that the editor's Undo takes
 * back, and shows the pack where it changed.
 *
 * @returns whether something was written
 * @throws BrokenFileError where the pack has errors, Error where it cannot be written
 */
export async function mergeIntoPack(
  services: Services,
  { uri, title }: PackTarget,
  snippet: Snippet,
  words: MergeWords,
): Promise<boolean> {
  const before = await currentText(uri);
  const source = before ?? newWorkspacePack(title);
  const chosen = await previewMerge(services.taxonomy, snippet, source, uri, words.title);
  if (chosen === undefined) return false;
  const merged = mergeSnippet(source, chosen, uri.toString());
  if ("problems" in merged) throw brokenPack(uri, merged.problems);
  if (merged.source === before) return false;
  await showChange(await writeAsEdit(uri, before, merged.source), before ?? "");
  await services.taxonomy.reload();
  window.setStatusBarMessage(words.done(workspace.asRelativePath(uri)), 6000);
  return true;
}
