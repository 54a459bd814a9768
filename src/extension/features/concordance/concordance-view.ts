import { commands, env, l10n, window, type Memento, type WebviewView, type WebviewViewProvider } from "vscode";
import {
  CONCORDANCE_KEYS,
  concordanceLines,
  concordanceOrder,
  facetOf,
  type ConcordanceKey,
  type ConcordanceLine,
  type CorpusDocument,
} from "../../../core";
import type { HostMessage, PageLine, PageMessage } from "../../../webview/concordance/messages";
import { Debouncer } from "../../debouncer";
import type { DisposableStore } from "../../dispose";
import { type Disposable } from "../../dispose";
import { COMMANDS, CONTEXT_KEYS, INTERNAL_COMMANDS, VIEWS } from "../../ids";
import { queryOf, readSubject, type ConcordanceSubject } from "../../presentation/concordance/concordance-subject";
import { fold } from "../../presentation/fold";
import { isCandidate } from "../../presentation/marks/mark-styles";
import type { TargetReference } from "../../presentation/target-reference";
import { TimeSlices } from "../../services/scan/time-slices";
import type { Services } from "../../services/services";
import { scanMessage } from "../corpus/workspace-scan";
import { isScopeAction, runAction } from "../pages/run-action";
import { scanNotices } from "../pages/scan-notices";
import { loadPage } from "../pages/web-page";
import { concordanceTexts } from "./concordance-texts";

const SUBJECT_KEY = "healthgeo.concordance.subject";
const SORT_KEY = "healthgeo.concordance.sort";

/** While somebody types in a report, its lines are renewed this often at most. */
const RENEWAL_DELAY_MS = 400;
const FILTER_DELAY_MS = 60;
/** More lines than anybody reads; a part of them is better than a window that stands still. */
const MOST_LINES = 50_000;
/** Lines that go to the page in one message. */
const CHUNK = 2000;

/** The Concordance view: every place of an entity, a class or some words in the corpus, with what stands around it. */
export class ConcordanceView implements WebviewViewProvider, Disposable {
  readonly #store: DisposableStore;
  readonly #debouncer: Debouncer;
  readonly #services: Services;
  readonly #state: Memento;
  #view: WebviewView | undefined;
  #subject: ConcordanceSubject | undefined;
  #filter = "";
  /** The lines of each document, for the subject there is. */
  #known = new WeakMap<CorpusDocument, readonly ConcordanceLine[]>();
  #lines: readonly ConcordanceLine[] = [];
  #texts: readonly string[] | undefined;
  #order: readonly number[] = [];
  #selected = new Set<string>();
  #isCut = false;
  /** Counts renewals, so that an older one ends when a newer begins. */
  #renewal = 0;
  #isReady = false;
  /** Whether somebody asked for lines in this session, and not in a former one only. */
  #isAsked = false;
  #summary = "";

