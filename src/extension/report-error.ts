import type { Uri } from "vscode";
import { commands, l10n, window, type LogOutputChannel } from "vscode";
import { NoLedgerError } from "./services/ledger/decision-service";
import { NotUtf8Error } from "./services/files";

/** A pack that cannot be edited as it is. */
export class BrokenFileError extends Error {
  override readonly name = "BrokenFileError";

  constructor(
    message: string,
    readonly uri: Uri,
  ) {
    super(message);
  }
}

/** Runs what decides, and says why where it fails. */
export async function reportingDecisionErrors(log: LogOutputChannel, run: () => unknown): Promise<void> {
  try {
    await run();
  } catch (error) {
    void reportDecisionError(error, log);
  }
}

/** Says why a decision was not kept, with the next step as a button. */
export async function reportDecisionError(error: unknown, log: LogOutputChannel): Promise<void> {
  if (error instanceof NoLedgerError) {
    await reportNoLedger(error);
    return;
  }
  log.error(error instanceof Error ? error : String(error));
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof NotUtf8Error || error instanceof BrokenFileError) {
    const open = l10n.t("Open File");
    const chosen = await window.showErrorMessage(message, open);
    if (chosen === open) await commands.executeCommand("vscode.open", error.uri);
    return;
  }
  const showLog = l10n.t("Show Log");
  const chosen = await window.showErrorMessage(l10n.t("The decision could not be saved: {0}", message), showLog);
  if (chosen === showLog) log.show();
}

async function reportNoLedger({ place: { kind, reason } }: NoLedgerError): Promise<void> {
  const next = {
    unsaved: { label: l10n.t("Save As…"), command: "workbench.action.files.saveAs" },
    noFolder: { label: l10n.t("Open Folder…"), command: "vscode.openFolder" },
    refused: undefined,
  }[kind];
  const chosen = await window.showWarningMessage(reason, ...(next === undefined ? [] : [next.label]));
  if (next !== undefined && chosen === next.label) await commands.executeCommand(next.command);
}
