import type { EntityGroup } from "./entity-index";
import type {
  CandidatesNode,
  EntityTreeNode,
  GroupNode,
  ListNode,
  MentionNode,
  MoreEntitiesNode,
  RelationNode,
} from "./entity-nodes";
import { holdsGroup, type FilteredIndex, type PlacedMention, type ShownGroup } from "./filtered-index";
import { relationsOf } from "../relations/relations";
import { ROWS_AT_ONCE } from "../shown-rows";
import { groupName, type TreeLabels } from "./row-labels";

/** The id of the list at the top of the tree. */
export const WHOLE_LIST = "document";

/** What rows need beside the mentions. */
export interface RowOptions {
  readonly labels: TreeLabels;
  /** Where mentions of a document stand in relations. */
  relationsIn?(uri: string): Parameters<typeof relationsOf>[1];
  /** How many rows to list, by the id of their list, where somebody asked for more. */
  readonly limits?: ReadonlyMap<string, number>;
}

/** Makes the rows that all groupings share. A row is the same however one comes to it. */
export class EntityRows {
  readonly filtered: FilteredIndex;
  readonly labels: TreeLabels;
  readonly #options: RowOptions;
  /** By id. */
  readonly #nodes = new Map<string, EntityTreeNode>();

  constructor(filtered: FilteredIndex, options: RowOptions) {
    this.filtered = filtered;
    this.labels = options.labels;
    this.#options = options;
  }

  /** The row made before under the id of this one, else this one. */
  same<T extends EntityTreeNode>(node: T): T {
    const known = this.#nodes.get(node.id);
    if (known !== undefined) return known as T;
    this.#nodes.set(node.id, node);
    return node;
  }

  /** Whether a row is one of these, not one of others that had its id. */
  hasMade(node: EntityTreeNode): boolean {
    return this.#nodes.get(node.id) === node;
  }

  /** The heading of names that the taxonomy lacks; none where there are no such names. */
  candidates(): CandidatesNode[] {
    const count = this.filtered.countOf({ kind: "candidates" });
    const { candidates: label } = this.labels;
    return count === 0 ? [] : [this.same({ kind: "candidates", id: "candidates", label, count })];
  }

  /** All groups under a heading, the most mentioned first; without a heading those of the taxonomy. */
  groupsUnder(parent: GroupNode["parent"]): GroupNode[] {
    const isWanted = (group: EntityGroup) => (parent === undefined ? !group.isCandidate : holdsGroup(parent, group));
    return this.filtered.groups
      .filter(({ group }) => isWanted(group))
      .map((each) => this.#group(each, parent))
      .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, "en"));
  }

  #group({ group, count }: ShownGroup, parent: GroupNode["parent"]): GroupNode {
    const { id, entity, class: classId } = group;
    const named = entity === undefined ? {} : { entity };
    const label = groupName(group, this.labels);
    return this.same({ kind: "group", id, label, count, class: classId, ...named, group, parent });
  }

  /** As many rows of a list as are shown, and one that asks for more of a longer one. */
  shorten<T extends EntityTreeNode>(nodes: readonly T[], parent: MoreEntitiesNode["parent"]): (T | MoreEntitiesNode)[] {
    return [...nodes.slice(0, this.#limitOf(parent)), ...this.#more(nodes.length, parent)];
  }

  /** The rows of the mentions of a list; without one those of the first document. */
  mentionsUnder(parent: ListNode | undefined): (MentionNode | MoreEntitiesNode)[] {
    const mentions = this.mentionsOf(parent);
    const shown = mentions.slice(0, this.#limitOf(parent));
    return [...shown.map((each, i) => this.mention(each, i, parent)), ...this.#more(mentions.length, parent)];
  }

  /** The mentions of a list; without one those of the first document. */
  mentionsOf(list: ListNode | undefined): readonly PlacedMention[] {
    return list === undefined ? this.filtered.mentionsIn(0) : this.filtered.mentionsOf(list);
  }

  /**
   * The row of a mention.
   *
   * @param ordinal its place in the list; an edit that only moves mentions keeps the id of their rows
   */
  mention({ document, mention }: PlacedMention, ordinal: number, parent: ListNode | undefined): MentionNode {
    const { start, end, text } = mention;
    const id = `${idOf(parent)}/${ordinal}`;
    return this.same({ kind: "mention", id, uri: document.uri, start, end, text, mention, document, parent });
  }

  relationsUnder(parent: MentionNode): RelationNode[] {
    const relations = this.#options.relationsIn?.(parent.uri) ?? [];
    return relationsOf(parent.mention, relations).map((end) => {
      const { id } = end.relation;
      return { kind: "relation", id: `${parent.id}/${id}`, uri: parent.uri, relationId: id, ...end, parent };
    });
  }

  #more(length: number, parent: MoreEntitiesNode["parent"]): MoreEntitiesNode[] {
    const hidden = length - this.#limitOf(parent);
    const list = idOf(parent);
    return hidden <= 0 ? [] : [{ kind: "moreEntities", id: `more/${list}`, list, parent, hidden }];
  }

  #limitOf(parent: MoreEntitiesNode["parent"]): number {
    return this.#options.limits?.get(idOf(parent)) ?? ROWS_AT_ONCE;
  }
}

/** The id of the list under a row. */
export function idOf(parent: MoreEntitiesNode["parent"]): string {
  return parent?.id ?? WHOLE_LIST;
}
