import {
  commands,
  EventEmitter,
  l10n,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
  type TextDocument,
  type TreeDataProvider,
  type TreeView,
} from "vscode";
import { type FoundRelation, newRelation, quoteOf, type RelationType } from "../../../core";
import { Debouncer } from "../../debouncer";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS, CONTEXT_KEYS, INTERNAL_COMMANDS, VIEWS } from "../../ids";
import { referenceTo } from "../../mention-target";
import {
  type FoundReference,
  isFoundReference,
  isReferred,
  type RelationGroup,
  type RelationGrouping,
  type RelationRow,
  relationTree,
  shownDecided,
  shownFound,
} from "../../presentation/relations/relation-tree";
import { reportingDecisionErrors } from "../../report-error";
import type { Services } from "../../services/services";
import { modalityLabel, relationLine, relationTypeLabel } from "./relation-labels";
import { pickType } from "./relations";

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

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(services: Services) {
    this.#services = services;
    this.#view = this.#store.add(
      window.createTreeView(VIEWS.relations, { treeDataProvider: this, showCollapseAll: true }),
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

  refresh(): void {
    this.#changed.fire(undefined);
  }

  getChildren(row?: Row): Row[] {
    if (row !== undefined) return row.kind === "group" ? [...row.children] : [];
    const { document } = this.#services.activeDocument;
    if (document === undefined) return [];
    const { decided, found } = this.#services.relations.of(document);
    this.#view.description = l10n.t("{0} found, {1} decided", found.length, decided.length);
    return relationTree([...decided.map(shownDecided), ...found.map(shownFound)], this.#grouping);
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
    commands.registerCommand(COMMANDS.acceptRelation, (argument: unknown) =>
      reportingDecisionErrors(services.log, () => accept(services, argument, ({ type }) => Promise.resolve(type))),
    ),
    commands.registerCommand(COMMANDS.acceptRelationAs, (argument: unknown) =>
      reportingDecisionErrors(services.log, () =>
        accept(services, argument, ({ type }) => pickType(l10n.t("What the text says of the two"), type)),
      ),
    ),
  );
  return view;
}

/** Writes a found relation as a decided one; one step of undo takes it back. */
async function accept(
  services: Services,
  argument: unknown,
  typeOf: (found: FoundRelation) => Promise<RelationType | undefined>,
): Promise<void> {
  const reference = isFoundReference(argument) ? argument : referenceOfRow(services, argument);
  if (reference === undefined) return;
  const document = await workspace.openTextDocument(Uri.parse(reference.uri));
  const found = services.relations.of(document).found.find((relation) => isReferred(reference, relation));
  if (found === undefined) {
    void window.showInformationMessage(l10n.t("The text changed in the meantime. Nothing was decided."));
    return;
  }
  const { version } = document;
  const type = await typeOf(found);
  if (type === undefined) return;
  if (document.version !== version) {
    void window.showInformationMessage(l10n.t("The text changed in the meantime. Nothing was decided."));
    return;
  }
  const text = document.getText();
  const [source, target] = [quoteOf(text, found.source.mention), quoteOf(text, found.target.mention)];
  const stated = found.modality === "asserted" ? {} : { modality: found.modality };
  const relation = newRelation({ type, ...stated, source, target }, services.annotator.stamp(document.uri));
  const done = l10n.t("accepted the relation {0}", relationLine(relation));
  await services.decisions.change(document, { putRecords: [relation] }, done);
  window.setStatusBarMessage(l10n.t("Done: {0}. “Undo Last Decision” takes it back in one step.", done), 6000);
}

/** The reference that the row of a found relation stands for. */
function referenceOfRow({ activeDocument }: Services, argument: unknown): FoundReference | undefined {
  const { document } = activeDocument;
  if (document === undefined || !isFoundRow(argument)) return undefined;
  const { type, source, target } = argument.relation;
  return { uri: document.uri.toString(), foundType: type, sourceStart: source.start, targetStart: target.start };
}

function isFoundRow(argument: unknown): argument is RelationRow {
  if (typeof argument !== "object" || argument === null) return false;
  return (argument as Partial<RelationRow>).kind === "relation" && "relation" in argument;
}

function groupItem({ key, children }: RelationGroup, grouping: RelationGrouping): TreeItem {
  const label = grouping === "type" ? relationTypeLabel(key as RelationType) : key;
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.description = children.length.toString();
  item.accessibilityInformation = { label: l10n.t("{0}, {1} relations", label, children.length) };
  return item;
}

/** Found and decided rows differ by icon and words. */
function relationItem({ relation }: RelationRow, document: TextDocument): TreeItem {
  const { type, modality, source, target, place, id } = relation;
  const line = relationLine({
    type,
    ...(modality === undefined ? {} : { modality }),
    source: { quote: source.text },
    target: { quote: target.text },
  });
  const item = new TreeItem(line, TreeItemCollapsibleState.None);
  const status = id === undefined ? l10n.t("found") : l10n.t("decided");
  const where = l10n.t("line {0}", document.positionAt(place.start).line + 1);
  item.description = `${status} · ${where}`;
  item.iconPath = new ThemeIcon(id === undefined ? "circle-outline" : "pass-filled");
  item.tooltip = `${line}\n${status} · ${modalityLabel(modality)} · ${where}`;
  item.accessibilityInformation = { label: `${line}, ${status}, ${where}` };
  item.contextValue = id === undefined ? "foundRelation" : "decidedRelation";
  item.command = {
    command: INTERNAL_COMMANDS.goToMention,
    title: l10n.t("Go to Mention"),
    arguments: [referenceTo(document, place)],
  };
  return item;
}
