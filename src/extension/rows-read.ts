import { EventEmitter } from "vscode";
import { DisposableStore, type Disposable } from "./dispose";

const LONGEST_READ_MS = 1000;
/** From reading new rows to having drawn them. */
const DRAWING_MS = 50;

/** Whether the editor has read the rows of a tree since they changed: it cannot reveal a row that it has not read. */
export class RowsRead implements Disposable {
  readonly #store = new DisposableStore();
  readonly #read = this.#store.add(new EventEmitter<void>());
  #isRead = false;

  /** The rows are others from now on. */
  markChanged(): void {
    this.#isRead = false;
  }

  /** The editor reads the rows now. */
  markRead(): void {
    this.#isRead = true;
    this.#read.fire();
  }

  /** Waits until the editor shows the rows as they are now. */
  async settled(): Promise<void> {
    if (this.#isRead) return;
    await new Promise<void>((resolve) => {
      const listener = this.#read.event(done);
      const timer = setTimeout(done, LONGEST_READ_MS);
      function done(): void {
        clearTimeout(timer);
        listener.dispose();
        setTimeout(resolve, DRAWING_MS);
      }
    });
  }

  dispose(): void {
    this.#store.dispose();
  }
}
