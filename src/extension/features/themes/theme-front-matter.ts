import { commands, l10n } from "vscode";
import { writeThemesToFrontMatter } from "../../../core";
import type { Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { formatOfDocument } from "../../prose-document";
import type { Services } from "../../services/services";
import { changeFrontMatter, refuseWithoutMarkdown } from "../tags/change-front-matter";

/** Lists what a Markdown report argues, by the themes of its passages, in its front matter. */
export function activateThemeFrontMatter(services: Services): Disposable {
  return commands.registerCommand(COMMANDS.writeThemesToFrontMatter, () => writeThemes(services));
}

async function writeThemes({ activeDocument, themes }: Services): Promise<void> {
  const { document } = activeDocument;
  const themed =
    document !== undefined && formatOfDocument(document) === "markdown" ? await themes.themesOf(document) : undefined;
  if (document === undefined || themed === undefined) {
    refuseWithoutMarkdown();
    return;
  }
  const found = themed.flatMap((passage) => passage.themes.map(({ theme }) => theme));
  const change = writeThemesToFrontMatter(document.getText(), found);
  await changeFrontMatter(document, change, (file) =>
    l10n.t("The front matter of {0} lists its themes already.", file),
  );
}
