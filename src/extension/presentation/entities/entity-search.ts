import type { Entity } from "../../../core";
import { fold } from "../fold";

/** An entity found, with the name of it that matched. */
export interface FoundEntity {
  readonly entity: Entity;
  readonly name: string;
}

/**
 * The entities one of whose names holds the words sought, at most `most`: first those that are called exactly so, then
 * those that begin so, then those with a word that does. Upper case and accents do not matter.
 */
export function searchEntities(entities: Iterable<Entity>, words: string, most: number): FoundEntity[] {
  const sought = fold(words.trim().replace(/\s+/g, " "));
  if (sought === "") return [];
  const found: (FoundEntity & { readonly rank: number })[] = [];
  for (const entity of entities) {
    let best: (FoundEntity & { readonly rank: number }) | undefined;
    for (const { text } of entity.terms) {
      const rank = rankOf(fold(text), sought);
      if (rank !== undefined && (best === undefined || rank < best.rank)) best = { entity, name: text, rank };
    }
    if (best !== undefined) found.push(best);
  }
  return found
    .sort((a, b) => a.rank - b.rank || a.entity.label.localeCompare(b.entity.label, "en"))
    .slice(0, most)
    .map(({ entity, name }) => ({ entity, name }));
}

function rankOf(name: string, sought: string): number | undefined {
  const at = name.indexOf(sought);
  if (at < 0) return undefined;
  if (name === sought) return 0;
  if (at === 0) return 1;
  return /[\p{L}\p{N}]/u.test(name[at - 1]!) ? 3 : 2;
}
