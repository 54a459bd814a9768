import {
  EventEmitter,
  Uri,
  window,
  workspace,
  type CancellationToken,
  type ExtensionContext,
  type LogOutputChannel,
  type TextDocument,
} from "vscode";
import { review, type CorpusDocument, type Tagger } from "../../core";
import { Debouncer } from "../debouncer";
import { DisposableStore, type Disposable } from "../dispose";
import { SETTINGS, SETTINGS_SECTION } from "../ids";
import type { DecisionService } from "./ledger/decision-service";
import type { TaxonomyService } from "./packs/taxonomy-service";
import type { ReviewService } from "./review/review-service";
import { folderOf, reachOf } from "./scan/changed-files";
import { CorpusDocuments } from "./scan/corpus-documents";
import { DocumentLedgers } from "./scan/document-ledgers";
import { FileChanges } from "./scan/file-changes";
import { FileScanner, type ScanWork } from "./scan/file-scanner";
import type { WorkspaceDocument } from "./scan/lazy-document";
import { MentionStores } from "./scan/mention-stores";
import { OpenDocuments } from "./scan/open-documents";
import { findProseFiles, type ProseFiles } from "./scan/prose-files";
import { readAhead } from "./scan/read-ahead";
import { ScanProgress, type ScanStep } from "./scan/scan-progress";
import { ScannedFiles, type UnreadableFile } from "./scan/scanned-files";
import { tagInSlices } from "./scan/tag-in-slices";
import { TimeSlices } from "./scan/time-slices";
import type { TaggingService } from "./tagging-service";

/** How far the workspace is known. */
export type ScanState =
  /** Nothing is going on: nobody asked yet, or (`isScanned`) every file is known. */
  | { readonly kind: "idle"; readonly isScanned: boolean }
  | ({ readonly kind: "scanning" } & ScanStep)
  /** Some files are left out, or the scan was stopped with so many `waiting`. */
  | { readonly kind: "partial"; readonly unreadable: readonly UnreadableFile[]; readonly waiting: number };

/** Files that are read at a time. */
const BATCH = 16;
/** Several settings that change at once are one change. */
const SETTING_DELAY_MS = 300;
/** A pack that is being edited changes the taxonomy again and again. */
const TAXONOMY_DELAY_MS = 2000;
const SAVE_DELAY_MS = 10_000;

const NOT_SCANNED: ScanState = { kind: "idle", isScanned: false };
const SCANNED: ScanState = { kind: "idle", isScanned: true };

/**
 * The documents of the workspace as one corpus: those in editors as they are being edited, the others from a scan of the files.
 * Nothing is scanned before `scan` is first called; from then on the corpus follows files, decisions and taxonomy.
 */
