import { betterName, mentionName, type ReviewedMention } from "../../../core";

/** The name of the entity; where the taxonomy has none, the best that the mentions have (see `betterName`). */
export function groupLabel(
  { entity, mentions }: { readonly entity?: string; readonly mentions: readonly ReviewedMention[] },
  labels: { entityLabel(entity: string): string | undefined },
): string {
  const name = entity === undefined ? undefined : labels.entityLabel(entity);
  return name ?? mentions.map(mentionName).reduce((a, b) => betterName(a, b, entity));
}
