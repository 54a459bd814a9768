import { EventEmitter, type Uri } from "vscode";
import {
  parseLedger,
  serializeLedger,
  updateLedger,
  type ClassPredicate,
  type Ledger,
  type LedgerChange,
} from "../../core";
import type { Disposable } from "../dispose";
import { readText, writeText } from "./files";

/**
 * One ledger on disk and what is being written to it. A change shows at once; it is then made to the file as it is at
 * that moment, so that what somebody else wrote in the meantime stays. Work on the file is done one piece after the other.
 */
export class LedgerFile implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #isKnownClass: ClassPredicate;
  #queue: Promise<unknown> = Promise.resolve();
  #source: string | undefined;
  #onDisk: Ledger;
  #unwritten: readonly LedgerChange[] = [];
  #current: Ledger | undefined;
  #error: Error | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(
    readonly uri: Uri,
    isKnownClass: ClassPredicate,
  ) {
    this.#isKnownClass = isKnownClass;
    this.#onDisk = this.#parse("");
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

  /** Moves the file, after everything that is still to be written to it. */
  move(move: () => Promise<void>): Promise<void> {
    return this.#enqueue(move);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #load(): Promise<void> {
    try {
      const source = (await readText(this.uri)) ?? "";
      const isKnown = source === this.#source && this.#error === undefined;
      this.#error = undefined;
      if (isKnown) return;
      this.#setOnDisk(source, this.#parse(source));
    } catch (error) {
      this.#error = error instanceof Error ? error : new Error(String(error));
    }
    this.#refresh();
  }

  async #write(change: LedgerChange): Promise<void> {
    const found = (await readText(this.uri)) ?? "";
    const isAsShown = found === this.#source && this.#unwritten.length === 1 && this.#unwritten[0] === change;
    // What shows already would only be computed again, which takes long for thousands of decisions.
    const shown = isAsShown ? this.#current : undefined;
    const after = shown ?? updateLedger(this.#parse(found), change, this.#isKnownClass);
    const source = serializeLedger(after);
    await writeText(this.uri, source);
    this.#setOnDisk(source, after);
  }

  #setOnDisk(source: string, ledger: Ledger): void {
    this.#source = source;
    this.#onDisk = ledger;
  }

  #setUnwritten(changes: readonly LedgerChange[]): void {
    this.#unwritten = changes;
    this.#refresh();
  }

  #refresh(): void {
    this.#current = this.#unwritten.reduce(
      (ledger, change) => updateLedger(ledger, change, this.#isKnownClass),
      this.#onDisk,
    );
    this.#changed.fire();
  }

  #parse(source: string): Ledger {
    return parseLedger(source, this.uri.toString(), this.#isKnownClass);
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}
