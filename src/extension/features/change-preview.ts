import { l10n, ThemeIcon, window, type QuickPickItem } from "vscode";

/** One change of several that are about to be made. */
export interface PreviewedChange<T> {
  readonly label: string;
  readonly description?: string;
  /** What is to be known before, such as a conflict. */
  readonly detail?: string;
  readonly icon: string;
  readonly value: T;
}

interface ChangeItem<T> extends QuickPickItem {
  readonly value: T;
}

/**
 * Shows changes before they are made, all ticked, and lets the user untick some. Undefined where they go back.
 *
 * @param title what is about to happen, and which file it writes
 */
export async function previewChanges<T>(
  title: string,
  changes: readonly PreviewedChange<T>[],
): Promise<readonly T[] | undefined> {
  const picker = window.createQuickPick<ChangeItem<T>>();
  picker.title = title;
  picker.placeholder = l10n.t("Untick what is to be left out. Enter writes the rest, in one step to undo.");
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.ignoreFocusOut = true;
  const items = changes.map(({ icon, ...change }) => ({ ...change, iconPath: new ThemeIcon(icon) }));
  picker.items = items;
  picker.selectedItems = items;
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      const chosen = picker.selectedItems.map(({ value }) => value);
      resolve(chosen.length === 0 ? undefined : chosen);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
