import { ViewColumn, window, type TextDocument, type WebviewPanel } from "vscode";
import type { Action, CommonHostMessage, CommonPageMessage } from "../../../webview/shared/messages";
import { Debouncer } from "../../debouncer";
import { DisposableStore, type Disposable } from "../../dispose";
import type { ScanState } from "../../services/corpus-service";
import type { Services } from "../../services/services";
import type { CorpusPage, ScopedOptions } from "./corpus-page";
import { isScopeAction, runAction } from "./run-action";
import { leftOutNotices } from "./scan-notices";
import { isPending, scopeCorpus, type ScopeCorpus } from "./scope-corpus";
import { loadPage } from "./web-page";

/** While somebody types, what is shown is renewed this often at most. */
const RENEWAL_DELAY_MS = 700;
/** What took long to make is renewed less often: the delay is so many times what it took. */
const RENEWAL_SHARE = 4;

/** A panel in the editor area that shows a page about the documents of a scope, and follows them. */
export class CorpusPanel<
  Options extends ScopedOptions,
  Told,
  Asked extends { readonly kind: string },
  Made,
> implements Disposable {
  readonly #store = new DisposableStore();
  readonly #debouncer = this.#store.add(new Debouncer());
  readonly #services: Services;
  readonly #page: CorpusPage<Options, Told, Asked, Made>;
  readonly #panel: WebviewPanel;
  #file: TextDocument | undefined;
  #options: Options;
  /** Documents that did not change are not read again. */
  #corpus: ScopeCorpus | undefined;
  #made: Made | undefined;
  /** How long making what is shown took last, in milliseconds. */
  #took = 0;
  /** Counts requests, so that the answer to an older one is dropped. */
  #request = 0;
  #last: Told | CommonHostMessage<Options> | undefined;

  /** @param panel one that VS Code brings back; absent: a new one */
  constructor(
    services: Services,
    page: CorpusPage<Options, Told, Asked, Made>,
    options: Options,
    onClosed: () => void,
    panel?: WebviewPanel,
  ) {
    this.#services = services;
    this.#page = page;
    this.#options = options;
    this.#file = services.activeDocument.document;
    this.#panel =
      panel ?? window.createWebviewPanel(page.viewType, page.title, ViewColumn.Active, { enableFindWidget: true });
    const { webview } = this.#panel;
    this.#store.add(
      webview.onDidReceiveMessage((message: CommonPageMessage<Options> | Asked) => void this.receive(message)),
    );
    this.#store.add(this.#panel.onDidDispose(() => onClosed()));
    this.#store.add(services.corpus.onDidChange(() => this.#renewSoon()));
    this.#store.add(services.corpus.onDidChangeState((state) => this.#tellProgress(state)));
    this.#store.add(services.activeDocument.onDidChange(() => this.#followFile()));
    for (const onDidChange of page.staleness) this.#store.add(onDidChange(() => this.#renewSoon()));
    const { name, texts } = page;
    loadPage(webview, services.context.extensionUri, { name, texts, options });
  }

  /** What the page was last told. */
  get shown(): Told | CommonHostMessage<Options> | undefined {
    return this.#last;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Does what the page asks for. */
  async receive(message: CommonPageMessage<Options> | Asked): Promise<void> {
    try {
      await (isCommon(message) ? this.#answer(message) : this.#page.answer(message, this.#made));
    } catch (error) {
      this.#services.log.error(error instanceof Error ? error : String(error));
      void window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  }

  dispose(): void {
    this.#store.dispose();
    this.#panel.dispose();
  }

  async #answer(message: CommonPageMessage<Options>): Promise<void> {
    if (message.kind === "act") return this.#act(message.action);
    this.#options = this.#page.readOptions(message.options);
    await this.#show();
  }

  async #show(): Promise<void> {
    const request = ++this.#request;
    const options = this.#options;
    const file = this.#file;
    this.#post({ kind: "working" });
    await this.#services.taxonomy.ready();
    const corpus = await scopeCorpus(this.#services, options.scope, file, this.#corpus);
    // When documents are tagged for the first time they change, and this is asked again.
    if (corpus.documents.length === 0 && isPending(this.#services, options.scope, file)) return;
    const start = performance.now();
    const notices = leftOutNotices(this.#services, options.scope, file);
    for await (const { message, made } of this.#page.show({ corpus, options, notices })) {
      if (request !== this.#request) return;
      this.#corpus = corpus;
      this.#made = made;
      this.#post(message);
    }
    this.#took = performance.now() - start;
  }

  async #act(action: Action): Promise<void> {
    if (!isScopeAction(action)) return runAction(action);
    this.#options = { ...this.#options, scope: action === "showOpenFiles" ? "open" : "workspace" };
    await this.#show();
  }

  #tellProgress(state: ScanState): void {
    if (this.#options.scope !== "workspace" || !this.#panel.visible) return;
    if (state.kind === "scanning") this.#post({ kind: "working", done: state.done, total: state.total });
    else this.#renewSoon();
  }

  /** The page is in the way of the editor, so the file that was last active stays the one in question. */
  #followFile(): void {
    const { document } = this.#services.activeDocument;
    if (document === undefined || document === this.#file) return;
    this.#file = document;
    if (this.#options.scope === "file") this.#renewSoon();
  }

  /** A page out of sight asks again when it comes back, for it starts anew. */
  #renewSoon(): void {
    const delay = Math.max(RENEWAL_DELAY_MS, RENEWAL_SHARE * this.#took);
    this.#debouncer.run("renew", delay, () => {
      if (this.#panel.visible) void this.receive({ kind: "show", options: this.#options });
    });
  }

  #post(message: Told | CommonHostMessage<Options>): void {
    this.#last = message;
    void this.#panel.webview.postMessage(message);
  }
}

function isCommon<Options>(
  message: CommonPageMessage<Options> | { readonly kind: string },
): message is CommonPageMessage<Options> {
  return message.kind === "show" || message.kind === "act";
}
