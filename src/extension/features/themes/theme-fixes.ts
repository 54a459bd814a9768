import { l10n } from "vscode";
import type { Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import type { PassageReference } from "../../presentation/theme-text";
import type { Services } from "../../services/services";
import { offerWhenAsked } from "../command-fixes";

/** What can be said of the themes of the passage at the cursor; only when asked, for every paragraph is a passage. */
export function activateThemeFixes({ themes, decisions }: Services): Disposable {
  return offerWhenAsked((document, { start: offset }) => {
    const [passage] = themes.passagesIn(document, { start: offset, end: offset });
    if (passage === undefined) return [];
    const file = decisions.labelOf(document);
    const place: PassageReference = { uri: document.uri.toString(), offset };
    const suggested = passage.themes.filter(({ status }) => status === "suggested");
    return [
      ...suggested.map(({ theme }) => ({
        title: l10n.t("Classify passage as {0} ({1})", themes.labelOf(theme), file),
        command: COMMANDS.classifyPassage,
        arguments: [{ ...place, theme }],
      })),
      ...passage.themes.map(({ theme }) => ({
        title: l10n.t("Not this theme: {0} ({1})", themes.labelOf(theme), file),
        command: COMMANDS.rejectTheme,
        arguments: [{ ...place, theme }],
      })),
      { title: l10n.t("Classify passage as… ({0})", file), command: COMMANDS.classifyPassage, arguments: [place] },
    ];
  });
}
