import { l10n, QuickPickItemKind, ThemeIcon, window, type QuickPickItem } from "vscode";
import { FACET_LABELS, FACETS, facetOf, type ClassDefinition, type ClassId } from "../../../core";
import { classIcon } from "../../presentation/marks/class-icons";
import { MOST_KEYS } from "../../presentation/marks/class-keys";
import type { Services } from "../../services/services";

interface ClassItem extends QuickPickItem {
  readonly classId?: ClassId;
}

/**
 * Lets the user choose one of all classes, those chosen lately first; a digit chooses one of the first nine at once.
 * Undefined where they choose none.
 *
 * @param what the words to classify, as the title quotes them
 * @param current the class there is now; the choice starts at it, so that a hasty Enter changes nothing
 */
export async function pickClass(
  { taxonomy, classUse }: Services,
  what: string,
  current?: ClassId,
): Promise<ClassId | undefined> {
  const picker = window.createQuickPick<ClassItem>();
  picker.title = l10n.t("Classify “{0}” as…", what.replace(/\s+/g, " "));
  picker.placeholder = l10n.t("Class of the mention; a digit chooses at once");
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = itemsOf([...(taxonomy.current?.classes.values() ?? [])], classUse.recent, current);
  const classes = picker.items.filter(({ classId }) => classId !== undefined);
  const now = classes.find(({ classId }) => classId === current);
  if (now !== undefined) picker.activeItems = [now];
  return new Promise((resolve) => {
    const choose = (item: ClassItem | undefined) => {
      resolve(item?.classId);
      picker.hide();
    };
    picker.onDidChangeValue((value) => {
      if (/^[1-9]$/.test(value)) choose(classes[Number(value) - 1]);
    });
    picker.onDidAccept(() => {
      choose(picker.selectedItems[0]);
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

function itemsOf(
  classes: readonly ClassDefinition[],
  recent: readonly ClassId[],
  current: ClassId | undefined,
): ClassItem[] {
  const lately = recent.flatMap((id) => classes.find((definition) => definition.id === id) ?? []);
  const sections = [
    { label: l10n.t("recently used"), members: lately },
    ...FACETS.map((facet) => ({
      label: FACET_LABELS[facet],
      members: classes.filter(({ id }) => facetOf(id) === facet && !recent.includes(id)),
    })),
  ];
  let digit = 0;
  return sections
    .filter(({ members }) => members.length > 0)
    .flatMap(({ label, members }): ClassItem[] => [
      { label, kind: QuickPickItemKind.Separator },
      ...members.map((definition) => itemOf(definition, ++digit, current)),
    ]);
}

function itemOf({ id, label, definition }: ClassDefinition, digit: number, current: ClassId | undefined): ClassItem {
  const notes = [...(digit <= MOST_KEYS ? [`[${digit}]`] : []), ...(id === current ? [l10n.t("as it is now")] : [])];
  const description = notes.length === 0 ? {} : { description: notes.join(" ") };
  return { label, classId: id, detail: definition, iconPath: new ThemeIcon(classIcon(id)), ...description };
}
