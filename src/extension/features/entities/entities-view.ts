import { commands, l10n, TreeItemCollapsibleState, type Memento, type TextDocument, type TreeItem } from "vscode";
import { LineIndex, type ClassId, type Span } from "../../../core";
import { Debouncer } from "../../debouncer";
import { DocumentTree } from "../../document-tree";
import { CONTEXT_KEYS, VIEWS, type EntitiesState } from "../../ids";
import {
  EntityIndex,
  groupsOf,
  type DocumentGroup,
  type EntityDocument,
} from "../../presentation/entities/entity-index";
import type { EntityTreeNode, MoreEntitiesNode } from "../../presentation/entities/entity-nodes";
import { EntityTree } from "../../presentation/entities/entity-tree";
import type { PlacedMention } from "../../presentation/entities/filtered-index";
import { ENTITY_GROUPINGS, type EntityGrouping } from "../../presentation/entities/groupings";
import type { TreeLabels } from "../../presentation/entities/row-labels";
import { ShownRows } from "../../presentation/shown-rows";
import type { DocumentReview } from "../../services/review/review-service";
import { TimeSlices } from "../../services/scan/time-slices";
import type { Services } from "../../services/services";
import { treeItem, treeTooltip } from "./entity-tree-items";

/** While somebody types, the rows of many documents are renewed this often at most. */
const CORPUS_DELAY_MS = 500;

/** Which documents the view is about. */
export const ENTITY_SCOPES = ["file", "open", "workspace"] as const;
/** The name of one of `ENTITY_SCOPES`. */
export type EntityScope = (typeof ENTITY_SCOPES)[number];

const GROUPING_KEY = "healthgeo.entities.grouping";
const SCOPE_KEY = "healthgeo.entities.scope";
const FILTER_KEY = "healthgeo.entities.filter";
const HIDDEN_KEY = "healthgeo.entities.hiddenClasses";

/** The Entities view: the mentions of the active document, of all open ones or of the workspace, in groups. */
export class EntitiesView extends DocumentTree<EntityTreeNode, EntityTree> {
  readonly #debouncer = this.store.add(new Debouncer());
  readonly #state: Memento;
  /** The groups of each document, made once. */
  readonly #groups = new WeakMap<EntityDocument, readonly DocumentGroup[]>();
  readonly #lines = new WeakMap<EntityDocument, LineIndex>();
  readonly #shown = new ShownRows();
  /** Made when somebody looks; that of many documents is made beforehand, in slices. */
  #index: EntityIndex | undefined;
  #filter: string;
  /** Counts the makings of an index, so that an older one ends when a newer begins. */
  #renewal = 0;

  constructor(services: Services) {
    super(services, VIEWS.entities, true);
    this.#state = services.context.workspaceState;
    this.#filter = this.#state.get(FILTER_KEY, "");
    this.store.add(
      services.corpus.onDidChange(() => {
        if (this.scope !== "file" && this.view.visible) this.#renewIn(CORPUS_DELAY_MS);
      }),
    );
    this.refresh();
  }

  get filter(): string {
    return this.#filter;
  }

