import { commands, env, l10n, Uri, ViewColumn, window, type TextDocument, type WebviewPanel } from "vscode";
import {
  dependencyMap,
  narrowMap,
  relationAtPlace,
  type DependencyMap,
  type MapEdge,
  type MapPlace,
} from "../../../core";
import {
  readOptions,
  type HostMessage,
  type MapOptions,
  type PageMessage,
} from "../../../webview/dependency-map/messages";
import type { Action, Notice } from "../../../webview/insight/messages";
import { Debouncer } from "../../debouncer";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { pageMap } from "../../presentation/dependency-map/page-map";
import type { ScanState } from "../../services/corpus-service";
import type { Services } from "../../services/services";
import { insightCorpus, isPending, type InsightCorpus } from "../insight/insight-corpus";
import { showPassage } from "../insight/insight-passage-pick";
import { pageHtml } from "../page-html";
import { relationTypeLabel } from "../relations/relation-labels";
import { MapDocuments, type MapCorpus } from "./map-documents";
import { mapTexts } from "./map-texts";
import { placeOfEdge } from "./open-edge";
import { rejectMapped } from "./reject-mapped";
import { saveMap } from "./save-map";

export const DEPENDENCY_MAP_PANEL = "healthgeo.dependencyMap";

/** While somebody types, the map is renewed this often at most. */
const RENEWAL_DELAY_MS = 700;

/** A map of all relations of a scope, with what it was made of. */
interface Made {
  readonly corpus: InsightCorpus;
  readonly relations: MapCorpus;
  readonly whole: DependencyMap;
}

/** The panel in the editor area that shows the dependency map of a corpus, and what is asked of it. */
export class DependencyMapPanel implements Disposable {
  readonly #store = new DisposableStore();
  readonly #debouncer = this.#store.add(new Debouncer());
  readonly #services: Services;
  readonly #documents: MapDocuments;
  readonly #panel: WebviewPanel;
  #file: TextDocument | undefined;
  #options: MapOptions;
  #made: Made | undefined;
  /** What the page shows of it: files have the same. */
  #narrowed: DependencyMap | undefined;
  /** Counts requests, so that the answer to an older one is dropped. */
  #request = 0;
  #last: HostMessage | undefined;

  constructor(services: Services, options: MapOptions, onClosed: () => void) {
    this.#services = services;
    this.#documents = new MapDocuments(services);
    this.#options = options;
    this.#file = services.activeDocument.document;
    const assets = Uri.joinPath(services.context.extensionUri, "dist", "webview");
    this.#panel = window.createWebviewPanel(
      DEPENDENCY_MAP_PANEL,
      l10n.t("HealthGeo: Dependency Map"),
      ViewColumn.Active,
      { enableScripts: true, enableFindWidget: true, localResourceRoots: [assets] },
    );
    const { webview } = this.#panel;
    this.#store.add(webview.onDidReceiveMessage((message: PageMessage) => void this.receive(message)));
    this.#store.add(this.#panel.onDidDispose(() => onClosed()));
    this.#store.add(services.corpus.onDidChange(() => this.#renewSoon()));
    this.#store.add(services.corpus.onDidChangeState((state) => this.#tellProgress(state)));
    this.#store.add(services.records.onDidChange(() => this.#renewSoon()));
    this.#store.add(services.activeDocument.onDidChange(() => this.#followFile()));
    webview.html = pageHtml(
      {
        script: webview.asWebviewUri(Uri.joinPath(assets, "dependency-map.js")).toString(),
        style: webview.asWebviewUri(Uri.joinPath(assets, "dependency-map.css")).toString(),
        source: webview.cspSource,
        nonce: crypto.randomUUID(),
        language: env.language,
      },
      mapTexts(),
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

  dispose(): void {
    this.#store.dispose();
    this.#panel.dispose();
  }

  async #answer(message: PageMessage): Promise<void> {
    switch (message.kind) {
      case "show":
        this.#options = readOptions(message.options);
        return this.#show();
      case "open":
        return this.#open(message.edge);
      case "save":
        return this.#narrowed === undefined ? undefined : saveMap(this.#narrowed, message.file, this.#services.history);
      case "act":
        return this.#act(message.action);
    }
  }

