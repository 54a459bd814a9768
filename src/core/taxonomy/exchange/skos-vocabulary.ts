import { dc, dct, DCT, namesIn, owl, OWL, rdf, RDFS, rdfs, SKOS, skos, xl, XSD } from "./rdf";

/**
 * Our own namespace, for what SKOS has no word for (documented in `docs/exchange.md`). It is a name and no address: nothing
 * is ever fetched from it.
 */
export const HEALTHGEO = "urn:healthgeo:ns#";
export const hg = namesIn(HEALTHGEO, ["packId", "extends", "ignore", "retire", "id", "class", "term", "text"]);
/** Before the key of what we name ourselves: `urn:healthgeo:entity:kemri`. */
const OWN_IRI = "urn:healthgeo:";
/** Notations in this namespace are identifiers in other catalogues, by the name of the link. */
export const LINK = "urn:healthgeo:link#";

export const PREFIXES: Readonly<Record<string, string>> = {
  skos: SKOS,
  dct: DCT,
  owl: OWL,
  rdfs: RDFS,
  xsd: XSD,
  hg: HEALTHGEO,
  hglink: LINK,
};

/** Links that are IRIs in other catalogues: what stands before the identifier. */
const CATALOGUES: Readonly<Record<string, string>> = {
  wikidata: "http://www.wikidata.org/entity/",
  ror: "https://ror.org/",
  orcid: "https://orcid.org/",
  viaf: "http://viaf.org/viaf/",
  geonames: "https://sws.geonames.org/",
};

/** The link under which an entity keeps the IRI that another thesaurus gave it. */
export const SKOS_LINK = "skos";
/** The link under which an entity keeps an exact match in a catalogue of no name; further ones get a number. */
const MATCH_LINK = "exact-match";

/** The IRI of a key of ours; characters that IRIs may not hold are escaped. */
export function ownIri(key: string): string {
  const [kind, ...rest] = key.split(":");
  return `${OWN_IRI}${kind!}:${encodeURIComponent(rest.join(":").replace(/\p{Cs}/gu, "\ufffd"))}`;
}

/** The key that `ownIri` wrote; other IRIs are their own keys. */
export function keyOfIri(iri: string): string {
  const match = /^urn:healthgeo:(pack|class|entity|term):(.+)$/.exec(iri);
  if (match === null) return iri;
  try {
    return `${match[1]!}:${decodeURIComponent(match[2]!)}`;
  } catch {
    return iri;
  }
}

/** The exact match that a link is, if it is one. */
export function matchOfLink(scheme: string, value: string): string | undefined {
  if (scheme === MATCH_LINK || /^exact-match-\d+$/.test(scheme)) return value;
  const namespace = CATALOGUES[scheme];
  return namespace !== undefined && /^[\w.-]+$/.test(value) ? namespace + value : undefined;
}

/** The link that an exact match is; `number` counts those in catalogues of no name, from 1. */
export function linkOfMatch(iri: string, number: number): readonly [scheme: string, value: string] {
  for (const [scheme, namespace] of Object.entries(CATALOGUES)) {
    const value = iri.startsWith(namespace) ? iri.slice(namespace.length).replace(/\/$/, "") : "";
    if (/^[\w.-]+$/.test(value)) return [scheme, value];
  }
  return [number === 1 ? MATCH_LINK : `${MATCH_LINK}-${number}`, iri];
}

/** Everything that the reader and the integrity conditions look at. */
const KEPT = new Set([
  ...Object.values(rdf),
  ...Object.values(rdfs),
  ...Object.values(owl),
  ...Object.values(dct),
  ...Object.values(dc),
  ...Object.values(xl),
  ...Object.values(skos),
]);

export function isKept(predicate: string): boolean {
  return KEPT.has(predicate) || predicate.startsWith(HEALTHGEO);
}
