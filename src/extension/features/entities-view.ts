import {
  commands,
  l10n,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  EventEmitter,
  window,
  type TextDocument,
  type TreeDataProvider,
  type TreeView,
} from "vscode";
import { facetOf, type Facet, type ReviewedMention } from "../../core";
import { Debouncer } from "../debouncer";
import { DisposableStore, type Disposable } from "../dispose";
import { COLORS, COMMANDS, CONTEXT_KEYS, INTERNAL_COMMANDS, VIEWS, type EntitiesState } from "../ids";
import { originLabel, statusLine } from "../labels";
import { resolveTarget } from "../mention-target";
import { classIcon, FACET_ICONS } from "../presentation/class-icons";
import { contextLine } from "../presentation/context-line";
import {
  EntityTree,
  type ClassNode,
  type EntityTreeNode,
  type FacetNode,
  type GroupNode,
  type MentionNode,
  type TreeLabels,
} from "../presentation/entity-tree";
import { markStyleOf, type Firmness } from "../presentation/mark-styles";
import { spanAt } from "../presentation/mention-lookup";
import type { TargetReference } from "../presentation/target-reference";
import type { DocumentReview } from "../services/review-service";
import type { Services } from "../services/services";

/** A cursor that only passes through a mention moves nothing in the view. */
const FOLLOW_DELAY_MS = 100;
const LONGEST_READ_MS = 1000;

const FIRMNESS_ICONS: Readonly<Record<Firmness, string>> = {
  candidate: "question",
  suggested: "circle-outline",
  accepted: "check",
};

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

