import type { Problem } from "../problem";
import type { Entity, Pack } from "./model";
import type { Taxonomy } from "./taxonomy";

/**
 * Checks what the entities of packs name as broader:
 *
 * - `taxonomy.unknown-broader` (error): there is no entity of that id;
 * - `taxonomy.broader-cycle` (error): who follows `broader` from the entity comes back to it.
 *
 * Entities that a later layer replaces are not checked.
 */
export function checkBroader({ entities }: Pick<Taxonomy, "entities">, packs: readonly Pack[]): Problem[] {
  return packs.flatMap(({ entities: own, uri }) =>
    own
      .filter((entity) => entities.get(entity.id) === entity)
      .flatMap((entity): Problem[] => {
        const { broader, line } = entity;
        const fault = broader === undefined ? undefined : faultOf(entity, broader, entities);
        if (broader === undefined || fault === undefined) return [];
        return [{ severity: "error", ...fault, uri, line, column: 1, subject: broader }];
      }),
  );
}

function faultOf(
  { id }: Entity,
  broader: string,
  entities: ReadonlyMap<string, Entity>,
): Pick<Problem, "code" | "message"> | undefined {
  if (!entities.has(broader)) {
    const message = `There is no entity "${broader}", which "${id}" names as broader; correct the id or add the entity.`;
    return { code: "taxonomy.unknown-broader", message };
  }
  const circle = circleFrom(id, entities);
  if (circle === undefined) return undefined;
  const message = `The entity "${id}" is broader than itself: ${circle.join(" → ")}; remove "broader" from one of them.`;
  return { code: "taxonomy.broader-cycle", message };
}

/** The ids from an entity back to itself; nothing where the way ends or runs into a circle that it is not part of. */
function circleFrom(id: string, entities: ReadonlyMap<string, Entity>): string[] | undefined {
  const path = [id];
  const seen = new Set(path);
  for (let at = entities.get(id)?.broader; at !== undefined; at = entities.get(at)?.broader) {
    path.push(at);
    if (at === id) return path;
    if (seen.has(at)) return undefined;
    seen.add(at);
  }
  return undefined;
}
