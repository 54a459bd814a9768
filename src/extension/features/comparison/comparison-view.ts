import {
  commands,
  EventEmitter,
  l10n,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  workspace,
  type TreeDataProvider,
  type TreeView,
} from "vscode";
import { LineIndex, type Difference, type DifferenceKind } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { CONTEXT_KEYS, INTERNAL_COMMANDS, VIEWS } from "../../ids";
import { differenceKey, type DifferenceReference } from "../../presentation/difference-reference";
import type { ComparedDocument, ComparedSides } from "../../services/review/comparison-service";
import type { Services } from "../../services/services";
import { judgementLabel, kindLabel, quoted, sideLabel, sidesLabel } from "./comparison-labels";

/** The row of a document that is compared. */
export interface ComparedDocumentNode {
  readonly kind: "document";
  readonly compared: ComparedDocument;
  readonly children: readonly DifferenceNode[];
}

/** A row that commands can work on: it is a reference to its difference. */
export interface DifferenceNode extends DifferenceReference {
  readonly kind: "difference";
  readonly difference: Difference;
  /** One-based. */
  readonly line: number;
}

/** A row of the Comparison view. */
export type ComparisonNode = ComparedDocumentNode | DifferenceNode;

const KIND_ICONS: Readonly<Record<DifferenceKind, string>> = {
  class: "symbol-class",
  entity: "tag",
  boundary: "arrow-both",
  existence: "question",
  presence: "circle-outline",
};

/** The Comparison view: where two annotators differ, document by document. It shows only while there is a comparison. */
export class ComparisonView implements TreeDataProvider<ComparisonNode>, Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<undefined>());
  readonly #services: Services;
  readonly #view: TreeView<ComparisonNode>;
  #roots: readonly ComparedDocumentNode[] = [];

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(services: Services) {
    this.#services = services;
    this.#view = this.#store.add(window.createTreeView(VIEWS.comparison, { treeDataProvider: this }));
    this.#store.add(services.comparison.onDidChange(() => this.#refresh()));
  }

  /** The documents compared, with their differences. */
  get roots(): readonly ComparedDocumentNode[] {
    return this.#roots;
  }

  /** The difference that is selected in the view. */
  get selected(): DifferenceNode | undefined {
    return this.#view.selection.find((node) => node.kind === "difference");
  }

  getChildren(node?: ComparisonNode): ComparisonNode[] {
    if (node === undefined) return [...this.#roots];
    return node.kind === "document" ? [...node.children] : [];
  }

  getTreeItem(node: ComparisonNode): TreeItem {
    return node.kind === "document" ? documentItem(node) : this.#differenceItem(node);
  }

  dispose(): void {
    this.#store.dispose();
  }

  #refresh(): void {
    const { sides, documents } = this.#services.comparison;
    this.#roots = documents.filter(({ differences }) => differences.length > 0).map(documentNode);
    void commands.executeCommand("setContext", CONTEXT_KEYS.isComparing, sides !== undefined);
    this.#view.description = sides === undefined ? "" : sidesLabel(sides);
    this.#view.message = sides === undefined || this.#roots.length > 0 ? "" : noDifference(sides);
    this.#changed.fire(undefined);
  }

  #differenceItem(node: DifferenceNode): TreeItem {
    const { difference, line, uri, key } = node;
    const words = quoted((difference.a ?? difference.b)!.text);
    const item = new TreeItem(words, TreeItemCollapsibleState.None);
    const said = this.#said(difference);
    const state = difference.isSettled ? l10n.t("settled") : kindLabel(difference.kind);
    item.id = `${uri}#${key}`;
    item.description = l10n.t("{0} · line {1}", said, line);
    item.iconPath = new ThemeIcon(difference.isSettled ? "check" : KIND_ICONS[difference.kind]);
    item.contextValue = difference.isSettled ? "difference.settled" : "difference.open";
    item.tooltip = `${said}\n${state}`;
    item.accessibilityInformation = { label: `${words}, ${state}, ${item.description}` };
    item.command = {
      command: INTERNAL_COMMANDS.goToDifference,
      title: l10n.t("Go to Difference"),
      arguments: [{ uri, key }],
    };
    return item;
  }

  /** What each side says, such as “Ada: State · Ben: Agency”. */
  #said(difference: Difference): string {
    const { comparison, taxonomy } = this.#services;
    const { sides = "conflicts" } = comparison;
    return (["left", "right"] as const)
      .map((side) => `${sideLabel(sides, side)}: ${judgementLabel(difference, side, taxonomy)}`)
      .join(" · ");
  }
}

function documentNode(compared: ComparedDocument): ComparedDocumentNode {
  const lines = new LineIndex(compared.text);
  const uri = compared.uri.toString();
  return {
    kind: "document",
    compared,
    children: compared.differences.map((difference) => ({
      kind: "difference",
      uri,
      key: differenceKey(difference),
      difference,
      line: lines.locate(difference.start).line,
    })),
  };
}

function documentItem({ compared, children }: ComparedDocumentNode): TreeItem {
  const item = new TreeItem(workspace.asRelativePath(compared.uri), TreeItemCollapsibleState.Expanded);
  const open = children.filter(({ difference }) => !difference.isSettled).length;
  item.id = compared.uri.toString();
  item.description = l10n.t("{0} of {1} open", open, children.length);
  item.iconPath = ThemeIcon.File;
  item.resourceUri = compared.uri;
  item.contextValue = "comparedDocument";
  return item;
}

function noDifference(sides: ComparedSides): string {
  return sides === "conflicts"
    ? l10n.t("No contradiction is left.")
    : l10n.t("{0} and {1} agree everywhere.", sideLabel(sides, "left"), sideLabel(sides, "right"));
}
