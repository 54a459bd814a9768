import { commands, l10n, TreeItemCollapsibleState, type TextDocument, type TreeItem } from "vscode";
import type { Span } from "../../core";
import { DisposableStore, type Disposable } from "../dispose";
import { DocumentTree } from "../document-tree";
import { COMMANDS, CONTEXT_KEYS, VIEWS, type EntitiesState } from "../ids";
import { resolveTarget } from "../mention-target";
import { EntityTree, type EntityTreeNode, type TreeLabels } from "../presentation/entity-tree";
import type { DocumentReview } from "../services/review-service";
import type { Services } from "../services/services";
import { treeItem, treeTooltip } from "./entity-tree-items";
import { askForFilter } from "./filter-prompt";

/** The Entities view: the mentions of the active document by facet, class and entity. */
export class EntitiesView extends DocumentTree<EntityTreeNode, EntityTree> {
  #filter = "";

  constructor(services: Services) {
    super(services, VIEWS.entities, false);
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

  /** Selects the row of a mention; where `focus` moves the keyboard there, the filter gives way to it. */
  async reveal({ start }: Span, focus: boolean): Promise<boolean> {
    if (focus && this.tree.nodeAt(start) === undefined) this.filter = "";
    return this.revealRow(() => this.tree.nodeAt(start), focus);
  }

  getParent(node: EntityTreeNode): EntityTreeNode | undefined {
    return "parent" in node ? node.parent : undefined;
  }

  getTreeItem(node: EntityTreeNode): TreeItem {
    const item = treeItem(node, this.document!);
    if (this.#filter === "") return item;
    // Rows that a filter leaves are open, whatever was closed before.
    item.id = `${node.id}?${this.#filter}`;
    if (node.kind === "class") item.collapsibleState = TreeItemCollapsibleState.Expanded;
    return item;
  }

  resolveTreeItem(item: TreeItem, node: EntityTreeNode): TreeItem {
    item.tooltip = treeTooltip(node, this.services.taxonomy);
    return item;
  }

  protected rowsUnder(node: EntityTreeNode | undefined): readonly EntityTreeNode[] {
    if (node === undefined) return this.tree.roots;
    return node.kind === "relation" ? [] : node.children;
  }

  protected mentionsIn(document: TextDocument): readonly Span[] {
    const review = this.reviewOf(document);
    return review?.kind === "reviewed" ? review.mentions : [];
  }

  protected build(): EntityTree {
    const { document } = this;
    const review = this.reviewOf(document);
    if (document === undefined || review?.kind !== "reviewed") return EntityTree.empty;
    const { mentions } = review;
    const { relations } = this.services.records.of(document);
    const uri = document.uri.toString();
    return EntityTree.build({ uri, mentions, relations, labels: this.#labels(), filter: this.#filter });
  }

  #labels(): TreeLabels {
    const { taxonomy } = this.services;
    return {
      classOrder: [...(taxonomy.current?.classes.keys() ?? [])],
      classLabel: (id) => taxonomy.classLabel(id),
      entityLabel: (id) => taxonomy.entityOf(id)?.label,
      candidates: l10n.t("Candidates"),
    };
  }

  /** Says what the view shows; an empty one tells by its state what to do next. */
  protected describe(review: DocumentReview | undefined): void {
    const state = this.#stateOf(review);
    void commands.executeCommand("setContext", CONTEXT_KEYS.entitiesState, state);
    this.view.description = this.document?.uri.path.split("/").at(-1) ?? "";
    // A message would hide the welcome text of an empty view.
    this.view.message =
      this.#filter.trim() === "" || state !== "ready" ? "" : l10n.t("Only what holds “{0}”", this.#filter.trim());
  }

  #stateOf(review: DocumentReview | undefined): EntitiesState {
    if (review === undefined) return "noDocument";
    if (review.kind === "guarded") return review.reason;
    if (review.kind === "early") return "pending";
    if (review.kind !== "reviewed") return review.kind;
    if (review.mentions.length === 0) return "empty";
    return this.#filter !== "" && this.tree.roots.length === 0 ? "noMatch" : "ready";
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
