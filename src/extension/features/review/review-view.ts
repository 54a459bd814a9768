import { commands, l10n, type TextDocument, type TreeItem } from "vscode";
import type { Span } from "../../../core";
import { DocumentTree } from "../../document-tree";
import { CONTEXT_KEYS, VIEWS, type ReviewState } from "../../ids";
import type { ReviewQueue } from "../../presentation/review/review-queue";
import { listOf, ReviewTree, type MoreNode, type ReviewNode } from "../../presentation/review/review-tree";
import { ShownRows } from "../../presentation/shown-rows";
import type { DocumentReview } from "../../services/review/review-service";
import type { Services } from "../../services/services";
import { reviewTreeItem, reviewTreeTooltip } from "./review-tree-items";

/** The Review view: what of the active document waits for a decision, and the decisions that found no place in it. */
export class ReviewView extends DocumentTree<ReviewNode, ReviewTree> {
  readonly #shown = new ShownRows();
  #note = "";

  constructor(services: Services) {
    super(services, VIEWS.review, true);
    this.store.add(services.queues.onDidChange(() => this.refresh()));
    this.refresh();
  }

  override refresh(): void {
    if (this.services.activeDocument.document !== this.document) this.#shown.clear();
    super.refresh();
  }

  get description(): string {
    return this.view.description ?? "";
  }

  get message(): string {
    return this.view.message ?? "";
  }

  /** A line above the rows, for as long as there are rows. */
  set note(text: string) {
    if (text === this.#note) return;
    this.#note = text;
    this.describe(this.reviewOf(this.document));
  }

  /** Selects the row of a mention; `focus` moves the keyboard there as well. False where it has no row. */
  async reveal(span: Span, focus: boolean): Promise<boolean> {
    const found = this.tree.find(span);
    if (found === undefined) return false;
    if (this.#shown.show([[listOf(found.node), found.rows]])) this.refresh();
    return this.revealRow(() => this.tree.find(span)?.node, focus);
  }

  /** Lists more rows of a long list. */
  showMore(node: MoreNode): void {
    this.#shown.showMore(listOf(node));
    this.refresh();
  }

  getParent(node: ReviewNode): ReviewNode | undefined {
    return node.kind === "group" || node.kind === "unplacedGroup" ? undefined : node.parent;
  }

  getTreeItem(node: ReviewNode): TreeItem {
    return reviewTreeItem(node, this.document!, this.services.taxonomy);
  }

  resolveTreeItem(item: TreeItem, node: ReviewNode): TreeItem {
    item.tooltip = reviewTreeTooltip(node, this.services.taxonomy);
    return item;
  }

  protected rowsUnder(node: ReviewNode | undefined): readonly ReviewNode[] {
    return node === undefined ? this.tree.roots : this.tree.childrenOf(node);
  }

  protected mentionsIn(document: TextDocument): readonly Span[] {
    return this.services.queues.of(document)?.shown ?? [];
  }

  protected build(): ReviewTree {
    const { queues, records, taxonomy } = this.services;
    const { document } = this;
    const review = this.reviewOf(document);
    const queue = document === undefined ? undefined : queues.of(document);
    if (document === undefined || review?.kind !== "reviewed" || queue === undefined) return ReviewTree.empty;
    const classOrder = [...(taxonomy.current?.classes.keys() ?? [])];
    const { grouping, labels } = queues;
    const uri = document.uri.toString();
    const lost = records.of(document).unplaced;
    return new ReviewTree({ uri, review, queue, lost, grouping, labels, classOrder }, this.#shown.counts);
  }

  /** Says how far the review is; an empty view tells by its state what to do next. */
  protected describe(review: DocumentReview | undefined): void {
    const { queues } = this.services;
    const queue = this.document === undefined ? undefined : queues.of(this.document);
    const state = this.#stateOf(review, queue);
    void commands.executeCommand("setContext", CONTEXT_KEYS.reviewState, state);
    void commands.executeCommand("setContext", CONTEXT_KEYS.reviewFiltered, queues.filter.trim() !== "");
    void commands.executeCommand("setContext", CONTEXT_KEYS.reviewGrouping, queues.grouping);
    const total = queue === undefined ? 0 : queue.decided + queue.awaiting.length;
    this.view.description = total === 0 ? "" : l10n.t("{0} of {1} decided", queue!.decided, total);
    // A message would hide the welcome text of an empty view.
    this.view.message = state === "ready" && queue !== undefined ? this.#messageOn(queue) : "";
  }

  #messageOn({ shown, awaiting }: ReviewQueue): string {
    const { filter, fault, isFiltered } = this.services.queues;
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
    const lost = this.document === undefined ? [] : this.services.records.of(this.document).unplaced;
    if (queue.shown.length + queue.shownUnplaced.length + lost.length > 0) return "ready";
    if (queue.awaiting.length + queue.unplaced.length > 0) return "noMatch";
    return queue.decided > 0 || review.mentions.length > 0 ? "done" : "empty";
  }
}

/** The Review view; `registerReviewCommands` adds its commands. */
export function activateReviewView(services: Services): ReviewView {
  return new ReviewView(services);
}
