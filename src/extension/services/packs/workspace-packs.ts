import { EventEmitter, Uri, workspace, type WorkspaceFolder } from "vscode";
import type { LoadedPack, Problem } from "../../../core";
import { Debouncer } from "../../debouncer";
import { DisposableStore, type Disposable } from "../../dispose";
import { watchFolders } from "../file-watchers";
import { filesIn } from "../files";
import { PackReader, unreadable } from "./pack-reader";
import type { PackCache } from "./pack-cache";

/** Where the packs of a folder stand. */
export const PACK_FOLDER = ".healthgeo/taxonomy";
const PACK_FILE = /\.ya?ml$/;
const RELOAD_DELAY_MS = 100;

/** The taxonomy packs in the folders of the workspace. A pack that breaks keeps its last good version. */
export class WorkspacePacks implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly #debouncer = this.#store.add(new Debouncer());
  readonly #reader: PackReader;

  /** A pack file came, went or changed. */
  readonly onDidChange = this.#changed.event;

  constructor(cache: PackCache) {
    this.#reader = new PackReader("workspace", cache);
    const onEvent = (uri: Uri) => {
      if (isPackFile(uri)) this.#schedule();
    };
    this.#store.add(watchFolders(`${PACK_FOLDER}/*`, onEvent));
    this.#store.add(workspace.onDidChangeWorkspaceFolders(() => this.#schedule()));
    this.#store.add(workspace.onDidSaveTextDocument(({ uri }) => onEvent(uri)));
  }

  /** Reads what changed since the last time; packs come by address, in the order of folders and file names. */
  async read(): Promise<{ packs: Map<string, LoadedPack>; problems: Problem[] }> {
    const folders = await Promise.all((workspace.workspaceFolders ?? []).map(packFilesIn));
    const uris = folders.flatMap((folder) => folder.files);
    const reads = await Promise.all(uris.map((uri) => this.#reader.read(uri)));
    this.#reader.retain(uris.map(String));
    return {
      packs: new Map(uris.map((uri, i) => [uri.toString(), reads[i]!])),
      problems: [...folders, ...reads].flatMap(({ problems }) => problems),
    };
  }

  dispose(): void {
    this.#store.dispose();
  }

  #schedule(): void {
    this.#debouncer.run("reload", RELOAD_DELAY_MS, () => {
      this.#changed.fire();
    });
  }
}

/** Whether a file lies in a folder of packs of the workspace. */
export function isPackFile(uri: Uri): boolean {
  const folder = workspace.getWorkspaceFolder(uri);
  if (folder === undefined || !PACK_FILE.test(uri.path)) return false;
  return Uri.joinPath(uri, "..").path === Uri.joinPath(folder.uri, PACK_FOLDER).path;
}

/** The packs of a folder in the order of their names. A folder that cannot be read holds none, and a problem says so. */
async function packFilesIn({ uri }: WorkspaceFolder): Promise<{ files: Uri[]; problems: Problem[] }> {
  const folder = Uri.joinPath(uri, PACK_FOLDER);
  try {
    const names = await filesIn(folder);
    return {
      files: names.filter((name) => PACK_FILE.test(name)).map((name) => Uri.joinPath(folder, name)),
      problems: [],
    };
  } catch (error) {
    return { files: [], problems: [unreadable(folder, error)] };
  }
}
