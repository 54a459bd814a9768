import { l10n, ThemeIcon, window, type QuickPickItem, type TextDocument } from "vscode";
import type { ReviewedMention } from "../../core";
import { classIcon } from "../presentation/class-icons";
import { placeOf } from "./entity-tree-items";
import type { Services } from "../services/services";

interface MentionItem extends QuickPickItem {
  readonly mention: ReviewedMention;
}

/**
 * Shows the mentions that are about to be decided on, all ticked, and lets the user untick some. Undefined where the
 * user goes back, or where the text changed meanwhile.
 *
 * @param title what is about to happen, and which file it writes
 */
export async function previewMentions(
  { taxonomy }: Services,
  document: TextDocument,
  mentions: readonly ReviewedMention[],
  title: string,
): Promise<readonly ReviewedMention[] | undefined> {
  const version = document.version;
  const picker = window.createQuickPick<MentionItem>();
  picker.title = title;
  picker.placeholder = l10n.t("Untick what is to stay as it is. Enter decides on the rest, in one step to undo.");
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  const items = mentions.map((mention) => itemOf(mention, document, taxonomy.classLabel(mention.class)));
  picker.items = items;
  picker.selectedItems = items;
  const chosen = await new Promise<readonly MentionItem[]>((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve([]);
      picker.dispose();
    });
    picker.show();
  });
  if (chosen.length === 0) return undefined;
  if (document.version !== version) {
    void window.showInformationMessage(l10n.t("The text changed in the meantime. Nothing was decided."));
    return undefined;
  }
  return chosen.map(({ mention }) => mention);
}

function itemOf(mention: ReviewedMention, document: TextDocument, classLabel: string): MentionItem {
  const { line, context } = placeOf(mention, document);
  return {
    label: mention.text.replace(/\s+/g, " "),
    description: `${classLabel} · ${l10n.t("line {0}", line)} · ${context.label}`,
    iconPath: new ThemeIcon(classIcon(mention.class)),
    mention,
  };
}
