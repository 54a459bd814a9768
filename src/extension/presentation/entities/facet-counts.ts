import { FACETS, facetOf, type ClassId, type Facet } from "../../../core";

export type FacetCounts = Readonly<Record<Facet, number>>;

export function countByFacet(mentions: readonly { readonly class: ClassId }[]): FacetCounts {
  const counts = { actor: 0, infrastructure: 0, sovereignty: 0 };
  for (const mention of mentions) counts[facetOf(mention.class)]++;
  return counts;
}

/** "42 · 31 · 18", in the order of the facets. */
export function countsLine(counts: FacetCounts): string {
  return FACETS.map((facet) => counts[facet].toString()).join(" · ");
}
