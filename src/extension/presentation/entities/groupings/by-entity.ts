import type { EntityTreeNode, HeadingNode } from "../entity-nodes";
import type { EntityRows } from "../entity-rows";
import type { Grouping } from "./grouping";
import { listsOfGroup } from "./group-lists";

/** Entities and terms, whatever their class, the most mentioned first; candidates last. */
export class ByEntity implements Grouping {
  readonly #rows: EntityRows;

  constructor(rows: EntityRows) {
    this.#rows = rows;
  }

  roots(): EntityTreeNode[] {
    return [...this.#rows.shorten(this.#rows.groupsUnder(undefined), undefined), ...this.#rows.candidates()];
  }

  under(heading: HeadingNode): readonly EntityTreeNode[] {
    return heading.kind === "candidates" ? this.#rows.shorten(this.#rows.groupsUnder(heading), heading) : [];
  }

  listsWith(uri: string, start: number) {
    const parentOf = ({ isCandidate }: { readonly isCandidate: boolean }) =>
      isCandidate ? this.#rows.candidates()[0] : undefined;
    return listsOfGroup(this.#rows, this.#rows.filtered.groupAt(uri, start), parentOf);
  }
}
