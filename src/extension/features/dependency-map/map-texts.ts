import { l10n } from "vscode";
import { RELATION_TYPES } from "../../../core";
import type { Texts } from "../../../webview/dependency-map/messages";
import { commonTexts } from "../pages/common-texts";
import { modalityLabel, relationTypeLabel } from "../relations/relation-labels";

/** The words of the Dependency Map page. What the page fills in itself stays as it is. */
export function mapTexts(): Texts {
  const labels = RELATION_TYPES.map((type) => [type, relationTypeLabel(type)] as const);
  return {
    ...commonTexts(),
    title: l10n.t("Dependency Map"),
    about: l10n.t("Who stands how to whom. The thicker a line, the more sentences say so; a click leads to them."),
    minSupport: l10n.t("Stated at least"),
    supports: l10n.t("{0}×"),
    types: l10n.t("Relations"),
    typeLabels: Object.fromEntries(labels),
    legend: l10n.t("Shapes and lines"),
    modalities: {
      asserted: modalityLabel(undefined),
      possible: modalityLabel("possible"),
      negated: modalityLabel("negated"),
    },
    working: l10n.t("Reading relations…"),
    summary: l10n.t("Documents: {0} · Nodes: {1} · Edges: {2}"),
    hint: l10n.t("Edges: {0}. Tab goes to the map, arrow keys from edge to edge, Enter to the sentences."),
    notDrawn: l10n.t("Edges with less support that are not drawn: {0}. “{1}” and the types narrow the map."),
    notListed: l10n.t("The table lists the best supported {0}; saved files have all."),
    withoutMention: l10n.t("Accepted relations left out, because an end of theirs is no mention any more: {0}."),
    hiddenLabels: l10n.t(
      "Names without room in the map: {0}. They show at the pointer and the focus, and in the table.",
    ),
    save: l10n.t("Save the map as {0}…"),
    edgeMark: l10n.t("{0} {1} {2} ({3}, {4}×)"),
    nodeMark: l10n.t("{0} ({1}, relations: {2})"),
    source: l10n.t("From"),
    relation: l10n.t("Relation"),
    target: l10n.t("To"),
    modality: l10n.t("Stated as"),
    support: l10n.t("Times stated"),
  };
}
