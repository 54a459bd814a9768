import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type TextDocument } from "vscode";
import type { LedgerRecord } from "../../../core";
import { COMMANDS, INTERNAL_COMMANDS } from "../../ids";
import { originLabel } from "../../labels";
import { classIcon } from "../../presentation/marks/class-icons";
import {
  type MoreNode,
  type LostRecordNode,
  type ReviewNode,
  type SuggestionGroup,
  type SuggestionNode,
  type UnplacedGroup,
  type UnplacedNode,
} from "../../presentation/review/review-tree";
import { ROWS_AT_ONCE } from "../../presentation/shown-rows";
import type { TargetReference } from "../../presentation/target-reference";
import type { TaxonomyService } from "../../services/packs/taxonomy-service";
import { relationLine } from "../relations/relation-labels";
import { classColoured, lines, placeOf } from "../entities/entity-tree-items";

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

/** The row of a node of the Review view of `document`. */
export function reviewTreeItem(node: ReviewNode, document: TextDocument, taxonomy: TaxonomyService): TreeItem {
  const item = itemOf(node, document, taxonomy);
  item.id = node.id;
  // What waits for a place is placed and discarded alike.
  item.contextValue = node.kind === "lostRecord" ? "unplaced" : node.kind;
  return item;
}

/** Plain text, so that nothing a pack or a ledger says comes to life. */
export function reviewTreeTooltip(node: ReviewNode, taxonomy: TaxonomyService): string {
  switch (node.kind) {
    case "group":
      return lines(node.label, node.class === undefined ? undefined : taxonomy.classOf(node.class)?.definition);
    case "unplacedGroup":
      return l10n.t(
        "Decisions, memos and relations whose words are not certain to be found in the text. They are kept in the ledger.",
      );
    case "suggestion": {
      const { mention } = node;
      const entity = mention.entity === undefined ? undefined : taxonomy.entityOf(mention.entity)?.label;
      return lines(
        mention.text,
        entity,
        taxonomy.classLabel(mention.class),
        originLabel(mention),
        mention.evidence.pack === undefined ? undefined : l10n.t("pack {0}", mention.evidence.pack),
        l10n.t("confidence {0} %", Math.round(mention.confidence * 100)),
      );
    }
    case "unplaced":
      return lines(node.decision.quote, node.reason, node.decision.comment);
    case "lostRecord":
      return lines(recordLabel(node), node.reason, node.record.author);
    case "more":
      return l10n.t("Lists {0} more.", Math.min(ROWS_AT_ONCE, node.hidden));
  }
}

function itemOf(node: ReviewNode, document: TextDocument, taxonomy: TaxonomyService): TreeItem {
  switch (node.kind) {
    case "group":
      return groupItem(node);
    case "unplacedGroup":
      return unplacedGroupItem(node);
    case "suggestion":
      return suggestionItem(node, document, taxonomy);
    case "unplaced":
      return unplacedItem(node, taxonomy);
    case "lostRecord":
      return lostRecordItem(node);
    case "more":
      return moreItem(node);
  }
}

function groupItem({ label, class: classId, mentions }: SuggestionGroup): TreeItem {
  const item = new TreeItem(label, Collapsed);
  item.description = mentions.length.toString();
  item.iconPath = classId === undefined ? new ThemeIcon("dashboard") : classColoured(classIcon(classId), classId);
  item.accessibilityInformation = { label: `${label}, ${l10n.t("{0} to decide", mentions.length)}` };
  return item;
}

function unplacedGroupItem({ unplaced, lost }: UnplacedGroup): TreeItem {
  const label = l10n.t("Needs review");
  const item = new TreeItem(label, Expanded);
  const count = unplaced.length + lost.length;
  item.description = count.toString();
  item.iconPath = new ThemeIcon("warning", new ThemeColor("list.warningForeground"));
  item.accessibilityInformation = { label: `${label}, ${l10n.t("{0} without a place", count)}` };
  return item;
}

function suggestionItem(node: SuggestionNode, document: TextDocument, taxonomy: TaxonomyService): TreeItem {
  const { mention, uri, start, end, text, parent } = node;
  const { line, context } = placeOf(mention, document);
  const classLabel = taxonomy.classLabel(mention.class);
  const item = new TreeItem({ label: context.label, highlights: [[...context.highlight]] }, None);
  const place = l10n.t("line {0}", line);
  item.description = parent?.class === undefined ? `${classLabel} · ${place}` : place;
  const isCandidate = mention.by === "discovery";
  item.iconPath = classColoured(isCandidate ? "question" : classIcon(mention.class), mention.class);
  const kind = isCandidate ? l10n.t("candidate") : l10n.t("suggested");
  item.accessibilityInformation = { label: `${text}, ${classLabel}, ${kind}, ${place}: ${context.label}` };
  const target: TargetReference = { uri, start, end, text };
  item.command = { command: INTERNAL_COMMANDS.goToMention, title: l10n.t("Go to Mention"), arguments: [target] };
  return item;
}

function unplacedItem(node: UnplacedNode, taxonomy: TaxonomyService): TreeItem {
  const { decision, reason } = node;
  const quote = decision.quote.replace(/\s+/g, " ");
  const item = new TreeItem(`“${quote}”`, None);
  const status = decision.status === "accepted" ? l10n.t("accepted") : l10n.t("rejected");
  item.description = `${status}: ${reason}`;
  item.iconPath = classColoured(classIcon(decision.class), decision.class);
  item.accessibilityInformation = {
    label: `${quote}, ${taxonomy.classLabel(decision.class)}, ${status}: ${reason}`,
  };
  item.command = { command: COMMANDS.openDecision, title: l10n.t("Open in Ledger"), arguments: [node] };
  return item;
}

function lostRecordItem(node: LostRecordNode): TreeItem {
  const { record, reason } = node;
  const item = new TreeItem(recordLabel(node), None);
  const kind = recordKind(record);
  item.description = `${kind}: ${reason}`;
  item.iconPath = new ThemeIcon(
    { memo: "comment-unresolved", relation: "arrow-both", theme: "milestone" }[record.kind],
  );
  item.accessibilityInformation = { label: `${recordLabel(node)}, ${kind}: ${reason}` };
  item.command = { command: COMMANDS.openDecision, title: l10n.t("Open in Ledger"), arguments: [node] };
  return item;
}

function recordKind(record: LedgerRecord): string {
  switch (record.kind) {
    case "memo":
      return l10n.t("memo");
    case "relation":
      return record.status === "rejected" ? l10n.t("rejected relation") : l10n.t("relation");
    case "theme":
      return l10n.t("theme");
  }
}

function recordLabel({ record }: LostRecordNode): string {
  switch (record.kind) {
    case "memo":
      return record.body.replace(/\s+/g, " ");
    case "relation":
      return relationLine(record);
    case "theme":
      return record.theme;
  }
}

function moreItem(node: MoreNode): TreeItem {
  const item = new TreeItem(l10n.t("Show {0} more of {1}", Math.min(ROWS_AT_ONCE, node.hidden), node.hidden), None);
  item.iconPath = new ThemeIcon("ellipsis");
  item.command = { command: INTERNAL_COMMANDS.showMoreInReview, title: l10n.t("Show More"), arguments: [node] };
  return item;
}
