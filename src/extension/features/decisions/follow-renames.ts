import { l10n, window, workspace, type Uri } from "vscode";
import { DisposableStore, type Disposable } from "../../dispose";
import type { Services } from "../../services/services";

/** Decisions go with a report that is renamed, moved or deleted, and come back with it. */
export function activateFollowRenames({ decisions, log }: Services): Disposable {
  const store = new DisposableStore();
  const follow = async (document: Uri, work: () => Promise<void>, failure: (path: string) => string): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      void window.showErrorMessage(failure(workspace.asRelativePath(document)));
    }
  };
  store.add(
    workspace.onDidRenameFiles(async ({ files }) => {
      const failure = (path: string) => l10n.t("The decisions on {0} could not be moved with it.", path);
      for (const { oldUri, newUri } of files) await follow(oldUri, () => decisions.moveLedger(oldUri, newUri), failure);
    }),
  );
  store.add(
    workspace.onDidDeleteFiles(async ({ files }) => {
      const failure = (path: string) => l10n.t("The decisions on {0} could not be deleted with it.", path);
      for (const uri of files) await follow(uri, () => decisions.deleteLedger(uri), failure);
    }),
  );
  store.add(
    workspace.onDidCreateFiles(async ({ files }) => {
      const failure = (path: string) => l10n.t("The decisions on {0} could not be brought back.", path);
      for (const uri of files) await follow(uri, () => decisions.restoreLedger(uri), failure);
    }),
  );
  return store;
}
