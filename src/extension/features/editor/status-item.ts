import { l10n, StatusBarAlignment, ThemeColor, window, type Command, type StatusBarItem } from "vscode";
import { FACET_LABELS, FACETS, type ReviewedMention } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS, SETTINGS, SETTINGS_SECTION, VIEWS } from "../../ids";
import { guardLabel } from "../../labels";
import { countByFacet, countsLine } from "../../presentation/entities/facet-counts";
import { isCandidate } from "../../presentation/marks/mark-styles";
import type { DocumentReview } from "../../services/review/review-service";
import type { Services } from "../../services/services";
import type { Highlights } from "./highlights";

const OPEN_SIZE_SETTING: Command = {
  command: "workbench.action.openSettings",
  title: l10n.t("Open Settings"),
  arguments: [`${SETTINGS_SECTION}.${SETTINGS.maxFileSize}`],
};

/** One item: how many mentions of each facet the active document has, or why it has none. */
export function activateStatusItem({ activeDocument, reviews }: Services, highlights: Highlights): Disposable {
  const store = new DisposableStore();
  const item = store.add(window.createStatusBarItem("healthgeo.counts", StatusBarAlignment.Right, 90));
  item.name = "HealthGeo";
  const update = () => {
    const { editor } = activeDocument;
    const review = editor === undefined ? undefined : reviews.reviewOf(editor.document);
    if (editor === undefined || review === undefined || review.kind === "unsupported") {
      item.hide();
      return;
    }
    const { mentions, available } = highlights.paintedIn(editor);
    show(item, review, available > mentions.length ? mentions.length : undefined);
  };
  store.add(activeDocument.onDidChange(update));
  store.add(highlights.onDidPaint(update));
  store.add(
    reviews.onDidChange((document) => {
      if (document === activeDocument.document) update();
    }),
  );
  update();
  return store;
}

function show(
  item: StatusBarItem,
  review: Exclude<DocumentReview, { kind: "unsupported" }>,
  drawn: number | undefined,
): void {
  item.backgroundColor = undefined;
  switch (review.kind) {
    case "pending":
    case "early":
      item.text = "$(loading~spin) HealthGeo";
      describe(item, l10n.t("HealthGeo is reading the document."), undefined);
      break;
    case "failed":
      item.text = "$(error) HealthGeo";
      item.backgroundColor = new ThemeColor("statusBarItem.errorBackground");
      describe(item, review.message, COMMANDS.showLog);
      break;
    case "guarded":
      item.text = "$(circle-slash) HealthGeo";
      describe(item, guardLabel(review.reason), review.reason === "tooLong" ? OPEN_SIZE_SETTING : undefined);
      break;
    case "reviewed":
      item.text = countsLine(countByFacet(factsIn(review.mentions))) + (drawn === undefined ? "" : " $(info)");
      describe(item, countsTooltip(review.mentions, drawn), `${VIEWS.entities}.focus`);
  }
  item.show();
}

function describe(item: StatusBarItem, text: string, command: StatusBarItem["command"]): void {
  item.tooltip = text;
  item.command = command;
  item.accessibilityInformation = { label: `HealthGeo: ${text}` };
}

function countsTooltip(mentions: readonly ReviewedMention[], drawn: number | undefined): string {
  const facts = factsIn(mentions);
  const counts = countByFacet(facts);
  const accepted = facts.filter(({ status }) => status === "accepted").length;
  const candidates = mentions.length - facts.length;
  const facets = FACETS.map((facet) => `${FACET_LABELS[facet]}: ${counts[facet]}`).join("\n");
  const notes = [l10n.t("{0} accepted, {1} suggested", accepted, facts.length - accepted)];
  if (candidates > 0) notes.push(l10n.t("Not counted: {0} candidates, names that the taxonomy lacks", candidates));
  if (drawn !== undefined) notes.push(l10n.t("Only the {0} mentions around what is in sight are marked.", drawn));
  return [facets, ...notes].join("\n");
}

/** The mentions that count: candidates are proposals. */
function factsIn(mentions: readonly ReviewedMention[]): ReviewedMention[] {
  return mentions.filter((mention) => !isCandidate(mention));
}
