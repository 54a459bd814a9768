import {
  FACET_LABELS,
  FACETS,
  facetOf,
  type ClassId,
  type Facet,
  type ReviewedMention,
  type Span,
} from "../../../core";
import { EntityIndex, type DocumentGroup, type EntityDocument, type EntityGroup, type Form } from "./entity-index";
import { fold } from "./mention-groups";
import { relationsOf, type RelationEnd, type RelationReference } from "../relations/relations";
import { sparkline } from "./sparkline";
import type { TargetReference } from "../target-reference";

export { fold, groupKey, groupLabel } from "./mention-groups";

/** How the Entities view groups. */
export const ENTITY_GROUPINGS = ["class", "entity", "document", "confidence"] as const;
export type EntityGrouping = (typeof ENTITY_GROUPINGS)[number];

/** A longer list asks before it shows more: thousands of rows would hold up the editor. */
export const ENTITY_ROWS_AT_ONCE = 200;

interface Counted {
  readonly id: string;
  readonly label: string;
  /** Of mentions. */
  readonly count: number;
}

export interface FacetNode extends Counted {
  readonly kind: "facet";
  readonly facet: Facet;
}

export interface ClassNode extends Counted {
  readonly kind: "class";
  readonly class: ClassId;
  readonly parent: FacetNode;
}

/** Names that the taxonomy lacks, apart from what it knows. */
export interface CandidatesNode extends Counted {
  readonly kind: "candidates";
}

/** All mentions of one entity, or of one generic term. */
export interface GroupNode extends Counted {
  readonly kind: "group";
  readonly class: ClassId;
  readonly entity?: string;
  readonly group: EntityGroup;
  readonly parent: ClassNode | CandidatesNode | undefined;
}

/** All mentions of one document. */
export interface DocumentNode extends Counted {
  readonly kind: "document";
  readonly uri: string;
}

/** All mentions that are about as certain. */
export interface BandNode extends Counted {
  readonly kind: "band";
  readonly band: number;
}

type ListNode = GroupNode | DocumentNode | BandNode;

/** A row that commands can work on: it is a reference to the place of its mention. */
export interface MentionNode extends TargetReference {
  readonly kind: "mention";
  readonly id: string;
  readonly mention: ReviewedMention;
  readonly document: EntityDocument;
  readonly parent: ListNode | undefined;
}

/** A relation under one of its mentions. */
export interface RelationNode extends RelationReference, RelationEnd {
  readonly kind: "relation";
  readonly id: string;
  readonly parent: MentionNode;
}

/** The last row of a long list: asks for more of it. */
export interface MoreEntitiesNode {
  readonly kind: "moreEntities";
  readonly id: string;
  /** The id of the list. */
  readonly list: string;
  readonly parent: ListNode | ClassNode | CandidatesNode | undefined;
  /** How many rows are not listed yet. */
  readonly hidden: number;
}

export type EntityTreeNode =
  | FacetNode
  | CandidatesNode
  | ClassNode
  | GroupNode
  | DocumentNode
  | BandNode
  | MentionNode
  | RelationNode
  | MoreEntitiesNode;

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
  readonly index: EntityIndex;
  readonly labels: TreeLabels;
  /** Empty for all mentions. */
  readonly filter: string;
  readonly grouping: EntityGrouping;
  readonly hiddenClasses?: ReadonlySet<ClassId>;
  /** Where mentions of a document stand in relations. */
  relationsIn?(uri: string): Parameters<typeof relationsOf>[1];
  /** How many rows to list, by the id of their list, where somebody asked for more. */
  readonly limits?: ReadonlyMap<string, number>;
}

/** A mention and the document it stands in. */
export interface PlacedMention {
  readonly document: EntityDocument;
  readonly mention: ReviewedMention;
}

/** The list of all mentions of the one document there is. */
const WHOLE_LIST = "document";
const BINS = 8;
const BAND_COUNT = 10;

/** Which forms of a group the filter leaves: all, or those with certain words. */
type Passing = "all" | ReadonlySet<string>;

