import type { RdfTerm } from "./rdf";

/** A node that is written where it is used, without a name. */
export interface InlineNode {
  readonly properties: readonly Property[];
}

export type NodeValue = RdfTerm | InlineNode | { readonly list: readonly RdfTerm[] };

export interface Property {
  readonly predicate: string;
  readonly values: readonly NodeValue[];
}

/** A named node with what is said of it: what the RDF formats write, in this order. */
export interface NamedNode {
  readonly iri: string;
  readonly properties: readonly Property[];
}

/** A property, or none where there are no values. */
export function property(predicate: string, values: readonly NodeValue[]): Property[] {
  return values.length === 0 ? [] : [{ predicate, values }];
}
