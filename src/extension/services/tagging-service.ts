import {
  EventEmitter,
  window,
  workspace,
  type LogOutputChannel,
  type TextDocument,
  type TextDocumentChangeEvent,
} from "vscode";
import {
  createTagger,
  type Mention,
  type Problem,
  type Session,
  type Span,
  type Tagger,
  type Taxonomy,
  type TextFormat,
} from "../../core";
import { editsOf } from "../content-changes";
import { Debouncer } from "../debouncer";
import { DisposableStore, type Disposable } from "../dispose";
import { formatOfDocument, guardOf, type GuardReason } from "../prose-document";
import { discoveryEnabled, maxFileSize } from "./settings";
import { SETTINGS, SETTINGS_SECTION } from "../ids";
import type { TaxonomyService } from "./packs/taxonomy-service";

/** How far the tagging of a document is. */
export type TaggingState =
  | { readonly kind: "unsupported" }
  | { readonly kind: "pending" }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "guarded"; readonly reason: GuardReason }
  /** The document is being tagged; `mentions` are those in sight, as far as they are known. */
  | { readonly kind: "tagging"; readonly mentions: readonly Mention[] }
  /** `mentions` are those of the document's current text. */
  | { readonly kind: "tagged"; readonly mentions: readonly Mention[] };

/** Long enough that a word is finished before it is marked, short enough that a pause shows the mark. */
const TYPING_DELAY_MS = 200;
/** While somebody types without a pause, marks are renewed this often. */
const LONGEST_WAIT_MS = 1000;

/** How long tagging may hold the thread at a time: less than a frame of the editor. */
const SLICE_MS = 10;

/** The version of a state that was made from no text at all. */
const NEVER = -1;

const UNSUPPORTED: TaggingState = { kind: "unsupported" };
const PENDING: TaggingState = { kind: "pending" };

/** A document in an editor, and the session that follows its edits. */
interface Tracked {
  readonly document: TextDocument;
  readonly format: TextFormat;
  session: Session | undefined;
  state: TaggingState;
  /** The document version that `state` was made from. */
  version: number;
  /** When the oldest edit that has not been published was made, in milliseconds since the epoch. */
  waitingSince: number | undefined;
}

/** Tags the prose documents that are shown in an editor, one incremental session each. */
export class TaggingService implements Disposable {
  readonly #store = new DisposableStore();
  readonly #tagged = this.#store.add(new EventEmitter<TextDocument>());
  readonly #debouncer = this.#store.add(new Debouncer());
  readonly #documents = new Map<string, Tracked>();
  readonly #taxonomy: TaxonomyService;
  readonly #log: LogOutputChannel;
  #tagger: Tagger | undefined;

  /** A document's state was renewed, or its tagging ended. */
  readonly onDidChange = this.#tagged.event;

