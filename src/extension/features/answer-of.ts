import type { QuickPick, QuickPickItem } from "vscode";

/**
 * Shows a picker until the person accepts something in it or closes it, and then disposes of it; undefined where it is closed.
 *
 * @param answerIn what the selected items stand for
 */
export function answerOf<Item extends QuickPickItem, Answer>(
  picker: QuickPick<Item>,
  answerIn: (selected: readonly Item[]) => Answer | undefined,
): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(answerIn(picker.selectedItems));
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
