import { LOCAL_ENTITY_PREFIX, type ReviewedMention } from "../../../core";
import { fold } from "../fold";
import { termOf } from "../taxonomy/term";

/** What makes two mentions rows of the same group: the entity, else the term, singular and plural alike. */
export function groupKey(mention: ReviewedMention): string {
  if (mention.entity !== undefined) return `entity:${mention.entity}`;
  return `term:${singular(fold(termOf(mention)))}`;
}

/**
 * The name of the entity; of one that only the document knows, its longest form; of a term the shortest of its forms, which is
 * the singular where there is one.
 */
export function groupLabel(
  { entity, mentions }: { readonly entity?: string; readonly mentions: readonly ReviewedMention[] },
  labels: { entityLabel(entity: string): string | undefined },
): string {
  const name = entity === undefined ? undefined : labels.entityLabel(entity);
  return name ?? mentions.map(termOf).reduce((a, b) => betterName(a, b, entity));
}

/** Which of two names of a group without a name in the taxonomy it is called by. */
export function betterName(a: string, b: string, entity: string | undefined): string {
  const isLocal = entity?.startsWith(LOCAL_ENTITY_PREFIX) === true;
  return b.length < a.length === isLocal ? a : b;
}

/** Good enough to put "vaccines" beside "vaccine"; what it gets wrong are two rows instead of one. */
function singular(word: string): string {
  return word.replace(/(?<=\w\w)ies$/, "y").replace(/(?<=\w\w[^isu])s$/, "");
}
