import {
  commands,
  EventEmitter,
  l10n,
  window,
  type TextDocument,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
} from "vscode";
import type { Span } from "../../core";
import { Debouncer } from "../debouncer";
import { DisposableStore, type Disposable } from "../dispose";
import { CONTEXT_KEYS, VIEWS, type ReviewState } from "../ids";
import { spanAt } from "../presentation/mention-lookup";
import type { ReviewQueue } from "../presentation/review-queue";
import { listOf, ReviewTree, ROWS_AT_ONCE, type MoreNode, type ReviewNode } from "../presentation/review-tree";
import { RowsRead } from "../rows-read";
import type { DocumentReview } from "../services/review-service";
import type { Services } from "../services/services";
import { reviewTreeItem, reviewTreeTooltip } from "./review-tree-items";

/** A cursor that only passes through a mention moves nothing in the view. */
const FOLLOW_DELAY_MS = 100;

/** The Review view: what of the active document waits for a decision, and the decisions that found no place in it. */
export class ReviewView implements TreeDataProvider<ReviewNode>, Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<undefined>());
  readonly #rowsRead = this.#store.add(new RowsRead());
  readonly #debouncer = this.#store.add(new Debouncer());
  readonly #services: Services;
  readonly #view: TreeView<ReviewNode>;
  /** How many rows of each list are shown, where somebody asked for more. */
  readonly #limits = new Map<string, number>();
  /** Made when somebody looks. */
  #tree: ReviewTree | undefined;
  #document: TextDocument | undefined;
  #note = "";

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(services: Services) {
    this.#services = services;
    this.#view = this.#store.add(
      window.createTreeView(VIEWS.review, { treeDataProvider: this, showCollapseAll: true, canSelectMany: true }),
    );
    const { activeDocument, reviews, queues, records } = services;
    this.#store.add(activeDocument.onDidChange(() => this.refresh()));
    this.#store.add(queues.onDidChange(() => this.refresh()));
    this.#store.add(this.#view.onDidChangeVisibility(() => this.refresh()));
    this.#store.add(
      reviews.onDidChange((document) => {
        if (document === activeDocument.document) this.refresh();
      }),
    );
    this.#store.add(
      records.onDidChange((document) => {
        if (document === activeDocument.document) this.refresh();
      }),
    );
    this.#store.add(
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor !== activeDocument.editor || !this.#view.visible) return;
        this.#debouncer.run("follow", FOLLOW_DELAY_MS, () => void this.#followCursor());
      }),
    );
    this.refresh();
  }

  /** The document whose suggestions are listed. */
  get document(): TextDocument | undefined {
    return this.#document;
  }

  /** The rows that are selected. */
  get selection(): readonly ReviewNode[] {
    return this.#view.selection;
  }

  get description(): string {
    return this.#view.description ?? "";
  }

  get message(): string {
    return this.#view.message ?? "";
  }

  /** A line above the rows, for as long as there are rows. */
  set note(text: string) {
    if (text === this.#note) return;
    this.#note = text;
    this.#describe(this.#reviewOf(this.#document));
  }

  refresh(): void {
    const { document } = this.#services.activeDocument;
    const review = this.#reviewOf(document);
    // Rows stay until new ones are ready.
    if ((review?.kind === "pending" || review?.kind === "early") && document === this.#document) return;
    if (document !== this.#document) this.#limits.clear();
    this.#document = document;
    this.#tree = undefined;
    this.#rowsRead.markChanged();
    this.#describe(review);
    this.#changed.fire(undefined);
  }

  /** Selects the row of a mention; `focus` moves the keyboard there as well. False where it has no row. */
  async reveal(span: Span, focus: boolean): Promise<boolean> {
    const found = this.#currentTree().find(span);
    if (found === undefined) return false;
    this.#list(listOf(found.node), found.rows);
    // The editor reads new rows some time later, and cannot reveal one that it has not read.
    if (this.#view.visible) await this.#rowsRead.settled();
    const node = this.#currentTree().find(span)?.node;
    if (node !== undefined) await this.#view.reveal(node, { select: true, focus });
    return node !== undefined;
  }

  /** Lists more rows of a long list. */
  showMore(node: MoreNode): void {
    const id = listOf(node);
    this.#list(id, (this.#limits.get(id) ?? ROWS_AT_ONCE) + 1);
  }

  getChildren(node?: ReviewNode): ReviewNode[] {
    if (node !== undefined) return [...this.#currentTree().childrenOf(node)];
    this.#rowsRead.markRead();
    return [...this.#currentTree().roots];
  }

  getParent(node: ReviewNode): ReviewNode | undefined {
    return node.kind === "group" || node.kind === "unplacedGroup" ? undefined : node.parent;
  }

  getTreeItem(node: ReviewNode): TreeItem {
    return reviewTreeItem(node, this.#document!, this.#services.taxonomy);
  }

  resolveTreeItem(item: TreeItem, node: ReviewNode): TreeItem {
    item.tooltip = reviewTreeTooltip(node, this.#services.taxonomy);
    return item;
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Makes sure that at least so many rows of a list are shown. */
  #list(id: string, rows: number): void {
    if (rows <= (this.#limits.get(id) ?? ROWS_AT_ONCE)) return;
    this.#limits.set(id, Math.ceil(rows / ROWS_AT_ONCE) * ROWS_AT_ONCE);
    this.refresh();
  }

  #reviewOf(document: TextDocument | undefined): DocumentReview | undefined {
    return document === undefined ? undefined : this.#services.reviews.reviewOf(document);
  }

  #currentTree(): ReviewTree {
    this.#tree ??= this.#build();
    return this.#tree;
  }

  #build(): ReviewTree {
    const { queues, records, taxonomy } = this.#services;
    const document = this.#document;
    const review = this.#reviewOf(document);
    const queue = document === undefined ? undefined : queues.of(document);
    if (document === undefined || review?.kind !== "reviewed" || queue === undefined) return ReviewTree.empty;
    const classOrder = [...(taxonomy.current?.classes.keys() ?? [])];
    const { grouping, labels } = queues;
    const uri = document.uri.toString();
    const lost = records.of(document).unplaced;
    return new ReviewTree({ uri, review, queue, lost, grouping, labels, classOrder }, this.#limits);
  }

  /** Says how far the review is; an empty view tells by its state what to do next. */
  #describe(review: DocumentReview | undefined): void {
    const { queues } = this.#services;
    const queue = this.#document === undefined ? undefined : queues.of(this.#document);
    const state = this.#stateOf(review, queue);
    void commands.executeCommand("setContext", CONTEXT_KEYS.reviewState, state);
    void commands.executeCommand("setContext", CONTEXT_KEYS.reviewFiltered, queues.filter.trim() !== "");
    void commands.executeCommand("setContext", CONTEXT_KEYS.reviewGrouping, queues.grouping);
    const total = queue === undefined ? 0 : queue.decided + queue.awaiting.length;
    this.#view.description = total === 0 ? "" : l10n.t("{0} of {1} decided", queue!.decided, total);
    // A message would hide the welcome text of an empty view.
    this.#view.message = state === "ready" && queue !== undefined ? this.#messageOn(queue) : "";
  }

  #messageOn({ shown, awaiting }: ReviewQueue): string {
    const { filter, fault, isFiltered } = this.#services.queues;
    const parts = [
      ...(this.#note === "" ? [] : [this.#note]),
      ...(isFiltered ? [l10n.t("Filter “{0}”: {1} of {2}", filter.trim(), shown.length, awaiting.length)] : []),
      ...(fault === undefined ? [] : [l10n.t("“{0}” is left out: it means nothing", fault)]),
    ];
    return parts.join(" · ");
  }

  #stateOf(review: DocumentReview | undefined, queue: ReviewQueue | undefined): ReviewState {
    if (review === undefined) return "noDocument";
    if (review.kind === "guarded") return review.reason;
    if (review.kind === "early") return "pending";
    if (review.kind !== "reviewed") return review.kind;
    if (queue === undefined) return "pending";
    const lost = this.#document === undefined ? [] : this.#services.records.of(this.#document).unplaced;
    if (queue.shown.length + queue.shownUnplaced.length + lost.length > 0) return "ready";
    if (queue.awaiting.length + queue.unplaced.length > 0) return "noMatch";
    return queue.decided > 0 || review.mentions.length > 0 ? "done" : "empty";
  }

  async #followCursor(): Promise<void> {
    const { activeDocument, queues } = this.#services;
    const { editor } = activeDocument;
    const queue = editor === undefined ? undefined : queues.of(editor.document);
    if (editor === undefined || queue === undefined || editor.document !== this.#document) return;
    const mention = spanAt(queue.shown, editor.document.offsetAt(editor.selection.active));
    if (mention !== undefined) await this.reveal(mention, false);
  }
}

export function activateReviewView(services: Services): ReviewView {
  return new ReviewView(services);
}
