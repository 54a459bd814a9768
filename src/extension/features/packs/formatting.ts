import { l10n, languages, Range, TextEdit, window, type TextDocument } from "vscode";
import { formatPack, formatProblem } from "../../../core";
import type { Disposable } from "../../dispose";
import { PACK_SELECTOR } from "../../services/packs/pack-files";
import type { PackServices } from "./pack-services";

const MESSAGE_MS = 8000;

/** Sorts a pack when the user formats it; its comments stay with what they stand at. */
export function activatePackFormatting({ packFiles }: PackServices): Disposable {
  return languages.registerDocumentFormattingEditProvider([...PACK_SELECTOR], {
    provideDocumentFormattingEdits(document) {
      if (packFiles.of(document) === undefined) return [];
      const before = document.getText();
      const result = formatPack(before, document.fileName);
      if ("source" in result) return editsFor(document, before, result.source);
      const [problem] = result.problems;
      const reason = problem === undefined ? "" : formatProblem(problem);
      window.setStatusBarMessage(l10n.t("Not sorted, for the pack has an error: {0}", reason), MESSAGE_MS);
      return [];
    },
  });
}

/** One edit from the first difference to the last, so that cursors outside it stay. */
function editsFor(document: TextDocument, before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const range = new Range(document.positionAt(start), document.positionAt(before.length - tail));
  return [TextEdit.replace(range, after.slice(start, after.length - tail))];
}
