import { l10n } from "vscode";
import { FACET_LABELS } from "../../../core";
import type { CommonTexts } from "../../../webview/shared/messages";

/** The words that are the same on every page about documents. What the page fills in itself stays as it is. */
export function commonTexts() {
  return {
    reading: l10n.t("Reading files: {0} of {1}…"),
    nothing: l10n.t("Nothing to show with these choices."),
    scope: l10n.t("Documents"),
    scopes: { file: l10n.t("This file"), open: l10n.t("Open files"), workspace: l10n.t("Workspace") },
    facets: FACET_LABELS,
    table: l10n.t("Table"),
    documents: l10n.t("Documents"),
  } satisfies Partial<CommonTexts>;
}
