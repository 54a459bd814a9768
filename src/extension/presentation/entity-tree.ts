import {
  FACET_LABELS,
  FACETS,
  facetOf,
  LOCAL_ENTITY_PREFIX,
  type ClassId,
  type Facet,
  type ReviewedMention,
} from "../../core";
import { isCandidate } from "./mark-styles";
import { relationsOf, type RelationEnd, type RelationReference } from "./relations";
import type { TargetReference } from "./target-reference";
import { termOf } from "./term";

export interface FacetNode {
  readonly kind: "facet";
  readonly id: string;
  readonly facet: Facet;
  readonly label: string;
  readonly count: number;
  readonly children: readonly ClassNode[];
}

export interface ClassNode {
  readonly kind: "class";
  readonly id: string;
  readonly class: ClassId;
  readonly label: string;
  readonly count: number;
  readonly children: readonly GroupNode[];
  readonly parent: FacetNode;
}

/** Names that the taxonomy lacks, apart from what it knows. */
export interface CandidatesNode {
  readonly kind: "candidates";
  readonly id: "candidates";
  readonly label: string;
  readonly count: number;
  readonly children: readonly GroupNode[];
}

/** All mentions of one entity, or of one generic term. */
export interface GroupNode {
  readonly kind: "group";
  readonly id: string;
  readonly class: ClassId;
  readonly label: string;
  readonly entity?: string;
  readonly children: readonly MentionNode[];
  readonly parent: ClassNode | CandidatesNode;
}

/** A row that commands can work on: it is a reference to the place of its mention. */
export interface MentionNode extends TargetReference {
  readonly kind: "mention";
  readonly id: string;
  readonly mention: ReviewedMention;
  readonly parent: GroupNode;
  readonly children: readonly RelationNode[];
}

/** A relation under one of its mentions. */
export interface RelationNode extends RelationReference, RelationEnd {
  readonly kind: "relation";
  readonly id: string;
  readonly parent: MentionNode;
}

export type EntityTreeNode = FacetNode | CandidatesNode | ClassNode | GroupNode | MentionNode | RelationNode;

/** The words of the taxonomy that the tree needs. */
export interface TreeLabels {
  classLabel(classId: ClassId): string;
  /** The preferred name of an entity; undefined where the taxonomy does not know it. */
  entityLabel(entity: string): string | undefined;
  /** Classes in the order of the scheme. */
  readonly classOrder: readonly ClassId[];
  /** The heading of names that the taxonomy lacks. */
  readonly candidates: string;
}

export interface EntityTreeInput {
  /** Of the document. */
  readonly uri: string;
  readonly mentions: readonly ReviewedMention[];
  /** Where mentions stand in relations; none where this is left out. */
  readonly relations?: Parameters<typeof relationsOf>[1];
  readonly labels: TreeLabels;
  /** Empty for all mentions. */
  readonly filter: string;
}

/** The mentions of one document by facet, class and entity, and behind them its candidates by name. Ids stay the same while a document is edited. */
export class EntityTree {
  readonly roots: readonly (FacetNode | CandidatesNode)[];
  readonly #nodes: ReadonlyMap<number, MentionNode>;

  private constructor(roots: readonly (FacetNode | CandidatesNode)[], nodes: ReadonlyMap<number, MentionNode>) {
    this.roots = roots;
    this.#nodes = nodes;
  }

  static readonly empty = new EntityTree([], new Map());

  /** `filter` keeps what holds it in the mention, the entity or the class; upper case and accents do not matter. */
  static build({ uri, mentions, relations = [], labels, filter }: EntityTreeInput): EntityTree {
    const folded = fold(filter.trim());
    const shown = folded === "" ? mentions : mentions.filter((mention) => matches(mention, labels, folded));
    const classes = classesOf(shown.filter((mention) => !isCandidate(mention)));
    const building: Building = { uri, labels, relations, nodes: new Map() };
    const facets = FACETS.flatMap((facet) => facetNode(facet, classes, building) ?? []);
    const candidates = candidatesNode(classesOf(shown.filter(isCandidate)), building);
    return new EntityTree(candidates === undefined ? facets : [...facets, candidates], building.nodes);
  }

  /** The row of the mention that starts at an offset; undefined where the filter hides it. */
  nodeAt(start: number): MentionNode | undefined {
    return this.#nodes.get(start);
  }
}

/** Mentions of one entity or term, on the way to becoming a `GroupNode`. */
interface Group {
  readonly key: string;
  readonly entity?: string;
  readonly mentions: ReviewedMention[];
}

type Classes = ReadonlyMap<ClassId, ReadonlyMap<string, Group>>;

function classesOf(mentions: readonly ReviewedMention[]): Classes {
  const classes = new Map<ClassId, Map<string, Group>>();
  for (const mention of mentions) {
    let groups = classes.get(mention.class);
    if (groups === undefined) classes.set(mention.class, (groups = new Map<string, Group>()));
    const key = groupKey(mention);
    const { entity } = mention;
    const group = groups.get(key);
    if (group !== undefined) group.mentions.push(mention);
    else groups.set(key, { key, mentions: [mention], ...(entity === undefined ? {} : { entity }) });
  }
  return classes;
}

/** What makes two mentions rows of the same group: the entity, else the term, singular and plural alike. */
export function groupKey(mention: ReviewedMention): string {
  if (mention.entity !== undefined) return `entity:${mention.entity}`;
  return `term:${singular(fold(termOf(mention)))}`;
}