/** The Entities view: the mentions of the active document by facet, class and entity. */
export class EntitiesView implements TreeDataProvider<EntityTreeNode>, Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<undefined>());
  readonly #rowsRead = this.#store.add(new EventEmitter<void>());
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
    const { activeDocument, reviews } = services;
    this.#store.add(activeDocument.onDidChange(() => this.refresh()));
    this.#store.add(this.#view.onDidChangeVisibility(() => this.refresh()));
    this.#store.add(
      reviews.onDidChange((document) => {
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
    if (review?.kind === "pending" && document === this.#document) return;
    this.#document = document;
    this.#tree = undefined;
    this.#describe(review);
    this.#changed.fire(undefined);
  }

  /** Selects the row of a mention of the active document; `focus` moves the keyboard there as well. */
  async reveal(mention: ReviewedMention, focus: boolean): Promise<void> {
    if (focus && this.#currentTree().nodeOf(mention) === undefined) await this.#clearFilter();
    const node = this.#currentTree().nodeOf(mention);
    if (node !== undefined) await this.#view.reveal(node, { select: true, focus });
  }

  getChildren(node?: EntityTreeNode): EntityTreeNode[] {
    if (node === undefined) {
      this.#rowsRead.fire();
      return [...this.#currentTree().roots];
    }
    return node.kind === "mention" ? [] : [...node.children];
  }

  getParent(node: EntityTreeNode): EntityTreeNode | undefined {
    return node.kind === "facet" ? undefined : node.parent;
  }

  getTreeItem(node: EntityTreeNode): TreeItem {
    const item = this.#itemOf(node);
    // Rows that a filter leaves are all open, whatever was closed before.
    item.id = this.#filter === "" ? node.id : `${node.id}?${this.#filter}`;
    if (this.#filter !== "" && node.kind !== "mention")
      item.collapsibleState = node.kind === "group" ? Collapsed : Expanded;
    item.contextValue = node.kind === "mention" ? `mention.${node.mention.status}` : node.kind;
    return item;
  }

  resolveTreeItem(item: TreeItem, node: EntityTreeNode): TreeItem {
    item.tooltip = this.#tooltipOf(node);
    return item;
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Shows all rows. The editor reads them some time later, and cannot reveal one that it has not read. */
  async #clearFilter(): Promise<void> {
    const isVisible = this.#view.visible;
    this.filter = "";
    if (!isVisible) return;
    await new Promise<void>((resolve) => {
      const listener = this.#rowsRead.event(done);
      const timer = setTimeout(done, LONGEST_READ_MS);
      function done(): void {
        clearTimeout(timer);
        listener.dispose();
        setTimeout(resolve);
      }
    });
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
    return EntityTree.build({ uri: document.uri.toString(), mentions, labels: this.#labels(), filter: this.#filter });
  }

  #labels(): TreeLabels {
    const { taxonomy } = this.#services;
    return {
      classOrder: [...(taxonomy.current?.classes.keys() ?? [])],
      classLabel: (id) => taxonomy.classLabel(id),
      entityLabel: (id) => taxonomy.current?.entities.get(id)?.label,
    };
  }

  /** Tells the rest of the window what the view shows, so that an empty one says what to do next. */
  #describe(review: DocumentReview | undefined): void {
    const state = this.#stateOf(review);
    void commands.executeCommand("setContext", CONTEXT_KEYS.entitiesState, state);
    void commands.executeCommand(
      "setContext",
      CONTEXT_KEYS.hasMentions,
      review?.kind === "reviewed" && review.mentions.length > 0,
    );
    void commands.executeCommand("setContext", CONTEXT_KEYS.isTagged, review?.kind === "reviewed");
    this.#view.description = this.#document?.uri.path.split("/").at(-1) ?? "";
    // A message would hide the welcome text of an empty view.
    this.#view.message =
      this.#filter.trim() === "" || state !== "ready" ? "" : l10n.t("Only what holds “{0}”", this.#filter.trim());
  }

  #stateOf(review: DocumentReview | undefined): EntitiesState {
    if (review === undefined) return "noDocument";
    if (review.kind === "guarded") return review.reason;
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

  #itemOf(node: EntityTreeNode): TreeItem {
    switch (node.kind) {
      case "facet":
        return this.#facetItem(node);
      case "class":
        return this.#classItem(node);
      case "group":
        return this.#groupItem(node);
      case "mention":
        return this.#mentionItem(node);
    }
  }

  #facetItem({ label, facet, count }: FacetNode): TreeItem {
    const item = new TreeItem(label, Expanded);
    item.iconPath = icon(FACET_ICONS[facet], facet);
    return counted(item, label, count);
  }

  #classItem({ label, class: classId, count }: ClassNode): TreeItem {
    const item = new TreeItem(label, Collapsed);
    item.iconPath = icon(classIcon(classId), facetOf(classId));
    return counted(item, label, count);
  }

  #groupItem({ label, class: classId, entity, children }: GroupNode): TreeItem {
    const item = new TreeItem(label, Collapsed);
    item.iconPath = icon(entity === undefined ? "whole-word" : "tag", facetOf(classId));
    return counted(item, label, children.length);
  }

  #mentionItem({ mention, uri, start, end, text }: MentionNode): TreeItem {
    const { line, context } = this.#placeOf(mention);
    const item = new TreeItem({ label: context.label, highlights: [[...context.highlight]] }, None);
    item.description = l10n.t("line {0}", line);
    item.iconPath = icon(FIRMNESS_ICONS[markStyleOf(mention).firmness], facetOf(mention.class));
    const status = statusLine(mention) ?? l10n.t("suggested");
    item.accessibilityInformation = {
      label: `${mention.text}, ${status}, ${l10n.t("line {0}", line)}: ${context.label}`,
    };
    const target: TargetReference = { uri, start, end, text };
    item.command = { command: INTERNAL_COMMANDS.goToMention, title: l10n.t("Go to Mention"), arguments: [target] };
    return item;
  }

  #placeOf(mention: ReviewedMention): { line: number; context: ReturnType<typeof contextLine> } {
    const document = this.#document!;
    const start = document.positionAt(mention.start);
    const line = document.lineAt(start.line).text;
    const end = Math.min(line.length, start.character + mention.end - mention.start);
    return { line: start.line + 1, context: contextLine(line, { start: start.character, end }) };
  }

  #tooltipOf(node: EntityTreeNode): string {
    const { current } = this.#services.taxonomy;
    switch (node.kind) {
      case "facet":
        return l10n.t("{0}: {1} mentions in {2} classes", node.label, node.count, node.children.length);
      case "class":
        return [node.label, current?.classes.get(node.class)?.definition ?? ""].join("\n").trim();
      case "group": {
        const entity = node.entity === undefined ? undefined : current?.entities.get(node.entity);
        return [node.label, entity?.definition ?? ""].join("\n").trim();
      }
      case "mention": {
        const { text, decision } = node.mention;
        return [text, originLabel(node.mention), statusLine(node.mention), decision?.comment]
          .filter(Boolean)
          .join("\n");
      }
    }
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

/** The view filters while one types; Escape brings back what was there before. */
function askForFilter(view: EntitiesView): void {
  const before = view.filter;
  const box = window.createInputBox();
  let accepted = false;
  box.title = l10n.t("Filter Entities");
  box.placeholder = l10n.t("Part of a mention, an entity or a class");
  box.value = before;
  box.onDidChangeValue((text) => {
    view.filter = text;
  });
  box.onDidAccept(() => {
    accepted = true;
    box.hide();
  });
  box.onDidHide(() => {
    if (!accepted) view.filter = before;
    box.dispose();
  });
  box.show();
}

function counted(item: TreeItem, label: string, count: number): TreeItem {
  item.description = count.toString();
  item.accessibilityInformation = { label: l10n.t("{0}, {1} mentions", label, count) };
  return item;
}

function icon(name: string, facet: Facet): ThemeIcon {
  return new ThemeIcon(name, new ThemeColor(COLORS[facet].foreground));
}
