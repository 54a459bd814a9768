import { window, type QuickPickItem } from "vscode";
import { answerOf } from "./answer-of";

/** A row that can be ticked, and what it stands for. */
export interface TickedItem<T> extends QuickPickItem {
  readonly subject: T;
}

/** A list of rows to tick. */
export interface TickList<T> {
  /** What is about to happen, and which file it writes. */
  readonly title: string;
  /** What ticks mean and what Enter does. */
  readonly placeholder: string;
  readonly items: readonly TickedItem<T>[];
  /** Those ticked at first; all where absent. */
  readonly ticked?: readonly TickedItem<T>[];
  /** Somebody pressed a button of a row. */
  onButton?(subject: T): void;
}

/** Lets people tick rows of a list; gives what the ticked ones stand for, undefined where they go back or tick none. */
export async function tickRows<T>(list: TickList<T>): Promise<readonly T[] | undefined> {
  const { title, placeholder, items, ticked = items } = list;
  const picker = window.createQuickPick<TickedItem<T>>();
  picker.title = title;
  picker.placeholder = placeholder;
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.ignoreFocusOut = true;
  picker.items = items;
  picker.selectedItems = ticked;
  picker.onDidTriggerItemButton(({ item }) => list.onButton?.(item.subject));
  return answerOf(picker, (selected) => (selected.length === 0 ? undefined : selected.map(({ subject }) => subject)));
}
