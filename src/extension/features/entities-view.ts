import {
  commands,
  EventEmitter,
  l10n,
  TreeItemCollapsibleState,
  window,
  type TextDocument,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
} from "vscode";
import type { Span } from "../../core";
import { Debouncer } from "../debouncer";
import { DisposableStore, type Disposable } from "../dispose";
import { COMMANDS, CONTEXT_KEYS, VIEWS, type EntitiesState } from "../ids";
import { resolveTarget } from "../mention-target";
import { EntityTree, type EntityTreeNode, type TreeLabels } from "../presentation/entity-tree";
import { spanAt } from "../presentation/mention-lookup";
import { RowsRead } from "../rows-read";
import type { DocumentReview } from "../services/review-service";
import type { Services } from "../services/services";
import { treeItem, treeTooltip } from "./entity-tree-items";
import { askForFilter } from "./filter-prompt";

/** A cursor that only passes through a mention moves nothing in the view. */
const FOLLOW_DELAY_MS = 100;

/** The Entities view: the mentions of the active document by facet, class and entity. */
export class EntitiesView implements TreeDataProvider<EntityTreeNode>, Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<undefined>());
  readonly #rowsRead = this.#store.add(new RowsRead());
  readonly #debouncer = this.#store.add(new Debouncer());
  readonly #services: Services;
  readonly #view: TreeView<EntityTreeNode>;
  /** Made when somebody looks. */
  #tree: EntityTree | undefined;
  #document: TextDocument | undefined;
  #filter = "";

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(services: Services) {
    this.#services = services;
    this.#view = this.#store.add(
      window.createTreeView(VIEWS.entities, { treeDataProvider: this, showCollapseAll: true }),
    );
    const { activeDocument, reviews, records } = services;
    this.#store.add(activeDocument.onDidChange(() => this.refresh()));
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

  get filter(): string {
    return this.#filter;
  }

  set filter(text: string) {
    this.#filter = text;
    void commands.executeCommand("setContext", CONTEXT_KEYS.entitiesFiltered, text.trim() !== "");
    this.refresh();
  }

  /** The rows of the view that are selected. */
  get selection(): readonly EntityTreeNode[] {
    return this.#view.selection;
  }

  refresh(): void {
    const { document } = this.#services.activeDocument;
    const review = document === undefined ? undefined : this.#services.reviews.reviewOf(document);
    // Rows stay until new ones are ready.
    if ((review?.kind === "pending" || review?.kind === "early") && document === this.#document) return;
    this.#document = document;
    this.#tree = undefined;
    this.#rowsRead.markChanged();
    this.#describe(review);
    this.#changed.fire(undefined);
  }

  /** Selects the row of a mention of the active document; `focus` moves the keyboard there as well. */
  async reveal({ start }: Span, focus: boolean): Promise<void> {
    if (focus && this.#currentTree().nodeAt(start) === undefined) this.filter = "";
    // The editor reads new rows some time later, and cannot reveal one that it has not read.
    if (this.#view.visible) await this.#rowsRead.settled();
    const node = this.#currentTree().nodeAt(start);
    if (node !== undefined) await this.#view.reveal(node, { select: true, focus });
  }

  getChildren(node?: EntityTreeNode): EntityTreeNode[] {
    if (node === undefined) {
      this.#rowsRead.markRead();
      return [...this.#currentTree().roots];
    }
    return node.kind === "relation" ? [] : [...node.children];
  }

  getParent(node: EntityTreeNode): EntityTreeNode | undefined {
    return "parent" in node ? node.parent : undefined;
  }

  getTreeItem(node: EntityTreeNode): TreeItem {
    const item = treeItem(node, this.#document!);
    if (this.#filter === "") return item;
    // Rows that a filter leaves are open, whatever was closed before.
    item.id = `${node.id}?${this.#filter}`;
    if (node.kind === "class") item.collapsibleState = TreeItemCollapsibleState.Expanded;
    return item;
  }

  resolveTreeItem(item: TreeItem, node: EntityTreeNode): TreeItem {
    item.tooltip = treeTooltip(node, this.#services.taxonomy);
    return item;
  }

  dispose(): void {
    this.#store.dispose();
  }

  #currentTree(): EntityTree {
    this.#tree ??= this.#build();
    return this.#tree;
  }

  #build(): EntityTree {
    const document = this.#document;
    const review = document === undefined ? undefined : this.#services.reviews.reviewOf(document);
    if (document === undefined || review?.kind !== "reviewed") return EntityTree.empty;
    const { mentions } = review;
    const { relations } = this.#services.records.of(document);
    const uri = document.uri.toString();
    return EntityTree.build({ uri, mentions, relations, labels: this.#labels(), filter: this.#filter });
  }

  #labels(): TreeLabels {
    const { taxonomy } = this.#services;
    return {
      classOrder: [...(taxonomy.current?.classes.keys() ?? [])],
      classLabel: (id) => taxonomy.classLabel(id),
      entityLabel: (id) => taxonomy.entityOf(id)?.label,
      candidates: l10n.t("Candidates"),
    };
  }

  /** Says what the view shows; an empty one tells by its state what to do next. */
  #describe(review: DocumentReview | undefined): void {
    const state = this.#stateOf(review);
    void commands.executeCommand("setContext", CONTEXT_KEYS.entitiesState, state);
    this.#view.description = this.#document?.uri.path.split("/").at(-1) ?? "";
    // A message would hide the welcome text of an empty view.
    this.#view.message =
      this.#filter.trim() === "" || state !== "ready" ? "" : l10n.t("Only what holds “{0}”", this.#filter.trim());
  }

  #stateOf(review: DocumentReview | undefined): EntitiesState {
    if (review === undefined) return "noDocument";
    if (review.kind === "guarded") return review.reason;
    if (review.kind === "early") return "pending";
    if (review.kind !== "reviewed") return review.kind;
    if (review.mentions.length === 0) return "empty";
    return this.#filter !== "" && this.#currentTree().roots.length === 0 ? "noMatch" : "ready";
  }

  async #followCursor(): Promise<void> {
    const editor = this.#services.activeDocument.editor;
    if (editor === undefined) return;
    const review = this.#services.reviews.reviewOf(editor.document);
    if (review.kind !== "reviewed") return;
    const mention = spanAt(review.mentions, editor.document.offsetAt(editor.selection.active));
    if (mention !== undefined) await this.reveal(mention, false);
  }
}

/** The view and the commands that work on it. */
export function activateEntitiesView(services: Services): EntitiesView {
  return new EntitiesView(services);
}

export function registerEntitiesCommands(view: EntitiesView, { reviews }: Services): Disposable {
  const store = new DisposableStore();
  store.add(
    commands.registerCommand(COMMANDS.filterEntities, () => {
      askForFilter(view);
    }),
  );
  store.add(
    commands.registerCommand(COMMANDS.clearEntitiesFilter, () => {
      view.filter = "";
    }),
  );
  store.add(
    commands.registerCommand(COMMANDS.showInEntities, async (argument: unknown) => {
      const mention = (await resolveTarget(reviews, argument))?.mention;
      if (mention === undefined) await commands.executeCommand(`${VIEWS.entities}.focus`);
      else await view.reveal(mention, true);
    }),
  );
  return store;
}
