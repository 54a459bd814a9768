import { commands, l10n } from "vscode";
import { writeTagsToFrontMatter } from "../../../core";
import type { Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { formatOfDocument } from "../../prose-document";
import type { Services } from "../../services/services";
import { changeFrontMatter, refuseWithoutMarkdown } from "./change-front-matter";

/** Lists what a Markdown report names, as far as somebody accepted or tagged it, in its front matter. */
export function activateFrontMatter(services: Services): Disposable {
  return commands.registerCommand(COMMANDS.writeTagsToFrontMatter, () => writeFrontMatter(services));
}

async function writeFrontMatter({ activeDocument, reviews }: Services): Promise<void> {
  const { document } = activeDocument;
  const review = document === undefined ? undefined : reviews.reviewOf(document);
  if (document === undefined || formatOfDocument(document) !== "markdown" || review?.kind !== "reviewed") {
    refuseWithoutMarkdown();
    return;
  }
  const named = review.mentions.filter(({ status, by }) => status === "accepted" || by === "inline");
  const change = writeTagsToFrontMatter(document.getText(), named);
  await changeFrontMatter(document, change, (file) =>
    l10n.t("The front matter of {0} says already what was accepted.", file),
  );
}
