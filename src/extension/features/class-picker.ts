import { l10n, QuickPickItemKind, ThemeIcon, window, type QuickPickItem } from "vscode";
import { FACET_LABELS, FACETS, facetOf, type ClassDefinition, type ClassId } from "../../core";
import { classIcon } from "../presentation/class-icons";
import type { TaxonomyService } from "../services/taxonomy-service";

interface ClassItem extends QuickPickItem {
  readonly classId?: ClassId;
}

/**
 * Lets the user choose one of all classes; undefined where they choose none.
 *
 * @param current the class there is now; the choice starts at it, so that a hasty Enter changes nothing
 */
export async function pickClass(
  taxonomy: TaxonomyService,
  words: string,
  current?: ClassId,
): Promise<ClassId | undefined> {
  const picker = window.createQuickPick<ClassItem>();
  picker.title = l10n.t("Classify “{0}” as…", words.replace(/\s+/g, " "));
  picker.placeholder = l10n.t("Class of the mention");
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = itemsOf([...(taxonomy.current?.classes.values() ?? [])], current);
  const now = picker.items.find(({ classId }) => classId !== undefined && classId === current);
  if (now !== undefined) picker.activeItems = [now];
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.classId);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

function itemsOf(classes: readonly ClassDefinition[], current: ClassId | undefined): ClassItem[] {
  return FACETS.flatMap((facet) => [
    { label: FACET_LABELS[facet], kind: QuickPickItemKind.Separator },
    ...classes.filter(({ id }) => facetOf(id) === facet).map((definition) => itemOf(definition, current)),
  ]);
}

function itemOf({ id, label, definition }: ClassDefinition, current: ClassId | undefined): ClassItem {
  const item = { label, classId: id, detail: definition, iconPath: new ThemeIcon(classIcon(id)) };
  return id === current ? { ...item, description: l10n.t("as it is now") } : item;
}