  constructor(taxonomy: TaxonomyService, log: LogOutputChannel) {
    this.#taxonomy = taxonomy;
    this.#log = log;
    this.#store.add(taxonomy.onDidChange(() => this.#renewTagger()));
    this.#store.add(workspace.onDidChangeTextDocument((event) => this.#onEdit(event)));
    this.#store.add(workspace.onDidCloseTextDocument((document) => this.#drop(document)));
    // A change of language closes and opens the document without a change of editors.
    this.#store.add(workspace.onDidOpenTextDocument(() => this.#trackVisible()));
    this.#store.add(window.onDidChangeVisibleTextEditors(() => this.#trackVisible()));
    this.#store.add(
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${SETTINGS_SECTION}.${SETTINGS.maxFileSize}`)) this.#restart();
        if (change.affectsConfiguration(`${SETTINGS_SECTION}.${SETTINGS.discovery}`)) this.#renewTagger();
      }),
    );
    this.#trackVisible();
  }

  /** The state for the document's text as it is now, brought up to date if need be. */
  stateOf(document: TextDocument): TaggingState {
    const tracked = this.#documents.get(keyOf(document));
    if (tracked === undefined) return formatOfDocument(document) === undefined ? UNSUPPORTED : PENDING;
    if (this.#isStale(tracked)) this.#refresh(tracked);
    return tracked.state;
  }

  /** Every document that is being tagged. */
  get documents(): TextDocument[] {
    return [...this.#documents.values()].map(({ document }) => document);
  }

  formatOf(document: TextDocument): TextFormat | undefined {
    return this.#documents.get(keyOf(document))?.format;
  }

  /** What is wrong with the comments for HealthGeo in a document. */
  problemsOf(document: TextDocument): readonly Problem[] {
    return this.#documents.get(keyOf(document))?.session?.problems ?? [];
  }

  /** The tagger in force; undefined until the taxonomy is loaded. */
  get tagger(): Tagger | undefined {
    return this.#tagger;
  }

  /** The tagger in force, once there is one. */
  async ready(): Promise<Tagger> {
    const taxonomy = await this.#taxonomy.ready();
    return (this.#tagger ??= taggerOf(taxonomy));
  }

  dispose(): void {
    this.#store.dispose();
  }

  #trackVisible(): void {
    for (const { document } of window.visibleTextEditors) {
      const tracked = this.#documents.get(keyOf(document));
      if (tracked === undefined) this.#track(document);
      else if (this.#isStale(tracked)) this.#publish(tracked);
    }
  }

  #track(document: TextDocument): void {
    const format = formatOfDocument(document);
    if (format === undefined || document.isClosed) return;
    const tracked: Tracked = {
      document,
      format,
      session: undefined,
      state: PENDING,
      version: NEVER,
      waitingSince: undefined,
    };
    this.#documents.set(keyOf(document), tracked);
    void this.#start(tracked);
  }

  #drop(document: TextDocument): void {
    this.#debouncer.cancel(keyOf(document));
    this.#debouncer.cancel(sliceKeyOf(document));
    if (this.#documents.delete(keyOf(document))) this.#tagged.fire(document);
  }

  async #start(tracked: Tracked): Promise<void> {
    try {
      await this.ready();
    } catch (error) {
      tracked.state = this.#failed(error);
    }
    if (this.#documents.get(keyOf(tracked.document)) !== tracked) return;
    if (this.#tagger === undefined) this.#tagged.fire(tracked.document);
    else this.#publish(tracked);
  }

  #renewTagger(): void {
    if (this.#tagger === undefined || this.#taxonomy.current === undefined) return;
    this.#tagger = taggerOf(this.#taxonomy.current);
    this.#restart();
  }

  /** Tags every document anew: those in sight now, the others when they come into sight. */
  #restart(): void {
    for (const tracked of this.#documents.values()) {
      tracked.session = undefined;
      tracked.version = NEVER;
    }
    this.#trackVisible();
  }

  #onEdit({ document, contentChanges }: TextDocumentChangeEvent): void {
    const tracked = this.#documents.get(keyOf(document));
    if (tracked === undefined || contentChanges.length === 0) return;
    for (const edit of editsOf(contentChanges)) tracked.session?.edit(edit);
    const now = Date.now();
    tracked.waitingSince ??= now;
    const delay = Math.min(TYPING_DELAY_MS, Math.max(0, tracked.waitingSince + LONGEST_WAIT_MS - now));
    this.#debouncer.run(keyOf(document), delay, () => {
      this.#publish(tracked);
    });
  }

  #publish(tracked: Tracked): void {
    tracked.waitingSince = undefined;
    this.#refresh(tracked);
    this.#tagged.fire(tracked.document);
  }

  #refresh(tracked: Tracked): void {
    const { document } = tracked;
    tracked.version = document.version;
    try {
      tracked.state = this.#tag(tracked, document.getText());
    } catch (error) {
      tracked.session = undefined;
      tracked.state = this.#failed(error);
    }
  }

  /** A mistake of ours: it is told in the status bar and the log, and the editor goes on. */
  #failed(error: unknown): TaggingState {
    this.#log.error(error instanceof Error ? error : String(error));
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }

  #tag(tracked: Tracked, text: string): TaggingState {
    const reason = guardOf(text, maxFileSize(tracked.document.uri));
    if (reason !== undefined) {
      tracked.session = undefined;
      return { kind: "guarded", reason };
    }
    if (this.#tagger === undefined) return PENDING;
    // An edit that went unreported would leave every mark out of place.
    if (tracked.session?.text !== text)
      tracked.session = this.#tagger.open(text, { format: tracked.format, uri: keyOf(tracked.document) });
    return this.#advance(tracked, tracked.session);
  }

  /** Tags for one slice of time, what is in sight first, and goes on when the editor had its turn. */
  #advance(tracked: Tracked, session: Session): TaggingState {
    const { document } = tracked;
    const inSight = spanInSight(document);
    const end = performance.now() + SLICE_MS;
    if (session.advance(() => performance.now() > end, inSight))
      return { kind: "tagged", mentions: session.mentions() };
    this.#debouncer.run(sliceKeyOf(document), 0, () => {
      if (tracked.session !== session || this.#documents.get(keyOf(document)) !== tracked) return;
      const state = this.#advance(tracked, session);
      if (this.#isStale(tracked)) return;
      tracked.state = state;
      if (state.kind === "tagged") this.#tagged.fire(document);
    });
    return { kind: "tagging", mentions: session.mentionsSoFar(inSight) };
  }

  #isStale(tracked: Tracked): boolean {
    return this.#tagger !== undefined && tracked.version !== tracked.document.version;
  }
}

/** What the editors of a document show of it; its beginning where none does. */
function spanInSight(document: TextDocument): Span {
  const ranges = window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .flatMap(({ visibleRanges }) => visibleRanges);
  const [first, ...others] = ranges;
  if (first === undefined) return { start: 0, end: 0 };
  const range = others.reduce((union, other) => union.union(other), first);
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

function sliceKeyOf(document: TextDocument): string {
  return `${keyOf(document)} slice`;
}

function taggerOf(taxonomy: Taxonomy): Tagger {
  return createTagger(taxonomy, { discovery: discoveryEnabled() });
}

function keyOf(document: TextDocument): string {
  return document.uri.toString();
}
