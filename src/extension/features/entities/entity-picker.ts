import { l10n, ThemeIcon, window, type QuickPickItem } from "vscode";
import type { Entity } from "../../../core";
import { classIcon } from "../../presentation/marks/class-icons";
import { searchEntities, type FoundEntity } from "../../presentation/entities/entity-search";
import type { TaxonomyService } from "../../services/packs/taxonomy-service";
import { answerOf } from "../answer-of";

const MOST_FOUND = 100;

/** What the user picks an entity for. */
export interface EntityQuestion {
  /** The words to link; entities with such a name are offered before the user types. */
  readonly words: string;
  /** The entities to choose from. */
  readonly entities: readonly Entity[];
  /** Whether "no entity" is an answer. */
  readonly none: boolean;
  /** Id of the entity there is now. */
  readonly current?: string;
}

interface EntityItem extends QuickPickItem {
  readonly answer: Entity | "none";
}

/** Lets the user find an entity of the taxonomy by any of its names; undefined where they choose nothing. */
export async function pickEntity(
  taxonomy: TaxonomyService,
  question: EntityQuestion,
): Promise<Entity | "none" | undefined> {
  const picker = window.createQuickPick<EntityItem>();
  picker.title = l10n.t("Link “{0}” to…", question.words.replace(/\s+/g, " "));
  picker.placeholder = l10n.t("A name, an abbreviation or another term of the entity");
  const list = (words: string) => {
    const found = searchEntities(question.entities, words, MOST_FOUND).map((each) => itemOf(each, taxonomy, question));
    picker.items = question.none ? [...found, noneItem()] : found;
  };
  list(question.words);
  picker.onDidChangeValue((value) => {
    list(value.trim() === "" ? question.words : value);
  });
  return answerOf(picker, ([item]) => item?.answer);
}

function itemOf({ entity, name }: FoundEntity, taxonomy: TaxonomyService, { current }: EntityQuestion): EntityItem {
  const notes = [
    ...(name === entity.label ? [] : [name]),
    taxonomy.classLabel(entity.class),
    ...(entity.id === current ? [l10n.t("as it is now")] : []),
  ];
  return {
    label: entity.label,
    description: notes.join(" · "),
    iconPath: new ThemeIcon(classIcon(entity.class)),
    answer: entity,
    // What is listed was found by every name; the editor would look at the label only.
    alwaysShow: true,
  };
}

function noneItem(): EntityItem {
  const description = l10n.t("The mention keeps its class and names no one thing");
  return {
    label: l10n.t("No entity"),
    description,
    iconPath: new ThemeIcon("circle-slash"),
    answer: "none",
    alwaysShow: true,
  };
}
