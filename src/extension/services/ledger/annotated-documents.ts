import { FileType, Uri, workspace, type WorkspaceFolder } from "vscode";
import { documentPathOf, LEDGER_FOLDER, parseLedger, UNSIGNED } from "../../../core";
import { fileType, readText } from "../files";

/** A document with decisions, and whose they are. */
export interface AnnotatedDocument {
  readonly uri: Uri;
  /** Sorted; curated decisions count for nobody. */
  readonly annotators: readonly string[];
  /** How many decisions contradict another since a merge. */
  readonly conflicts: number;
}

/** The documents of the workspace that somebody decided on, by path. Those whose ledger cannot be read are left out. */
export async function annotatedDocuments(): Promise<AnnotatedDocument[]> {
  const found = await Promise.all((workspace.workspaceFolders ?? []).map(inFolder));
  return found.flat();
}

async function inFolder(folder: WorkspaceFolder): Promise<AnnotatedDocument[]> {
  const ledgers = Uri.joinPath(folder.uri, LEDGER_FOLDER);
  const names = (await fileType(ledgers)) === FileType.Directory ? await filesUnder(ledgers) : [];
  const documents = names.map(async (name): Promise<AnnotatedDocument[]> => {
    const path = documentPathOf(name);
    if (path === undefined) return [];
    const uri = Uri.joinPath(folder.uri, path);
    const source = await readText(Uri.joinPath(ledgers, name)).catch(() => undefined);
    return source === undefined || (await fileType(uri)) === undefined ? [] : [described(uri, source)];
  });
  return (await Promise.all(documents)).flat();
}

function described(uri: Uri, source: string): AnnotatedDocument {
  const { decisions } = parseLedger(source, uri.toString());
  const own = decisions.filter(({ curates }) => curates === undefined);
  return {
    uri,
    annotators: [...new Set(own.map(({ author }) => author ?? UNSIGNED))].sort(),
    conflicts: own.filter(({ conflictsWith }) => conflictsWith !== undefined).length,
  };
}

/** The paths of all files under a folder, relative to it. */
async function filesUnder(folder: Uri): Promise<string[]> {
  const entries = await workspace.fs.readDirectory(folder);
  const paths = entries.map(async ([name, type]) => {
    if ((type & FileType.Directory) === 0) return [name];
    const inner = await filesUnder(Uri.joinPath(folder, name));
    return inner.map((path) => `${name}/${path}`);
  });
  return (await Promise.all(paths)).flat().sort();
}
