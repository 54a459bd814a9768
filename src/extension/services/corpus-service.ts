import {
  EventEmitter,
  FileType,
  TabInputText,
  TabInputTextDiff,
  Uri,
  window,
  workspace,
  type CancellationToken,
  type ExtensionContext,
  type LogOutputChannel,
  type TextDocument,
} from "vscode";
import {
  hash64,
  isReport,
  LEDGER_FOLDER,
  review,
  type CorpusDocument,
  type MentionSenses,
  type PackedMentions,
  type Session,
  type Tagger,
} from "../../core";
import { Debouncer } from "../debouncer";
import { DisposableStore, type Disposable } from "../dispose";
import { SETTINGS, SETTINGS_SECTION } from "../ids";
import type { DecisionService, LedgerView } from "./ledger/decision-service";
import { fileType, filesUnder } from "./files";
import { ledgerPlaceOf } from "./ledger/ledger-place";
import type { DocumentReview, ReviewService } from "./review/review-service";
import { LazyDocument, type WorkspaceDocument } from "./scan/lazy-document";
import { MentionStore } from "./scan/mention-store";
import { findProseFiles, type ProseFiles } from "./scan/prose-files";
import { FileChanges } from "./scan/file-changes";
import { ScanProgress, type ScanStep } from "./scan/scan-progress";
import { readProse, type FileStamp, type Found, type ReadFile } from "./scan/scanned-file";
import { TimeSlices } from "./scan/time-slices";
import { discoveryEnabled } from "./settings";
import type { TaggingService } from "./tagging-service";
import type { TaxonomyService } from "./packs/taxonomy-service";

/** A file that a scan left out. */
export interface UnreadableFile {
  readonly uri: Uri;
  /** Why, and what to do: a whole sentence for people. */
  readonly reason: string;
}

/** How far the workspace is known. */
export type ScanState =
  /** Nothing is going on: nobody asked yet, or (`isScanned`) every file is known. */
  | { readonly kind: "idle"; readonly isScanned: boolean }
  | ({ readonly kind: "scanning" } & ScanStep)
  /** Some files are left out, or the scan was stopped with so many `waiting`. */
  | { readonly kind: "partial"; readonly unreadable: readonly UnreadableFile[]; readonly waiting: number };