  set filter(text: string) {
    if (text === this.#filter) return;
    this.#filter = text;
    void this.#state.update(FILTER_KEY, text);
    this.redraw();
  }

  get grouping(): EntityGrouping {
    const remembered = this.#state.get(GROUPING_KEY);
    return ENTITY_GROUPINGS.find((grouping) => grouping === remembered) ?? "class";
  }

  set grouping(grouping: EntityGrouping) {
    void this.#state.update(GROUPING_KEY, grouping);
    this.#shown.clear();
    this.redraw();
  }

  get scope(): EntityScope {
    const remembered = this.#state.get(SCOPE_KEY);
    return ENTITY_SCOPES.find((scope) => scope === remembered) ?? "file";
  }

  set scope(scope: EntityScope) {
    void this.#state.update(SCOPE_KEY, scope);
    this.#shown.clear();
    this.#index = undefined;
    this.refresh();
  }

  /** Classes that are left out. */
  get hiddenClasses(): ReadonlySet<ClassId> {
    const remembered = this.#state.get<unknown>(HIDDEN_KEY);
    const ids: readonly unknown[] = Array.isArray(remembered) ? remembered : [];
    return new Set(ids.filter((id) => typeof id === "string"));
  }

  set hiddenClasses(ids: ReadonlySet<ClassId>) {
    void this.#state.update(HIDDEN_KEY, [...ids]);
    this.redraw();
  }

  get description(): string {
    return this.view.description ?? "";
  }

  get message(): string {
    return this.view.message ?? "";
  }

  /** The mentions that rows stand for, each once, as far as the filter leaves them. */
  mentionsUnder(nodes: readonly EntityTreeNode[]): PlacedMention[] {
    const tree = this.tree;
    const found = new Map(nodes.flatMap((node) => tree.mentionsUnder(node)).map((each) => [each.mention, each]));
    return [...found.values()];
  }

  override refresh(): void {
    const former = this.document;
    const isReady = this.follow();
    if (this.scope !== "file") {
      this.#renewIn(0);
      return;
    }
    if (!isReady) return;
    this.#renewal++;
    this.#index = undefined;
    if (this.document !== former) this.#shown.clear();
    this.redraw();
  }

  /** Selects the row of a mention; where `focus` moves the keyboard there, the filter gives way to it. */
  async reveal(span: Span, focus: boolean): Promise<boolean> {
    const uri = this.services.activeDocument.document?.uri.toString();
    if (uri === undefined) return false;
    if (focus && this.tree.find(uri, span) === undefined) this.filter = "";
    if (this.#shown.show(this.tree.find(uri, span)?.needs ?? [])) this.redraw();
    return this.revealRow(() => this.tree.find(uri, span)?.node, focus);
  }

  /** Lists more rows of a long list. */
  showMore({ list }: MoreEntitiesNode): void {
    this.#shown.showMore(list);
    this.redraw();
  }

  getParent(node: EntityTreeNode): EntityTreeNode | undefined {
    return "parent" in node ? node.parent : undefined;
  }

  getTreeItem(node: EntityTreeNode): TreeItem {
    const item = treeItem(node, {
      tree: this.tree,
      namesDocuments: this.scope !== "file" && this.grouping !== "document",
      linesOf: (document) => this.#linesOf(document),
    });
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
    return node === undefined ? this.tree.roots : this.tree.childrenOf(node);
  }

  protected mentionsIn(document: TextDocument): readonly Span[] {
    const review = this.reviewOf(document);
    return review?.kind === "reviewed" ? review.mentions : [];
  }

  #renewIn(delay: number): void {
    this.#debouncer.run("renew", delay, () => void this.#renew());
  }

  /** Reads many documents in slices; the rows stay until that is done. */
  async #renew(): Promise<void> {
    const renewal = ++this.#renewal;
    const { corpus } = this.services;
    const index = new EntityIndex();
    const slices = new TimeSlices();
    for (const document of this.scope === "open" ? corpus.openDocuments() : corpus.documents()) {
      index.add(document, this.#groupsOf(document));
      await slices.breathe();
      if (renewal !== this.#renewal) return;
    }
    this.#index = index;
    this.redraw();
  }

  #groupsOf(document: EntityDocument): readonly DocumentGroup[] {
    let groups = this.#groups.get(document);
    if (groups === undefined) this.#groups.set(document, (groups = groupsOf(document)));
    return groups;
  }

  #linesOf(document: EntityDocument): LineIndex {
    let lines = this.#lines.get(document);
    if (lines === undefined) this.#lines.set(document, (lines = new LineIndex(document.text)));
    return lines;
  }

  protected build(): EntityTree {
    this.#index ??= this.scope === "file" ? this.#indexOfFile() : new EntityIndex();
    return new EntityTree({
      index: this.#index,
      labels: this.#labels(),
      filter: this.#filter,
      grouping: this.grouping,
      hiddenClasses: this.hiddenClasses,
      limits: this.#shown.counts,
      relationsIn: (uri) => {
        const document = this.services.tagging.documents.find((each) => each.uri.toString() === uri);
        return document === undefined ? [] : this.services.records.of(document).acceptedRelations;
      },
    });
  }

  #indexOfFile(): EntityIndex {
    const index = new EntityIndex();
    const document = this.document === undefined ? undefined : this.services.corpus.liveDocument(this.document);
    if (document !== undefined) index.add(document, this.#groupsOf(document));
    return index;
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
    const hidden = this.hiddenClasses.size;
    void commands.executeCommand("setContext", CONTEXT_KEYS.classesHidden, hidden > 0);
    void commands.executeCommand("setContext", CONTEXT_KEYS.entitiesFiltered, this.#filter.trim() !== "");
    this.view.description = this.#describeScope();
    const filter = this.#filter.trim();
    const notes = [
      ...(filter === "" ? [] : [l10n.t("Only what holds “{0}”", filter)]),
      ...(hidden === 0 ? [] : [l10n.t("{0} classes hidden", hidden)]),
    ];
    // A message would hide the welcome text of an empty view.
    this.view.message = state === "ready" ? notes.join(" · ") : "";
  }

  #describeScope(): string {
    const documents = this.#index?.documents.length ?? 0;
    switch (this.scope) {
      case "file":
        return this.document?.uri.path.split("/").at(-1) ?? "";
      case "open":
        return l10n.t("{0} open files", documents);
      case "workspace":
        return l10n.t("{0} files of the workspace", documents);
    }
  }

  #stateOf(review: DocumentReview | undefined): EntitiesState {
    const isSifted = this.#filter !== "" || this.hiddenClasses.size > 0;
    if (this.scope !== "file") {
      if (this.#index === undefined) return "pending";
      if (this.tree.count > 0) return "ready";
      return isSifted && this.#index.groups.size > 0 ? "noMatch" : "empty";
    }
    if (review === undefined) return "noDocument";
    if (review.kind === "guarded") return review.reason;
    if (review.kind === "early") return "pending";
    if (review.kind !== "reviewed") return review.kind;
    if (review.mentions.length === 0) return "empty";
    return isSifted && this.tree.roots.length === 0 ? "noMatch" : "ready";
  }
}

/** The Entities view; `registerEntitiesCommands` adds its commands. */
export function activateEntitiesView(services: Services): EntitiesView {
  return new EntitiesView(services);
}
