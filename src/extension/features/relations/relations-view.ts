import {
  commands,
  EventEmitter,
  l10n,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  type TextDocument,
  type TreeDataProvider,
  type TreeView,
} from "vscode";
import type { Relation, RelationType, ReviewStatus } from "../../../core";
import { Debouncer } from "../../debouncer";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS, CONTEXT_KEYS, INTERNAL_COMMANDS, VIEWS } from "../../ids";
import { referenceTo } from "../../mention-target";
import {
  type RelationGroup,
  type RelationGrouping,
  type RelationRow,
  relationTree,
} from "../../presentation/relations/relation-tree";
import type { Services } from "../../services/services";
import { registerRelationDecisions } from "./decide-relations";
import { modalityLabel, relationStatus, relationTypeLabel, reviewedLine } from "./relation-labels";

type Row = RelationGroup | RelationRow;

/** While somebody types, rows are read again when they pause. */
const FOLLOW_DELAY_MS = 300;

/** The Relations view: who stands how to whom in the active document, by type or by actor. */
export class RelationsView implements TreeDataProvider<Row>, Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<undefined>());
  readonly #debouncer = this.#store.add(new Debouncer());
  readonly #services: Services;
  readonly #view: TreeView<Row>;
  #grouping: RelationGrouping = "type";
  #showsRejected = false;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(services: Services) {
    this.#services = services;
    this.#view = this.#store.add(
      window.createTreeView(VIEWS.relations, { treeDataProvider: this, showCollapseAll: true, canSelectMany: true }),
    );
    const { activeDocument, reviews, records, relations } = services;
    const refreshOf = (document: TextDocument) => {
      if (document === activeDocument.document && this.#view.visible) this.#refreshSoon();
    };
    for (const event of [reviews.onDidChange, records.onDidChange, relations.onDidChange])
      this.#store.add(event(refreshOf));
    this.#store.add(activeDocument.onDidChange(() => this.refresh()));
    this.#store.add(this.#view.onDidChangeVisibility(() => this.refresh()));
    this.refresh();
  }

  get grouping(): RelationGrouping {
    return this.#grouping;
  }

  set grouping(grouping: RelationGrouping) {
    this.#grouping = grouping;
    void commands.executeCommand("setContext", CONTEXT_KEYS.relationGrouping, grouping);
    this.refresh();
  }

  get showsRejected(): boolean {
    return this.#showsRejected;
  }

  set showsRejected(shows: boolean) {
    this.#showsRejected = shows;
    void commands.executeCommand("setContext", CONTEXT_KEYS.rejectedRelationsShown, shows);
    this.refresh();
  }

  /** The rows that are selected. */
  get selection(): readonly Row[] {
    return this.#view.selection;
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  getChildren(row?: Row): Row[] {
    if (row !== undefined) return row.kind === "group" ? [...row.children] : [];
    const { document } = this.#services.activeDocument;
    if (document === undefined) return [];
    const { relations, rejected } = this.#services.relations.of(document);
    const accepted = relations.filter(({ status }) => status === "accepted").length;
    this.#view.description = l10n.t(
      "{0} found, {1} accepted, {2} rejected",
      relations.length - accepted,
      accepted,
      rejected.length,
    );
    const shown = this.#showsRejected ? [...relations, ...rejected] : relations;
    return relationTree(document.uri.toString(), shown, this.#grouping);
  }

  getTreeItem(row: Row): TreeItem {
    return row.kind === "group"
      ? groupItem(row, this.#grouping)
      : relationItem(row, this.#services.activeDocument.document!);
  }

  dispose(): void {
    this.#store.dispose();
  }

  #refreshSoon(): void {
    this.#debouncer.run("refresh", FOLLOW_DELAY_MS, () => {
      this.refresh();
    });
  }
}

export function activateRelationsView(services: Services): RelationsView {
  const view = new RelationsView(services);
  services.context.subscriptions.push(
    commands.registerCommand(COMMANDS.groupRelationsByType, () => (view.grouping = "type")),
    commands.registerCommand(COMMANDS.groupRelationsByActor, () => (view.grouping = "actor")),
    commands.registerCommand(COMMANDS.showRejectedRelations, () => (view.showsRejected = true)),
    commands.registerCommand(COMMANDS.hideRejectedRelations, () => (view.showsRejected = false)),
    registerRelationDecisions(services, () => view.selection),
  );
  return view;
}

function groupItem({ key, children }: RelationGroup, grouping: RelationGrouping): TreeItem {
  const label = grouping === "type" ? relationTypeLabel(key as RelationType) : key;
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.description = children.length.toString();
  item.contextValue = "relationGroup";
  item.accessibilityInformation = { label: l10n.t("{0}, {1} relations", label, children.length) };
  return item;
}

const ICONS: Readonly<Record<ReviewStatus, string>> = {
  suggested: "circle-outline",
  accepted: "pass-filled",
  rejected: "circle-slash",
};

/** Found, accepted and rejected rows differ by icon and words. */
function relationItem({ relation }: RelationRow, document: TextDocument): TreeItem {
  const { modality, source, status, found, overruled } = relation;
  const line = reviewedLine(relation);
  const item = new TreeItem(line, TreeItemCollapsibleState.None);
  const place = found?.evidence ?? source;
  const state = relationStatus(relation);
  const where = l10n.t("line {0}", document.positionAt(place.start).line + 1);
  const stated = modalityLabel(modality === "asserted" ? undefined : modality);
  item.description = `${state} · ${where}`;
  item.iconPath = new ThemeIcon(ICONS[status]);
  item.tooltip = [line, `${state} · ${stated} · ${where}`, ...overruled.map(overruledLine)].join("\n");
  item.accessibilityInformation = { label: `${line}, ${state}, ${where}` };
  item.contextValue = `relation.${status}`;
  item.command = {
    command: INTERNAL_COMMANDS.goToMention,
    title: l10n.t("Go to Mention"),
    arguments: [referenceTo(document, place)],
  };
  return item;
}

/** Another decision on the same relation, which a later one overrules. */
function overruledLine({ status, author, time }: Relation): string {
  const verdict = status === "rejected" ? l10n.t("rejected") : l10n.t("accepted");
  const by = author === undefined ? time.slice(0, 10) : `${author}, ${time.slice(0, 10)}`;
  return l10n.t("Before: {0} ({1})", verdict, by);
}
