import { facetOf, FACETS, isCandidate, type Facet, type ReviewedMention } from "../../../core";

export { isCandidate } from "../../../core";

/** How firmly a mark is drawn: a proposal of a new name, a suggestion of the taxonomy, something a person accepted. */
export const FIRMNESSES = ["candidate", "suggested", "accepted"] as const;
/** How firm a mark is: what is decided is firmer than what is suggested. */
export type Firmness = (typeof FIRMNESSES)[number];

/** One kind of mark; there is one decoration type for each. */
export interface MarkStyle {
  readonly facet: Facet;
  readonly firmness: Firmness;
}

/** Every way in which a mention can be marked. */
export const MARK_STYLES: readonly MarkStyle[] = FACETS.flatMap((facet) =>
  FIRMNESSES.map((firmness) => ({ facet, firmness })),
);

/** How a mention is marked. */
export function markStyleOf(mention: ReviewedMention): MarkStyle {
  const facet = facetOf(mention.class);
  const firmness = firmnessOf(mention);
  return MARK_STYLES.find((style) => style.facet === facet && style.firmness === firmness)!;
}

function firmnessOf(mention: ReviewedMention): Firmness {
  // A tag in the text was put there by a person too.
  if (mention.status === "accepted" || mention.by === "inline") return "accepted";
  return isCandidate(mention) ? "candidate" : "suggested";
}
