import type { Span } from "../../../core";
import { dispersionOf } from "./dispersion";
import { EntityIndex } from "./entity-index";
import type { EntityTreeNode, MentionNode } from "./entity-nodes";
import { EntityRows, idOf, type RowOptions } from "./entity-rows";
import { FilteredIndex, type Filtering, type PlacedMention } from "./filtered-index";
import { createGrouping, type EntityGrouping } from "./groupings";
import type { Grouping } from "./groupings/grouping";

/** What a tree shows, and how. */
export interface EntityTreeInput extends Filtering, RowOptions {
  readonly index: EntityIndex;
  readonly grouping: EntityGrouping;
}

/**
 * The mentions of documents in groups. Rows are made when somebody looks at what they stand under, so that neither a filter nor
 * an edit makes rows that nobody sees. The id of a row stays the same while a document is edited.
 */
export class EntityTree {
  readonly #filtered: FilteredIndex;
  readonly #rows: EntityRows;
  readonly #grouping: Grouping;
  /** By what they stand under. */
  readonly #children = new Map<EntityTreeNode | undefined, readonly EntityTreeNode[]>();

  constructor(input: EntityTreeInput) {
    this.#filtered = new FilteredIndex(input.index, input);
    this.#rows = new EntityRows(this.#filtered, input);
    this.#grouping = createGrouping(input.grouping, this.#rows);
  }

  static readonly empty = new EntityTree({
    index: new EntityIndex(),
    labels: { classLabel: (id) => id, entityLabel: () => undefined, classOrder: [], candidates: "" },
    filter: "",
    grouping: "class",
  });

  /** Of mentions that the filter leaves. */
  get count(): number {
    return this.#filtered.countOf();
  }

  get roots(): readonly EntityTreeNode[] {
    return this.#once(undefined, () => this.#grouping.roots());
  }

  /** None for a row of an earlier tree, of which the editor may still ask: rows made for that one would stand in this. */
  childrenOf(node: EntityTreeNode): readonly EntityTreeNode[] {
    if (!this.#rows.hasMade(node)) return [];
    return this.#once(node, () => {
      switch (node.kind) {
        case "facet":
        case "class":
        case "candidates":
          return this.#grouping.under(node);
        case "group":
        case "document":
        case "band":
          return this.#rows.mentionsUnder(node);
        case "mention":
          return this.#rows.relationsUnder(node);
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
    for (const { node: list, siblings } of this.#grouping.listsWith(uri, start)) {
      const mentions = this.#rows.mentionsOf(list);
      const index = mentions.findIndex(({ document, mention }) => document.uri === uri && mention.start === start);
      if (index < 0) continue;
      const needs = new Map([[idOf(list), index + 1]]);
      const above = list?.kind === "group" ? list.parent : undefined;
      if (siblings.length > 0) needs.set(idOf(above), siblings.findIndex(({ id }) => id === list?.id) + 1);
      return { node: this.#rows.mention(mentions[index]!, index, list), needs };
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
      case "class":
      case "candidates":
      case "group":
      case "document":
      case "band":
        return this.#filtered.mentionsOf(node);
    }
  }

  /** Where the mentions of an entity or a class stand, as so many small bars; empty for other rows. */
  dispersionOf(node: EntityTreeNode, bars: number): string {
    return dispersionOf(node, bars, this.#filtered);
  }

  #once(parent: EntityTreeNode | undefined, make: () => readonly EntityTreeNode[]): readonly EntityTreeNode[] {
    let children = this.#children.get(parent);
    if (children === undefined) this.#children.set(parent, (children = make()));
    return children;
  }
}
