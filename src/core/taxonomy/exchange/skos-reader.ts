import { isClassId } from "../scheme";
import type { ExchangeReport } from "./exchange-report";
import { dc, dct, owl, rdf, type RdfGraph, rdfs, type RdfTerm, skos, xl, xsd } from "./rdf";
import { HEALTHGEO, hg, keyOfIri, LINK, linkOfMatch, ownIri, SKOS_LINK } from "./skos-vocabulary";
import type {
  Concept,
  ConceptKind,
  FlagValue,
  Label,
  LabelRole,
  RetiredItem,
  Scheme,
  Thesaurus,
  WrittenTerm,
} from "./thesaurus";

const LABEL_PROPERTIES: readonly (readonly [name: "prefLabel" | "altLabel" | "hiddenLabel", role: LabelRole])[] = [
  ["prefLabel", "preferred"],
  ["altLabel", "alternative"],
  ["hiddenLabel", "hidden"],
];

/**
 * Reads a SKOS graph. Relations count in whichever direction they are stated; labels may be literals or SKOS-XL resources;
 * what has a label or a place in a hierarchy is a concept even where nobody says so.
 */
export function readSkos(graph: RdfGraph, report: ExchangeReport): Thesaurus {
  return new SkosReader(graph, report).read();
}

class SkosReader {
  readonly #broader = new Map<string, Set<string>>();
  readonly #schemes = new Map<string, Set<string>>();

  constructor(
    readonly graph: RdfGraph,
    readonly report: ExchangeReport,
  ) {}