export class CorpusService implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly #stateChanged = this.#store.add(new EventEmitter<ScanState>());
  readonly #debouncer = this.#store.add(new Debouncer());
  readonly #tagging: TaggingService;
  readonly #log: LogOutputChannel;
  readonly #open: OpenDocuments;
  readonly #files = new ScannedFiles();
  readonly #documents = new CorpusDocuments(this.#files, () => this.#open.all());
  readonly #ledgers: DocumentLedgers;
  readonly #scanner: FileScanner;
  readonly #stores: MentionStores;
  #folders: readonly ProseFiles[] = [];
  /** From the first scan on. */
  #changes: FileChanges | undefined;
  /** Resolves to whether the scan came to its end. */
  #running: Promise<boolean> | undefined;
  #isCancelled = false;
  /** How many wait for a scan and can stop it. */
  #waitingFor = 0;
  /** Whether the last scan came to its end. */
  #isWhole = false;
  #waiting = 0;
  #state: ScanState = NOT_SCANNED;

  /** Documents came, went or changed: their text, their mentions or the decisions on these. */
  readonly onDidChange = this.#changed.event;
  /** The scan began, went on or ended. */
  readonly onDidChangeState = this.#stateChanged.event;

  constructor(
    context: ExtensionContext,
    services: {
      readonly taxonomy: TaxonomyService;
      readonly tagging: TaggingService;
      readonly decisions: DecisionService;
      readonly reviews: ReviewService;
      readonly log: LogOutputChannel;
    },
  ) {
    this.#tagging = services.tagging;
    this.#log = services.log;
    this.#open = new OpenDocuments(services.tagging, services.reviews);
    this.#ledgers = new DocumentLedgers(services.decisions, (uri) => this.#open.has(uri));
    this.#scanner = new FileScanner(this.#files, this.#ledgers);
    this.#stores = new MentionStores(context, services.log);
    this.#store.add(services.reviews.onDidChange(() => this.#announce()));
    this.#store.add(window.tabGroups.onDidChangeTabs(() => this.#announce()));
    this.#store.add(services.decisions.onDidChange((ledger) => this.#onDecisions(ledger)));
    this.#store.add(services.taxonomy.onDidChange(() => this.#rescanIn(TAXONOMY_DELAY_MS)));
    this.#store.add(workspace.onDidChangeWorkspaceFolders(() => this.#rescanIn(SETTING_DELAY_MS)));
    this.#store.add(
      workspace.onDidChangeConfiguration((change) => {
        const keys = [SETTINGS.scanInclude, SETTINGS.scanExclude, SETTINGS.scanMaxFileSize, SETTINGS.discovery];
        if (keys.some((key) => change.affectsConfiguration(`${SETTINGS_SECTION}.${key}`)))
          this.#rescanIn(SETTING_DELAY_MS);
      }),
    );
  }

  get state(): ScanState {
    return this.#state;
  }

  /** Whether somebody waits for the scan that goes on, and can stop it. */
  get isAwaited(): boolean {
    return this.#waitingFor > 0;
  }

  /**
   * What is known, sorted by path, decisions applied: every document in an editor, and every file that was scanned. Reports that
   * HealthGeo wrote are none of them.
   */
  documents(): readonly WorkspaceDocument[] {
    return this.#documents.all;
  }

  /**
   * The documents of a folder and of those in it, as far as a scan takes them: a text that git ignores does not count, even where
   * it is in an editor.
   */
  documentsIn(folder: Uri): WorkspaceDocument[] {
    return this.#documents.in(folder.toString());
  }

  /** What a scan left out of a folder and of those in it, with the decisions on its documents that could not be read. */
  leftOutIn(folder: Uri): UnreadableFile[] {
    return this.#files.leftOutIn(folder.toString());
  }

  /** The documents in editors, as far as they are tagged. */
  openDocuments(): WorkspaceDocument[] {
    return this.#open.all();
  }

  /** A document in an editor as it is now; undefined until it is tagged, and for one that is not tagged at all. */
  liveDocument(document: TextDocument): WorkspaceDocument | undefined {
    return this.#open.of(document);
  }

  /** A document with what another tagger finds in it, and the same decisions; made in slices. */
  async taggedBy(tagger: Tagger, document: WorkspaceDocument, slices: TimeSlices): Promise<CorpusDocument> {
    const { path, format, text, passages, uri } = document;
    const session = tagger.open(text, { format, uri });
    await tagInSlices(session, slices);
    const ledger = await this.#scanner.readLedger(Uri.parse(uri));
    const { mentions } = review(text, session.mentions(), ledger?.decisions ?? [], ledger);
    return { path, format, text, passages, mentions };
  }

  /** Whether a document has, or may have, a ledger, as far as anybody looked: to ask for those of every file would read as many. */
  mayBeDecided({ uri }: Pick<WorkspaceDocument, "uri">): boolean {
    return this.#ledgers.mayBeDecided(uri);
  }

  /** Where a document of the corpus is. */
  uriOf({ path }: Pick<CorpusDocument, "path">): Uri | undefined {
    const address = this.#documents.addressOf(path);
    return address === undefined ? undefined : Uri.parse(address);
  }

  /**
   * Makes every prose file of the workspace known, and goes on where a scan was stopped before. Resolves when that is done, or
   * stopped; files that cannot be read are in `state`.
   *
   * @param token stops the scan, whoever began it
   * @returns whether it came to its end, so that what is missing cannot be read
   * @throws Error where the taxonomy cannot be loaded
   */
  async scan(token?: CancellationToken): Promise<boolean> {
    const stop = token?.onCancellationRequested(() => (this.#isCancelled = true));
    if (token !== undefined) this.#waitingFor++;
    try {
      return await (this.#running ??= this.#run());
    } finally {
      stop?.dispose();
      if (token !== undefined) this.#waitingFor--;
    }
  }

  dispose(): void {
    this.#isCancelled = true;
    this.#store.dispose();
  }

  async #run(): Promise<boolean> {
    this.#isCancelled = false;
    this.#isWhole = false;
    this.#follow();
    this.#setState({ kind: "scanning", done: 0, total: 0, timeLeft: undefined });
    try {
      // A taxonomy that changes meanwhile makes what was done worthless.
      while (!(await this.#pass()));
    } finally {
      this.#running = undefined;
      this.#settle();
    }
    void this.#save();
    return this.#isWhole;
  }

  /** Goes through all files once; false where another tagger is in force by now. */
  async #pass(): Promise<boolean> {
    const work = await this.#work((tagger) => this.#isCancelled || this.#tagging.tagger !== tagger);
    this.#folders = await Promise.all(
      (workspace.workspaceFolders ?? []).map((folder) => findProseFiles(folder, work.isStopped)),
    );
    if (!work.isStopped()) {
      await this.#ledgers.find();
      await this.#readAll(work);
      this.#isWhole = !work.isStopped();
    }
    return this.#isCancelled || this.#tagging.tagger === work.tagger;
  }

  async #work(isStopped: (tagger: Tagger) => boolean): Promise<ScanWork> {
    const tagger = await this.#tagging.ready();
    const store = await this.#stores.of(tagger);
    return { tagger, store, slices: new TimeSlices(), isStopped: () => isStopped(tagger) };
  }

  async #readAll(work: ScanWork): Promise<void> {
    const files = this.#folders.flatMap(({ files: own, limits }) => own.map((uri) => ({ uri, limits })));
    this.#files.forgetAllBut(files.map(({ uri }) => uri.toString()));
    for (const folder of this.#folders.flatMap(({ unreadable }) => unreadable))
      this.#files.leaveOut(folder.uri.toString(), folder);
    const progress = new ScanProgress(files.length, (step) => this.#setState({ kind: "scanning", ...step }));
    this.#waiting = files.length;
    for await (const { item, result } of readAhead(files, BATCH, ({ uri, limits }) =>
      this.#scanner.read(uri, limits),
    )) {
      if (work.isStopped()) return;
      const isNew = await this.#scanner.take(item.uri, result, work);
      this.#waiting--;
      progress.step(isNew);
      await work.slices.breathe();
    }
  }

  #onDecisions(ledger: Uri): void {
    const uri = this.#ledgers.ownerOf(ledger);
    if (uri !== undefined && this.#scanner.renewDecisions(uri)) this.#announce();
  }

  async #save(): Promise<void> {
    this.#debouncer.cancel("save");
    await this.#stores.save(this.#files.hashes);
  }

  #settle(): void {
    const unreadable = this.#files.leftOut;
    const isAll = this.#isWhole && unreadable.length === 0;
    this.#setState(isAll ? SCANNED : { kind: "partial", unreadable, waiting: this.#isWhole ? 0 : this.#waiting });
    this.#announce();
  }

  #setState(state: ScanState): void {
    this.#state = state;
    this.#stateChanged.fire(state);
  }

  #announce(): void {
    this.#documents.forget();
    this.#changed.fire();
  }

  /** Scans again once nothing has changed for a while, where anybody has ever asked for a scan. */
  #rescanIn(delay: number): void {
    if (this.#changes === undefined) return;
    this.#debouncer.run("rescan", delay, () => {
      const again = () => this.#unlessItFails(this.scan());
      // A scan that is under way may have passed what changed.
      void (this.#running ?? Promise.resolve()).then(again, again);
    });
  }

  async #unlessItFails(work: Promise<unknown>): Promise<void> {
    await work.catch((error: unknown) => this.#log.error(error instanceof Error ? error : String(error)));
  }

  #follow(): void {
    if (this.#changes !== undefined) return;
    this.#changes = this.#store.add(new FileChanges());
    this.#store.add(this.#changes.onDidSettle(() => void this.#unlessItFails(this.#look())));
  }

  /** Looks at the files that changed. */
  async #look(): Promise<void> {
    // What changes during a scan may stand before or behind it.
    await this.#running;
    const work = await this.#work((tagger) => this.#tagging.tagger !== tagger);
    let isChanged = false;
    for (const uri of this.#changes?.take() ?? []) {
      if (await this.#lookAt(uri, work)) isChanged = true;
      await work.slices.breathe();
    }
    // A scan that began meanwhile tells of everything at its end.
    if (!isChanged || this.#running !== undefined) return;
    this.#settle();
    this.#debouncer.run("save", SAVE_DELAY_MS, () => void this.#save());
  }

  /** Returns whether a document of the corpus is another now. */
  async #lookAt(uri: Uri, work: ScanWork): Promise<boolean> {
    const folder = folderOf(uri, this.#folders);
    if (folder === undefined) return false;
    this.#ledgers.note(uri);
    const owner = this.#ledgers.ownerOf(uri);
    if (owner !== undefined) {
      // A ledger that nobody has read yet is read, and tells of itself.
      await this.#scanner.readLedger(owner);
      return false;
    }
    const reach = await reachOf(uri, folder, (each) => this.#files.holdsAnyIn(each));
    if (reach === "folders") this.#rescanIn(0);
    return reach === "file" && this.#scanner.take(uri, await this.#scanner.read(uri, folder.limits), work);
  }
}
