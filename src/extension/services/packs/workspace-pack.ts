import { l10n, Uri, window, workspace, type TextDocument, type WorkspaceFolder } from "vscode";
import { addIgnoredTerm, formatProblem, newWorkspacePack } from "../../../core";
import { BrokenFileError } from "../../report-error";
import { NoLedgerError } from "../ledger/decision-service";
import { deleteFile, readText, writeText } from "../files";
import type { Services } from "../services";
import { PACK_FOLDER } from "./workspace-packs";

/** The pack of a folder that the editor's own actions write to. */
const WORKSPACE_PACK = "workspace.yaml";

/** The pack of a folder that additions go to, whether it is there or not. */
export function workspacePackIn(folder: WorkspaceFolder): Uri {
  return Uri.joinPath(folder.uri, PACK_FOLDER, WORKSPACE_PACK);
}

/** The folder of a document, else the only folder, else the one the user picks. */
export async function folderForPack(document?: TextDocument): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  const own = document === undefined ? undefined : workspace.getWorkspaceFolder(document.uri);
  return own ?? (folders.length > 1 ? window.showWorkspaceFolderPick() : folders[0]);
}

/** The file that rejecting everywhere writes, for titles: a path, or what to do to have one. */
export function workspacePackLabel(document: TextDocument): string {
  const folder = workspace.getWorkspaceFolder(document.uri) ?? workspace.workspaceFolders?.[0];
  return folder === undefined ? l10n.t("open a folder first") : workspace.asRelativePath(workspacePackIn(folder));
}

/**
 * Writes a phrase into the ignore list of the workspace's pack, so that it is a mention nowhere.
 *
 * @throws NoLedgerError without a folder, BrokenFileError where the pack has errors, Error where it cannot be written
 */
export async function rejectEverywhere(
  { history, taxonomy }: Services,
  document: TextDocument,
  phrase: string,
): Promise<void> {
  const folder = await folderForPack(document);
  if (folder === undefined) {
    if ((workspace.workspaceFolders ?? []).length > 0) return;
    throw new NoLedgerError({
      kind: "noFolder",
      reason: l10n.t("Open a folder first: what is rejected everywhere is kept in a taxonomy pack of that folder."),
    });
  }
  const file = workspacePackIn(folder);
  const before = await readText(file);
  const edited = addIgnoredTerm(before ?? newWorkspacePack(folder.name), phrase, file.toString());
  if ("problems" in edited) {
    const [problem] = edited.problems;
    const detail = problem === undefined ? "" : formatProblem({ ...problem, uri: workspace.asRelativePath(file) });
    throw new BrokenFileError(l10n.t("The workspace's pack has an error and was not changed. {0}", detail), file);
  }
  if (edited.source === before) return;
  await writeText(file, edited.source);
  await taxonomy.reload();
  history.push({
    label: l10n.t("rejected “{0}” everywhere", phrase),
    undo: async () => {
      await restore(file, before, edited.source);
      await taxonomy.reload();
    },
  });
}

/** Puts a file back to what it was, unless somebody else changed it since. */
async function restore(file: Uri, before: string | undefined, written: string): Promise<void> {
  if ((await readText(file)) !== written) {
    throw new BrokenFileError(
      l10n.t(
        "{0} was changed since, so it was left as it is. Remove the phrase there by hand.",
        workspace.asRelativePath(file),
      ),
      file,
    );
  }
  await (before === undefined ? deleteFile(file) : writeText(file, before));
}
