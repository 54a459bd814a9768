import { commands, l10n, window, type LogOutputChannel } from "vscode";
import { BrokenFileError } from "./report-error";
import { NotUtf8Error } from "./services/files";

/** Says why a change of the taxonomy was not made, with the next step as a button. */
export async function reportTaxonomyError(error: unknown, log: LogOutputChannel): Promise<void> {
  log.error(error instanceof Error ? error : String(error));
  const message = error instanceof Error ? error.message : String(error);
  const isOfFile = error instanceof NotUtf8Error || error instanceof BrokenFileError;
  const next = isOfFile ? l10n.t("Open File") : l10n.t("Show Log");
  const chosen = await window.showErrorMessage(message, next);
  if (chosen !== next) return;
  if (isOfFile) await commands.executeCommand("vscode.open", error.uri);
  else log.show();
}
