import {
  commands,
  l10n,
  ProgressLocation,
  ThemeIcon,
  window,
  workspace,
  type CancellationToken,
  type Progress,
  type QuickPickItem,
} from "vscode";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import type { CorpusService, ScanState } from "../../services/corpus-service";
import type { UnreadableFile } from "../../services/scan/scanned-files";
import type { Services } from "../../services/services";

/** Scans the workspace when somebody asks, shows how far it is, and which files were left out. */
export function activateWorkspaceScan({ corpus, log }: Services): Disposable {
  const store = new DisposableStore();
  store.add(
    commands.registerCommand(COMMANDS.scanWorkspace, async () => {
      try {
        await scanOnDemand(corpus);
      } catch (error) {
        log.error(error instanceof Error ? error : String(error));
        const message = error instanceof Error ? error.message : String(error);
        void window.showErrorMessage(l10n.t("The workspace could not be scanned: {0}", message));
      }
    }),
  );
  store.add(commands.registerCommand(COMMANDS.showUnreadFiles, () => showUnreadFiles(corpus.state)));
  let wasScanning = false;
  store.add(
    corpus.onDidChangeState((state) => {
      const begins = state.kind === "scanning" && !wasScanning;
      wasScanning = state.kind === "scanning";
      // A scan that nobody waits for is shown where it is in nobody's way.
      if (begins && !corpus.isAwaited) void showBackgroundProgress(corpus);
    }),
  );
  return store;
}

/**
 * Scans under a notification that can stop it, and uses what is known then under the same one.
 *
 * @returns undefined where the scan was stopped, whoever did it
 * @throws Error where the taxonomy cannot be loaded
 */
export async function afterScan<T>(
  corpus: CorpusService,
  title: string,
  use: (token: CancellationToken) => Promise<T>,
): Promise<T | undefined> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, async (progress, token) => {
    const listener = corpus.onDidChangeState(reporter(progress));
    const isWhole = await corpus.scan(token).finally(() => {
      listener.dispose();
    });
    return isWhole ? use(token) : undefined;
  });
}

/** Scans, and says which files were left out. */
async function scanOnDemand(corpus: CorpusService): Promise<void> {
  const isFirst = corpus.state.kind !== "scanning";
  await afterScan(corpus, l10n.t("Scanning the workspace"), () => Promise.resolve());
  const { state } = corpus;
  if (!isFirst || state.kind !== "partial" || state.unreadable.length === 0) return;
  const show = l10n.t("Show Files");
  void window
    .showWarningMessage(l10n.t("{0} files were left out of the scan.", state.unreadable.length), show)
    .then((chosen) => {
      if (chosen === show) void showUnreadFiles(state);
    });
}

/** Shows how far a scan is that somebody else began, for as long as it runs. */
async function showBackgroundProgress(corpus: CorpusService): Promise<void> {
  const options = { location: ProgressLocation.Window, title: l10n.t("Scanning the workspace") };
  await window.withProgress(options, async (progress) => {
    const report = reporter(progress);
    await new Promise<void>((resolve) => {
      const listener = corpus.onDidChangeState(follow);
      // A short scan is over before the editor has made room for its progress.
      follow(corpus.state);
      function follow(state: ScanState): void {
        if (state.kind === "scanning") report(state);
        else {
          listener.dispose();
          resolve();
        }
      }
    });
  });
}

function reporter(progress: Progress<{ message: string; increment: number }>): (state: ScanState) => void {
  let shown = 0;
  return (state) => {
    if (state.kind !== "scanning" || state.total === 0) return;
    const percent = (100 * state.done) / state.total;
    progress.report({ message: scanMessage(state), increment: percent - shown });
    shown = percent;
  };
}

/** How far a scan is, for people. */
export function scanMessage({ done, total, timeLeft }: Extract<ScanState, { kind: "scanning" }>): string {
  if (timeLeft === undefined) return l10n.t("{0} of {1} files", done, total);
  const seconds = Math.max(1, Math.round(timeLeft / 1000));
  return seconds < 90
    ? l10n.t("{0} of {1} files, {2} s left", done, total, seconds)
    : l10n.t("{0} of {1} files, {2} min left", done, total, Math.round(seconds / 60));
}

interface FileItem extends QuickPickItem {
  readonly file: UnreadableFile;
}

/** Lists the files that were left out, and why; choosing one opens it. */
async function showUnreadFiles(state: ScanState): Promise<void> {
  const files = state.kind === "partial" ? state.unreadable : [];
  if (files.length === 0) {
    const message =
      state.kind === "idle" && !state.isScanned
        ? l10n.t("The workspace was not scanned yet. “Scan Workspace” does it.")
        : l10n.t("No file was left out of the scan.");
    void window.showInformationMessage(message);
    return;
  }
  const items = files.map((file): FileItem => ({
    label: workspace.asRelativePath(file.uri),
    detail: file.reason,
    iconPath: new ThemeIcon("warning"),
    file,
  }));
  const title = l10n.t("{0} files were left out of the scan.", files.length);
  const chosen = await window.showQuickPick(items, { title, matchOnDetail: true });
  if (chosen !== undefined) await commands.executeCommand("vscode.open", chosen.file.uri);
}
