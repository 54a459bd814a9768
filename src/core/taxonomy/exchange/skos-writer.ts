import { append } from "./multi-map";
import { dct, owl, rdf, rdfs, type RdfTerm, skos, xsd } from "./rdf";
import { type InlineNode, type NamedNode, type NodeValue, property, type Property } from "./rdf-nodes";
import { HEALTHGEO, hg, LINK, matchOfLink, ownIri, SKOS_LINK } from "./skos-vocabulary";
import {
  type Concept,
  type FlagValue,
  keyOfClass,
  type Label,
  type RetiredItem,
  type Scheme,
  type Thesaurus,
  type WrittenTerm,
} from "./thesaurus";

/**
 * A thesaurus in the terms of SKOS (https://www.w3.org/TR/skos-reference/): packs are concept schemes, classes their top
 * concepts, entities and generic terms the concepts below. Relations are stated in both directions, for many readers
 * look at one only.
 */
export function skosNodes(thesaurus: Thesaurus): NamedNode[] {
  return new SkosWriter(thesaurus).nodes();
}

class SkosWriter {
  readonly #iris = new Map<string, string>();
  readonly #languages = new Map<string, string>();
  readonly #narrower = new Map<string, string[]>();
  readonly #top = new Map<string, string[]>();

  constructor(readonly thesaurus: Thesaurus) {
    for (const { key, links } of thesaurus.concepts) {
      const own = links[SKOS_LINK];
      this.#iris.set(key, own !== undefined && isIri(own) ? own : ownIri(key));
    }
    for (const { key, language = "en" } of thesaurus.schemes) this.#languages.set(key, language);
    for (const concept of thesaurus.concepts) {
      const iri = this.#iri(concept.key);
      for (const parent of this.#parentsOf(concept)) append(this.#narrower, parent, iri);
      if (concept.kind === "class") for (const scheme of concept.schemes) append(this.#top, scheme, iri);
    }
  }

  nodes(): NamedNode[] {
    const { schemes, concepts } = this.thesaurus;
    return [...schemes.map((scheme) => this.#scheme(scheme)), ...concepts.map((concept) => this.#concept(concept))];
  }

  #iri(key: string): string {
    return this.#iris.get(key) ?? ownIri(key);
  }

  /** The broader entity, else the class: the class itself is said by a property of ours. */
  #parentsOf({ kind, broader, class: classId }: Concept): string[] {
    if (kind === "class") return [];
    if (broader.length > 0) return broader.map((key) => this.#iri(key));
    return classId === undefined ? [] : [this.#iri(`class:${classId}`)];
  }

  #scheme({ key, id, title, version, language, extends: base, ignore, retire = [] }: Scheme): NamedNode {
    return {
      iri: ownIri(key),
      properties: [
        ...property(rdf.type, [{ iri: skos.ConceptScheme }]),
        ...property(skos.prefLabel, literals([title ?? id ?? key], language)),
        ...property(dct.title, literals([title ?? id ?? key], language)),
        ...property(dct.language, language === undefined ? [] : [{ text: language }]),
        ...property(owl.versionInfo, version === undefined ? [] : [{ text: version }]),
        ...property(hg.packId, id === undefined ? [] : [{ text: id }]),
        ...property(hg.extends, base === undefined ? [] : [{ text: base }]),
        ...property(
          hg.ignore,
          ignore.map((term) => termNode(term, undefined)),
        ),
        ...property(
          hg.retire,
          retire.map((item) => this.#retirement(item)),
        ),
        ...property(
          skos.hasTopConcept,
          (this.#top.get(key) ?? []).map((iri) => ({ iri })),
        ),
      ],
    };
  }

  #retirement(item: RetiredItem): InlineNode {
    if ("entity" in item) return { properties: property(hg.id, [{ text: item.entity }]) };
    const classIri = { iri: this.#iri(keyOfClass(item.class)) };
    return { properties: [...property(hg.class, [classIri]), ...property(hg.text, [{ text: item.text }])] };
  }

  #concept(concept: Concept): NamedNode {
    const { key, kind, id, class: classId, labels, definitions, written, schemes, isDefined } = concept;
    const iri = this.#iri(key);
    const own = schemes.map((scheme) => ({ iri: ownIri(scheme) }));
    const language = this.#languages.get(schemes[0] ?? "");
    return {
      iri,
      properties: [
        ...property(rdf.type, [{ iri: skos.Concept }, { iri: HEALTHGEO + TYPES[kind] }]),
        ...property(skos.inScheme, own),
        ...property(skos.topConceptOf, kind === "class" ? own : []),
        ...property(rdfs.isDefinedBy, kind === "class" && isDefined === true ? own.slice(0, 1) : []),
        ...property(
          skos.broader,
          this.#parentsOf(concept).map((parent) => ({ iri: parent })),
        ),
        ...property(
          skos.narrower,
          (this.#narrower.get(iri) ?? []).map((child) => ({ iri: child })),
        ),
        ...property(
          hg.class,
          kind === "class" || classId === undefined ? [] : [{ iri: this.#iri(`class:${classId}`) }],
        ),
        ...property(skos.notation, notationsOf(concept)),
        ...property(hg.id, id === undefined ? [] : [{ text: id }]),
        ...property(skos.prefLabel, labelsOf(labels, "preferred")),
        ...property(skos.altLabel, labelsOf(labels, "alternative")),
        ...property(skos.hiddenLabel, labelsOf(labels, "hidden")),
        ...property(
          skos.definition,
          definitions.map(({ text, language: tag }) => ({ text, language: tag })),
        ),
        ...property(
          hg.term,
          written.map((term) => termNode(term, language)),
        ),
        ...property(skos.exactMatch, matchesOf(concept)),
      ],
    };
  }
}

const TYPES: Readonly<Record<Concept["kind"], string>> = {
  class: "Class",
  entity: "Entity",
  term: "GenericTerm",
  group: "Group",
  concept: "Entity",
};

function literals(texts: readonly string[], language: string | undefined): RdfTerm[] {
  return texts.map((text) => ({ text, language }));
}

function labelsOf(labels: readonly Label[], role: Label["role"]): RdfTerm[] {
  return labels.filter((label) => label.role === role).map(({ text, language }) => ({ text, language }));
}

/** Links that are neither a match nor the concept's own IRI are codes of other schemes, which is what notations are. */
function notationsOf({ links }: Concept): RdfTerm[] {
  return Object.entries(links).flatMap(([scheme, text]): RdfTerm[] => {
    if (isWrittenElsewhere(scheme, text)) return [];
    return scheme === "notation" ? [{ text }] : [{ text, datatype: LINK + encodeURIComponent(scheme) }];
  });
}

function matchesOf({ links }: Concept): RdfTerm[] {
  return Object.entries(links).flatMap(([scheme, value]) => {
    const iri = matchOfLink(scheme, value);
    return iri !== undefined && isIri(iri) ? [{ iri }] : [];
  });
}

function isWrittenElsewhere(scheme: string, value: string): boolean {
  if (scheme === SKOS_LINK) return isIri(value);
  const match = matchOfLink(scheme, value);
  return match !== undefined && isIri(match);
}

/** Whether a text can be written as an absolute IRI as it stands. */
function isIri(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|^`\\\p{Cc}\p{Cs}]+$/u.test(text);
}

/** A term with what binds it: flags by their name in packs, lists in their order. */
function termNode({ text, flags }: WrittenTerm, language: string | undefined): InlineNode {
  const properties: Property[] = property(hg.text, literals([text], language));
  for (const [name, value] of Object.entries(flags)) properties.push(...property(HEALTHGEO + name, [flagNode(value)]));
  return { properties };
}

function flagNode(value: FlagValue): NodeValue {
  if (typeof value === "object") return { list: value.map((text) => ({ text })) };
  if (typeof value === "boolean") return { text: String(value), datatype: xsd.boolean };
  if (typeof value === "number")
    return { text: String(value), datatype: Number.isInteger(value) ? xsd.integer : xsd.double };
  return { text: value };
}
