import { type RelationType, SYMMETRIC_TYPES } from "../annotations/relation";
import { PageIndex } from "../documents/page-anchors";
import type { Passage } from "../text/passages";
import { sentenceAt } from "../text/sentences";
import { mentionKey } from "../tagger/mention-key";
import { betterName, mentionName } from "../tagger/mention-name";
import type { Span } from "../text/span";
import type { Modality } from "./relations/modality";
import type { FoundRelation, RelatableMention } from "./relations/relation-mention";

/** A document and what its text relates. */
export interface MapDocument {
  /** As places name it: a path or an address. */
  readonly path: string;
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly relations: readonly FoundRelation[];
}

/** An actor, infrastructure or instrument; all its mentions in all documents. */
export interface MapNode {
  /** See `mentionKey`. */
  readonly id: string;
  readonly label: string;
  readonly class: string;
  /** Relations that it is an end of. */
  readonly degree: number;
}

/** A sentence that states an edge; offsets are UTF-16 code units of the document. */
export interface MapPlace extends Span {
  readonly path: string;
  readonly sentence: string;
  /** Of the original, where the document was imported with its pages. */
  readonly page?: number;
  readonly modality: Modality;
  /** The mentions that it relates, from and to as the sentence says it. */
  readonly source: Span;
  readonly target: Span;
}

/** All relations of one type from one node to another. */
export interface MapEdge {
  readonly id: string;
  readonly type: RelationType;
  readonly source: string;
  readonly target: string;
  /** How many relations say so. */
  readonly support: number;
  /** How many of them say so how. */
  readonly modalities: Readonly<Partial<Record<Modality, number>>>;
  readonly places: readonly MapPlace[];
}

export interface DependencyMap {
  readonly nodes: readonly MapNode[];
  /** The best supported first. */
  readonly edges: readonly MapEdge[];
}

/**
 * The graph that the relations of documents make: who controls, depends on, restricts whom. Edges of one type between the same
 * two nodes are one; relations that hold both ways have no direction of their own.
 *
 * @param labelOf the name of an entity; undefined where the taxonomy has none
 */
export function dependencyMap(
  documents: readonly MapDocument[],
  labelOf: (entity: string) => string | undefined,
): DependencyMap {
  const graph = new GraphBuilder(labelOf);
  for (const document of documents) {
    const pages = new PageIndex(document.text);
    for (const relation of document.relations) graph.add(document, pages, relation);
  }
  return graph.build();
}

/** The part of a map that some edges make: these, the nodes at their ends, and how many relations each has of them. */
export function narrowMap({ nodes, edges }: DependencyMap, isKept: (edge: MapEdge) => boolean): DependencyMap {
  const kept = edges.filter(isKept);
  const degrees = new Map<string, number>();
  for (const { source, target, support } of kept)
    for (const id of [source, target]) degrees.set(id, (degrees.get(id) ?? 0) + support);
  const ends = nodes.filter(({ id }) => degrees.has(id)).map((node) => ({ ...node, degree: degrees.get(node.id)! }));
  return { nodes: ends, edges: kept };
}

class GraphBuilder {
  readonly #nodes = new Map<string, { label: string; class: string; degree: number }>();
  readonly #edges = new Map<string, Omit<MapEdge, "support" | "modalities" | "places"> & { places: MapPlace[] }>();

  constructor(readonly labelOf: (entity: string) => string | undefined) {}

  add(document: MapDocument, pages: PageIndex, relation: FoundRelation): void {
    const ends = [this.#node(relation.source.mention), this.#node(relation.target.mention)];
    const [source, target] = (SYMMETRIC_TYPES.has(relation.type) ? ends.sort() : ends) as [string, string];
    const id = JSON.stringify([source, relation.type, target]);
    const edge = this.#edges.get(id) ?? { id, type: relation.type, source, target, places: [] };
    edge.places.push(placeOf(document, pages, relation));
    this.#edges.set(id, edge);
  }

  #node(mention: RelatableMention): string {
    const { entity, class: classId } = mention;
    const id = mentionKey(mention);
    const known = this.#nodes.get(id);
    const label = (entity === undefined ? undefined : this.labelOf(entity)) ?? mentionName(mention);
    if (known === undefined) this.#nodes.set(id, { label, class: classId, degree: 1 });
    else this.#nodes.set(id, { ...known, label: betterName(known.label, label, entity), degree: known.degree + 1 });
    return id;
  }

  build(): DependencyMap {
    const nodes = [...this.#nodes].map(([id, node]) => ({ id, ...node })).sort(byId);
    const edges = [...this.#edges.values()].map((edge) => ({
      ...edge,
      support: edge.places.length,
      modalities: counted(edge.places),
    }));
    return { nodes, edges: edges.sort((a, b) => b.support - a.support || byId(a, b)) };
  }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

function counted(places: readonly MapPlace[]): Partial<Record<Modality, number>> {
  const counts: Partial<Record<Modality, number>> = {};
  for (const { modality } of places) counts[modality] = (counts[modality] ?? 0) + 1;
  return counts;
}

function placeOf(
  { path, text, passages }: MapDocument,
  pages: PageIndex,
  { evidence, modality, source, target }: FoundRelation,
): MapPlace {
  const passage = passages[sentenceAt(passages, evidence.start)];
  const sentence = passage?.sentences[sentenceAt(passage.sentences, evidence.start)] ?? evidence;
  const words = text.slice(sentence.start, sentence.end).replace(/\s+/gu, " ").trim();
  const [from, to] = [source, target].map(({ mention: { start, end } }) => ({ start, end })) as [Span, Span];
  const { start, end } = evidence;
  const page = pages.at(start);
  return {
    path,
    start,
    end,
    sentence: words,
    ...(page === undefined ? {} : { page }),
    modality,
    source: from,
    target: to,
  };
}

/** The relation of a document that a place of an edge tells of. */
export function relationAtPlace(
  { relations }: MapDocument,
  { type }: MapEdge,
  place: MapPlace,
): FoundRelation | undefined {
  return relations.find(
    ({ type: other, source, target }) =>
      other === type && source.mention.start === place.source.start && target.mention.start === place.target.start,
  );
}

/** How an edge is drawn: denied or open only where no text asserts or reports it. */
export function modalityOfEdge({ modalities }: MapEdge): "asserted" | "possible" | "negated" {
  if ((modalities.asserted ?? 0) + (modalities.reported ?? 0) > 0) return "asserted";
  return (modalities.possible ?? 0) > 0 ? "possible" : "negated";
}
