import { FACET_LABELS, facetOf, type ClassId } from "../../../core";
import type { EntityGroup } from "./entity-index";

/** The words of the taxonomy that the tree needs. */
export interface TreeLabels {
  classLabel(classId: ClassId): string;
  /** The preferred name of an entity; undefined where the taxonomy does not know it. */
  entityLabel(entity: string): string | undefined;
  /** Classes in the order of the scheme. */
  readonly classOrder: readonly ClassId[];
  /** The heading of names that the taxonomy lacks. */
  readonly candidates: string;
}

/** What a group is called: the name of its entity, else the words found. */
export function groupName({ entity, name }: EntityGroup, labels: TreeLabels): string {
  return (entity === undefined ? undefined : labels.entityLabel(entity)) ?? name;
}

/** The labels under which a group stands: its own, that of its class and that of its facet. */
export function headingsOf(group: EntityGroup, labels: TreeLabels): string[] {
  return [groupName(group, labels), labels.classLabel(group.class), FACET_LABELS[facetOf(group.class)]];
}

/**
 * A band of confidence as a range.
 *
 * @param band tenths of the confidence, 0 to 9
 */
export function bandLabel(band: number): string {
  return `${band * 10}–${band === 9 ? 100 : band * 10 + 9} %`;
}
