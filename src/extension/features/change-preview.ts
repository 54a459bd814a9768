import { l10n, ThemeIcon } from "vscode";
import { tickRows } from "./tick-list";

/** One change of several that are about to be made. */
export interface PreviewedChange<T> {
  readonly label: string;
  readonly description?: string;
  /** What is to be known before, such as a conflict. */
  readonly detail?: string;
  readonly icon: string;
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
  const placeholder = l10n.t("Untick what is to be left out. Enter writes the rest, in one step to undo.");
  const items = changes.map(({ icon, value, ...row }) => ({ ...row, iconPath: new ThemeIcon(icon), subject: value }));
  return tickRows({ title, placeholder, items });
}