  async #show(): Promise<void> {
    const request = ++this.#request;
    const options = this.#options;
    this.#post({ kind: "reading" });
    const made = await this.#make(options);
    if (request !== this.#request || made === undefined) return;
    this.#made = made;
    const { whole, relations } = made;
    if (whole.edges.length === 0) {
      this.#narrowed = undefined;
      this.#post({ kind: "empty", options, notice: emptyNotice(options) });
      return;
    }
    const { hiddenTypes, minSupport } = options;
    this.#narrowed = narrowMap(whole, ({ type, support }) => !hiddenTypes.includes(type) && support >= minSupport);
    const about = { documents: relations.documents.length, withoutMention: relations.withoutMention };
    this.#post({ kind: "map", options, map: pageMap(this.#narrowed, about) });
  }

  /** Undefined while documents are being tagged: when they are, they change, and this is asked again. */
  async #make({ scope }: MapOptions): Promise<Made | undefined> {
    const labels = await this.#services.taxonomy.ready();
    const corpus = await insightCorpus(this.#services, scope, this.#file, this.#made?.corpus);
    if (corpus.documents.length === 0 && isPending(this.#services, scope, this.#file)) return undefined;
    const relations = await this.#documents.read(corpus);
    const whole = dependencyMap(relations.documents, (entity) => labels.entities.get(entity)?.label);
    return { corpus, relations, whole };
  }

  async #open(id: string): Promise<void> {
    const made = this.#made;
    const edge = made?.whole.edges.find((each) => each.id === id);
    if (made === undefined || edge === undefined) return;
    const labels = new Map(made.whole.nodes.map((node) => [node.id, node.label]));
    const title = `${labels.get(edge.source) ?? ""} — ${relationTypeLabel(edge.type)} → ${labels.get(edge.target) ?? ""}`;
    const { uris } = made.corpus;
    const { decisions } = this.#services;
    const place = await placeOfEdge({
      title,
      edge,
      documents: made.relations.documents,
      titleOfRejection: ({ path }) => {
        const uri = uris.get(path);
        return l10n.t("Reject Relation ({0})", uri === undefined ? path : decisions.labelOf({ uri }));
      },
      reject: (rejected) => this.#reject(made, edge, rejected),
    });
    const uri = place === undefined ? undefined : uris.get(place.path);
    if (place !== undefined && uri !== undefined) await showPassage(uri, place);
  }

  /** Rejects what a place of an edge states; returns whether it is rejected now. */
  async #reject({ corpus, relations }: Made, edge: MapEdge, place: MapPlace): Promise<boolean> {
    const [source] = [...corpus.sources.keys()].filter(({ path }) => path === place.path);
    const document = relations.documents.find(({ path }) => path === place.path);
    const relation = document === undefined ? undefined : relationAtPlace(document, edge, place);
    if (source === undefined || relation === undefined) return false;
    return rejectMapped(this.#services, this.#documents, source, relation);
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

  #tellProgress(state: ScanState): void {
    if (this.#options.scope !== "workspace" || !this.#panel.visible) return;
    if (state.kind === "scanning") this.#post({ kind: "reading", done: state.done, total: state.total });
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
    this.#debouncer.run("renew", RENEWAL_DELAY_MS, () => {
      if (this.#panel.visible) void this.receive({ kind: "show", options: this.#options });
    });
  }

  #post(message: HostMessage): void {
    this.#last = message;
    void this.#panel.webview.postMessage(message);
  }
}

function emptyNotice({ scope }: MapOptions): Notice {
  const openSample = { action: "openSample", label: l10n.t("Open Sample Report") } as const;
  const showOpenFiles = { action: "showOpenFiles", label: l10n.t("Map Open Files") } as const;
  const showWorkspace = { action: "showWorkspace", label: l10n.t("Map the Workspace") } as const;
  switch (scope) {
    case "file":
      return {
        text: l10n.t(
          "No relation is found in this file, and nobody drew one. Open a report that says who controls, supplies or depends on whom, or map other documents.",
        ),
        actions: [showOpenFiles, showWorkspace],
      };
    case "open":
      return {
        text: l10n.t(
          "No relation is found in open files, and nobody drew one. Open a report that says who controls, supplies or depends on whom.",
        ),
        actions: [openSample, showWorkspace],
      };
    case "workspace":
      return {
        text: l10n.t(
          "No relation is found in the files of the workspace, and nobody drew one. Open a folder with reports, or draw relations with “Add Relation”.",
        ),
        actions: [openSample],
      };
  }
}
