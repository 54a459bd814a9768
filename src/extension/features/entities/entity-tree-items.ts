import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type TextDocument } from "vscode";
import { facetOf, type ClassId, type Facet, type LineIndex, type ReviewedMention } from "../../../core";
import { COLORS, INTERNAL_COMMANDS } from "../../ids";
import { candidateLabel, mentionCount, originLabel, statusLine } from "../../labels";
import { classIcon, FACET_ICONS } from "../../presentation/marks/class-icons";
import { contextLine, type ContextLine } from "../../presentation/concordance/context-line";
import { barsBehind, MOST_BARS } from "../../presentation/entities/sparkline";
import type { EntityDocument } from "../../presentation/entities/entity-index";
import type {
  EntityTreeNode,
  GroupNode,
  MentionNode,
  MoreEntitiesNode,
  RelationNode,
} from "../../presentation/entities/entity-nodes";
import { ROWS_AT_ONCE } from "../../presentation/shown-rows";
import type { EntityTree } from "../../presentation/entities/entity-tree";
import { isCandidate, markStyleOf, type Firmness } from "../../presentation/marks/mark-styles";
import type { TargetReference } from "../../presentation/target-reference";
import { relationLabel, relationLine } from "../relations/relation-labels";
import type { TaxonomyService } from "../../services/packs/taxonomy-service";

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

/** A row with others under it. */
type BranchNode = Extract<EntityTreeNode, { readonly count: number }>;

const FIRMNESS_ICONS: Readonly<Record<Firmness, string>> = {
  candidate: "question",
  suggested: "circle-outline",
  accepted: "check",
};

/** What rows need beside the tree. */
export interface RowContext {
  readonly tree: EntityTree;
  /** Whether rows say which document they are from. */
  readonly namesDocuments: boolean;
  linesOf(document: EntityDocument): LineIndex;
}

/** The row of a node. */
export function treeItem(node: EntityTreeNode, context: RowContext): TreeItem {
  const item = itemOf(node, context);
  item.id = node.id;
  item.contextValue = node.kind === "mention" ? `mention.${node.mention.status}` : node.kind;
  return item;
}

/** Plain text, so that nothing a pack says comes to life. */
export function treeTooltip(node: EntityTreeNode, taxonomy: TaxonomyService): string {
  switch (node.kind) {
    case "facet":
    case "document":
    case "band":
      return `${node.label}: ${mentionCount(node.count)}`;
    case "moreEntities":
      return l10n.t("Show More");
    case "candidates":
      return lines(`${node.label}: ${node.count}`, l10n.t("Names that the taxonomy lacks. Accept or reject them."));
    case "class":
      return lines(node.label, taxonomy.classOf(node.class)?.definition);
    case "group":
      return lines(node.label, node.entity === undefined ? undefined : taxonomy.entityOf(node.entity)?.definition);
    case "mention":
      return lines(
        node.mention.text,
        isCandidate(node.mention) ? l10n.t("Candidate: not in the taxonomy") : undefined,
        originLabel(node.mention),
        statusLine(node.mention),
        node.mention.decision?.comment,
      );
    case "relation":
      return lines(relationLine(node.relation), node.relation.author, node.relation.time.slice(0, 10));
  }
}

function itemOf(node: EntityTreeNode, context: RowContext): TreeItem {
  switch (node.kind) {
    case "facet":
      return branch(node, icon(FACET_ICONS[node.facet], node.facet), Expanded);
    case "candidates":
      return branch(node, new ThemeIcon("question"), Collapsed);
    case "class":
      return branch(node, classColoured(classIcon(node.class), node.class), Collapsed, context);
    case "group":
      return groupItem(node, context);
    case "document":
      return branch(node, new ThemeIcon("file"), Collapsed);
    case "band":
      return branch(node, new ThemeIcon("dashboard"), Collapsed);
    case "mention":
      return leaf(node, context);
    case "relation":
      return relationItem(node, context);
    case "moreEntities":
      return moreItem(node);
  }
}

function branch(
  node: BranchNode,
  iconPath: ThemeIcon,
  state: TreeItemCollapsibleState,
  context?: RowContext,
): TreeItem {
  const { label, count } = node;
  const item = new TreeItem(label, state);
  const room = barsBehind(`${label} ${count}`);
  const dispersion = context?.tree.dispersionOf(node, room === 0 ? MOST_BARS : room) ?? "";
  item.iconPath = iconPath;
  item.description = room === 0 || dispersion === "" ? count.toString() : `${count} ${dispersion}`;
  if (room === 0) item.tooltip = `${label}: ${mentionCount(count)} ${dispersion}`.trimEnd();
  // Bars mean nothing when they are read out.
  item.accessibilityInformation = { label: `${label}, ${mentionCount(count)}` };
  return item;
}

