import { FACETS, facetOf, type ClassId, type Facet } from "../../../core";

/** Numbers of mentions. */
export type FacetCounts = Readonly<Record<Facet, number>>;

/** Counts mentions by the facet of their class. */
export function countByFacet(mentions: readonly { readonly class: ClassId }[]): FacetCounts {
  const counts = { actor: 0, infrastructure: 0, sovereignty: 0 };
  for (const mention of mentions) counts[facetOf(mention.class)]++;
  return counts;
}

/** "42 · 31 · 18", in the order of the facets. */
export function countsLine(counts: FacetCounts): string {
  return FACETS.map((facet) => counts[facet].toString()).join(" · ");
}
