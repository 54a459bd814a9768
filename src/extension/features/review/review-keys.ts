import { l10n } from "vscode";

/** The keys of a review and what they do, in the order in which they are taught; classes stand at their digits. */
export function keyLines(classLabels: readonly string[]): (readonly [key: string, does: string])[] {
  return [
    ["n", l10n.t("next suggestion (Tab, too)")],
    ["p", l10n.t("previous suggestion (Shift+Tab, too)")],
    ["a", l10n.t("accept (Enter, too)")],
    ["r", l10n.t("reject here (Delete, too)")],
    ["Shift+R", l10n.t("reject in this document")],
    ...classLabels.map((label, i) => [(i + 1).toString(), label] as const),
    ["c", l10n.t("pick a class")],
    ["e", l10n.t("link to an entity")],
    ["→ ←", l10n.t("one word more or less at the end")],
    ["Shift+← Shift+→", l10n.t("one word more or less at the start")],
    ["u", l10n.t("undo the last decision (Backspace, too)")],
    ["Esc", l10n.t("end the review")],
  ];
}
