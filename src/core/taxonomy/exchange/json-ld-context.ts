/** A value of a parsed JSON text. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function asList(value: JsonValue | undefined): JsonValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** What JSON-LD can say and we do not read; the message names it and the remedy. */
export class UnsupportedError extends Error {}

export interface TermDefinition {
  readonly iri: string | undefined;
  /** `@id`, `@vocab`, or the IRI of a datatype. */
  readonly type: string | undefined;
  /** `null`: no language, whatever the context says. */
  readonly language: string | null | undefined;
  readonly container: string | undefined;
  readonly isReverse: boolean;
}

const CONTAINERS = ["@language", "@list", "@set", "@index", "@id"];
const TERM_KEYS = ["@id", "@type", "@container", "@language", "@reverse", "@prefix", "@protected", "@index"];
const CONTEXT_KEYS = ["@base", "@vocab", "@language", "@version", "@protected"];

/**
 * The part of a JSON-LD 1.1 context (https://www.w3.org/TR/json-ld11/#context-definitions) that thesauri use: prefixes,
 * terms with type, language, container and reverse, vocabulary, base and language. Contexts from elsewhere are never
 * loaded; what else a context may hold is refused rather than misread.
 */
export class JsonLdContext {
  #terms: ReadonlyMap<string, TermDefinition> = new Map();
  #base: string | undefined;
  #vocabulary: string | undefined;
  language: string | undefined;

  /** This context with a local one on top. */
  extend(local: JsonValue): JsonLdContext {
    return asList(local).reduce((active: JsonLdContext, each) => {
      if (each === null) return new JsonLdContext();
      if (isObject(each)) return active.#with(each);
      const what =
        typeof each === "string"
          ? `The context "${each}" would have to be fetched, and nothing is ever fetched`
          : "A context must be an object";
      throw new UnsupportedError(`${what}; write the context into the file.`);
    }, this);
  }

  termOf(key: string): TermDefinition | undefined {
    return this.#terms.get(key);
  }

  /** The IRI or keyword of a key or type; undefined where it means nothing. */
  vocabularyIri(name: string): string | undefined {
    if (name.startsWith("@")) return name;
    const term = this.#terms.get(name);
    if (term !== undefined) return term.iri;
    return this.#compactIri(name) ?? (this.#vocabulary === undefined ? undefined : this.#vocabulary + name);
  }

  /** The IRI that a reference stands for. */
  documentIri(reference: string): string {
    return this.#compactIri(reference) ?? this.#resolved(reference);
  }

  #with(local: JsonObject): JsonLdContext {
    const context = new JsonLdContext();
    context.#base = stringOr(local["@base"], this.#base);
    context.language = stringOr(local["@language"], this.language);
    context.#vocabulary = this.#vocabulary;
    const terms = new Map(this.#terms);
    context.#terms = terms;
    if (local["@vocab"] !== undefined) {
      const written = local["@vocab"];
      context.#vocabulary = typeof written === "string" ? (context.#compactIri(written) ?? written) : undefined;
    }
    const pending = new Set<string>();
    const define = (name: string): void => {
      const written = local[name];
      if (written === undefined || name.startsWith("@") || pending.has(name)) return;
      pending.add(name);
      const iri = isObject(written) ? (written["@reverse"] ?? written["@id"]) : written;
      const prefix = typeof iri === "string" ? iri.split(":", 1)[0]! : "";
      if (prefix !== name) define(prefix);
      if (typeof iri === "string" && iri !== name) define(iri);
      terms.set(name, context.#definition(name, written));
    };
    for (const name of Object.keys(local)) {
      if (name.startsWith("@") && !CONTEXT_KEYS.includes(name)) {
        throw new UnsupportedError(`Contexts with ${name} are not read; write the terms out.`);
      }
      terms.delete(name);
    }
    for (const name of Object.keys(local)) define(name);
    return context;
  }

  #definition(name: string, written: JsonValue): TermDefinition {
    if (!isObject(written)) {
      const iri = typeof written === "string" ? this.vocabularyIri(written) : undefined;
      return { iri, type: undefined, language: undefined, container: undefined, isReverse: false };
    }
    const foreign = Object.keys(written).find((key) => !TERM_KEYS.includes(key));
    if (foreign !== undefined) {
      throw new UnsupportedError(
        `The context gives "${name}" ${foreign}, which is not read; write the file without it.`,
      );
    }
    const reverse = written["@reverse"];
    const id = reverse ?? written["@id"];
    const type = written["@type"];
    const language = written["@language"];
    return {
      iri: id === undefined ? this.#ownIri(name) : typeof id === "string" ? this.vocabularyIri(id) : undefined,
      type: typeof type === "string" ? this.vocabularyIri(type) : undefined,
      language: typeof language === "string" || language === null ? language : undefined,
      container: containerOf(name, written["@container"]),
      isReverse: reverse !== undefined,
    };
  }

  #ownIri(name: string): string | undefined {
    return this.#compactIri(name) ?? (this.#vocabulary === undefined ? undefined : this.#vocabulary + name);
  }

  #compactIri(name: string): string | undefined {
    const colon = name.indexOf(":");
    if (colon < 0) return undefined;
    const [prefix, suffix] = [name.slice(0, colon), name.slice(colon + 1)];
    if (prefix === "_" || suffix.startsWith("//")) return name;
    const namespace = this.#terms.get(prefix)?.iri;
    return namespace === undefined ? name : namespace + suffix;
  }

  /** Joins a relative reference to the base: a fragment, or a name in place of the last part of the path. */
  #resolved(reference: string): string {
    const base = this.#base?.replace(/#.*$/, "");
    if (base === undefined) return reference;
    return reference === "" || reference.startsWith("#") ? base + reference : base.replace(/[^/]*$/, "") + reference;
  }
}

function containerOf(name: string, written: JsonValue | undefined): string | undefined {
  const containers = asList(written).filter((each) => each !== "@set");
  const unknown = containers.find((each) => typeof each !== "string" || !CONTAINERS.includes(each));
  if (unknown !== undefined || containers.length > 1) {
    throw new UnsupportedError(
      `The context gives "${name}" the container ${JSON.stringify(written)}, which is not read.`,
    );
  }
  return containers[0] as string | undefined;
}

function stringOr(written: JsonValue | undefined, inherited: string | undefined): string | undefined {
  if (written === undefined) return inherited;
  return typeof written === "string" ? written : undefined;
}
