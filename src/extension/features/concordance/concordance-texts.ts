import { l10n } from "vscode";
import type { Texts } from "../../../webview/concordance/messages";

/** The words of the Concordance page. */
export function concordanceTexts(): Texts {
  return {
    title: l10n.t("Concordance"),
    grid: l10n.t("Concordance: Enter opens a line, Space selects it"),
    choose: l10n.t("Choose What to List"),
    welcome: l10n.t(
      "A concordance lists every place of an entity, a class or some words in the workspace, with the words around it.",
    ),
    status: { candidate: l10n.t("candidate"), suggested: l10n.t("suggested"), accepted: l10n.t("accepted") },
  };
}
