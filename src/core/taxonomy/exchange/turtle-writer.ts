import { rdf, type RdfTerm, xsd } from "./rdf";
import type { NamedNode, NodeValue, Property } from "./rdf-nodes";

/** Writes nodes as Turtle, one property a line; prefixes by name. */
export function writeTurtle(nodes: readonly NamedNode[], prefixes: Readonly<Record<string, string>>): string {
  const writer = new TurtleWriter(prefixes);
  const head = Object.entries(prefixes).map(([name, iri]) => `@prefix ${name}: <${iri}> .`);
  const body = nodes.map(({ iri, properties }) => `\n${writer.iri(iri)}${writer.properties(properties, "  ")} .`);
  return `${[...head, ...body].join("\n")}\n`;
}

class TurtleWriter {
  readonly #prefixes: readonly (readonly [name: string, iri: string])[];

  constructor(prefixes: Readonly<Record<string, string>>) {
    this.#prefixes = Object.entries(prefixes);
  }

  properties(properties: readonly Property[], indent: string): string {
    const lines = properties.map(({ predicate, values }) => {
      const name = predicate === rdf.type ? "a" : this.iri(predicate);
      return `${name} ${values.map((value) => this.#value(value, `${indent}  `)).join(", ")}`;
    });
    return lines.map((line) => `\n${indent}${line}`).join(" ;");
  }

  iri(iri: string): string {
    for (const [name, namespace] of this.#prefixes) {
      const local = iri.startsWith(namespace) ? iri.slice(namespace.length) : "";
      if (/^[A-Za-z][\w-]*$/.test(local)) return `${name}:${local}`;
    }
    return `<${iri.replace(/[\0-\x20<>"{}|^`\\]/g, unicodeEscape)}>`;
  }

  #value(value: NodeValue, indent: string): string {
    if ("properties" in value) return `[${this.properties(value.properties, indent)} ]`;
    if ("list" in value)
      return value.list.length === 0 ? "()" : `( ${value.list.map((item) => this.#term(item)).join(" ")} )`;
    return this.#term(value);
  }

  #term(term: RdfTerm): string {
    if ("iri" in term) return this.iri(term.iri);
    const { text, language, datatype } = term;
    if (datatype === xsd.boolean || datatype === xsd.integer) return text;
    const quoted = `"${text.replace(/["\\\n\r\t\b\f]/g, escaped).replace(/\p{Cc}/gu, unicodeEscape)}"`;
    if (language !== undefined) return `${quoted}@${language}`;
    return datatype === undefined || datatype === xsd.string ? quoted : `${quoted}^^${this.iri(datatype)}`;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
  "\f": "\\f",
};

function escaped(character: string): string {
  return ESCAPES[character]!;
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`;
}
