import type { RelationType, ReviewedRelation } from "../../../core";
import type { RelationReference } from "./relations";

/** A reference to a relation that nobody decided on, for the arguments of commands. */
export interface FoundReference {
  readonly uri: string;
  readonly foundType: RelationType;
  readonly sourceStart: number;
  readonly targetStart: number;
}

/** A reference to a relation, decided or not. */
export type AnyRelationReference = RelationReference | FoundReference;

export function referenceOf(uri: string, { type, source, target, decision }: ReviewedRelation): AnyRelationReference {
  if (decision !== undefined) return { uri, relationId: decision.relation.id };
  return { uri, foundType: type, sourceStart: source.start, targetStart: target.start };
}

export function isFoundReference(argument: unknown): argument is FoundReference {
  if (typeof argument !== "object" || argument === null) return false;
  const { uri, foundType, sourceStart, targetStart } = argument as Partial<Record<keyof FoundReference, unknown>>;
  return (
    typeof uri === "string" &&
    typeof foundType === "string" &&
    typeof sourceStart === "number" &&
    typeof targetStart === "number"
  );
}

export function isReferred(
  reference: AnyRelationReference,
  { type, source, target, decision }: ReviewedRelation,
): boolean {
  if ("relationId" in reference) return decision?.relation.id === reference.relationId;
  const { foundType, sourceStart, targetStart } = reference;
  return type === foundType && source.start === sourceStart && target.start === targetStart;
}
