import { RelativePattern, workspace, type Uri } from "vscode";
import { DisposableStore, type Disposable } from "../dispose";

/** Watches the files that patterns name; patterns named later take the place of those before. */
export class FileWatchers implements Disposable {
  readonly #onEvent: (uri: Uri) => void;
  #watchers = new DisposableStore();

  /** @param onEvent a file came, went or changed */
  constructor(onEvent: (uri: Uri) => void) {
    this.#onEvent = onEvent;
  }

  watch(patterns: readonly RelativePattern[]): void {
    this.#watchers.dispose();
    this.#watchers = new DisposableStore();
    for (const pattern of patterns) {
      const watcher = this.#watchers.add(workspace.createFileSystemWatcher(pattern));
      this.#watchers.add(watcher.onDidChange(this.#onEvent));
      this.#watchers.add(watcher.onDidCreate(this.#onEvent));
      this.#watchers.add(watcher.onDidDelete(this.#onEvent));
    }
  }

  dispose(): void {
    this.#watchers.dispose();
  }
}

/** Watches the files of a glob in every folder of the workspace, whichever folders it has. */
export function watchFolders(glob: string, onEvent: (uri: Uri) => void): Disposable {
  const store = new DisposableStore();
  const watchers = store.add(new FileWatchers(onEvent));
  const watch = () => {
    watchers.watch((workspace.workspaceFolders ?? []).map((folder) => new RelativePattern(folder, glob)));
  };
  store.add(workspace.onDidChangeWorkspaceFolders(watch));
  watch();
  return store;
}
