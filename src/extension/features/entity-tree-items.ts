import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type TextDocument } from "vscode";
import { facetOf, type ClassId, type Facet, type ReviewedMention } from "../../core";
import { COLORS, INTERNAL_COMMANDS } from "../ids";
import { candidateLabel, mentionCount, originLabel, statusLine } from "../labels";
import { classIcon, FACET_ICONS } from "../presentation/class-icons";
import { contextLine, type ContextLine } from "../presentation/context-line";
import type { EntityTreeNode, GroupNode, MentionNode, RelationNode } from "../presentation/entity-tree";
import { isCandidate, markStyleOf, type Firmness } from "../presentation/mark-styles";
import type { TargetReference } from "../presentation/target-reference";
import { relationLabel, relationLine } from "./relation-labels";
import type { TaxonomyService } from "../services/taxonomy-service";

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

const FIRMNESS_ICONS: Readonly<Record<Firmness, string>> = {
  candidate: "question",
  suggested: "circle-outline",
  accepted: "check",
};

/** The row of a node of the tree of `document`. */
export function treeItem(node: EntityTreeNode, document: TextDocument): TreeItem {
  const item = itemOf(node, document);
  item.id = node.id;
  item.contextValue = node.kind === "mention" ? `mention.${node.mention.status}` : node.kind;
  return item;
}

/** Plain text, so that nothing a pack says comes to life. */
export function treeTooltip(node: EntityTreeNode, taxonomy: TaxonomyService): string {
  switch (node.kind) {
    case "facet":
      return `${node.label}: ${mentionCount(node.count)}`;
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

function itemOf(node: EntityTreeNode, document: TextDocument): TreeItem {
  switch (node.kind) {
    case "facet":
      return branch(node.label, node.count, icon(FACET_ICONS[node.facet], node.facet), Expanded);
    case "candidates":
      return branch(node.label, node.count, new ThemeIcon("question"), Collapsed);
    case "class":
      return branch(node.label, node.count, classColoured(classIcon(node.class), node.class), Collapsed);
    case "group": {
      if (node.parent.kind === "candidates") return candidateBranch(node);
      const name = node.entity === undefined ? "whole-word" : "tag";
      return branch(node.label, node.children.length, classColoured(name, node.class), Collapsed);
    }
    case "mention":
      return leaf(node, document);
    case "relation":
      return relationItem(node, document);
  }
}

function branch(label: string, count: number, iconPath: ThemeIcon, state: TreeItemCollapsibleState): TreeItem {
  const item = new TreeItem(label, state);
  item.iconPath = iconPath;
  item.description = count.toString();
  item.accessibilityInformation = { label: `${label}, ${mentionCount(count)}` };
  return item;
}

/** A name that the taxonomy lacks, with the class it seems to have. */
function candidateBranch({ label, class: classId, children }: GroupNode): TreeItem {
  const best = children.reduce((a, b) => (b.mention.confidence > a.mention.confidence ? b : a));
  const item = branch(label, children.length, classColoured(classIcon(classId), classId), Collapsed);
  item.description = `${children.length} · ${candidateLabel(best.mention)}`;
  item.accessibilityInformation = {
    label: `${label}, ${candidateLabel(best.mention)}, ${mentionCount(children.length)}`,
  };
  return item;
}

function leaf({ mention, uri, start, end, text, children }: MentionNode, document: TextDocument): TreeItem {
  const { line, context } = placeOf(mention, document);
  const item = new TreeItem(
    { label: context.label, highlights: [[...context.highlight]] },
    children.length > 0 ? Collapsed : None,
  );
  const proposal = isCandidate(mention) ? candidateLabel(mention) : undefined;
  const status = statusLine(mention) ?? proposal ?? l10n.t("suggested");
  const target: TargetReference = { uri, start, end, text };
  const place = l10n.t("line {0}", line);
  item.description = proposal === undefined ? place : `${proposal} · ${place}`;
  item.iconPath = classColoured(FIRMNESS_ICONS[markStyleOf(mention).firmness], mention.class);
  item.accessibilityInformation = { label: `${text}, ${status}, ${place}: ${context.label}` };
  item.command = { command: INTERNAL_COMMANDS.goToMention, title: l10n.t("Go to Mention"), arguments: [target] };
  return item;
}

/** A relation as its mention sees it: an arrow tells which way it goes, the rest which mention is at the other end. */
function relationItem({ relation, isSource, other, uri }: RelationNode, document: TextDocument): TreeItem {
  const far = isSource ? relation.target : relation.source;
  const item = new TreeItem(
    `${relationLabel(relation)} ${isSource ? "→" : "←"} ${far.quote.replace(/\s+/g, " ")}`,
    None,
  );
  item.description = l10n.t("line {0}", document.positionAt(other.start).line + 1);
  item.iconPath = new ThemeIcon(isSource ? "arrow-right" : "arrow-left");
  item.accessibilityInformation = { label: `${relationLine(relation)}, ${item.description}` };
  const target: TargetReference = { uri, start: other.start, end: other.end, text: far.quote };
  item.command = { command: INTERNAL_COMMANDS.goToMention, title: l10n.t("Go to Mention"), arguments: [target] };
  return item;
}

/** The one-based line of a mention, and what stands around it there. */
export function placeOf(mention: ReviewedMention, document: TextDocument): { line: number; context: ContextLine } {
  const { line, character } = document.positionAt(mention.start);
  const { text } = document.lineAt(line);
  const end = Math.min(text.length, character + mention.end - mention.start);
  return { line: line + 1, context: contextLine(text, { start: character, end }) };
}

export function classColoured(name: string, classId: ClassId): ThemeIcon {
  return icon(name, facetOf(classId));
}

function icon(name: string, facet: Facet): ThemeIcon {
  return new ThemeIcon(name, new ThemeColor(COLORS[facet].foreground));
}

export function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n");
}
