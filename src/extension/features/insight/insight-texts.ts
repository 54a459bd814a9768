import { l10n } from "vscode";
import { FACET_LABELS } from "../../../core";
import type { Texts } from "../../../webview/insight/messages";

/** The words of the Insight page. What the page fills in itself stays as it is. */
export function insightTexts(): Texts {
  return {
    title: l10n.t("Insight"),
    counting: l10n.t("Counting…"),
    summary: l10n.t("{0} documents · {1} mentions · {2} entities and terms"),
    more: l10n.t("{0} more are not shown; “{1}” changes that."),
    nothing: l10n.t("Nothing to show with these choices."),
    plotHint: l10n.t("{0} marks. Tab goes to the plot, arrow keys from mark to mark, Enter to the passages."),
    scope: l10n.t("Documents"),
    scopes: { file: l10n.t("This file"), open: l10n.t("Open files"), workspace: l10n.t("Workspace") },
    limit: l10n.t("Show at most"),
    items: l10n.t("Items"),
    itemKinds: { entities: l10n.t("Entities"), all: l10n.t("Entities and generic terms") },
    unit: l10n.t("Count by"),
    units: { class: l10n.t("Class"), entity: l10n.t("Entity") },
    pairing: l10n.t("Pairs of"),
    pairings: {
      "entity-class": l10n.t("Entities and classes"),
      "entity-entity": l10n.t("Entities and entities"),
    },
    window: l10n.t("Together in one"),
    windows: {
      sentence: l10n.t("Sentence"),
      paragraph: l10n.t("Paragraph"),
      document: l10n.t("Document"),
    },
    measure: l10n.t("Measure"),
    measures: {
      count: l10n.t("Times together"),
      pmi: l10n.t("Mutual information (PMI, bits)"),
      "log-likelihood": l10n.t("Log-likelihood"),
    },
    shape: l10n.t("Show as"),
    shapes: { matrix: l10n.t("Matrix"), network: l10n.t("Network") },
    item: l10n.t("Entity or class"),
    facets: FACET_LABELS,
    legend: l10n.t("Patterns of the facets"),
    table: l10n.t("Table"),
    save: l10n.t("Save {0} as {1}…"),
    sections: {
      frequency: l10n.t("Frequencies"),
      cooccurrence: l10n.t("Co-occurrence"),
      dispersion: l10n.t("Dispersion"),
      timeline: l10n.t("Timeline"),
    },
    about: {
      frequency: l10n.t("How often something is mentioned. Rejected mentions do not count."),
      cooccurrence: l10n.t(
        "What is mentioned together. Size and width tell how strongly; dashed marks stand together less often than by chance.",
      ),
      dispersion: l10n.t("Where documents mention it, from their beginning (0 %) to their end (100 %)."),
      timeline: l10n.t("Mentions by the date of their document, from its front matter or its file name."),
    },
    deviation: l10n.t("Gries’s DP over documents: {0} (0 evenly spread, 1 in one place)."),
    undated: l10n.t("{0} documents carry no date and are not shown."),
    leftOut: l10n.t("{0} weaker links are left out; the table has them."),
    frequencyMark: l10n.t("{0}: {1} mentions in {2} documents"),
    pairMark: l10n.t("{0} and {1}: {2} times together, value {3}"),
    nodeMark: l10n.t("{0}: {1} mentions, {2} links"),
    placeMark: l10n.t("{0} in {1}, at {2}"),
    placesMark: l10n.t("{0} in {1}, at {2}, {3} mentions"),
    timelineMark: l10n.t("{0}, {1}: {2} mentions in {3} documents"),
    pair: l10n.t("{0} · {1}"),
    facet: l10n.t("Facet"),
    mentions: l10n.t("Mentions"),
    documents: l10n.t("Documents"),
    document: l10n.t("Document"),
    firstOfPair: l10n.t("First"),
    secondOfPair: l10n.t("Second"),
    together: l10n.t("Times together"),
    position: l10n.t("Position"),
    period: l10n.t("Period"),
  };
}
