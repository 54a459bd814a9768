import type { DocumentNode, EntityTreeNode } from "../entity-nodes";
import type { EntityRows } from "../entity-rows";
import type { Grouping, MentionList } from "./grouping";

/** Mentions in the order of the text; of several documents under the path of each. */
export class ByDocument implements Grouping {
  readonly #rows: EntityRows;

  constructor(rows: EntityRows) {
    this.#rows = rows;
  }

  roots(): readonly EntityTreeNode[] {
    return this.#isSole ? this.#rows.mentionsUnder(undefined) : this.#rows.shorten(this.#documents(), undefined);
  }

  under(): readonly EntityTreeNode[] {
    return [];
  }

  listsWith(uri: string): MentionList[] {
    if (this.#rows.filtered.index.orderOf(uri) === undefined) return [];
    if (this.#isSole) return [{ node: undefined, siblings: [] }];
    const siblings = this.#documents();
    return siblings.flatMap((node) => (node.uri === uri ? [{ node, siblings }] : []));
  }

  get #isSole(): boolean {
    return this.#rows.filtered.index.documents.length === 1;
  }

  #documents(): DocumentNode[] {
    return this.#rows.filtered.index.documents.flatMap(({ uri, path }, order): DocumentNode[] => {
      const count = this.#countIn(order);
      return count === 0 ? [] : [this.#rows.same({ kind: "document", id: `document/${uri}`, label: path, count, uri })];
    });
  }

  #countIn(order: number): number {
    const { index } = this.#rows.filtered;
    let count = 0;
    for (const group of index.groupsIn[order]!)
      for (const { indexes } of this.#rows.filtered.formsOf(group)) count += indexes.length;
    return count;
  }
}