function groupItem(node: GroupNode, context: RowContext): TreeItem {
  const { label, count, class: classId, group, entity } = node;
  if (!group.isCandidate) {
    const name = entity === undefined ? "whole-word" : "tag";
    return branch(node, classColoured(name, classId), Collapsed, context);
  }
  // A name that the taxonomy lacks, with the class it seems to have.
  const item = branch(node, classColoured(classIcon(classId), classId), Collapsed);
  item.description = `${count} · ${candidateLabel(group)}`;
  item.accessibilityInformation = { label: `${label}, ${candidateLabel(group)}, ${mentionCount(count)}` };
  return item;
}

function leaf(node: MentionNode, context: RowContext): TreeItem {
  const { mention, document, uri, start, end, text } = node;
  const { line, context: around } = placeInText(mention, document.text, context.linesOf(document));
  const item = new TreeItem(
    { label: around.label, highlights: [[...around.highlight]] },
    context.tree.childrenOf(node).length > 0 ? Collapsed : None,
  );
  const proposal = isCandidate(mention) ? candidateLabel(mention) : undefined;
  const status = statusLine(mention) ?? proposal ?? l10n.t("suggested");
  const target: TargetReference = { uri, start, end, text };
  const place = context.namesDocuments ? `${document.path}:${line}` : l10n.t("line {0}", line);
  item.description = proposal === undefined ? place : `${proposal} · ${place}`;
  item.iconPath = classColoured(FIRMNESS_ICONS[markStyleOf(mention).firmness], mention.class);
  item.accessibilityInformation = { label: `${text}, ${status}, ${place}: ${around.label}` };
  item.command = { command: INTERNAL_COMMANDS.goToMention, title: l10n.t("Go to Mention"), arguments: [target] };
  return item;
}

/** A relation as its mention sees it: an arrow tells which way it goes, the rest which mention is at the other end. */
function relationItem({ relation, isSource, other, uri, parent }: RelationNode, context: RowContext): TreeItem {
  const far = isSource ? relation.target : relation.source;
  const item = new TreeItem(
    `${relationLabel(relation)} ${isSource ? "→" : "←"} ${far.quote.replace(/\s+/g, " ")}`,
    None,
  );
  item.description = l10n.t("line {0}", context.linesOf(parent.document).locate(other.start).line);
  item.iconPath = new ThemeIcon(isSource ? "arrow-right" : "arrow-left");
  item.accessibilityInformation = { label: `${relationLine(relation)}, ${item.description}` };
  const target: TargetReference = { uri, start: other.start, end: other.end, text: far.quote };
  item.command = { command: INTERNAL_COMMANDS.goToMention, title: l10n.t("Go to Mention"), arguments: [target] };
  return item;
}

function moreItem(node: MoreEntitiesNode): TreeItem {
  const rows = Math.min(ROWS_AT_ONCE, node.hidden);
  const item = new TreeItem(l10n.t("Show {0} more of {1}", rows, node.hidden), None);
  item.iconPath = new ThemeIcon("ellipsis");
  item.accessibilityInformation = { label: l10n.t("Show {0} more of {1}", rows, node.hidden) };
  item.command = { command: INTERNAL_COMMANDS.showMoreEntities, title: l10n.t("Show More"), arguments: [node] };
  return item;
}

/** The one-based line of a mention in a text, and what stands around it there. */
function placeInText(mention: ReviewedMention, text: string, index: LineIndex): { line: number; context: ContextLine } {
  const { line, column } = index.locate(mention.start);
  const from = mention.start - column + 1;
  const rest = /[\r\n]/g;
  rest.lastIndex = mention.start;
  const to = rest.exec(text)?.index ?? text.length;
  const end = Math.min(to, mention.end) - from;
  return { line, context: contextLine(text.slice(from, to), { start: column - 1, end }) };
}

/** The one-based line of a mention, and what stands around it there. */
export function placeOf(mention: ReviewedMention, document: TextDocument): { line: number; context: ContextLine } {
  const { line, character } = document.positionAt(mention.start);
  const { text } = document.lineAt(line);
  const end = Math.min(text.length, character + mention.end - mention.start);
  return { line: line + 1, context: contextLine(text, { start: character, end }) };
}

/** An icon of the editor, in the colour of the facet of a class. */
export function classColoured(name: string, classId: ClassId): ThemeIcon {
  return icon(name, facetOf(classId));
}

function icon(name: string, facet: Facet): ThemeIcon {
  return new ThemeIcon(name, new ThemeColor(COLORS[facet].foreground));
}

/** The parts that say something, each on a line of its own. */
export function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n");
}
