import type { ClassId } from "../../../core";

/** How often, and how lately, a person chose a class. */
export interface ClassUsage {
  readonly count: number;
  /** Grows with every choice of any class. */
  readonly last: number;
}

/** How the classes were used before. */
export type ClassUsages = Readonly<Record<ClassId, ClassUsage>>;

/** The digits 1 to 9. */
export const MOST_KEYS = 9;

/** The usages after a class was chosen once more. */
export function withChoice(usages: ClassUsages, classId: ClassId): ClassUsages {
  const last = 1 + Math.max(0, ...Object.values(usages).map((usage) => usage.last));
  return { ...usages, [classId]: { count: (usages[classId]?.count ?? 0) + 1, last } };
}

/** The classes chosen last, the latest first. */
export function recentClasses(usages: ClassUsages, classes: readonly ClassId[], most: number): ClassId[] {
  return classes
    .filter((id) => usages[id] !== undefined)
    .sort((a, b) => usages[b]!.last - usages[a]!.last)
    .slice(0, most);
}

/**
 * The classes for the digits 1 to 9: those chosen most often; among equals those that the document has most of, then in
 * the order of the scheme.
 */
export function classKeys(
  usages: ClassUsages,
  classes: readonly ClassId[],
  mentions: readonly { readonly class: ClassId }[],
): ClassId[] {
  const inDocument = new Map<ClassId, number>();
  for (const { class: id } of mentions) inDocument.set(id, (inDocument.get(id) ?? 0) + 1);
  const chosen = (id: ClassId) => usages[id]?.count ?? 0;
  const present = (id: ClassId) => inDocument.get(id) ?? 0;
  return [...classes]
    .sort((a, b) => chosen(b) - chosen(a) || present(b) - present(a) || classes.indexOf(a) - classes.indexOf(b))
    .slice(0, MOST_KEYS);
}