/**
 * The name of the entity; of one that only the document knows, its longest form; of a term the shortest of its forms, which is
 * the singular where there is one.
 */
export function groupLabel(
  { entity, mentions }: Pick<Group, "entity" | "mentions">,
  labels: Pick<TreeLabels, "entityLabel">,
): string {
  const name = entity === undefined ? undefined : labels.entityLabel(entity);
  const isLocal = entity?.startsWith(LOCAL_ENTITY_PREFIX) === true;
  return name ?? mentions.map(termOf).reduce((a, b) => (b.length < a.length === isLocal ? a : b));
}

/** Good enough to put "vaccines" beside "vaccine"; what it gets wrong are two rows instead of one. */
function singular(word: string): string {
  return word.replace(/(?<=\w\w)ies$/, "y").replace(/(?<=\w\w[^isu])s$/, "");
}

function matches(mention: ReviewedMention, labels: TreeLabels, filter: string): boolean {
  const name = mention.entity === undefined ? undefined : labels.entityLabel(mention.entity);
  const facet = FACET_LABELS[facetOf(mention.class)];
  const texts = [mention.text, name ?? termOf(mention), labels.classLabel(mention.class), facet];
  return texts.some((text) => fold(text).includes(filter));
}

/** Text without upper case and accents, for comparing. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

// Nodes know their parent and their children, so each is made before its children and given them afterwards.
type Open<T> = T extends { readonly children: readonly (infer C)[] } ? Omit<T, "children"> & { children: C[] } : never;

/** What all nodes of a tree in the making share. */
interface Building {
  readonly uri: string;
  readonly labels: TreeLabels;
  readonly relations: NonNullable<EntityTreeInput["relations"]>;
  /** By the start of their mention: mentions do not overlap. */
  readonly nodes: Map<number, MentionNode>;
}

function facetNode(facet: Facet, classes: Classes, building: Building): FacetNode | undefined {
  const ids = [...classes.keys()].filter((id) => facetOf(id) === facet).sort(bySchemeOrder(building.labels.classOrder));
  if (ids.length === 0) return undefined;
  const count = ids.reduce((sum, id) => sum + countOf(classes.get(id)!), 0);
  const node: Open<FacetNode> = { kind: "facet", id: facet, facet, label: FACET_LABELS[facet], count, children: [] };
  node.children.push(...ids.map((id) => classNode(id, classes.get(id)!, node, building)));
  return node;
}

function classNode(id: ClassId, groups: ReadonlyMap<string, Group>, parent: FacetNode, building: Building): ClassNode {
  const label = building.labels.classLabel(id);
  const node: Open<ClassNode> = { kind: "class", id, class: id, label, count: countOf(groups), children: [], parent };
  const children = [...groups.values()].map((group) => groupNode(group, id, node, building));
  node.children.push(...children.sort(mostMentionedFirst));
  return node;
}

function candidatesNode(classes: Classes, building: Building): CandidatesNode | undefined {
  if (classes.size === 0) return undefined;
  const count = [...classes.values()].reduce((sum, groups) => sum + countOf(groups), 0);
  const { candidates: label } = building.labels;
  const node: Open<CandidatesNode> = { kind: "candidates", id: "candidates", label, count, children: [] };
  for (const [id, groups] of classes) {
    node.children.push(...[...groups.values()].map((group) => groupNode(group, id, node, building)));
  }
  node.children.sort(mostMentionedFirst);
  return node;
}

function groupNode(group: Group, classId: ClassId, parent: ClassNode | CandidatesNode, building: Building): GroupNode {
  const { key, entity, mentions } = group;
  const label = groupLabel(group, building.labels);
  const path = parent.kind === "class" ? parent.id : `${parent.id}/${classId}`;
  const base = { kind: "group", id: `${path}/${key}`, class: classId, label, parent } as const;
  const node: Open<GroupNode> = { ...base, ...(entity === undefined ? {} : { entity }), children: [] };
  for (const mention of mentions) {
    const { start, end, text } = mention;
    const id = `${node.id}/${node.children.length}`;
    const place = { uri: building.uri, start, end, text };
    const child: Open<MentionNode> = { kind: "mention", id, ...place, mention, parent: node, children: [] };
    child.children.push(...relationNodes(child, building));
    node.children.push(child);
    building.nodes.set(start, child);
  }
  return node;
}

function relationNodes(parent: MentionNode, { uri, relations }: Building): RelationNode[] {
  return relationsOf(parent.mention, relations).map((end) => {
    const { id } = end.relation;
    return { kind: "relation", id: `${parent.id}/${id}`, uri, relationId: id, ...end, parent };
  });
}

function countOf(groups: ReadonlyMap<string, Group>): number {
  let count = 0;
  for (const group of groups.values()) count += group.mentions.length;
  return count;
}

function mostMentionedFirst(a: GroupNode, b: GroupNode): number {
  return b.children.length - a.children.length || a.label.localeCompare(b.label, "en");
}

function bySchemeOrder(order: readonly ClassId[]): (a: ClassId, b: ClassId) => number {
  const rank = (id: ClassId) => (order.includes(id) ? order.indexOf(id) : order.length);
  return (a, b) => rank(a) - rank(b) || a.localeCompare(b, "en");
}
