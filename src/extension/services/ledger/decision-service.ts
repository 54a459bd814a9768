import { EventEmitter, FileType, l10n, workspace, type Range, type TextDocument, type Uri } from "vscode";
import {
  candidatesOf,
  entriesOf,
  LEDGER_FOLDER,
  putting,
  quoteOf,
  withPlace,
  type Decision,
  type Ledger,
  type LedgerChange,
  type LedgerEntry,
  type Problem,
  type Span,
} from "../../../core";
import { Debouncer } from "../../debouncer";
import { DisposableStore, type Disposable } from "../../dispose";
import { watchFolders } from "../file-watchers";
import { filesUnder, fileType, writeBytes } from "../files";
import { LedgerFile } from "./ledger-file";
import { ledgerFolderOf, ledgerPlaceOf, type LedgerPlace } from "./ledger-place";
import type { TaxonomyService } from "../packs/taxonomy-service";
import type { UndoHistory } from "./undo-history";

/** What a review needs to know of a ledger. */
export type LedgerView = Pick<Ledger, "decisions" | "memos" | "relations" | "themes" | "uri" | "lineOf">;

const NO_LEDGER: LedgerView = {
  decisions: [],
  memos: [],
  relations: [],
  themes: [],
  uri: LEDGER_FOLDER,
  lineOf: new Map(),
};
const RELOAD_DELAY_MS = 100;

/** People are shown this many places to choose from. */
const MOST_CANDIDATES = 20;

/** A decision that cannot be kept, because its document has no place for it yet. */
export class NoLedgerError extends Error {
  override readonly name = "NoLedgerError";

  constructor(readonly place: Exclude<LedgerPlace, { kind: "file" }>) {
    super(place.reason);
  }
}

