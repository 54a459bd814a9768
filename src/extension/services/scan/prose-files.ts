import { FileType, Uri, workspace, type WorkspaceFolder } from "vscode";
import { ScanRules } from "../../../core";
import { scanSettings } from "../settings";
import { readLimits, type ReadLimits } from "./scanned-file";

const GITIGNORE = ".gitignore";

/** The prose files of a workspace folder. */
export interface ProseFiles {
  readonly folder: WorkspaceFolder;
  readonly rules: ScanRules;
  readonly limits: ReadLimits;
  /** Sorted by path. */
  readonly files: readonly Uri[];
  /** Folders that could not be read, and why. */
  readonly unreadable: readonly { readonly uri: Uri; readonly reason: string }[];
}

/** Walks through a workspace folder; links to other folders are not followed, for they may lead in a circle. */
export async function findProseFiles(folder: WorkspaceFolder, isCancelled: () => boolean): Promise<ProseFiles> {
  const { include, exclude } = scanSettings(folder.uri);
  const walk = new Walk(folder, new ScanRules(include, exclude), isCancelled);
  await walk.enter("");
  walk.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return walk;
}

class Walk implements ProseFiles {
  readonly files: Uri[] = [];
  readonly limits: ReadLimits;
  readonly unreadable: { uri: Uri; reason: string }[] = [];

  constructor(
    readonly folder: WorkspaceFolder,
    readonly rules: ScanRules,
    readonly isCancelled: () => boolean,
  ) {
    this.limits = readLimits(folder.uri);
  }

  /** @param path of a folder, relative, with a slash at its end; empty for the root */
  async enter(path: string): Promise<void> {
    if (this.isCancelled()) return;
    // Not every file system knows a folder by a name that ends with a slash.
    const uri = Uri.joinPath(this.folder.uri, path.replace(/\/$/, ""));
    let entries: [string, FileType][];
    try {
      entries = await workspace.fs.readDirectory(uri);
    } catch (error) {
      this.unreadable.push({ uri, reason: error instanceof Error ? error.message : String(error) });
      return;
    }
    if (entries.some(([name]) => name === GITIGNORE)) await this.#obey(path);
    const folders: string[] = [];
    for (const [name, type] of entries) {
      if ((type & FileType.Directory) !== 0) {
        if ((type & FileType.SymbolicLink) === 0 && this.rules.enters(`${path}${name}/`))
          folders.push(`${path}${name}/`);
      } else if (this.rules.takes(path + name)) this.files.push(Uri.joinPath(uri, name));
    }
    for (const each of folders) await this.enter(each);
  }

  async #obey(path: string): Promise<void> {
    try {
      const source = await workspace.fs.readFile(Uri.joinPath(this.folder.uri, path, GITIGNORE));
      this.rules.gitignores.add(path, new TextDecoder().decode(source));
    } catch {
      // One that cannot be read ignores nothing.
    }
  }
}
