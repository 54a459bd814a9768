import { commands, env, l10n, Uri, ViewColumn, window, type TextDocument, type WebviewPanel } from "vscode";
import { csvText, type Labels } from "../../../core";
import {
  readOptions,
  type Action,
  type HostMessage,
  type Insight,
  type InsightOptions,
  type Notice,
  type PageMessage,
  type Table,
} from "../../../webview/insight/messages";
import { Debouncer } from "../../debouncer";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { InsightFigures } from "../../presentation/insight/insight-figures";
import { passagesOf } from "../../presentation/insight/insight-passages";
import type { ScanState } from "../../services/corpus-service";
import { TimeSlices } from "../../services/scan/time-slices";
import type { Services } from "../../services/services";
import { insightCorpus, isPending, type InsightCorpus } from "./insight-corpus";
import { savePlot } from "./insight-files";
import { pageHtml } from "../page-html";
import { showPassage, showPassages } from "./insight-passage-pick";
import { insightTexts } from "./insight-texts";

export const INSIGHT_PANEL = "healthgeo.insight";

/** While somebody types, the figures are renewed this often at most. */
const RENEWAL_DELAY_MS = 700;
/** Figures that took long to count are renewed less often: the delay is so many times what they took. */
const RENEWAL_SHARE = 4;

/** The panel in the editor area that shows the figures of a corpus, and what is asked of it. */
export class InsightPanel implements Disposable {
  readonly #store = new DisposableStore();
  readonly #debouncer = this.#store.add(new Debouncer());
  readonly #services: Services;
  readonly #panel: WebviewPanel;
  #file: TextDocument | undefined;
  #options: InsightOptions;
  #corpus: InsightCorpus | undefined;
  #figures: InsightFigures | undefined;
  #labels: Labels | undefined;
  /** How long counting took last, in milliseconds. */
  #took = 0;
  /** Counts requests, so that the answer to an older one is dropped. */
  #request = 0;
  #last: HostMessage | undefined;

