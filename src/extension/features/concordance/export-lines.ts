import { l10n, window } from "vscode";
import { concordanceCsv, concordanceMarkdown, type ConcordanceLine } from "../../../core";
import type { UndoHistory } from "../../services/ledger/undo-history";
import { saveAs } from "../pages/save-as";

/** Writes lines as a table to a file that the user names, in CSV or Markdown by the extension. */
export async function exportLines(
  lines: readonly ConcordanceLine[],
  title: string,
  history: UndoHistory,
): Promise<void> {
  if (lines.length === 0) {
    void window.showInformationMessage(l10n.t("The Concordance view lists nothing that could be exported."));
    return;
  }
  const file = {
    title: l10n.t("Export {0} Lines", lines.length),
    name: "concordance.csv",
    filters: { CSV: ["csv"], Markdown: ["md"] },
    content: (path: string) => linesAs(path, lines, title),
  };
  await saveAs(file, history);
}

/** The text of a file with lines, in the format that its path asks for. */
export function linesAs(path: string, lines: readonly ConcordanceLine[], title: string): string {
  return /\.(?:md|markdown|qmd|rmd)$/i.test(path) ? concordanceMarkdown(lines, title) : concordanceCsv(lines);
}
