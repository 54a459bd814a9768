import { l10n, window, workspace, type FileRenameEvent } from "vscode";
import type { Disposable } from "../dispose";
import type { Services } from "../services/services";

/** Decisions go with a report that is renamed or moved. */
export function activateFollowRenames({ decisions, log }: Services): Disposable {
  return workspace.onDidRenameFiles(async ({ files }: FileRenameEvent) => {
    for (const { oldUri, newUri } of files) {
      try {
        await decisions.moveLedger(oldUri, newUri);
      } catch (error) {
        log.error(error instanceof Error ? error : String(error));
        void window.showErrorMessage(
          l10n.t("The decisions on {0} could not be moved with it.", workspace.asRelativePath(oldUri)),
        );
      }
    }
  });
}
