/** The three facets of the annotation scheme; a class id is `facet.name`. */
export const FACETS = ["actor", "infrastructure", "sovereignty"] as const;
export type Facet = (typeof FACETS)[number];

/** A class of the scheme, `facet.name`, such as `actor.state`. */
export type ClassId = string;

export const FACET_LABELS: Readonly<Record<Facet, string>> = {
  actor: "Actors",
  infrastructure: "Infrastructure",
  sovereignty: "Sovereignty",
};

export function facetOf(classId: ClassId): Facet {
  const facet = FACETS.find((candidate) => classId.startsWith(candidate) && classId[candidate.length] === ".");
  if (facet === undefined) throw new RangeError(`"${classId}" is not a class id: it must start with a facet`);
  return facet;
}

/** `facet.lower-case-name`, the only form of a class id. */
export function isClassId(text: string): boolean {
  return /^(actor|infrastructure|sovereignty)\.[a-z][a-z0-9-]*$/.test(text);
}
