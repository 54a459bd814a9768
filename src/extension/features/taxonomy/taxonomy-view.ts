import {
  commands,
  DataTransferItem,
  EventEmitter,
  l10n,
  window,
  type DataTransfer,
  type TextDocument,
  type TreeDataProvider,
  type TreeDragAndDropController,
  type TreeItem,
  type TreeView,
} from "vscode";
import type { ReviewedMention } from "../../../core";
import { Debouncer } from "../../debouncer";
import { DisposableStore, type Disposable } from "../../dispose";
import { CONTEXT_KEYS, VIEWS, type TaxonomyState } from "../../ids";
import { MentionCounts } from "../../presentation/entities/mention-counts";
import { TaxonomyTree, type TaxonomyNode } from "../../presentation/taxonomy/taxonomy-tree";
import { RowsRead } from "../../rows-read";
import type { Services } from "../../services/services";
import { reparent } from "./reparent";
import { taxonomyTooltip, taxonomyTreeItem } from "./taxonomy-tree-items";

/** Counts follow the text when nobody types. */
const COUNT_DELAY_MS = 400;
const FILTER_KEY = "healthgeo.taxonomyFilter";
const DRAGGED = "application/vnd.code.tree.healthgeo.taxonomy";

/** The Taxonomy view: all classes, entities and terms in force, with how often they are mentioned. */
export class TaxonomyView
  implements TreeDataProvider<TaxonomyNode>, TreeDragAndDropController<TaxonomyNode>, Disposable
{
  readonly dragMimeTypes = [DRAGGED];
  readonly dropMimeTypes = [DRAGGED];
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<undefined>());
  readonly #rowsRead = this.#store.add(new RowsRead());
  readonly #debouncer = this.#store.add(new Debouncer());
  readonly #services: Services;
  readonly #view: TreeView<TaxonomyNode>;
  /** Both made when somebody looks. */
  #tree: TaxonomyTree | undefined;
  #counts: { readonly here: MentionCounts; readonly open: MentionCounts } | undefined;
  #filter: string;
  #state: TaxonomyState = "pending";

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(services: Services) {
    this.#services = services;
    this.#filter = services.context.workspaceState.get(FILTER_KEY, "");
    this.#view = this.#store.add(
      window.createTreeView(VIEWS.taxonomy, {
        treeDataProvider: this,
        dragAndDropController: this,
        showCollapseAll: true,
        canSelectMany: true,
      }),
    );
    const { taxonomy, reviews, activeDocument } = services;
    this.#store.add(taxonomy.onDidChange(() => this.refresh()));
    this.#store.add(this.#view.onDidChangeVisibility(() => this.refresh()));
    this.#store.add(activeDocument.onDidChange(() => this.#recount()));
    this.#store.add(reviews.onDidChange(() => this.#recount()));
    this.refresh();
  }

  get filter(): string {
    return this.#filter;
  }

  set filter(text: string) {
    this.#filter = text;
    void this.#services.context.workspaceState.update(FILTER_KEY, text);
    this.refresh();
  }

  get state(): TaxonomyState {
    return this.#state;
  }

  /** The rows that are selected. */
  get selection(): readonly TaxonomyNode[] {
    return this.#view.selection;
  }

  refresh(): void {
    this.#tree = undefined;
    this.#counts = undefined;
    this.#rowsRead.markChanged();
    this.#describe();
    this.#changed.fire(undefined);
    if (this.#view.visible && this.#services.taxonomy.current === undefined) void this.#load();
  }

  /** Selects the row of an entity and moves the keyboard there; a filter that hides it is cleared. */
  async reveal(entity: string): Promise<void> {
    if (this.#currentTree()?.entityNode(entity) === undefined) this.filter = "";
    if (this.#view.visible) await this.#rowsRead.settled();
    const node = this.#currentTree()?.entityNode(entity);
    if (node !== undefined) await this.#view.reveal(node, { select: true, focus: true });
  }

  /** The row of an entity. */
  entityNode(id: string): TaxonomyNode | undefined {
    return this.#currentTree()?.entityNode(id);
  }

  getChildren(node?: TaxonomyNode): TaxonomyNode[] {
    const tree = this.#currentTree();
    if (node !== undefined) return tree?.childrenOf(node) ?? [];
    this.#rowsRead.markRead();
    return [...(tree?.roots ?? [])];
  }

  getParent(node: TaxonomyNode): TaxonomyNode | undefined {
    return node.kind === "facet" ? undefined : node.parent;
  }

  getTreeItem(node: TaxonomyNode): TreeItem {
    const { here, open } = this.#currentCounts();
    const isFiltered = this.#filter.trim() !== "";
    const isOpen = node.kind === "facet" || (isFiltered && node.kind === "class");
    const counts = { here: here.of(node), open: open.of(node) };
    const item = taxonomyTreeItem(node, this.#services.taxonomy, { counts, isOpen });
    // Rows that a filter leaves are open, whatever was closed before.
    if (isFiltered) item.id = `${node.id}?${this.#filter}`;
    return item;
  }

  resolveTreeItem(item: TreeItem, node: TaxonomyNode): TreeItem {
    item.tooltip = taxonomyTooltip(node, this.#services.taxonomy);
    return item;
  }

  handleDrag(source: readonly TaxonomyNode[], data: DataTransfer): void {
    const ids = source.flatMap((node) => (node.kind === "entity" ? [node.entity.id] : []));
    data.set(DRAGGED, new DataTransferItem(ids));
  }

  async handleDrop(target: TaxonomyNode | undefined, data: DataTransfer): Promise<void> {
    const ids: unknown = data.get(DRAGGED)?.value;
    if (target === undefined || !Array.isArray(ids)) return;
    await reparent(
      this.#services,
      ids.filter((id) => typeof id === "string"),
      target,
    );
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #load(): Promise<void> {
    try {
      await this.#services.taxonomy.ready();
      this.refresh();
    } catch (error) {
      this.#services.log.error(error instanceof Error ? error : String(error));
      this.#show("failed");
    }
  }

  #currentTree(): TaxonomyTree | undefined {
    const taxonomy = this.#services.taxonomy.current;
    if (taxonomy !== undefined) this.#tree ??= new TaxonomyTree(taxonomy, this.#filter);
    return this.#tree;
  }

  #currentCounts(): { readonly here: MentionCounts; readonly open: MentionCounts } {
    return (this.#counts ??= this.#count());
  }

  #count(): { readonly here: MentionCounts; readonly open: MentionCounts } {
    const { activeDocument, tagging } = this.#services;
    const { document } = activeDocument;
    return {
      here: new MentionCounts(document === undefined ? [] : this.#mentionsIn(document)),
      open: new MentionCounts(tagging.documents.flatMap((each) => [...this.#mentionsIn(each)])),
    };
  }

  #mentionsIn(document: TextDocument): readonly ReviewedMention[] {
    const review = this.#services.reviews.reviewOf(document);
    return review.kind === "reviewed" ? review.mentions : [];
  }

  #recount(): void {
    if (!this.#view.visible) return;
    this.#debouncer.run("count", COUNT_DELAY_MS, () => {
      this.#counts = undefined;
      this.#changed.fire(undefined);
    });
  }

  /** Says what the view shows; an empty one tells by its state what to do next. */
  #describe(): void {
    const isLoaded = this.#services.taxonomy.current !== undefined;
    // To know what a filter leaves takes a look at the whole taxonomy, which is for nobody where the view is closed.
    const isEmpty = this.#filter.trim() !== "" && this.#view.visible && this.#currentTree()?.roots.length === 0;
    this.#show(!isLoaded ? "pending" : isEmpty ? "noMatch" : "ready");
  }

  #show(state: TaxonomyState): void {
    this.#state = state;
    const filter = this.#filter.trim();
    void commands.executeCommand("setContext", CONTEXT_KEYS.taxonomyState, state);
    void commands.executeCommand("setContext", CONTEXT_KEYS.taxonomyFiltered, filter !== "");
    const entities = this.#services.taxonomy.current?.entities.size;
    this.#view.description = entities === undefined ? "" : l10n.t("{0} entities", entities);
    // A message would hide the welcome text of an empty view.
    this.#view.message = filter === "" || state !== "ready" ? "" : l10n.t("Only what holds “{0}”", filter);
  }
}

/** The Taxonomy view; `registerTaxonomyCommands` adds its commands. */
export function activateTaxonomyView(services: Services): TaxonomyView {
  return new TaxonomyView(services);
}
