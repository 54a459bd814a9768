import { FACET_LABELS, FACETS, facetOf, type ClassId } from "../../../../core";
import type { EntityGroup } from "../entity-index";
import type { ClassNode, EntityTreeNode, FacetNode, GroupNode, HeadingNode } from "../entity-nodes";
import type { EntityRows } from "../entity-rows";
import { holdsGroup } from "../filtered-index";
import type { Grouping } from "./grouping";
import { listsOfGroup } from "./group-lists";

/** Facets, their classes in the order of the scheme, and entities under these; candidates last. */
export class ByClass implements Grouping {
  readonly #rows: EntityRows;

  constructor(rows: EntityRows) {
    this.#rows = rows;
  }

  roots(): EntityTreeNode[] {
    return [...this.#facets(), ...this.#rows.candidates()];
  }

  under(heading: HeadingNode): readonly EntityTreeNode[] {
    if (heading.kind === "facet") return this.#classes(heading);
    return this.#rows.shorten(this.#rows.groupsUnder(heading), heading);
  }

  listsWith(uri: string, start: number) {
    return listsOfGroup(this.#rows, this.#rows.filtered.groupAt(uri, start), (group) => this.#parentOf(group));
  }

  #facets(): FacetNode[] {
    return FACETS.flatMap((facet) => {
      const count = this.#rows.filtered.countOf({ kind: "facet", facet });
      const label = FACET_LABELS[facet];
      return count === 0 ? [] : [this.#rows.same({ kind: "facet", id: facet, facet, label, count })];
    });
  }

  #classes(parent: FacetNode): ClassNode[] {
    const { filtered, labels } = this.#rows;
    const groups = filtered.groups.filter(({ group }) => holdsGroup(parent, group));
    const ids = new Set(groups.map(({ group }) => group.class));
    return [...ids].sort(bySchemeOrder(labels.classOrder)).map((id) => {
      const count = filtered.countOf({ kind: "class", class: id });
      return this.#rows.same({ kind: "class", id, class: id, label: labels.classLabel(id), count, parent });
    });
  }

  #parentOf({ class: classId, isCandidate }: EntityGroup): GroupNode["parent"] {
    if (isCandidate) return this.#rows.candidates()[0];
    const facet = this.#facets().find((each) => each.facet === facetOf(classId));
    return facet === undefined ? undefined : this.#classes(facet).find((each) => each.class === classId);
  }
}

function bySchemeOrder(order: readonly ClassId[]): (a: ClassId, b: ClassId) => number {
  const rank = (id: ClassId) => (order.includes(id) ? order.indexOf(id) : order.length);
  return (a, b) => rank(a) - rank(b) || a.localeCompare(b, "en");
}
