import type { DecisionStatus, Quote } from "./decision";
import { hash64 } from "./ledger/decision-id";
import type { Signature } from "./ledger/signature";

/** Who stands how to whom; the first mention is the one that controls, depends, supplies and so on. */
export const RELATION_TYPES = [
  "controls",
  "depends-on",
  "supplies",
  "regulates",
  "restricts",
  "shares-with",
  "funds",
  "partners-with",
  "competes-with",
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** Relations that hold both ways; their direction is that of the text. */
export const SYMMETRIC_TYPES: ReadonlySet<RelationType> = new Set(["partners-with", "competes-with"]);

/** How the text states a relation where it does not plainly assert it. */
export const RELATION_MODALITIES = ["negated", "possible", "reported"] as const;
export type RelationModality = (typeof RELATION_MODALITIES)[number];

/** One line of the ledger: whether one mention stands in a relation to another, as a person sees it. */
export interface Relation {
  readonly kind: "relation";
  readonly id: string;
  readonly type: RelationType;
  /** Absent where the person drew or accepted it. */
  readonly status?: DecisionStatus;
  /** Absent where the text asserts the relation. */
  readonly modality?: RelationModality;
  readonly source: Quote;
  readonly target: Quote;
  readonly author?: string;
  /** ISO 8601, UTC. */
  readonly time: string;
}

/** What a relation says, whoever drew it and when. */
export type RelationStatement = Pick<Relation, "type" | "status" | "modality" | "source" | "target">;

/**
 * A relation between two places of a document. Its id is made from type, ends and author: one person who draws the same
 * relation again, on another branch too, or comes to reject it, writes the same line.
 */
export function newRelation(statement: RelationStatement, { author, time }: Signature): Relation {
  const { type, status, modality, source, target } = statement;
  const ends = [source, target].map(({ quote, prefix, suffix, occurrence }) => {
    return [quote, prefix, suffix, occurrence === undefined ? undefined : { nth: occurrence.nth, of: occurrence.of }];
  });
  return {
    kind: "relation",
    id: hash64(JSON.stringify(["relation", type, ...ends, author])),
    type,
    ...(status === "rejected" ? { status } : {}),
    ...(modality === undefined ? {} : { modality }),
    source,
    target,
    ...(author === undefined || author === "" ? {} : { author }),
    time,
  };
}

/** The relation as a person decides on it again: their own line, or one of theirs beside that of somebody else. */
export function redecideRelation(relation: Relation, status: DecisionStatus, signature: Signature): Relation {
  const { type, modality, source, target } = relation;
  const verdict = newRelation(
    { type, status, source, target, ...(modality === undefined ? {} : { modality }) },
    signature,
  );
  // The words of its ends may have changed since its id was made.
  return verdict.author === relation.author ? { ...verdict, id: relation.id } : verdict;
}

/** The relation from its target to its source. */
export function reverseRelation({ type, modality, source, target }: Relation, signature: Signature): Relation {
  const turned = { type, source: target, target: source };
  return newRelation(modality === undefined ? turned : { ...turned, modality }, signature);
}