  constructor(services: Services, options: InsightOptions, onClosed: () => void) {
    this.#services = services;
    this.#options = options;
    this.#file = services.activeDocument.document;
    const assets = Uri.joinPath(services.context.extensionUri, "dist", "webview");
    this.#panel = window.createWebviewPanel(INSIGHT_PANEL, l10n.t("HealthGeo: Insight"), ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [assets],
    });
    const { webview } = this.#panel;
    this.#store.add(webview.onDidReceiveMessage((message: PageMessage) => void this.receive(message)));
    this.#store.add(this.#panel.onDidDispose(() => onClosed()));
    this.#store.add(services.corpus.onDidChange(() => this.#forget()));
    this.#store.add(services.corpus.onDidChangeState((state) => this.#tellProgress(state)));
    this.#store.add(services.taxonomy.onDidChangeProblems(() => this.#forget()));
    this.#store.add(services.activeDocument.onDidChange(() => this.#followFile()));
    webview.html = pageHtml(
      {
        script: webview.asWebviewUri(Uri.joinPath(assets, "insight.js")).toString(),
        style: webview.asWebviewUri(Uri.joinPath(assets, "insight.css")).toString(),
        source: webview.cspSource,
        nonce: crypto.randomUUID(),
        language: env.language,
      },
      insightTexts(),
      options,
    );
  }

  /** What the page was last told. */
  get shown(): HostMessage | undefined {
    return this.#last;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Does what the page asks for. */
  async receive(message: PageMessage): Promise<void> {
    try {
      await this.#answer(message);
    } catch (error) {
      this.#services.log.error(error instanceof Error ? error : String(error));
      void window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  }

  async #answer(message: PageMessage): Promise<void> {
    const { history, log } = this.#services;
    switch (message.kind) {
      case "show":
        this.#options = readOptions(message.options);
        return this.#show();
      case "reveal": {
        const uri = this.#corpus?.uris.get(message.path);
        return uri === undefined ? undefined : showPassage(uri, message);
      }
      case "passages": {
        const { documents = [], uris = new Map<string, Uri>() } = this.#corpus ?? {};
        return showPassages(message.query.title, passagesOf(documents, message.query), uris);
      }
      case "saveTable":
        return savePlot(message.name, "csv", encode(csvOf(message.table)), history);
      case "saveSvg":
        return savePlot(message.name, "svg", encode(message.source), history);
      case "savePng":
        return savePlot(message.name, "png", message.bytes, history);
      case "act":
        return this.#act(message.action);
      case "failed":
        log.error(message.message);
        void window.showErrorMessage(message.message);
    }
  }

  dispose(): void {
    this.#store.dispose();
    this.#panel.dispose();
  }

  async #show(): Promise<void> {
    const request = ++this.#request;
    const options = this.#options;
    this.#post({ kind: "counting" });
    const insight = await this.#count(options);
    if (request !== this.#request || insight === undefined) return;
    if (insight.summary.mentions === 0) this.#post({ kind: "empty", options, notice: emptyNotice(options) });
    else this.#post({ kind: "insight", options, insight, ...this.#problemNotice() });
  }

  /** Undefined while documents are being tagged: when they are, they change, and this is asked again. */
  async #count(options: InsightOptions): Promise<Insight | undefined> {
    const labels = await this.#services.taxonomy.ready();
    const corpus = await insightCorpus(this.#services, options.scope, this.#file, this.#corpus);
    if (corpus.documents.length === 0 && isPending(this.#services, options.scope, this.#file)) return undefined;
    const start = performance.now();
    const slices = new TimeSlices();
    if (this.#figures === undefined || !isSame(this.#corpus, corpus) || this.#labels !== labels) {
      this.#figures = new InsightFigures(corpus.documents, labels);
      this.#labels = labels;
    }
    this.#corpus = corpus;
    const insight = await this.#figures.insight(options, () => slices.breathe());
    this.#took = performance.now() - start;
    return insight;
  }

  #tellProgress(state: ScanState): void {
    if (this.#options.scope !== "workspace" || !this.#panel.visible) return;
    if (state.kind === "scanning") this.#post({ kind: "counting", done: state.done, total: state.total });
    else this.#forget();
  }

  #problemNotice(): { notice?: Notice } {
    const broken = this.#services.taxonomy.problems.filter(({ severity }) => severity === "error").length;
    if (broken === 0) return {};
    const text = l10n.t("Errors in packs of this workspace: {0}. Their terms may be missing from the figures.", broken);
    return { notice: { text, actions: [{ action: "showProblems", label: l10n.t("Show Problems") }] } };
  }

  async #act(action: Action): Promise<void> {
    switch (action) {
      case "openSample":
        await commands.executeCommand(COMMANDS.openSampleReport);
        return;
      case "showProblems":
        await commands.executeCommand("workbench.actions.view.problems");
        return;
      case "showOpenFiles":
      case "showWorkspace":
        this.#options = { ...this.#options, scope: action === "showOpenFiles" ? "open" : "workspace" };
        await this.#show();
    }
  }

  /** The page is in the way of the editor, so the file that was last active stays the one in question. */
  #followFile(): void {
    const { document } = this.#services.activeDocument;
    if (document === undefined || document === this.#file) return;
    this.#file = document;
    if (this.#options.scope === "file") this.#forget();
  }

  #forget(): void {
    const delay = Math.max(RENEWAL_DELAY_MS, RENEWAL_SHARE * this.#took);
    this.#debouncer.run("renew", delay, () => this.#renewIfVisible());
  }

  /** A page out of sight asks again when it comes back, for it starts anew. */
  #renewIfVisible(): void {
    if (this.#panel.visible) void this.receive({ kind: "show", options: this.#options });
  }

  #post(message: HostMessage): void {
    this.#last = message;
    void this.#panel.webview.postMessage(message);
  }
}

function isSame(former: InsightCorpus | undefined, corpus: InsightCorpus): boolean {
  const { documents } = corpus;
  return former?.documents.length === documents.length && documents.every((each, i) => each === former.documents[i]);
}

function csvOf({ columns, rows }: Table): string {
  return csvText([columns, ...rows]);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Says why there is nothing to see and what to do. */
function emptyNotice({ scope }: InsightOptions): Notice {
  const openSample = { action: "openSample", label: l10n.t("Open Sample Report") } as const;
  const showOpenFiles = { action: "showOpenFiles", label: l10n.t("Count Open Files") } as const;
  const showWorkspace = { action: "showWorkspace", label: l10n.t("Count the Workspace") } as const;
  switch (scope) {
    case "file":
      return {
        text: l10n.t("This file mentions nothing that HealthGeo knows. Open a report, or count other documents."),
        actions: [showOpenFiles, showWorkspace],
      };
    case "open":
      return {
        text: l10n.t(
          "No open file mentions anything that HealthGeo knows. Open a report: Markdown, text, LaTeX or HTML.",
        ),
        actions: [openSample, showWorkspace],
      };
    case "workspace":
      return {
        text: l10n.t("No file of the workspace mentions anything that HealthGeo knows. Open a folder with reports."),
        actions: [openSample],
      };
  }
}
