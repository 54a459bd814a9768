import { append } from "./multi-map";
import { rdf, type RdfTerm, SKOS, xsd } from "./rdf";
import type { InlineNode, NamedNode, NodeValue, Property } from "./rdf-nodes";

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** Properties whose values are texts by language. */
const LANGUAGE_MAPS = ["prefLabel", "altLabel", "hiddenLabel", "definition"];
/** Properties whose values are resources. */
const REFERENCES = ["broader", "narrower", "inScheme", "topConceptOf", "hasTopConcept", "exactMatch"];

/** Writes nodes as JSON-LD 1.1 with its context inside, so that no reader has to fetch one. */
export function writeJsonLd(nodes: readonly NamedNode[], prefixes: Readonly<Record<string, string>>): string {
  const writer = new JsonLdWriter(prefixes);
  const lines = nodes.map((node) => JSON.stringify({ "@id": node.iri, ...writer.node(node) }));
  return `{\n"@context": ${JSON.stringify(contextOf(prefixes))},\n"@graph": [\n${lines.join(",\n")}\n]\n}\n`;
}

function contextOf(prefixes: Readonly<Record<string, string>>): Json {
  return {
    ...prefixes,
    ...Object.fromEntries(LANGUAGE_MAPS.map((name) => [name, { "@id": `skos:${name}`, "@container": "@language" }])),
    ...Object.fromEntries(REFERENCES.map((name) => [name, { "@id": `skos:${name}`, "@type": "@id" }])),
  };
}

class JsonLdWriter {
  readonly #prefixes: readonly (readonly [name: string, iri: string])[];

  constructor(prefixes: Readonly<Record<string, string>>) {
    this.#prefixes = Object.entries(prefixes);
  }

  node({ properties }: InlineNode | NamedNode): Record<string, Json> {
    return Object.fromEntries(properties.map((each) => this.#property(each)));
  }

  #property({ predicate, values }: Property): [key: string, value: Json] {
    if (predicate === rdf.type) return ["@type", single(values.map((value) => this.#type(value)))];
    const name = predicate.startsWith(SKOS) ? predicate.slice(SKOS.length) : "";
    if (LANGUAGE_MAPS.includes(name) && values.every(hasLanguage)) return [name, languageMap(values)];
    if (REFERENCES.includes(name) && values.every(isReference)) return [name, single(values.map(({ iri }) => iri))];
    return [this.#compact(predicate), single(values.map((value) => this.#value(value)))];
  }

  #type(value: NodeValue): Json {
    return "iri" in value ? this.#compact(value.iri) : this.#value(value);
  }

  #value(value: NodeValue): Json {
    if ("properties" in value) return this.node(value);
    return "list" in value ? { "@list": value.list.map((term) => this.#term(term)) } : this.#term(value);
  }

  #term(term: RdfTerm): Json {
    if ("iri" in term) return { "@id": term.iri };
    const { text, language, datatype } = term;
    if (language !== undefined) return { "@value": text, "@language": language };
    if (datatype === xsd.boolean) return text === "true";
    if (datatype === xsd.integer) return Number(text);
    return datatype === undefined ? text : { "@value": text, "@type": this.#compact(datatype) };
  }

  #compact(iri: string): string {
    for (const [name, namespace] of this.#prefixes) {
      if (iri.startsWith(namespace)) return `${name}:${iri.slice(namespace.length)}`;
    }
    return iri;
  }
}

function hasLanguage(value: NodeValue): value is { readonly text: string; readonly language: string } {
  return "text" in value && value.language !== undefined;
}

function isReference(value: NodeValue): value is { readonly iri: string } {
  return "iri" in value;
}

function languageMap(values: readonly { readonly text: string; readonly language: string }[]): Json {
  const texts = new Map<string, string[]>();
  for (const { text, language } of values) append(texts, language, text);
  return Object.fromEntries([...texts].map(([language, each]) => [language, single(each)]));
}

function single(values: readonly Json[]): Json {
  return values.length === 1 ? values[0]! : values;
}
