import { facetOf, FACET_LABELS, FACETS, isClassId } from "../scheme";
import type { ExchangeReport } from "./exchange-report";
import { parseNote, type QdcNote, writeNote } from "./qdc-note";
import { append } from "./multi-map";
import { guidOf, normalGuid } from "./guid";
import { type Concept, flagsOf, type Label, type Scheme, type Thesaurus, type WrittenTerm } from "./thesaurus";
import { escapeXml, readXml, type XmlElement } from "./xml-reader";

const NAMESPACE = "urn:QDA-XML:codebook:1.0";
const FACET_COLORS = { actor: "#2F6DB5", infrastructure: "#C96A12", sovereignty: "#7B4FA6" };
const FACET_GUIDS = new Set(FACETS.map((facet) => guidOf(`facet:${facet}`)));
/** The link under which an entity keeps the GUID that another codebook gave it. */
const GUID_LINK = "guid";

/**
 * Writes a REFI-QDA codebook (https://www.qdasoftware.org/): facets as folders, classes as codes in them, entities as codes
 * below their class. Synonyms and generic terms stand in the descriptions, readable, with a line of ours for what remains.
 */
export function writeQdc({ schemes, concepts }: Thesaurus, report: ExchangeReport): string {
  const classes = concepts.filter(({ kind }) => kind === "class");
  if (classes.length === 0) {
    const message = "The packs hold no class, entity or term, and a codebook needs a code; export other packs.";
    report.problem("error", "exchange.empty", message);
  }
  const below = new Map<string | undefined, Concept[]>();
  for (const concept of concepts) {
    if (concept.kind !== "class") append(below, concept.class, concept);
  }
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<CodeBook xmlns="${NAMESPACE}" origin="HealthGeo">`,
    "  <Codes>",
  ];
  for (const facet of FACETS) {
    const own = classes.filter(({ id }) => facetOf(id!) === facet);
    if (own.length === 0) continue;
    const color = FACET_COLORS[facet];
    lines.push(
      `    <Code guid="${guidOf(`facet:${facet}`)}" name="${FACET_LABELS[facet]}" isCodable="false" color="${color}">`,
    );
    for (const concept of own) {
      for (const line of writeClass(concept, below.get(concept.id) ?? [], color)) lines.push(line);
    }
    lines.push("    </Code>");
  }
  lines.push("  </Codes>", "  <Sets>");
  for (const scheme of schemes) for (const line of writeSet(scheme, concepts)) lines.push(line);
  return `${[...lines, "  </Sets>", "</CodeBook>"].join("\n")}\n`;
}

function writeClass(concept: Concept, members: readonly Concept[], color: string): string[] {
  const terms = members.filter(({ kind }) => kind === "term");
  const entities = members.filter(({ kind }) => kind !== "term");
  const note: QdcNote = {
    definition: concept.definitions[0]?.text,
    terms: terms.map((term) => term.labels[0]!.text),
    data: {
      class: concept.id,
      isDefined: concept.isDefined,
      terms: terms.flatMap(({ labels, written }) =>
        written.map((term) => ({ for: labels[0]!.text, text: term.text, ...term.flags })),
      ),
    },
  };
  return [
    `      <Code guid="${guidOf(concept.key)}" name="${escapeXml(concept.labels[0]!.text)}" isCodable="true" color="${color}">`,
    `        <Description>${escapeXml(writeNote(note, "Terms"))}</Description>`,
    ...entities.flatMap(writeEntity),
    "      </Code>",
  ];
}

function writeEntity(concept: Concept): string[] {
  const [label, ...others] = concept.labels;
  const links = Object.entries(concept.links).filter(([scheme]) => scheme !== GUID_LINK);
  const note: QdcNote = {
    definition: concept.definitions[0]?.text,
    terms: others.map(({ text }) => text),
    data: {
      id: concept.id,
      class: concept.class,
      broader: concept.broader[0]?.replace(/^entity:/, ""),
      links: links.length === 0 ? undefined : Object.fromEntries(links),
      terms: concept.written.map(({ text, flags }) => ({ text, ...flags })),
    },
  };
  return [
    `        <Code guid="${guidOfConcept(concept)}" name="${escapeXml(label!.text)}" isCodable="true">`,
    `          <Description>${escapeXml(writeNote(note, "Synonyms"))}</Description>`,
    "        </Code>",
  ];
}

function guidOfConcept({ key, links }: Concept): string {
  return normalGuid(links[GUID_LINK] ?? "") ?? guidOf(key);
}

function writeSet(scheme: Scheme, concepts: readonly Concept[]): string[] {
  const { key, id, title, version, language, extends: base, ignore, retire } = scheme;
  const data = {
    pack: id,
    version,
    language,
    extends: base,
    ignore: ignore.map(({ text, flags }) => ({ text, ...flags })),
    retire,
  };
  const members = concepts.filter(({ kind, schemes }) => kind !== "term" && schemes.includes(key));
  return [
    `    <Set guid="${guidOf(key)}" name="${escapeXml(title ?? id ?? key)}">`,
    `      <Description>${escapeXml(writeNote({ terms: [], data }, "Terms"))}</Description>`,
    ...members.map((concept) => `      <MemberCode guid="${guidOfConcept(concept)}"/>`),
    "    </Set>",
  ];
}

/** Reads a codebook, of ours or of another tool; nested codes are narrower, codes that cannot be applied only order. */
export function readQdc(source: string, report: ExchangeReport): Thesaurus | undefined {
  const root = readXml(source, report);
  if (root === undefined) return undefined;
  const codes = childrenOf(root, "Codes")[0];
  if (root.name !== "CodeBook" || codes === undefined) {
    const message = `A codebook begins with CodeBook and Codes, not with ${root.name}; export the codebook, not the project.`;
    report.problem("error", "exchange.qdc", message, root.line);
    return undefined;
  }
  const reader = new QdcReader(report);
  for (const code of childrenOf(codes, "Code")) reader.code(code, undefined);
  const sets = childrenOf(root, "Sets").flatMap((each) => childrenOf(each, "Set"));
  return { schemes: reader.schemes(sets), concepts: reader.concepts };
}

function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

class QdcReader {
  readonly concepts: Concept[] = [];
  readonly #folders = new Set<string>();

  constructor(readonly report: ExchangeReport) {}

  code(code: XmlElement, parent: string | undefined): void {
    const { guid: written = "", name = "", isCodable = "true", color } = code.attributes;
    const guid = normalGuid(written);
    if (guid !== undefined && FACET_GUIDS.has(guid)) {
      for (const child of childrenOf(code, "Code")) this.code(child, undefined);
      return;
    }
    if (guid === undefined) this.report.problem("warning", "exchange.guid", `"${written}" is not a GUID.`, code.line);
    const key = guid ?? `line:${code.line}:${this.concepts.length}`;
    const note = parseNote(childrenOf(code, "Description")[0]?.text ?? "", this.report, code.line);
    const isOurs = note.data.id !== undefined || note.data.class !== undefined;
    if (color !== undefined && !isOurs) this.report.note("exchange.colors", name, code.line);
    // ATLAS.ti has no tree in a codebook: it writes the folder into the name.
    const path = name.split("::").map((part) => part.trim());
    const folder = path.length > 1 ? this.#folder(path.slice(0, -1), parent) : parent;
    const concept = note.data.class !== undefined && note.data.id === undefined ? classOf : memberOf;
    const read = { code, key, guid, label: path.at(-1)!, isCodable: isCodable !== "false", note, parent: folder };
    for (const each of concept(read)) this.concepts.push(each);
    for (const child of childrenOf(code, "Code")) this.code(child, key);
  }

  schemes(sets: readonly XmlElement[]): Scheme[] {
    return sets.flatMap((set): Scheme[] => {
      const { data } = parseNote(childrenOf(set, "Description")[0]?.text ?? "", this.report, set.line);
      const { name = "" } = set.attributes;
      if (data.pack === undefined) {
        this.report.note("exchange.sets", name, set.line);
        return [];
      }
      const { pack: id, version, language, extends: base, ignore = [], retire } = data;
      const head = { key: `pack:${id}`, id, title: name, version, language, extends: base };
      return [{ ...head, ignore: ignore.map(writtenOf), retire }];
    });
  }

  #folder(path: readonly string[], parent: string | undefined): string {
    let key = parent ?? "";
    for (const part of path) {
      const outer = key;
      key = `${outer}::${part}`;
      if (this.#folders.has(key)) continue;
      this.#folders.add(key);
      const labels: Label[] = [{ text: part, role: "preferred" }];
      this.concepts.push(conceptOf({ key, kind: "group", labels, broader: outer === "" ? [] : [outer] }));
    }
    return key;
  }
}

interface ReadCode {
  readonly code: XmlElement;
  readonly key: string;
  readonly guid: string | undefined;
  readonly label: string;
  readonly isCodable: boolean;
  readonly note: QdcNote;
  readonly parent: string | undefined;
}

type TermData = NonNullable<QdcNote["data"]["terms"]>[number];

function writtenOf(term: TermData): WrittenTerm {
  return { text: term.text, flags: flagsOf(term, ["text", "for"]) };
}

/** A class of ours, with the generic terms that stand in its description. */
function classOf({ code, key, label, note }: ReadCode): Concept[] {
  const { class: id = "", isDefined, terms: written = [] } = note.data;
  if (!isClassId(id)) return [];
  const own = conceptOf({
    key,
    kind: "class",
    id,
    class: id,
    labels: [{ text: label, role: "preferred" }],
    definitions: note.definition === undefined ? [] : [{ text: note.definition }],
    isDefined: isDefined === true,
    line: code.line,
  });
  const terms = note.terms.map((text, i) =>
    conceptOf({
      key: `${key}:${i}`,
      kind: "term",
      class: id,
      labels: [{ text, role: "preferred" }],
      written: written.filter((term) => term.for === text).map(writtenOf),
      line: code.line,
    }),
  );
  return [own, ...terms];
}

function memberOf({ code, key, guid, label, isCodable, note, parent }: ReadCode): Concept[] {
  const { definition, terms, data } = note;
  const isOurs = data.id !== undefined;
  const broader = data.broader === undefined ? (parent === undefined ? [] : [parent]) : [`entity:${data.broader}`];
  return [
    conceptOf({
      key,
      kind: isOurs ? "entity" : isCodable ? "concept" : "group",
      id: data.id,
      class: data.class,
      labels: [label, ...terms].map((text, i): Label => ({ text, role: i === 0 ? "preferred" : "alternative" })),
      written: (data.terms ?? []).map(writtenOf),
      definitions: definition === undefined ? [] : [{ text: definition }],
      broader,
      links: {
        ...data.links,
        ...(guid === undefined || guid === guidOf(`entity:${data.id ?? ""}`) ? {} : { [GUID_LINK]: guid }),
      },
      line: code.line,
    }),
  ];
}

function conceptOf(concept: Pick<Concept, "key" | "kind" | "labels"> & Partial<Concept>): Concept {
  return { written: [], definitions: [], broader: [], schemes: [], links: {}, ...concept };
}
