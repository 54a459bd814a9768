import { EventEmitter, RelativePattern, workspace, type Uri } from "vscode";
import { Debouncer } from "../../debouncer";
import { DisposableStore, type Disposable } from "../../dispose";

/** Several files that change at once are looked at together. */
const DELAY_MS = 300;

/** Collects the files and folders of the workspace that come, go or change. */
export class FileChanges implements Disposable {
  readonly #store = new DisposableStore();
  readonly #settled = this.#store.add(new EventEmitter<void>());
  readonly #debouncer = this.#store.add(new Debouncer());
  readonly #uris = new Map<string, Uri>();
  #watchers = new DisposableStore();

  /** Something changed, and nothing else for a while. */
  readonly onDidSettle = this.#settled.event;

  constructor() {
    this.#store.add(workspace.onDidChangeWorkspaceFolders(() => this.#watch()));
    this.#watch();
  }

  /** What changed since this was last asked. */
  take(): Uri[] {
    const uris = [...this.#uris.values()];
    this.#uris.clear();
    return uris;
  }

  dispose(): void {
    this.#watchers.dispose();
    this.#store.dispose();
  }

  #watch(): void {
    this.#watchers.dispose();
    this.#watchers = new DisposableStore();
    const note = (uri: Uri) => {
      this.#uris.set(uri.toString(), uri);
      this.#debouncer.run("settle", DELAY_MS, () => this.#settled.fire());
    };
    for (const folder of workspace.workspaceFolders ?? []) {
      const watcher = this.#watchers.add(workspace.createFileSystemWatcher(new RelativePattern(folder, "**")));
      this.#watchers.add(watcher.onDidChange(note));
      this.#watchers.add(watcher.onDidCreate(note));
      this.#watchers.add(watcher.onDidDelete(note));
    }
  }
}
