import { EventEmitter, type Uri } from "vscode";
import { parseLedger, type ClassPredicate, type Ledger, type LedgerChange } from "../../../core";
import { Debouncer } from "../../debouncer";
import type { Disposable } from "../../dispose";
import { LedgerWriter, type ReadLedger } from "../../ledger-writer";
import { readText, replaceText, tidyFile } from "../files";

/** A change is looked after for so long: another window may be about to write over it. */
const SETTLE_MS = 2500;

/** How soon it is looked after for the first time. Another window needs less between its last look and its rename. */
const FIRST_LOOK_MS = 250;

/**
 * One ledger on disk and what is being written to it. A change shows at once; it is then made to the file as it is at
 * that moment, so that what somebody else wrote in the meantime stays. Work on the file is done one piece after the other.
 * For a while after a change the file is looked at again, in case another window wrote over it.
 */
export class LedgerFile implements Disposable {
  readonly #changed = new EventEmitter<void>();
  #queue: Promise<unknown> = Promise.resolve();
  readonly #writer: LedgerWriter;
  readonly #debouncer = new Debouncer();
  readonly #none: Ledger;
  #onDisk: ReadLedger | undefined;
  #unwritten: readonly LedgerChange[] = [];
  #current: Ledger | undefined;
  #error: Error | undefined;
  #shownError: Error | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(
    readonly uri: Uri,
    isKnownClass: ClassPredicate,
  ) {
    const text = {
      read: () => readText(uri),
      replace: (source: string, expected: string | undefined) => replaceText(uri, source, expected),
    };
    this.#none = parseLedger("", uri.toString());
    this.#writer = new LedgerWriter(text, uri.toString(), isKnownClass);
  }

  /** The ledger with all changes, written or not; undefined until it is read. */
  get ledger(): Ledger | undefined {
    return this.#current;
  }

  /** Why the file cannot be read. As long as that is so, nothing is written to it. */
  get error(): Error | undefined {
    return this.#error;
  }

  /** Reads the file (again). */
  load(): Promise<void> {
    return this.#enqueue(() => this.#load());
  }

  /**
   * Makes a change: at once in `ledger`, then in the file.
   *
   * @throws Error where the file cannot be read or written; then the change is taken back
   */
  async change(change: LedgerChange): Promise<void> {
    if (this.#error !== undefined) throw this.#error;
    this.#setUnwritten([...this.#unwritten, change]);
    try {
      await this.#enqueue(() => this.#write(change));
    } finally {
      this.#setUnwritten(this.#unwritten.filter((each) => each !== change));
    }
  }

  /** Waits for everything that is still to be written. From then on nothing is written unless somebody decides anew. */
  settle(): Promise<void> {
    return this.#enqueue(() => {
      this.#debouncer.cancel("look");
      this.#writer.settle();
      return Promise.resolve();
    });
  }

  dispose(): void {
    this.#debouncer.dispose();
    this.#changed.dispose();
  }

  async #load(): Promise<void> {
    try {
      if (this.#onDisk === undefined) await tidyFile(this.uri);
      const read = await this.#writer.read();
      const isKnown = read.source === this.#onDisk?.source && this.#error === undefined;
      this.#error = undefined;
      if (isKnown) return;
      this.#onDisk = read;
    } catch (error) {
      this.#error = error instanceof Error ? error : new Error(String(error));
    }
    this.#refresh();
  }

  async #write(change: LedgerChange): Promise<void> {
    this.#onDisk = await this.#writer.write(change);
    this.#lookAfter(Date.now() + SETTLE_MS, FIRST_LOOK_MS);
  }

  #lookAfter(end: number, delay: number): void {
    this.#debouncer.run("look", delay, () => {
      void this.#enqueue(() => this.#restore());
      if (Date.now() + 2 * delay < end) this.#lookAfter(end, 2 * delay);
      else void this.settle();
    });
  }

  async #restore(): Promise<void> {
    try {
      const restored = await this.#writer.restore();
      if (restored === undefined) return;
      this.#onDisk = restored;
      this.#refresh();
    } catch {
      // Reading the file says what is wrong with it.
      await this.#load();
    }
  }

  #setUnwritten(changes: readonly LedgerChange[]): void {
    this.#unwritten = changes;
    this.#refresh();
  }

  #refresh(): void {
    const ledger = this.#unwritten.reduce(
      (before, change) => this.#writer.apply(before, change),
      this.#onDisk?.ledger ?? this.#none,
    );
    // What was shown while it was being written is known already.
    if (ledger === this.#current && this.#error === this.#shownError) return;
    [this.#current, this.#shownError] = [ledger, this.#error];
    this.#changed.fire();
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}