  /** @param store is released with the view */
  constructor(services: Services, store: DisposableStore) {
    this.#store = store;
    this.#debouncer = store.add(new Debouncer());
    this.#services = services;
    this.#state = services.context.workspaceState;
    this.#subject = readSubject(this.#state.get(SUBJECT_KEY));
    const { corpus } = services;
    this.#store.add(window.registerWebviewViewProvider(VIEWS.concordance, this));
    this.#store.add(
      corpus.onDidChange(() => {
        this.#renewIn(RENEWAL_DELAY_MS);
      }),
    );
    this.#store.add(
      corpus.onDidChangeState((state) => {
        if (state.kind === "scanning" && state.total > 0) this.#post({ kind: "progress", text: scanMessage(state) });
      }),
    );
    this.#publish();
  }

  get subject(): ConcordanceSubject | undefined {
    return this.#subject;
  }

  get filter(): string {
    return this.#filter;
  }

  set filter(text: string) {
    this.#filter = text;
    this.#publish();
    this.#debouncer.run("filter", FILTER_DELAY_MS, () => {
      this.#arrange(false);
    });
  }

  get sort(): readonly ConcordanceKey[] {
    const remembered = this.#state.get<unknown>(SORT_KEY);
    const keys: readonly unknown[] = Array.isArray(remembered) ? remembered : [];
    return keys.flatMap((key) => CONCORDANCE_KEYS.find((each) => each === key) ?? []);
  }

  set sort(keys: readonly ConcordanceKey[]) {
    void this.#state.update(SORT_KEY, keys);
    this.#arrange(false);
  }

  /** The lines that are shown, in their order. */
  get shown(): readonly ConcordanceLine[] {
    return this.#order.map((index) => this.#lines[index]!);
  }

  /** Those of the lines shown that are selected, in their order. */
  get selection(): readonly ConcordanceLine[] {
    return this.shown.filter((line) => this.#selected.has(keyOf(line)));
  }

  /** What is said above the lines. */
  get summary(): string {
    return this.#summary;
  }

  /** Lists the places of something, over the whole workspace. Resolves when they are listed. */
  async show(subject: ConcordanceSubject): Promise<void> {
    this.#subject = subject;
    this.#isAsked = true;
    this.#known = new WeakMap();
    this.#filter = "";
    this.#selected.clear();
    void this.#state.update(SUBJECT_KEY, subject);
    this.#publish();
    await commands.executeCommand(`${VIEWS.concordance}.focus`);
    const { state } = this.#services.corpus;
    // What is known already is listed at once.
    const first = this.#renew(true);
    if (state.kind !== "idle" || !state.isScanned) await commands.executeCommand(COMMANDS.scanWorkspace);
    await first;
    await this.#renew(false);
  }

  resolveWebviewView(view: WebviewView): void {
    this.#view = view;
    this.#isReady = false;
    view.webview.onDidReceiveMessage((message: PageMessage) => void this.#receive(message));
    view.onDidDispose(() => {
      this.#view = undefined;
      this.#isReady = false;
    });
    view.onDidChangeVisibility(() => {
      if (view.visible) this.#renewIn(0);
      // The page of a view that is hidden is gone.
      else this.#isReady = false;
    });
    loadPage(view.webview, this.#services.context.extensionUri, { name: "concordance", texts: concordanceTexts() });
  }

  /** Does what the page asks for; also what a test does in its place. */
  async receive(message: PageMessage): Promise<void> {
    switch (message.kind) {
      case "ready":
        this.#isReady = true;
        if (this.#subject === undefined) this.#post({ kind: "welcome" });
        else await this.#renew(true);
        return;
      case "act":
        if (!isScopeAction(message.action)) await runAction(message.action);
        return;
      case "choose":
        await commands.executeCommand(COMMANDS.chooseConcordance);
        return;
      case "select":
        this.#selected = new Set(message.lines.flatMap((index) => this.#lines[index] ?? []).map(keyOf));
        return;
      case "open": {
        const line = this.#lines[message.line];
        if (line !== undefined) await this.#open(line, message.focus);
      }
    }
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #receive(message: PageMessage): Promise<void> {
    try {
      await this.receive(message);
    } catch (error) {
      this.#services.log.error(error instanceof Error ? error : String(error));
      void window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  }

  async #open({ document: path, start, end }: ConcordanceLine, focus: boolean): Promise<void> {
    const { corpus } = this.#services;
    const uri = corpus.uriOf({ path });
    const text = corpus
      .documents()
      .find((document) => document.path === path)
      ?.text.slice(start, end);
    if (uri === undefined || text === undefined) return;
    const reference: TargetReference = { uri: uri.toString(), start, end, text };
    await commands.executeCommand(INTERNAL_COMMANDS.goToMention, reference, { preserveFocus: !focus, preview: !focus });
  }

  #renewIn(delay: number): void {
    // A view that comes into sight is renewed then.
    if (this.#subject === undefined || !(this.#view?.visible ?? this.#isAsked)) return;
    this.#debouncer.run("renew", delay, () => void this.#renew(false));
  }

  /** Makes the lines of the documents that changed, in slices, and shows all. */
  async #renew(isOther: boolean): Promise<void> {
    const renewal = ++this.#renewal;
    if (this.#subject === undefined) return;
    const query = queryOf(this.#subject);
    const slices = new TimeSlices();
    const lines: ConcordanceLine[] = [];
    const known = this.#known;
    for (const document of this.#services.corpus.documents()) {
      let own = known.get(document);
      if (own === undefined) known.set(document, (own = concordanceLines(document, query)));
      for (const line of own) lines.push(line);
      if (lines.length >= MOST_LINES) break;
      await slices.breathe();
      if (renewal !== this.#renewal) return;
    }
    this.#isCut = lines.length >= MOST_LINES;
    this.#lines = lines.slice(0, MOST_LINES);
    this.#texts = undefined;
    this.#sendLines();
    this.#arrange(isOther);
  }

  #sendLines(): void {
    if (!this.#isReady) return;
    for (let from = 0; from === 0 || from < this.#lines.length; from += CHUNK) {
      this.#post({ kind: "lines", from, lines: this.#lines.slice(from, from + CHUNK).map(pageLine) });
    }
  }

  /** Sorts and filters. */
  #arrange(isOther: boolean): void {
    const words = fold(this.#filter.trim());
    const keys = this.sort;
    const order = concordanceOrder(this.#lines, keys.length === 0 ? ["document", "position"] : keys, env.language);
    this.#order = words === "" ? order : order.filter((index) => this.#foldedTexts()[index]!.includes(words));
    this.#summary = this.#summarise();
    const selected = order.filter((index) => this.#selected.has(keyOf(this.#lines[index]!)));
    const notices = scanNotices(this.#services.corpus.state);
    this.#post({ kind: "order", order: this.#order, selected, summary: this.#summary, notices, isOther });
  }

  /** What a filter looks at, made once. */
  #foldedTexts(): readonly string[] {
    this.#texts ??= this.#lines.map(({ left, node, right, document }) => fold(`${left} ${node} ${right} ${document}`));
    return this.#texts;
  }

  #summarise(): string {
    const { corpus } = this.#services;
    const shown = this.#order.length;
    const documents = new Set(this.shown.map(({ document }) => document)).size;
    const { state } = corpus;
    return [
      this.#subject?.label ?? "",
      l10n.t("{0} lines in {1} documents", shown, documents),
      ...(this.#filter.trim() === "" ? [] : [l10n.t("Only what holds “{0}”", this.#filter.trim())]),
      ...(this.#isCut ? [l10n.t("the first {0} lines only", MOST_LINES)] : []),
      ...(state.kind === "idle" && !state.isScanned ? [l10n.t("open documents only")] : []),
    ].join(" · ");
  }

  #post(message: HostMessage): void {
    if (this.#isReady) void this.#view?.webview.postMessage(message);
  }

  #publish(): void {
    void commands.executeCommand("setContext", CONTEXT_KEYS.hasConcordance, this.#subject !== undefined);
    void commands.executeCommand("setContext", CONTEXT_KEYS.concordanceFiltered, this.#filter.trim() !== "");
  }
}

/** What a line keeps when others come and go. */
function keyOf({ document, start, end }: ConcordanceLine): string {
  return `${start}:${end}:${document}`;
}

function pageLine(line: ConcordanceLine): PageLine {
  const { left, node, right, mention } = line;
  const document = placeOf(line);
  if (mention === undefined) return { document, left, node, right };
  const status = isCandidate(mention) ? "candidate" : mention.status === "accepted" ? "accepted" : "suggested";
  return { document, left, node, right, facet: facetOf(mention.class), status };
}

/** The document of a line, and the page of the original where it was imported with its pages. */
function placeOf({ document, page }: ConcordanceLine): string {
  return page === undefined ? document : l10n.t("{0}, p. {1}", document, page);
}