/** What a scan knows of a file. */
interface Scanned extends FileStamp {
  readonly document: WorkspaceDocument;
  readonly hash: string;
  /** Key of the store that the mentions come from. */
  readonly key: string;
  readonly packed: PackedMentions;
  readonly senses: MentionSenses;
  /** Whether anybody decided anything on it. */
  readonly isDecided: boolean;
}

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
  readonly #context: ExtensionContext;
  readonly #tagging: TaggingService;
  readonly #decisions: DecisionService;
  readonly #reviews: ReviewService;
  readonly #log: LogOutputChannel;
  readonly #scanned = new Map<string, Scanned>();
  readonly #unreadable = new Map<string, UnreadableFile>();
  /** The documents by the address of their ledger. */
  readonly #byLedger = new Map<string, Uri>();
  readonly #live = new WeakMap<DocumentReview, WorkspaceDocument>();
  #folders: readonly ProseFiles[] = [];
  #mentions: MentionStore | undefined;
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
  #documents: readonly WorkspaceDocument[] | undefined;
  #uris = new Map<string, Uri>();

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
    this.#context = context;
    this.#tagging = services.tagging;
    this.#decisions = services.decisions;
    this.#reviews = services.reviews;
    this.#log = services.log;
    this.#store.add(services.reviews.onDidChange(() => this.#announce()));
    this.#store.add(window.tabGroups.onDidChangeTabs(() => this.#announce()));
    this.#store.add(services.decisions.onDidChange((ledger) => this.#onDecisions(ledger)));
    this.#store.add(
      services.taxonomy.onDidChange(() => {
        this.#rescanIn(TAXONOMY_DELAY_MS);
      }),
    );
    this.#store.add(
      workspace.onDidChangeWorkspaceFolders(() => {
        this.#rescanIn(SETTING_DELAY_MS);
      }),
    );
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
    if (this.#documents !== undefined) return this.#documents;
    const documents = new Map<string, WorkspaceDocument>();
    for (const [uri, { document }] of this.#scanned) documents.set(uri, document);
    for (const document of this.openDocuments()) if (!isReport(document.text)) documents.set(document.uri, document);
    this.#documents = [...documents.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    this.#uris = new Map(this.#documents.map(({ path, uri }) => [path, Uri.parse(uri)]));
    return this.#documents;
  }

  /**
   * The documents of a folder and of those in it, as far as a scan takes them: a text that git ignores does not count, even where
   * it is in an editor.
   */
  documentsIn(folder: Uri): WorkspaceDocument[] {
    const isInside = insideOf(folder);
    return this.documents().filter(({ uri }) => isInside(uri) && this.#scanned.has(uri));
  }

  /** What a scan left out of a folder and of those in it, with the decisions on its documents that could not be read. */
  leftOutIn(folder: Uri): UnreadableFile[] {
    const isInside = insideOf(folder);
    return [...this.#unreadable]
      .flatMap(([id, file]) => (isInside(id) ? [file] : []))
      .sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  /** The documents in editors, as far as they are tagged. */
  openDocuments(): WorkspaceDocument[] {
    // The editor keeps documents for a while after their tabs were closed.
    const tabs = openTabs();
    return this.#tagging.documents
      .filter(({ uri }) => tabs.has(uri.toString()))
      .flatMap((document) => this.liveDocument(document) ?? []);
  }

  /** A document in an editor as it is now; undefined until it is tagged, and for one that is not tagged at all. */
  liveDocument(document: TextDocument): WorkspaceDocument | undefined {
    const known = this.#reviews.reviewOf(document);
    if (known.kind !== "reviewed") return undefined;
    let live = this.#live.get(known);
    if (live === undefined) {
      const path = workspace.asRelativePath(document.uri);
      const format = this.#tagging.formatOf(document) ?? "plain";
      live = new LazyDocument(document.uri.toString(), path, format, document.getText(), () => known.mentions);
      this.#live.set(known, live);
    }
    return live;
  }

  /** A document with what another tagger finds in it, and the same decisions; made in slices. */
  async taggedBy(tagger: Tagger, document: WorkspaceDocument, slices: TimeSlices): Promise<CorpusDocument> {
    const { path, format, text, passages } = document;
    const session = tagger.open(text, { format, uri: document.uri });
    await finish(session, slices, () => false);
    const uri = Uri.parse(document.uri);
    const ledger = this.#isDecided(uri, new Set()) ? await this.#readLedger(uri) : undefined;
    const { mentions } = review(text, session.mentions(), ledger?.decisions ?? [], ledger);
    return { path, format, text, passages, mentions };
  }

  /** Whether a document has, or may have, a ledger, as far as anybody looked: to ask for those of every file would read as many. */
  mayBeDecided({ uri }: Pick<WorkspaceDocument, "uri">): boolean {
    const isOpen = this.#tagging.documents.some((document) => document.uri.toString() === uri);
    return isOpen || this.#scanned.get(uri)?.isDecided === true;
  }

  /** Where a document of the corpus is. */
  uriOf({ path }: Pick<CorpusDocument, "path">): Uri | undefined {
    this.documents();
    return this.#uris.get(path);
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
    const tagger = await this.#tagging.ready();
    const store = await this.#storeFor(tagger);
    const isStopped = () => this.#isCancelled || this.#tagging.tagger !== tagger;
    this.#folders = await Promise.all(
      (workspace.workspaceFolders ?? []).map((folder) => findProseFiles(folder, isStopped)),
    );
    if (!isStopped()) {
      const files = this.#folders.flatMap((folder) => folder.files);
      this.#forgetAllBut(files);
      for (const { uri, reason } of this.#folders.flatMap(({ unreadable }) => unreadable))
        this.#unreadable.set(uri.toString(), { uri, reason });
      await this.#readAll(files, tagger, store, isStopped);
      this.#isWhole = !isStopped();
    }
    return this.#isCancelled || this.#tagging.tagger === tagger;
  }

  async #readAll(files: readonly Uri[], tagger: Tagger, store: MentionStore, isStopped: () => boolean): Promise<void> {
    const ledgers = await ledgersOfWorkspace();
    const progress = new ScanProgress(files.length, (step) => this.#setState({ kind: "scanning", ...step }));
    const slices = new TimeSlices();
    let next = this.#readBatch(files, 0);
    this.#waiting = files.length;
    for (let at = 0; at < files.length && !isStopped(); at += BATCH) {
      const batch = await next;
      // The disk reads on while we tag.
      next = this.#readBatch(files, at + BATCH);
      slices.begin();
      for (const { uri, found } of batch) {
        if (isStopped()) break;
        const isNew = await this.#take(uri, found, { tagger, store, slices, ledgers, isStopped });
        this.#waiting--;
        progress.step(isNew);
        await slices.breathe();
      }
    }
    await next;
  }

  async #readBatch(files: readonly Uri[], from: number): Promise<{ uri: Uri; found: Found<Scanned> }[]> {
    const batch = files.slice(from, from + BATCH);
    return Promise.all(batch.map(async (uri) => ({ uri, found: await this.#read(uri) })));
  }

  #read(uri: Uri): Promise<Found<Scanned>> {
    return readProse(uri, this.#scanned.get(uri.toString()));
  }

  /** Makes a file known as it was found; returns whether that is new. */
  async #take(uri: Uri, found: Found<Scanned>, work: Work): Promise<boolean> {
    const id = uri.toString();
    if (found === undefined || "reason" in found) {
      const isForgotten = this.#forget(id);
      if (found !== undefined) this.#unreadable.set(id, { uri, reason: found.reason });
      return isForgotten || found !== undefined;
    }
    if ("known" in found && found.known.key === work.store.key) return false;
    const file = "known" in found ? fileOf(found.known) : found;
    const packed = work.store.get(file.hash, file.text) ?? (await this.#tag(file, work));
    if (packed === undefined) return false;
    this.#unreadable.delete(id);
    const isDecided = this.#isDecided(uri, work.ledgers);
    const ledger = isDecided ? await this.#readLedger(uri) : undefined;
    const { senses, key } = work.store;
    this.#put(uri, file, { key, packed, senses, isDecided }, ledger);
    return true;
  }

  /** Undefined where the scan was stopped. */
  async #tag(file: ReadFile, { tagger, store, slices, isStopped }: Work): Promise<PackedMentions | undefined> {
    const session = tagger.open(file.text, { format: file.format });
    if (!(await finish(session, slices, isStopped))) return undefined;
    const packed = store.senses.pack(session.mentions());
    store.put(file.hash, packed);
    return packed;
  }

  #put(
    uri: Uri,
    { mtime, size, hash, text, format }: ReadFile,
    tags: Pick<Scanned, "key" | "packed" | "senses" | "isDecided">,
    ledger: LedgerView | undefined,
  ): void {
    const { packed, senses } = tags;
    const document = new LazyDocument(uri.toString(), workspace.asRelativePath(uri), format, text, () => {
      return review(text, senses.unpack(packed, text), ledger?.decisions ?? [], ledger).mentions;
    });
    this.#scanned.set(uri.toString(), { mtime, size, hash, ...tags, document });
    this.#documents = undefined;
  }

  /** Whether a file has, or may have, decisions: to ask for those of every file would read as many ledgers. */
  #isDecided(uri: Uri, ledgers: ReadonlySet<string>): boolean {
    const place = ledgerPlaceOf(uri);
    if (place.kind !== "file") return false;
    const ledger = place.uri.toString();
    this.#byLedger.set(ledger, uri);
    const id = uri.toString();
    const isOpen = this.#tagging.documents.some((document) => document.uri.toString() === id);
    return ledgers.has(ledger) || isOpen || this.#scanned.get(id)?.isDecided === true;
  }

  /** The decisions on a file; where they cannot be read, the file counts as one that is left out in part. */
  async #readLedger(uri: Uri): Promise<LedgerView | undefined> {
    const id = uri.toString();
    const place = ledgerPlaceOf(uri);
    const ledger = place.kind === "file" ? place.uri : uri;
    try {
      const view = await this.#decisions.readLedgerOf({ uri });
      // The text itself may still be left out.
      if (this.#unreadable.get(id)?.uri.toString() === ledger.toString()) this.#unreadable.delete(id);
      return view;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#unreadable.set(id, { uri: ledger, reason });
      return undefined;
    }
  }

  #onDecisions(ledger: Uri): void {
    const uri = this.#byLedger.get(ledger.toString());
    const scanned = uri === undefined ? undefined : this.#scanned.get(uri.toString());
    if (uri === undefined || scanned === undefined) return;
    this.#put(uri, fileOf(scanned), { ...scanned, isDecided: true }, this.#decisions.ledgerOf({ uri }));
    this.#announce();
  }

  #forgetAllBut(files: readonly Uri[]): void {
    const kept = new Set(files.map(String));
    for (const id of [...this.#scanned.keys(), ...this.#unreadable.keys()]) if (!kept.has(id)) this.#forget(id);
  }

  /** Returns whether there was anything to forget. */
  #forget(id: string): boolean {
    const wasLeftOut = this.#unreadable.delete(id);
    const wasScanned = this.#scanned.delete(id);
    return wasLeftOut || wasScanned;
  }

  /** The mentions kept for a tagger; those of another are of no use. */
  async #storeFor(tagger: Tagger): Promise<MentionStore> {
    const key = await this.#keyOf(tagger);
    if (this.#mentions?.key === key) return this.#mentions;
    this.#mentions = new MentionStore(key, this.#context.storageUri, this.#log);
    await this.#mentions.load();
    return this.#mentions;
  }

  /** What the mentions of a text hang on beside the text: the program, the packs as they are, and whether it proposes names. */
  async #keyOf({ taxonomy }: Tagger): Promise<string> {
    const { version } = this.#context.extension.packageJSON as { version?: unknown };
    const builtIn = await workspace.fs.stat(Uri.joinPath(this.#context.extensionUri, "dist", "taxonomy.bin"));
    const packs = taxonomy.packs.map((pack) => (pack.layer === "built-in" ? [pack.id, pack.version] : pack));
    return hash64(JSON.stringify([version, builtIn.size, builtIn.mtime, discoveryEnabled(), packs]));
  }

  async #save(): Promise<void> {
    this.#debouncer.cancel("save");
    const hashes = new Set([...this.#scanned.values()].map(({ hash }) => hash));
    await this.#mentions?.save(hashes);
  }

  #settle(): void {
    const unreadable = [...this.#unreadable.values()];
    const isAll = this.#isWhole && unreadable.length === 0;
    this.#setState(isAll ? SCANNED : { kind: "partial", unreadable, waiting: this.#isWhole ? 0 : this.#waiting });
    this.#announce();
  }

  #setState(state: ScanState): void {
    this.#state = state;
    this.#stateChanged.fire(state);
  }

  #announce(): void {
    this.#documents = undefined;
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
    const tagger = await this.#tagging.ready();
    const store = await this.#storeFor(tagger);
    const isStopped = () => this.#tagging.tagger !== tagger;
    const work: Work = { tagger, store, slices: new TimeSlices(), ledgers: new Set(), isStopped };
    let isChanged = false;
    for (const uri of this.#changes?.take() ?? []) {
      const rules = this.#folders.find(({ folder }) => workspace.getWorkspaceFolder(uri) === folder);
      if (rules === undefined) continue;
      const owner = this.#byLedger.get(uri.toString());
      // A ledger that nobody has read yet is read, and tells of itself.
      if (owner !== undefined) await this.#readLedger(owner);
      else if (await this.#changesFolders(uri, rules)) this.#rescanIn(0);
      else if (rules.rules.reaches(pathIn(rules, uri)) && (await this.#take(uri, await this.#read(uri), work)))
        isChanged = true;
    }
    // A scan that began meanwhile tells of everything at its end.
    if (!isChanged || this.#running !== undefined) return;
    this.#settle();
    this.#debouncer.run("save", SAVE_DELAY_MS, () => void this.#save());
  }

  /** Whether a change may reach many files: other rules, or a folder that came or went. */
  async #changesFolders(uri: Uri, { folder, rules }: ProseFiles): Promise<boolean> {
    const path = pathIn({ folder }, uri);
    if (path.split("/").at(-1) === ".gitignore") return rules.enters(`${path.slice(0, -".gitignore".length)}x/`);
    if (rules.reaches(path)) return false;
    const inside = `${uri.toString()}/`;
    if ([...this.#scanned.keys()].some((id) => id.startsWith(inside)))
      return (await fileType(uri).catch(() => undefined)) === undefined;
    return rules.enters(`${path}/`) && (await fileType(uri).catch(() => undefined)) === FileType.Directory;
  }
}

/** What taking in a file needs. */
interface Work {
  readonly tagger: Tagger;
  readonly store: MentionStore;
  readonly slices: TimeSlices;
  /** The addresses of all ledgers there are. */
  readonly ledgers: ReadonlySet<string>;
  readonly isStopped: () => boolean;
}

/** Tags a text to its end, in slices; false where that was stopped. */
async function finish(session: Session, slices: TimeSlices, isStopped: () => boolean): Promise<boolean> {
  while (!session.advance(slices.isOver)) {
    await slices.pause();
    if (isStopped()) return false;
  }
  return true;
}

/** Tells of addresses whether they stand in a folder, or are its own. */
function insideOf(folder: Uri): (uri: string) => boolean {
  const address = folder.toString().replace(/\/$/, "");
  return (uri) => uri === address || uri.startsWith(`${address}/`);
}

/** The addresses of all texts that have a tab. */
function openTabs(): Set<string> {
  const inputs = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  const uris = inputs.flatMap((input) => {
    if (input instanceof TabInputText) return [input.uri];
    return input instanceof TabInputTextDiff ? [input.original, input.modified] : [];
  });
  return new Set(uris.map(String));
}

/** The addresses of all ledgers in the workspace. */
async function ledgersOfWorkspace(): Promise<Set<string>> {
  const folders = (workspace.workspaceFolders ?? []).map(async ({ uri }) => {
    const ledgers = Uri.joinPath(uri, LEDGER_FOLDER);
    return (await fileType(ledgers)) === FileType.Directory ? filesUnder(ledgers) : [];
  });
  const found = await Promise.all(folders.map((each) => each.catch(() => [])));
  return new Set(found.flat().map(String));
}

/** A file as it was when it was scanned. */
function fileOf({ mtime, size, hash, document: { text, format } }: Scanned): ReadFile {
  return { mtime, size, hash, text, format };
}

function pathIn({ folder }: Pick<ProseFiles, "folder">, uri: Uri): string {
  return uri.path.slice(folder.uri.path.length).replace(/^\/+/, "");
}
