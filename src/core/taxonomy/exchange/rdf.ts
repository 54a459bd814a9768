/** A value in an RDF graph: a resource (an IRI, or a blank node that begins with `_:`) or a literal. */
export type RdfTerm =
  | { readonly iri: string }
  | { readonly text: string; readonly language?: string | undefined; readonly datatype?: string | undefined };

export const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
export const XSD = "http://www.w3.org/2001/XMLSchema#";
export const SKOS = "http://www.w3.org/2004/02/skos/core#";
export const SKOS_XL = "http://www.w3.org/2008/05/skos-xl#";
export const OWL = "http://www.w3.org/2002/07/owl#";
export const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
export const DCT = "http://purl.org/dc/terms/";
export const DC = "http://purl.org/dc/elements/1.1/";

/** The IRIs of names in a namespace; made once, because graphs look them up a million times. */
export function namesIn<const N extends string>(namespace: string, names: readonly N[]): Readonly<Record<N, string>> {
  return Object.fromEntries(names.map((name) => [name, namespace + name])) as Record<N, string>;
}

export const rdf = namesIn(RDF, ["type", "first", "rest", "nil", "value"]);
export const rdfs = namesIn(RDFS, ["label", "isDefinedBy"]);
export const owl = namesIn(OWL, ["deprecated", "versionInfo"]);
export const dct = namesIn(DCT, ["title", "language"]);
export const dc = namesIn(DC, ["title", "language"]);
export const xsd = namesIn(XSD, ["string", "boolean", "integer", "double"]);
export const xl = namesIn(SKOS_XL, ["Label", "prefLabel", "altLabel", "hiddenLabel", "literalForm"]);
export const skos = namesIn(SKOS, [
  "Concept",
  "ConceptScheme",
  "Collection",
  "OrderedCollection",
  "prefLabel",
  "altLabel",
  "hiddenLabel",
  "notation",
  "definition",
  "broader",
  "narrower",
  "broaderTransitive",
  "narrowerTransitive",
  "related",
  "inScheme",
  "topConceptOf",
  "hasTopConcept",
  "member",
  "exactMatch",
  "broadMatch",
  "narrowMatch",
  "relatedMatch",
]);

/** Statements and resources that a graph holds at most; more is no thesaurus that a pack could take over. */
const MAX_STATEMENTS = 3_000_000;
const MAX_SUBJECTS = 1_000_000;
export const TOO_MANY_STATEMENTS =
  "The file makes more than three million statements, or speaks of more than a million things; import a part of it.";

interface Subject {
  /** One-based line of the first statement; absent where the file has no lines to speak of. */
  readonly line: number | undefined;
  readonly values: Map<string, RdfTerm[]>;
}

/** An RDF graph as far as somebody asked for it: statements by subject and predicate, in the order of the file. */
export class RdfGraph {
  readonly #subjects = new Map<string, Subject>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Whether it holds as much as a graph may. */
  get isFull(): boolean {
    return this.#size >= MAX_STATEMENTS || this.#subjects.size >= MAX_SUBJECTS;
  }

  add(subject: string, predicate: string, value: RdfTerm, line?: number): void {
    let entry = this.#subjects.get(subject);
    if (entry === undefined) this.#subjects.set(subject, (entry = { line, values: new Map() }));
    const values = entry.values.get(predicate);
    if (values === undefined) entry.values.set(predicate, [value]);
    else values.push(value);
    this.#size++;
  }

  subjects(): IterableIterator<string> {
    return this.#subjects.keys();
  }

  has(subject: string): boolean {
    return this.#subjects.has(subject);
  }

  lineOf(subject: string): number | undefined {
    return this.#subjects.get(subject)?.line;
  }

  values(subject: string, predicate: string): readonly RdfTerm[] {
    return this.#subjects.get(subject)?.values.get(predicate) ?? [];
  }

  predicates(subject: string): readonly string[] {
    return [...(this.#subjects.get(subject)?.values.keys() ?? [])];
  }

  /** The resources among the values. */
  iris(subject: string, predicate: string): string[] {
    return this.values(subject, predicate).flatMap((value) => ("iri" in value ? [value.iri] : []));
  }

  /** The text of the first literal among the values. */
  text(subject: string, predicate: string): string | undefined {
    for (const value of this.values(subject, predicate)) if ("text" in value) return value.text;
    return undefined;
  }

  /** The items of an RDF list; a list that runs in a circle ends where it began. */
  list(head: string): RdfTerm[] {
    const items: RdfTerm[] = [];
    const seen = new Set<string>();
    for (let node = head; node !== rdf.nil && !seen.has(node);) {
      seen.add(node);
      items.push(...this.values(node, rdf.first).slice(0, 1));
      node = this.iris(node, rdf.rest)[0] ?? rdf.nil;
    }
    return items;
  }
}

/** Whether a graph keeps a predicate; what it does not keep is counted by `onForeign`. */
export interface GraphFilter {
  keeps(predicate: string): boolean;
  onForeign(predicate: string, line: number | undefined): void;
}
