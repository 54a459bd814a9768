import {
  type FoundRelation,
  overlaps,
  type Relation,
  type RelationModality,
  type RelationType,
  type Span,
} from "../../../core";

/** How the Relations view groups. */
export type RelationGrouping = "type" | "actor";

/** A relation as rows and hovers show it. */
export interface ShownRelation {
  readonly type: RelationType;
  readonly modality: RelationModality | undefined;
  readonly source: Span & { readonly text: string };
  readonly target: Span & { readonly text: string };
  /** Where the text states it: the words that do, or the source where a person drew it. */
  readonly place: Span;
  /** Id of its record where a person drew or accepted it. */
  readonly id?: string;
}

export interface RelationGroup {
  readonly kind: "group";
  /** The type of its relations, or the name of their source. */
  readonly key: string;
  readonly children: readonly RelationRow[];
}

export interface RelationRow {
  readonly kind: "relation";
  readonly relation: ShownRelation;
}

interface Decided {
  readonly relation: Pick<Relation, "id" | "type" | "modality" | "source" | "target">;
  readonly source: Span;
  readonly target: Span;
}

/** The found relations that no decided one says: same type, same ends. */
export function undecided(found: readonly FoundRelation[], decided: readonly Decided[]): FoundRelation[] {
  return found.filter(
    ({ type, source, target }) =>
      !decided.some(
        (other) =>
          other.relation.type === type &&
          overlaps(other.source, source.mention) &&
          overlaps(other.target, target.mention),
      ),
  );
}

export function shownFound({ type, modality, source, target, evidence }: FoundRelation): ShownRelation {
  return {
    type,
    modality: modality === "asserted" ? undefined : modality,
    source: source.mention,
    target: target.mention,
    place: evidence,
  };
}

export function shownDecided({ relation, source, target }: Decided): ShownRelation {
  const { id, type, modality } = relation;
  return {
    id,
    type,
    modality,
    source: { ...source, text: relation.source.quote },
    target: { ...target, text: relation.target.quote },
    place: source,
  };
}

/** Rows by group, in the order of the text; the largest group first. */
export function relationTree(relations: readonly ShownRelation[], grouping: RelationGrouping): RelationGroup[] {
  const groups = new Map<string, RelationRow[]>();
  for (const relation of [...relations].sort(
    (a, b) => a.source.start - b.source.start || a.target.start - b.target.start,
  )) {
    const key = grouping === "type" ? relation.type : relation.source.text.replace(/\s+/gu, " ");
    groups.set(key, [...(groups.get(key) ?? []), { kind: "relation", relation }]);
  }
  return [...groups]
    .map(([key, children]): RelationGroup => ({ kind: "group", key, children }))
    .sort((a, b) => b.children.length - a.children.length || a.key.localeCompare(b.key));
}

/** A reference to a found relation, for the arguments of commands. */
export interface FoundReference {
  readonly uri: string;
  readonly foundType: RelationType;
  readonly sourceStart: number;
  readonly targetStart: number;
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

export function isReferred(reference: FoundReference, { type, source, target }: FoundRelation): boolean {
  const { foundType, sourceStart, targetStart } = reference;
  return type === foundType && source.mention.start === sourceStart && target.mention.start === targetStart;
}
