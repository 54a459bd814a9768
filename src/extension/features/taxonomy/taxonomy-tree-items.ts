import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import { facetOf } from "../../../core";
import { COLORS } from "../../ids";
import { mentionCount } from "../../labels";
import { classIcon, FACET_ICONS } from "../../presentation/marks/class-icons";
import type { TaxonomyNode } from "../../presentation/taxonomy/taxonomy-tree";
import type { TaxonomyService } from "../../services/packs/taxonomy-service";
import { classColoured, lines } from "../entities/entity-tree-items";

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

/** How often something is mentioned in the active document, and in all open ones. */
export interface RowCounts {
  readonly here: number;
  readonly open: number;
}

/** What rows of the Taxonomy view need beside the tree. */
export interface RowState {
  readonly counts: RowCounts;
  /** Whether the row is open when it is shown first. */
  readonly isOpen: boolean;
}

/** The row of a node of the taxonomy. */
export function taxonomyTreeItem(
  node: TaxonomyNode,
  taxonomy: TaxonomyService,
  { counts, isOpen }: RowState,
): TreeItem {
  const label = labelOf(node);
  const state = node.kind === "term" ? None : isOpen ? Expanded : Collapsed;
  const item = new TreeItem(label, state);
  item.id = node.id;
  item.iconPath = iconOf(node);
  item.contextValue = contextOf(node, taxonomy);
  item.description = counts.open === 0 ? "" : l10n.t("{0} here · {1} open", counts.here, counts.open);
  const count = l10n.t("{0} in this document, {1} in open documents", mentionCount(counts.here), counts.open);
  item.accessibilityInformation = { label: [kindOf(node), label, count].join(", ") };
  return item;
}

/** Plain text, so that nothing a pack says comes to life. */
export function taxonomyTooltip(node: TaxonomyNode, taxonomy: TaxonomyService): string {
  switch (node.kind) {
    case "facet":
      return node.label;
    case "class":
      return lines(node.label, node.class, taxonomy.classOf(node.class)?.definition);
    case "genericTerms":
      return l10n.t("Words for a kind of thing, not for one thing");
    case "entity": {
      const { label, id, definition } = node.entity;
      return lines(label, `${id} · ${taxonomy.classLabel(node.class)}`, definition);
    }
    case "term":
      return lines(node.text, node.parent.kind === "entity" ? node.parent.entity.label : node.parent.parent.label);
  }
}

/** What a row of the Taxonomy view is called. */
export function labelOf(node: TaxonomyNode): string {
  switch (node.kind) {
    case "facet":
    case "class":
      return node.label;
    case "genericTerms":
      return l10n.t("Generic terms");
    case "entity":
      return node.entity.label;
    case "term":
      return node.text;
  }
}

function iconOf(node: TaxonomyNode): ThemeIcon {
  switch (node.kind) {
    case "facet":
      return new ThemeIcon(FACET_ICONS[node.facet], new ThemeColor(COLORS[node.facet].foreground));
    case "class":
      return classColoured(classIcon(node.class), node.class);
    case "genericTerms":
      return classColoured("list-unordered", node.class);
    case "entity":
      return classColoured("tag", node.class);
    case "term":
      return new ThemeIcon("whole-word", new ThemeColor(COLORS[facetOf(node.class)].foreground));
  }
}

/** Ends in `.own` where a pack of the workspace defines it, so that menus can tell. */
function contextOf(node: TaxonomyNode, taxonomy: TaxonomyService): string {
  if (node.kind !== "entity") return node.kind;
  const isOwn = taxonomy.current?.packs.some(
    (pack) => pack.layer === "workspace" && pack.entities.includes(node.entity),
  );
  return isOwn === true ? "entity.own" : "entity";
}

function kindOf({ kind }: TaxonomyNode): string {
  switch (kind) {
    case "facet":
      return l10n.t("Facet");
    case "class":
      return l10n.t("Class");
    case "genericTerms":
    case "term":
      return l10n.t("Term");
    case "entity":
      return l10n.t("Entity");
  }
}