/**
 * The mentions of documents in groups. Rows are made when somebody looks at what they stand under, so that neither a filter nor
 * an edit makes rows that nobody sees. The id of a row stays the same while a document is edited.
 */
export class EntityTree {
  readonly #input: EntityTreeInput;
  /** What the filter leaves. */
  readonly #groups: readonly { readonly group: EntityGroup; readonly count: number }[];
  readonly #passing = new Map<string, Passing>();
  readonly #children = new Map<string, readonly EntityTreeNode[]>();
  /** By id, so that a row is the same however one comes to it. */
  readonly #nodes = new Map<string, EntityTreeNode>();

  /** `filter` keeps what holds it in the mention, the entity or the class; upper case and accents do not matter. */
  constructor(input: EntityTreeInput) {
    this.#input = input;
    const filter = fold(input.filter.trim());
    this.#groups = [...input.index.groups.values()].flatMap((group) => {
      if (input.hiddenClasses?.has(group.class) === true) return [];
      const passing = this.#passingIn(group, filter);
      if (passing === undefined) return [];
      this.#passing.set(group.id, passing);
      return [{ group, count: countOf(group, passing) }];
    });
  }

  static readonly empty = new EntityTree({
    index: new EntityIndex(),
    labels: { classLabel: (id) => id, entityLabel: () => undefined, classOrder: [], candidates: "" },
    filter: "",
    grouping: "class",
  });

  /** Of mentions that the filter leaves. */
  get count(): number {
    return this.#groups.reduce((sum, { count }) => sum + count, 0);
  }

  get roots(): readonly EntityTreeNode[] {
    return this.#once("", () => {
      switch (this.#input.grouping) {
        case "class":
          return [...this.#facets(), ...this.#candidates()];
        case "entity":
          return [...this.#groupNodes(({ isCandidate }) => !isCandidate, undefined), ...this.#candidates()];
        case "document":
          return this.#input.index.documents.length === 1 ? this.#rowsOf(undefined) : this.#documents();
        case "confidence":
          return this.#bands();
      }
    });
  }

  childrenOf(node: EntityTreeNode): readonly EntityTreeNode[] {
    return this.#once(node.id, () => {
      switch (node.kind) {
        case "facet":
          return this.#classes(node);
        case "class":
          return this.#groupNodes((group) => group.class === node.class && !group.isCandidate, node);
        case "candidates":
          return this.#groupNodes(({ isCandidate }) => isCandidate, node);
        case "group":
        case "document":
        case "band":
          return this.#rowsOf(node);
        case "mention":
          return this.#relations(node);
        case "relation":
        case "moreEntities":
          return [];
      }
    });
  }

  /**
   * The row of a mention, and how many rows each list above it needs to show it, by the id of the list; undefined where the
   * filter hides it.
   */
  find(uri: string, { start }: Pick<Span, "start">): { node: MentionNode; needs: Map<string, number> } | undefined {
    for (const list of this.#listsThatMayHold(uri, start)) {
      const mentions = this.#mentionsIn(list);
      const index = mentions.findIndex(({ document, mention }) => document.uri === uri && mention.start === start);
      if (index < 0) continue;
      const needs = new Map([[list?.id ?? WHOLE_LIST, index + 1]]);
      if (list?.kind === "group") {
        const siblings = this.#allGroupNodes(siblingsOf(list), list.parent);
        needs.set(list.parent?.id ?? WHOLE_LIST, siblings.findIndex(({ id }) => id === list.id) + 1);
      }
      return { node: this.#mentionNode(mentions[index]!, index, list), needs };
    }
    return undefined;
  }

  /** All mentions that a row stands for, in the order of the documents, as far as the filter leaves them. */
  mentionsUnder(node: EntityTreeNode): PlacedMention[] {
    switch (node.kind) {
      case "mention":
        return [node];
      case "relation":
      case "moreEntities":
        return [];
      case "facet":
        return this.#list((group) => !group.isCandidate && facetOf(group.class) === node.facet);
      case "class":
        return this.#list((group) => !group.isCandidate && group.class === node.class);
      case "candidates":
        return this.#list(({ isCandidate }) => isCandidate);
      case "group":
      case "document":
      case "band":
        return [...this.#mentionsIn(node)];
    }
  }

  /** Where the mentions of a row stand: through the document, or through the documents where there are several. */
  dispersionOf(node: EntityTreeNode): string {
    const { index } = this.#input;
    if ((node.kind !== "group" && node.kind !== "class") || node.count < 2) return "";
    const counts = new Array<number>(BINS).fill(0);
    const isSole = index.documents.length === 1;
    for (const { group } of this.#groups) {
      if (node.kind === "group" ? group !== node.group : group.class !== node.class || group.isCandidate) continue;
      for (const { order, group: own } of group.places) {
        const { text, mentions } = isSole ? index.documents[order]! : { text: "", mentions: [] };
        for (const { indexes } of this.#formsOf(own)) {
          if (!isSole) counts[Math.floor((order / index.documents.length) * BINS)]! += indexes.length;
          else for (const at of indexes) counts[Math.floor((mentions[at]!.start / text.length) * BINS)]! += 1;
        }
      }
    }
    return sparkline(counts);
  }

  #once(id: string, make: () => readonly EntityTreeNode[]): readonly EntityTreeNode[] {
    let children = this.#children.get(id);
    if (children === undefined) this.#children.set(id, (children = make()));
    return children;
  }

  #passingIn(group: EntityGroup, filter: string): Passing | undefined {
    if (filter === "") return "all";
    const { labels } = this.#input;
    const heads = [this.#nameOf(group), labels.classLabel(group.class), FACET_LABELS[facetOf(group.class)]];
    if (heads.some((text) => fold(text).includes(filter))) return "all";
    const texts = [...group.texts].filter((text) => fold(text).includes(filter));
    return texts.length === 0 ? undefined : new Set(texts);
  }

  #formsOf(group: DocumentGroup): readonly Form[] {
    const passing = this.#passing.get(group.id);
    if (passing === undefined) return [];
    return passing === "all" ? group.forms : group.forms.filter(({ text }) => passing.has(text));
  }

  #nameOf({ entity, name }: EntityGroup): string {
    return (entity === undefined ? undefined : this.#input.labels.entityLabel(entity)) ?? name;
  }

  #facets(): FacetNode[] {
    return FACETS.flatMap((facet) => {
      const count = this.#sum((group) => facetOf(group.class) === facet);
      return count === 0 ? [] : [this.#same({ kind: "facet", id: facet, facet, label: FACET_LABELS[facet], count })];
    });
  }

  #classes(parent: FacetNode): ClassNode[] {
    const { labels } = this.#input;
    const ids = new Set(
      this.#groups.flatMap(({ group }) =>
        !group.isCandidate && facetOf(group.class) === parent.facet ? [group.class] : [],
      ),
    );
    return [...ids].sort(bySchemeOrder(labels.classOrder)).map((id) => {
      const count = this.#sum((group) => group.class === id);
      return this.#same({ kind: "class", id, class: id, label: labels.classLabel(id), count, parent });
    });
  }

  #candidates(): CandidatesNode[] {
    const { candidates: label } = this.#input.labels;
    const count = this.#groups.reduce((sum, each) => sum + (each.group.isCandidate ? each.count : 0), 0);
    return count === 0 ? [] : [this.#same({ kind: "candidates", id: "candidates", label, count })];
  }

  /** Mentions of what the taxonomy knows. */
  #sum(isWanted: (group: EntityGroup) => boolean): number {
    return this.#groups.reduce((sum, { group, count }) => sum + (!group.isCandidate && isWanted(group) ? count : 0), 0);
  }

  #groupNodes(isWanted: (group: EntityGroup) => boolean, parent: GroupNode["parent"]): EntityTreeNode[] {
    return this.#limited(parent?.id ?? WHOLE_LIST, parent, this.#allGroupNodes(isWanted, parent));
  }

  /** The most mentioned first. */
  #allGroupNodes(isWanted: (group: EntityGroup) => boolean, parent: GroupNode["parent"]): GroupNode[] {
    return this.#groups
      .filter(({ group }) => isWanted(group))
      .map((each) => this.#groupNode(each, parent))
      .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, "en"));
  }

  #limited<T extends EntityTreeNode>(
    list: string,
    parent: MoreEntitiesNode["parent"],
    nodes: readonly T[],
  ): (T | MoreEntitiesNode)[] {
    const limit = this.#limitOf(list);
    const hidden = nodes.length - limit;
    if (hidden <= 0) return [...nodes];
    return [...nodes.slice(0, limit), { kind: "moreEntities", id: `more/${list}`, list, parent, hidden }];
  }

  #same<T extends EntityTreeNode>(node: T): T {
    const known = this.#nodes.get(node.id);
    if (known !== undefined) return known as T;
    this.#nodes.set(node.id, node);
    return node;
  }

  #groupNode({ group, count }: { group: EntityGroup; count: number }, parent: GroupNode["parent"]): GroupNode {
    const { entity, class: classId } = group;
    const named = entity === undefined ? {} : { entity };
    const label = this.#nameOf(group);
    return this.#same({ kind: "group", id: group.id, label, count, class: classId, ...named, group, parent });
  }

  #documents(): EntityTreeNode[] {
    const { index } = this.#input;
    const nodes = index.documents.flatMap(({ uri, path }, order): DocumentNode[] => {
      const count = this.#countIn(order);
      return count === 0 ? [] : [this.#same({ kind: "document", id: `document/${uri}`, label: path, count, uri })];
    });
    return this.#limited(WHOLE_LIST, undefined, nodes);
  }

  #countIn(order: number): number {
    let count = 0;
    for (const group of this.#input.index.groupsIn[order]!)
      for (const { indexes } of this.#formsOf(group)) count += indexes.length;
    return count;
  }

  /** Bands of ten per cent, the least certain first: they need a person most. */
  #bands(): BandNode[] {
    const counts = new Array<number>(BAND_COUNT).fill(0);
    for (const { group } of this.#groups)
      for (const place of group.places)
        for (const { band, indexes } of this.#formsOf(place.group)) counts[band]! += indexes.length;
    return counts.flatMap((count, band) => {
      const label = `${band * 10}–${band === 9 ? 100 : band * 10 + 9} %`;
      return count === 0 ? [] : [this.#same({ kind: "band", id: `confidence/${band}`, label, count, band })];
    });
  }

  #rowsOf(parent: ListNode | undefined): (MentionNode | MoreEntitiesNode)[] {
    const list = parent?.id ?? WHOLE_LIST;
    const mentions = this.#mentionsIn(parent);
    const rows = mentions
      .slice(0, this.#limitOf(list))
      .map((each, ordinal) => this.#mentionNode(each, ordinal, parent));
    const hidden = mentions.length - rows.length;
    return hidden === 0 ? rows : [...rows, { kind: "moreEntities", id: `more/${list}`, list, parent, hidden }];
  }

  /** All mentions of a list, in the order of documents and text. */
  #mentionsIn(parent: ListNode | undefined): readonly PlacedMention[] {
    switch (parent?.kind) {
      case "group":
        return this.#list((group) => group === parent.group);
      case "band":
        return this.#list(undefined, ({ band }) => band === parent.band);
      case "document":
        return this.#listIn(this.#input.index.orderOf(parent.uri)!);
      case undefined:
        return this.#listIn(0);
    }
  }

  #list(
    isWanted: ((group: EntityGroup) => boolean) | undefined,
    isForm: (form: Form) => boolean = () => true,
  ): PlacedMention[] {
    const indexes = new Map<number, number[]>();
    for (const { group } of this.#groups) {
      if (isWanted?.(group) === false) continue;
      for (const { order, group: own } of group.places) {
        for (const form of this.#formsOf(own)) {
          if (!isForm(form)) continue;
          const known = indexes.get(order);
          if (known === undefined) indexes.set(order, [...form.indexes]);
          else for (const at of form.indexes) known.push(at);
        }
      }
    }
    return [...indexes].sort(([a], [b]) => a - b).flatMap(([order, own]) => this.#placed(order, own));
  }

  #listIn(order: number): PlacedMention[] {
    const groups = this.#input.index.groupsIn[order] ?? [];
    return this.#placed(
      order,
      groups.flatMap((group) => this.#formsOf(group).flatMap(({ indexes }) => indexes)),
    );
  }

  #placed(order: number, indexes: number[]): PlacedMention[] {
    const document = this.#input.index.documents[order];
    if (document === undefined) return [];
    const { mentions } = document;
    return indexes.sort((a, b) => a - b).map((at) => ({ document, mention: mentions[at]! }));
  }

  #mentionNode({ document, mention }: PlacedMention, ordinal: number, parent: ListNode | undefined): MentionNode {
    const { start, end, text } = mention;
    const id = `${parent?.id ?? WHOLE_LIST}/${ordinal}`;
    return this.#same({ kind: "mention", id, uri: document.uri, start, end, text, mention, document, parent });
  }

  #relations(parent: MentionNode): RelationNode[] {
    const relations = this.#input.relationsIn?.(parent.uri) ?? [];
    return relationsOf(parent.mention, relations).map((end) => {
      const { id } = end.relation;
      return { kind: "relation", id: `${parent.id}/${id}`, uri: parent.uri, relationId: id, ...end, parent };
    });
  }

  #limitOf(id: string): number {
    return this.#input.limits?.get(id) ?? ENTITY_ROWS_AT_ONCE;
  }

  /** The lists in which the mention that starts at a place may have its row. */
  #listsThatMayHold(uri: string, start: number): (ListNode | undefined)[] {
    const order = this.#input.index.orderOf(uri);
    if (order === undefined) return [];
    const { grouping } = this.#input;
    if (grouping === "document") {
      const { length } = this.#input.index.documents;
      return length === 1
        ? [undefined]
        : this.#documents().flatMap((node) => (node.kind === "document" && node.uri === uri ? [node] : []));
    }
    if (grouping === "confidence") return this.#bands();
    const { mentions } = this.#input.index.documents[order]!;
    const own = this.#input.index.groupsIn[order]!.find(({ forms }) =>
      forms.some(({ indexes }) => indexes.some((at) => mentions[at]!.start === start)),
    );
    const shown = this.#groups.find(({ group }) => group.id === own?.id);
    return shown === undefined ? [] : [this.#groupNode(shown, this.#parentOf(shown.group))];
  }

  #parentOf({ class: classId, isCandidate }: EntityGroup): GroupNode["parent"] {
    if (isCandidate) return this.#candidates()[0];
    if (this.#input.grouping !== "class") return undefined;
    const facet = this.#facets().find((each) => each.facet === facetOf(classId));
    return facet === undefined ? undefined : this.#classes(facet).find((each) => each.class === classId);
  }
}

/** What stands beside a group. */
function siblingsOf({ parent, group }: GroupNode): (other: EntityGroup) => boolean {
  return (other) =>
    other.isCandidate === group.isCandidate && (parent?.kind !== "class" || other.class === group.class);
}

function countOf(group: EntityGroup, passing: Passing): number {
  let count = 0;
  for (const { group: own } of group.places)
    for (const { text, indexes } of own.forms) if (passing === "all" || passing.has(text)) count += indexes.length;
  return count;
}

function bySchemeOrder(order: readonly ClassId[]): (a: ClassId, b: ClassId) => number {
  const rank = (id: ClassId) => (order.includes(id) ? order.indexOf(id) : order.length);
  return (a, b) => rank(a) - rank(b) || a.localeCompare(b, "en");
}
