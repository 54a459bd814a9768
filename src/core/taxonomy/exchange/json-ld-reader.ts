import type { ExchangeReport } from "./exchange-report";
import {
  asList,
  isObject,
  JsonLdContext,
  type JsonObject,
  type JsonValue,
  type TermDefinition,
  UnsupportedError,
} from "./json-ld-context";
import { parseJson } from "./json-source";
import { type GraphFilter, rdf, RdfGraph, type RdfTerm, TOO_MANY_STATEMENTS, xsd } from "./rdf";

/** How deep nodes may stand in nodes; hierarchies written by nesting `narrower` need some. */
const MAX_NESTING = 128;

/** Reads JSON-LD; nothing where the report holds an error. No document is ever fetched (see `JsonLdContext`). */
export function readJsonLd(source: string, filter: GraphFilter, report: ExchangeReport): RdfGraph | undefined {
  const root = parseJson(source, report);
  if (root === undefined) return undefined;
  const reader = new JsonLdReader(source, filter);
  try {
    for (const each of asList(root)) reader.read(each);
  } catch (error) {
    if (!(error instanceof UnsupportedError)) throw error;
    report.problem("error", "exchange.json-ld", error.message, 1);
    return undefined;
  }
  if (reader.graph.size > 0) return reader.graph;
  report.problem("error", "exchange.json-ld", "The file makes no statement of SKOS; is its context inside?", 1);
  return undefined;
}

class JsonLdReader {
  readonly graph = new RdfGraph();
  readonly #lines: ReadonlyMap<string, number>;
  #blanks = 0;
  #depth = 0;

  constructor(
    source: string,
    readonly filter: GraphFilter,
  ) {
    this.#lines = linesOfIds(source);
  }

  read(root: JsonValue): void {
    if (!isObject(root)) throw new UnsupportedError("JSON-LD is an object or a list of objects.");
    this.#node(root, new JsonLdContext());
  }

  /** States everything that a node object says; returns the name of the node. */
  #node(node: JsonObject, outer: JsonLdContext): string {
    if (++this.#depth > MAX_NESTING) throw new UnsupportedError(`Objects nest more than ${MAX_NESTING} deep.`);
    const context = node["@context"] === undefined ? outer : outer.extend(node["@context"]);
    const keys = Object.keys(node).filter((key) => key !== "@context");
    const idKey = keys.find((key) => context.vocabularyIri(key) === "@id");
    const id = idKey === undefined ? undefined : node[idKey];
    const subject = typeof id === "string" ? context.documentIri(id) : `_:json${this.#blanks++}`;
    const line = typeof id === "string" ? this.#lines.get(id) : undefined;
    for (const key of keys) this.#entry(subject, key, node[key]!, context, line);
    this.#depth--;
    return subject;
  }

