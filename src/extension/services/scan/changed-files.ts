import { FileType, workspace, type Uri } from "vscode";
import { fileType } from "../files";
import type { ProseFiles } from "./prose-files";

const GITIGNORE = ".gitignore";

/** What a change of a file or folder means for a corpus. */
export type ChangeReach = "nothing" | "file" | "folders";

/**
 * Whether a change concerns one file of the corpus, or may concern many: other rules, or a folder that came or went.
 *
 * @param holdsAnyIn whether the corpus has files in what has this address
 */
export async function reachOf(
  uri: Uri,
  { folder, rules }: Pick<ProseFiles, "folder" | "rules">,
  holdsAnyIn: (uri: string) => boolean,
): Promise<ChangeReach> {
  const path = uri.path.slice(folder.uri.path.length).replace(/^\/+/, "");
  const isMany = (found: boolean): ChangeReach => (found ? "folders" : "nothing");
  if (path.split("/").at(-1) === GITIGNORE) return isMany(rules.enters(`${path.slice(0, -GITIGNORE.length)}x/`));
  if (rules.reaches(path)) return "file";
  if (holdsAnyIn(uri.toString())) return isMany((await typeOf(uri)) === undefined);
  return isMany(rules.enters(`${path}/`) && (await typeOf(uri)) === FileType.Directory);
}

/** The folder of the workspace that a file stands in, as it was scanned. */
export function folderOf(uri: Uri, folders: readonly ProseFiles[]): ProseFiles | undefined {
  const owner = workspace.getWorkspaceFolder(uri);
  return folders.find(({ folder }) => folder === owner);
}

async function typeOf(uri: Uri): Promise<FileType | undefined> {
  return fileType(uri).catch(() => undefined);
}