  read(): Thesaurus {
    const concepts: string[] = [];
    const schemes: string[] = [];
    for (const subject of this.graph.subjects()) this.#relate(subject);
    for (const subject of this.graph.subjects()) {
      if (this.#isA(subject, "ConceptScheme")) schemes.push(subject);
      else if (this.#isConcept(subject)) concepts.push(subject);
    }
    return {
      schemes: schemes.map((iri) => this.#scheme(iri)),
      concepts: concepts.map((iri) => this.#concept(iri)),
    };
  }

  /** Gathers what a subject says of others: they are below it, or in its scheme. */
  #relate(subject: string): void {
    const { graph } = this;
    for (const parent of graph.iris(subject, skos.broader)) addTo(this.#broader, subject, parent);
    for (const child of graph.iris(subject, skos.narrower)) addTo(this.#broader, child, subject);
    for (const predicate of [skos.inScheme, skos.topConceptOf]) {
      for (const scheme of graph.iris(subject, predicate)) addTo(this.#schemes, subject, scheme);
    }
    for (const child of graph.iris(subject, skos.hasTopConcept)) addTo(this.#schemes, child, subject);
  }

  #isA(subject: string, type: keyof typeof skos): boolean {
    return this.graph.iris(subject, rdf.type).includes(skos[type]);
  }

  #isConcept(subject: string): boolean {
    if (this.#isA(subject, "Concept")) return true;
    if (this.#isA(subject, "Collection") || this.#isA(subject, "OrderedCollection")) {
      this.report.note("exchange.properties", "skos:Collection", this.graph.lineOf(subject));
      return false;
    }
    const isRelated = this.#broader.has(subject) || this.#schemes.has(subject);
    return isRelated || [skos.prefLabel, xl.prefLabel].some((name) => this.graph.values(subject, name).length > 0);
  }

  #scheme(iri: string): Scheme {
    const { graph } = this;
    const first = (...predicates: string[]) =>
      predicates.map((predicate) => graph.text(iri, predicate)).find((text) => text !== undefined);
    return {
      key: keyOfIri(iri),
      id: graph.text(iri, hg.packId),
      title: first(dct.title, dc.title, skos.prefLabel, rdfs.label),
      version: graph.text(iri, owl.versionInfo),
      language: first(dct.language, dc.language),
      extends: graph.text(iri, hg.extends),
      ignore: this.#terms(iri, hg.ignore),
      retire: graph.iris(iri, hg.retire).flatMap((node) => this.#retirement(node)),
    };
  }

  #retirement(node: string): RetiredItem[] {
    const entity = this.graph.text(node, hg.id);
    if (entity !== undefined) return [{ entity }];
    const text = this.graph.text(node, hg.text);
    const classId = this.graph.iris(node, hg.class).map(classOfIri)[0];
    return text === undefined || classId === undefined || !isClassId(classId) ? [] : [{ class: classId, text }];
  }

  #concept(iri: string): Concept {
    const { graph } = this;
    const key = keyOfIri(iri);
    const kind = this.#kind(iri);
    const id = graph.text(iri, hg.id);
    const notation = graph.text(iri, skos.notation);
    const classId = graph.iris(iri, hg.class).map(classOfIri)[0];
    return {
      key,
      kind,
      id: id ?? (notation !== undefined && isClassId(notation) ? notation : undefined),
      class: kind === "class" ? id : classId,
      labels: this.#labels(iri),
      written: this.#terms(iri, hg.term),
      definitions: graph.values(iri, skos.definition).flatMap((value) => this.#note(value)),
      broader: [...(this.#broader.get(iri) ?? [])].map(keyOfIri),
      schemes: [...(this.#schemes.get(iri) ?? [])].map(keyOfIri),
      links: this.#links(iri, key),
      isDefined: graph.iris(iri, rdfs.isDefinedBy).length > 0,
      isDeprecated: graph.text(iri, owl.deprecated) === "true",
      line: graph.lineOf(iri),
    };
  }

  #kind(iri: string): ConceptKind {
    const types = this.graph.iris(iri, rdf.type);
    const is = (type: string) => types.includes(HEALTHGEO + type);
    if (is("Class")) return "class";
    if (is("Entity")) return "entity";
    if (is("GenericTerm")) return "term";
    return is("Group") ? "group" : "concept";
  }

  #labels(iri: string): Label[] {
    const labels = LABEL_PROPERTIES.flatMap(([name, role]) => {
      const plain = this.graph.values(iri, skos[name]);
      const resources = this.graph.iris(iri, xl[name]);
      const forms = resources.flatMap((label) => this.graph.values(label, xl.literalForm));
      return [...plain, ...forms].flatMap((value) => ("text" in value ? [{ ...labelOf(value), role }] : []));
    });
    // A label that is stated as a literal and as a SKOS-XL resource is one label.
    const seen = new Set<string>();
    return labels.filter(({ text, language, role }) => {
      const identity = JSON.stringify([text, language, role]);
      return seen.has(identity) ? false : seen.add(identity);
    });
  }

  /** A definition is a literal, or a resource whose value is one. */
  #note(value: RdfTerm): Label[] {
    if ("text" in value) return [{ ...labelOf(value), role: "preferred" }];
    return this.graph
      .values(value.iri, rdf.value)
      .flatMap((inner) => ("text" in inner ? [{ ...labelOf(inner), role: "preferred" as const }] : []));
  }

  #links(iri: string, key: string): Record<string, string> {
    const links: Record<string, string> = {};
    if (ownIri(key) !== iri && !iri.startsWith("_:")) links[SKOS_LINK] = iri;
    for (const value of this.graph.values(iri, skos.notation)) {
      if (!("text" in value) || value.text === "") continue;
      const scheme =
        value.datatype?.startsWith(LINK) === true ? decoded(value.datatype.slice(LINK.length)) : "notation";
      if (Object.hasOwn(links, scheme))
        this.report.note("exchange.properties", `skos:notation ${value.text}`, this.graph.lineOf(iri));
      else links[scheme] = value.text;
    }
    let nameless = 0;
    for (const match of this.graph.iris(iri, skos.exactMatch)) {
      let [scheme, value] = linkOfMatch(match, nameless + 1);
      if (Object.hasOwn(links, scheme)) [scheme, value] = [`exact-match-${nameless + 1}`, match];
      if (value === match) nameless++;
      links[scheme] = value;
    }
    return links;
  }

  #terms(subject: string, predicate: string): WrittenTerm[] {
    return this.graph.iris(subject, predicate).flatMap((node) => {
      const text = this.graph.text(node, hg.text);
      return text === undefined ? [] : [{ text, flags: this.#flags(node) }];
    });
  }

  #flags(node: string): Record<string, FlagValue> {
    const flags: Record<string, FlagValue> = {};
    for (const predicate of this.graph.predicates(node)) {
      const name = predicate.startsWith(HEALTHGEO) ? predicate.slice(HEALTHGEO.length) : "text";
      const [value] = this.graph.values(node, predicate);
      if (name !== "text" && value !== undefined) flags[name] = this.#flag(value);
    }
    return flags;
  }

  #flag(value: RdfTerm): FlagValue {
    if ("iri" in value) return this.graph.list(value.iri).flatMap((item) => ("text" in item ? [item.text] : []));
    const { text, datatype } = value;
    if (datatype === xsd.boolean) return text === "true";
    return datatype === xsd.integer || datatype === xsd.double ? Number(text) : text;
  }
}

function classOfIri(iri: string): string {
  return keyOfIri(iri).replace(/^class:/, "");
}

function labelOf({ text, language }: Extract<RdfTerm, { text: string }>): { text: string; language?: string } {
  return language === undefined ? { text } : { text, language };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, new Set([value]));
  else values.add(value);
}
