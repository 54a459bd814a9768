import { l10n, ThemeIcon, window, type TextDocument } from "vscode";
import type { ReviewedMention } from "../../../core";
import { classIcon } from "../../presentation/marks/class-icons";
import { placeOf } from "../entities/entity-tree-items";
import type { Services } from "../../services/services";
import { tickRows, type TickedItem } from "../tick-list";

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
  const items = mentions.map((mention) => itemOf(mention, document, taxonomy.classLabel(mention.class)));
  const chosen = await tickAll(items, title);
  if (chosen === undefined) return undefined;
  if (document.version !== version) {
    void window.showInformationMessage(l10n.t("The text changed in the meantime. Nothing was decided."));
    return undefined;
  }
  return chosen;
}

/** Shows what is about to be decided on, all ticked; gives what is left, undefined where nothing is. */
export function tickAll<T>(items: readonly TickedItem<T>[], title: string): Promise<readonly T[] | undefined> {
  const placeholder = l10n.t("Untick what is to stay as it is. Enter decides on the rest, in one step to undo.");
  return tickRows({ title, placeholder, items });
}

function itemOf(mention: ReviewedMention, document: TextDocument, classLabel: string): TickedItem<ReviewedMention> {
  const { line, context } = placeOf(mention, document);
  return {
    label: mention.text.replace(/\s+/g, " "),
    description: `${classLabel} · ${l10n.t("line {0}", line)} · ${context.label}`,
    iconPath: new ThemeIcon(classIcon(mention.class)),
    subject: mention,
  };
}
