import type { EntityRows } from "../entity-rows";
import { ByClass } from "./by-class";
import { ByConfidence } from "./by-confidence";
import { ByDocument } from "./by-document";
import { ByEntity } from "./by-entity";
import type { Grouping } from "./grouping";

const GROUPINGS = { class: ByClass, entity: ByEntity, document: ByDocument, confidence: ByConfidence } as const;

/** How the Entities view groups. */
export type EntityGrouping = keyof typeof GROUPINGS;

/** In the order in which they are offered. */
export const ENTITY_GROUPINGS = Object.keys(GROUPINGS) as readonly EntityGrouping[];

/** The grouping of that name, of these rows. */
export function createGrouping(name: EntityGrouping, rows: EntityRows): Grouping {
  return new GROUPINGS[name](rows);
}