  #entry(subject: string, key: string, value: JsonValue, context: JsonLdContext, line: number | undefined): void {
    const predicate = context.vocabularyIri(key);
    switch (predicate) {
      case "@id":
      case "@index":
        return;
      case "@type":
        for (const type of asList(value)) {
          const iri = typeof type === "string" ? context.vocabularyIri(type) : undefined;
          if (iri !== undefined) this.#state(subject, rdf.type, { iri }, line);
        }
        return;
      case "@graph":
      case "@included":
        for (const each of asList(value)) if (isObject(each)) this.#node(each, context);
        return;
      case "@reverse":
        if (isObject(value))
          for (const name of Object.keys(value)) this.#reverse(subject, name, value[name]!, context, line);
        return;
      case undefined:
        this.filter.onForeign(key, line);
        return;
      default:
        if (predicate.startsWith("@")) throw new UnsupportedError(`The keyword ${predicate} is not read.`);
    }
    if (context.termOf(key)?.isReverse === true)
      this.#reverse(subject, predicate, value, context, line, context.termOf(key));
    else if (this.filter.keeps(predicate)) this.#values(subject, predicate, value, context, line, context.termOf(key));
    else this.filter.onForeign(predicate, line);
  }

  #reverse(
    object: string,
    name: string,
    value: JsonValue,
    context: JsonLdContext,
    line: number | undefined,
    term = context.termOf(name),
  ): void {
    const predicate = context.vocabularyIri(name);
    if (predicate === undefined || !this.filter.keeps(predicate)) return;
    for (const subject of this.#terms(value, context, { ...PLAIN, type: "@id", ...(term ?? {}) })) {
      if ("iri" in subject) this.#state(subject.iri, predicate, { iri: object }, line);
    }
  }

  #values(
    subject: string,
    predicate: string,
    value: JsonValue,
    context: JsonLdContext,
    line: number | undefined,
    term: TermDefinition = PLAIN,
  ): void {
    if (term.container === "@list") {
      this.#state(subject, predicate, this.#list(asList(value), context, term), line);
      return;
    }
    for (const each of this.#contained(value, context, term)) this.#state(subject, predicate, each, line);
  }

  /** The values in a container that orders them by key. */
  #contained(value: JsonValue, context: JsonLdContext, term: TermDefinition): RdfTerm[] {
    if (!isObject(value) || term.container === undefined || isValueObject(value, context)) {
      return this.#terms(value, context, term);
    }
    const entries = Object.entries(value);
    if (term.container === "@language") {
      return entries.flatMap(([tag, texts]) => {
        const isNone = context.vocabularyIri(tag) === "@none";
        return asList(texts).flatMap((text) =>
          typeof text === "string" ? [isNone ? { text } : { text, language: tag }] : [],
        );
      });
    }
    if (term.container === "@id") {
      return entries.flatMap(([id, nodes]) =>
        asList(nodes).flatMap((node) => (isObject(node) ? [{ iri: this.#node({ "@id": id, ...node }, context) }] : [])),
      );
    }
    return entries.flatMap(([, each]) => this.#terms(each, context, term));
  }

  #terms(value: JsonValue, context: JsonLdContext, term: TermDefinition): RdfTerm[] {
    return asList(value).flatMap((each) => this.#term(each, context, term));
  }

  #term(value: JsonValue, context: JsonLdContext, term: TermDefinition): RdfTerm[] {
    if (value === null) return [];
    if (isObject(value)) return this.#object(value, context, term);
    if (Array.isArray(value)) throw new UnsupportedError("Lists of lists are not read.");
    if (typeof value === "string") {
      if (term.type === "@id") return [{ iri: context.documentIri(value) }];
      if (term.type === "@vocab") return [{ iri: context.vocabularyIri(value) ?? context.documentIri(value) }];
      if (term.type !== undefined && term.type !== "@none") return [{ text: value, datatype: term.type }];
      const language = term.language === undefined ? context.language : (term.language ?? undefined);
      return [{ text: value, language }];
    }
    const own = typeof value === "boolean" ? xsd.boolean : Number.isInteger(value) ? xsd.integer : xsd.double;
    const datatype = term.type === undefined || term.type.startsWith("@") ? own : term.type;
    return [{ text: String(value), datatype }];
  }

  #object(value: JsonObject, context: JsonLdContext, term: TermDefinition): RdfTerm[] {
    const entries = new Map(Object.keys(value).map((key) => [context.vocabularyIri(key), value[key]!]));
    const literal = entries.get("@value");
    if (literal !== undefined) {
      const [type, language] = [entries.get("@type"), entries.get("@language")];
      return this.#term(isObject(literal) ? null : literal, context, {
        ...PLAIN,
        type: typeof type === "string" ? context.vocabularyIri(type) : undefined,
        language: typeof language === "string" ? language : null,
      });
    }
    const list = entries.get("@list");
    if (list !== undefined) return [this.#list(asList(list), context, term)];
    const set = entries.get("@set");
    if (set !== undefined) return this.#terms(set, context, term);
    return [{ iri: this.#node(value, context) }];
  }

  #list(items: readonly JsonValue[], context: JsonLdContext, term: TermDefinition): RdfTerm {
    const values = items.flatMap((item) => this.#term(item, context, term));
    let head = rdf.nil;
    for (const value of values.reverse()) {
      const node = `_:json${this.#blanks++}`;
      this.#state(node, rdf.first, value, undefined);
      this.#state(node, rdf.rest, { iri: head }, undefined);
      head = node;
    }
    return { iri: head };
  }

  #state(subject: string, predicate: string, value: RdfTerm, line: number | undefined): void {
    if (this.graph.isFull) throw new UnsupportedError(TOO_MANY_STATEMENTS);
    this.graph.add(subject, predicate, value, line);
  }
}

const PLAIN: TermDefinition = {
  iri: undefined,
  type: undefined,
  language: undefined,
  container: undefined,
  isReverse: false,
};

function isValueObject(value: JsonObject, context: JsonLdContext): boolean {
  return Object.keys(value).some((key) => {
    const name = context.vocabularyIri(key);
    return name === "@value" || name === "@list" || name === "@set";
  });
}

/** Where ids are first written: JSON has no positions after parsing, and problems should have a line. */
function linesOfIds(source: string): Map<string, number> {
  const lines = new Map<string, number>();
  let line = 1;
  for (const text of source.split("\n")) {
    for (const [, id] of text.matchAll(/"(?:@id|id|uri)"\s*:\s*"([^"\\]{1,2000})"/g)) {
      if (!lines.has(id!)) lines.set(id!, line);
    }
    line++;
  }
  return lines;
}
