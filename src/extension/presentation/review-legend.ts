import type { ClassId } from "../../core";

/** "1 State  2 Company": which digit gives which class. */
export function legendLine(keys: readonly ClassId[], labelOf: (classId: ClassId) => string): string {
  return keys.map((id, i) => `${i + 1} ${labelOf(id)}`).join("  ");
}
