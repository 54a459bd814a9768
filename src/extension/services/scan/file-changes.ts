import { EventEmitter, type Uri } from "vscode";
import { Debouncer } from "../../debouncer";
import { DisposableStore, type Disposable } from "../../dispose";
import { watchFolders } from "../file-watchers";

/** Several files that change at once are looked at together. */
const DELAY_MS = 300;

/** Collects the files and folders of the workspace that come, go or change. */
export class FileChanges implements Disposable {
  readonly #store = new DisposableStore();
  readonly #settled = this.#store.add(new EventEmitter<void>());
  readonly #debouncer = this.#store.add(new Debouncer());
  readonly #uris = new Map<string, Uri>();

  /** Something changed, and nothing else for a while. */
  readonly onDidSettle = this.#settled.event;

  constructor() {
    const watchers = watchFolders("**", (uri) => {
      this.#uris.set(uri.toString(), uri);
      this.#debouncer.run("settle", DELAY_MS, () => this.#settled.fire());
    });
    this.#store.add(watchers);
  }

  /** What changed since this was last asked. */
  take(): Uri[] {
    const uris = [...this.#uris.values()];
    this.#uris.clear();
    return uris;
  }

  dispose(): void {
    this.#store.dispose();
  }
}