/** What people decided about documents, read from and written to the ledgers of the workspace. */
export class DecisionService implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<Uri>());
  readonly #debouncer = this.#store.add(new Debouncer());
  readonly #files = new Map<string, LedgerFile>();
  /** Ledgers of documents that were deleted in this session, by their address. */
  readonly #deleted = new Map<string, Uint8Array>();
  readonly #taxonomy: TaxonomyService;
  readonly #history: UndoHistory;

  /** The decisions in a ledger, or what is wrong with it, changed. */
  readonly onDidChange = this.#changed.event;

  constructor(taxonomy: TaxonomyService, history: UndoHistory) {
    this.#taxonomy = taxonomy;
    this.#history = history;
    const watchers = watchFolders(`${LEDGER_FOLDER}/**`, (uri) => {
      const file = this.#files.get(uri.toString());
      if (file !== undefined) this.#debouncer.run(uri.toString(), RELOAD_DELAY_MS, () => void file.load());
    });
    this.#store.add(watchers);
  }

  /** The decisions on a document, saved or being saved; undefined until its ledger is read. */
  ledgerOf({ uri }: Pick<TextDocument, "uri">): LedgerView | undefined {
    const place = ledgerPlaceOf(uri);
    return place.kind === "file" ? this.#file(place.uri).ledger : NO_LEDGER;
  }

  /**
   * The decisions on a document, read if they were not yet.
   *
   * @throws Error where the ledger cannot be read
   */
  async readLedgerOf({ uri }: Pick<TextDocument, "uri">): Promise<LedgerView> {
    const place = ledgerPlaceOf(uri);
    if (place.kind !== "file") return NO_LEDGER;
    const file = this.#file(place.uri);
    if (file.ledger === undefined) await file.load();
    if (file.error !== undefined) throw file.error;
    return file.ledger ?? NO_LEDGER;
  }

  /** The ledger of a document; undefined where it can have none. */
  fileOf({ uri }: TextDocument): Uri | undefined {
    return ledgerUri(uri);
  }

  /** The place of the decisions on a document for titles of actions: a path, or what to do to have one. */
  labelOf({ uri }: Pick<TextDocument, "uri">): string {
    const place = ledgerPlaceOf(uri);
    switch (place.kind) {
      case "file":
        return workspace.asRelativePath(place.uri);
      case "unsaved":
        return l10n.t("save the document first");
      case "noFolder":
        return l10n.t("open its folder first");
      case "refused":
        return l10n.t("cannot be saved");
    }
  }

  /** What is wrong with the ledgers read so far. */
  get problems(): readonly Problem[] {
    return [...this.#files.values()].flatMap(({ uri, error, ledger }) => [
      ...(error === undefined ? [] : [unreadable(uri, error)]),
      ...(ledger?.problems ?? []),
    ]);
  }

  /**
   * Makes a change to the decisions on a document and remembers how to undo it. It shows at once.
   *
   * @param label what is decided, for the message when it is undone
   * @param undoText takes back what was done to the document together with the decisions
   * @throws NoLedgerError where the document has no place for decisions, Error where its ledger cannot be read or written
   */
  async change(
    { uri }: TextDocument,
    change: LedgerChange,
    label: string,
    undoText: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const place = ledgerPlaceOf(uri);
    if (place.kind !== "file") throw new NoLedgerError(place);
    const file = this.#file(place.uri);
    if (file.ledger === undefined) await file.load();
    const inverse = inverseOf(change, file.ledger);
    await file.change(change);
    const undo = async () => {
      await file.change(inverse);
      await undoText();
    };
    this.#history.push({ label, undo });
  }

  /** Renews the words that tell the places of decisions, memos and relations. There is nothing to undo. */
  async requote({ uri }: TextDocument, entries: readonly LedgerEntry[]): Promise<void> {
    const place = ledgerPlaceOf(uri);
    if (place.kind === "file") await this.#file(place.uri).change({ requote: entries });
  }

  /** Places where a decision without one may belong, the likeliest first, for a person to choose from. */
  findAgain(document: TextDocument, decision: Decision): readonly Span[] {
    return candidatesOf(document.getText(), decision, MOST_CANDIDATES);
  }

  /**
   * Gives a decision another place; author, time and what was decided stay.
   *
   * @throws NoLedgerError where the document has no place for decisions, Error where its ledger cannot be read or written
   */
  async placeAt(document: TextDocument, decision: Decision, range: Range): Promise<void> {
    const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    const placed = withPlace(decision, quoteOf(document.getText(), span));
    await this.change(document, { put: [placed] }, l10n.t("found the decision on “{0}” again", placed.quote));
  }

  /**
   * Removes a decision that has no place any more.
   *
   * @throws NoLedgerError where the document has no place for decisions, Error where its ledger cannot be read or written
   */
  async discard(document: TextDocument, decision: Decision): Promise<void> {
    await this.change(document, { remove: [decision.id] }, l10n.t("discarded the decision on “{0}”", decision.quote));
  }

  /** Takes the ledger of a document, or all ledgers of a folder, along when it is renamed or moved. */
  async moveLedger(from: Uri, to: Uri): Promise<void> {
    const isFolder = (await fileType(to)) === FileType.Directory;
    const source = isFolder ? ledgerFolderOf(from) : ledgerUri(from);
    const target = isFolder ? ledgerFolderOf(to) : ledgerUri(to);
    if (source === undefined || target === undefined || (await fileType(source)) === undefined) return;
    await this.#settle(source);
    await workspace.fs.rename(source, target, { overwrite: false });
    await this.#reload();
  }

  /** Removes the ledger of a document that was deleted, or all ledgers of a folder, and keeps them for `restoreLedger`. */
  async deleteLedger(deleted: Uri): Promise<void> {
    for (const ledger of [ledgerUri(deleted), ledgerFolderOf(deleted)]) {
      if (ledger === undefined || (await fileType(ledger)) === undefined) continue;
      await this.#settle(ledger);
      for (const file of await filesUnder(ledger))
        this.#deleted.set(file.toString(), await workspace.fs.readFile(file));
      await workspace.fs.delete(ledger, { recursive: true });
    }
    await this.#reload();
  }

  /** Brings back the ledger of a document that is there again, as when its deletion is undone. */
  async restoreLedger(created: Uri): Promise<void> {
    const ledger = ledgerUri(created);
    const content = ledger === undefined ? undefined : this.#deleted.get(ledger.toString());
    if (ledger === undefined || content === undefined) return;
    this.#deleted.delete(ledger.toString());
    if ((await fileType(ledger)) === undefined) await writeBytes(ledger, content);
    await this.#reload();
  }

  dispose(): void {
    for (const file of this.#files.values()) file.dispose();
    this.#store.dispose();
  }

  /** Waits until nothing is going to be written to a ledger, or to the ledgers in a folder. */
  async #settle(ledger: Uri): Promise<void> {
    const files = [...this.#files.values()].filter(({ uri }) =>
      `${uri.toString()}/`.startsWith(`${ledger.toString()}/`),
    );
    await Promise.all(files.map((file) => file.settle()));
  }

  async #reload(): Promise<void> {
    await Promise.all([...this.#files.values()].map((file) => file.load()));
  }

  #file(uri: Uri): LedgerFile {
    const known = this.#files.get(uri.toString());
    if (known !== undefined) return known;
    const file = new LedgerFile(uri, (id) => this.#taxonomy.current?.classes.has(id) ?? true);
    this.#files.set(uri.toString(), file);
    file.onDidChange(() => {
      this.#changed.fire(uri);
    });
    void file.load();
    return file;
  }
}

/** The change that takes another one back, given the ledger before it. */
function inverseOf({ put = [], putRecords = [], remove = [] }: LedgerChange, before: Ledger | undefined): LedgerChange {
  const touched = new Set([...[...put, ...putRecords].map(({ id }) => id), ...remove]);
  const former = before === undefined ? [] : entriesOf(before).filter(({ id }) => touched.has(id));
  for (const { id } of former) touched.delete(id);
  return { ...putting(former), remove: [...touched] };
}

function ledgerUri(uri: Uri): Uri | undefined {
  const place = ledgerPlaceOf(uri);
  return place.kind === "file" ? place.uri : undefined;
}

function unreadable(uri: Uri, error: Error): Problem {
  return { severity: "error", code: "ledger.unreadable", message: error.message, uri: uri.toString() };
}
