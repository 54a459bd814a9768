import type { ReviewedRelation } from "../../../core";
import { type AnyRelationReference, referenceOf } from "./relation-reference";

/** How the Relations view groups. */
export type RelationGrouping = "type" | "actor";

export interface RelationGroup {
  readonly kind: "group";
  /** The type of its relations, or the name of their source. */
  readonly key: string;
  readonly children: readonly RelationRow[];
}

/** A row that commands can work on: it is a reference to its relation. */
export type RelationRow = AnyRelationReference & {
  readonly kind: "relation";
  readonly relation: ReviewedRelation;
};

/** Rows by group, in the order of the text; the largest group first. */
export function relationTree(
  uri: string,
  relations: readonly ReviewedRelation[],
  grouping: RelationGrouping,
): RelationGroup[] {
  const groups = new Map<string, RelationRow[]>();
  for (const relation of [...relations].sort(byPlace)) {
    const key = grouping === "type" ? relation.type : relation.source.text.replace(/\s+/gu, " ");
    groups.set(key, [...(groups.get(key) ?? []), { kind: "relation", relation, ...referenceOf(uri, relation) }]);
  }
  return [...groups]
    .map(([key, children]): RelationGroup => ({ kind: "group", key, children }))
    .sort((a, b) => b.children.length - a.children.length || a.key.localeCompare(b.key));
}

function byPlace(a: ReviewedRelation, b: ReviewedRelation): number {
  return a.source.start - b.source.start || a.target.start - b.target.start;
}

/** The relations of rows, those of groups among them, each once and in the order of the rows. */
export function rowsUnder(rows: readonly (RelationGroup | RelationRow)[]): RelationRow[] {
  return [...new Set(rows.flatMap((row) => (row.kind === "group" ? row.children : row)))];
}
