import { quoteOf } from "../../annotations/anchoring/quote";
import type { LedgerChange } from "../../annotations/ledger/ledger";
import {
  newRelation,
  redecideRelation,
  type Relation,
  type RelationType,
  SYMMETRIC_TYPES,
} from "../../annotations/relation";
import type { DecisionStatus } from "../../annotations/decision";
import type { Signature } from "../../annotations/ledger/signature";
import type { ReviewedRelation } from "./reviewed-relations";

/** What a person says of relations: they hold, they do not, or the text says something else of the two. */
export type RelationVerdict =
  { readonly kind: "accept" } | { readonly kind: "reject" } | { readonly kind: "retype"; readonly type: RelationType };

export type RelationChange = Required<Pick<LedgerChange, "putRecords" | "remove">>;

/** The change of a ledger that a verdict on relations of a text makes. What is so already is not written again. */
export function decideRelations(
  text: string,
  relations: readonly ReviewedRelation[],
  verdict: RelationVerdict,
  signature: Signature,
): RelationChange {
  const changes = relations.map((relation) => decideRelation(text, relation, verdict, signature));
  const put = new Map(changes.flatMap(({ putRecords }) => putRecords).map((record) => [record.id, record]));
  const removed = changes.flatMap(({ remove }) => remove).filter((id) => !put.has(id));
  return { putRecords: [...put.values()], remove: removed };
}

function decideRelation(
  text: string,
  relation: ReviewedRelation,
  verdict: RelationVerdict,
  signature: Signature,
): RelationChange {
  switch (verdict.kind) {
    case "accept":
      return withStatus(text, relation, "accepted", signature);
    case "reject":
      return withStatus(text, relation, "rejected", signature);
    case "retype": {
      if (verdict.type === relation.type) return withStatus(text, relation, "accepted", signature);
      const { putRecords, remove } = retire(text, relation, signature);
      const retyped = newRelation({ ...statementOf(text, relation), type: verdict.type }, signature);
      return { putRecords: [...putRecords, retyped], remove };
    }
  }
}

function withStatus(
  text: string,
  relation: ReviewedRelation,
  status: DecisionStatus,
  signature: Signature,
): RelationChange {
  if (relation.status === status) return { putRecords: [], remove: [] };
  const { decision } = relation;
  const record =
    decision === undefined
      ? newRelation({ ...statementOf(text, relation), status }, signature)
      : redecideRelation(decision.relation, status, signature);
  return { putRecords: [record], remove: [] };
}

/** The change that puts one record in the place of another, which says something else of the same mentions. */
export function replaceRelation(
  text: string,
  relation: ReviewedRelation & Required<Pick<ReviewedRelation, "decision">>,
  successor: Relation,
  signature: Signature,
): RelationChange {
  const former = relation.decision.relation;
  const hasSameEnds = successor.source === former.source && successor.target === former.target;
  const saysTheSame = successor.type === former.type && (hasSameEnds || SYMMETRIC_TYPES.has(former.type));
  if (saysTheSame) return { putRecords: [successor], remove: [former.id] };
  const { putRecords, remove } = retire(text, relation, signature);
  return { putRecords: [...putRecords, successor], remove };
}

/**
 * Takes a relation back in favour of another. Where the text is found to say it, or somebody else said it before, it has to be
 * rejected, or it would come up again.
 */
function retire(text: string, relation: ReviewedRelation, signature: Signature): RelationChange {
  const { status, found, decision, overruled } = relation;
  if (found !== undefined || overruled.length > 0) return withStatus(text, relation, "rejected", signature);
  return { putRecords: [], remove: decision === undefined || status === "rejected" ? [] : [decision.relation.id] };
}

/** What a relation says, at the places of its mentions. */
function statementOf(
  text: string,
  { type, modality, source, target, decision }: ReviewedRelation,
): Pick<Relation, "type" | "modality" | "source" | "target"> {
  return {
    type,
    ...(modality === "asserted" ? {} : { modality }),
    source: decision?.relation.source ?? quoteOf(text, source),
    target: decision?.relation.target ?? quoteOf(text, target),
  };
}
