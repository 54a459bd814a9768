import { overlaps, type Relation, type Span } from "../../../core";

/** A relation and where its mentions stand. */
interface Placed {
  readonly relation: Relation;
  readonly source: Span;
  readonly target: Span;
}

/** A relation as one of its mentions sees it. */
export interface RelationEnd {
  readonly relation: Relation;
  /** Whether the relation goes out from the mention. */
  readonly isSource: boolean;
  /** Where the other mention stands. */
  readonly other: Span;
}

/** The relations of a mention, those that go out from it first. A relation to itself counts as going out. */
export function relationsOf(mention: Span, relations: readonly Placed[]): RelationEnd[] {
  const outgoing = relations
    .filter(({ source }) => overlaps(source, mention))
    .map(({ relation, target }) => ({ relation, isSource: true, other: target }));
  const incoming = relations
    .filter(({ source, target }) => overlaps(target, mention) && !overlaps(source, mention))
    .map(({ relation, source }) => ({ relation, isSource: false, other: source }));
  return [...outgoing, ...incoming];
}

/** A reference to a relation, for the arguments of commands. */
export interface RelationReference {
  readonly uri: string;
  readonly relationId: string;
}

export function isRelationReference(argument: unknown): argument is RelationReference {
  if (typeof argument !== "object" || argument === null) return false;
  const { uri, relationId } = argument as Partial<Record<keyof RelationReference, unknown>>;
  return typeof uri === "string" && typeof relationId === "string";
}
