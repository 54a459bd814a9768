import { commands, l10n, Uri, window, workspace } from "vscode";
import { concordanceCsv, concordanceMarkdown, type ConcordanceLine } from "../../../core";
import { writeText } from "../../services/files";

/** Writes lines as a table to a file that the user names, in CSV or Markdown by the extension. */
export async function exportLines(lines: readonly ConcordanceLine[], title: string): Promise<void> {
  if (lines.length === 0) {
    void window.showInformationMessage(l10n.t("The Concordance view lists nothing that could be exported."));
    return;
  }
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    title: l10n.t("Export {0} Lines", lines.length),
    filters: { CSV: ["csv"], Markdown: ["md"] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, "concordance.csv") }),
  });
  if (target === undefined) return;
  await writeText(target, linesAs(target.path, lines, title));
  const open = l10n.t("Open File");
  const message = l10n.t("Wrote {0}.", workspace.asRelativePath(target));
  if ((await window.showInformationMessage(message, open)) === open)
    await commands.executeCommand("vscode.open", target);
}

/** The text of a file with lines, in the format that its path asks for. */
export function linesAs(path: string, lines: readonly ConcordanceLine[], title: string): string {
  return /\.(?:md|markdown|qmd|rmd)$/i.test(path) ? concordanceMarkdown(lines, title) : concordanceCsv(lines);
}
