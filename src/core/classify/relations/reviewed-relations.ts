import type { ReviewStatus } from "../../annotations/decision";
import type { PlacedRelation } from "../../annotations/placed-relation";
import { type Relation, type RelationType, SYMMETRIC_TYPES } from "../../annotations/relation";
import { overlaps, type Span } from "../../text/span";
import type { Modality } from "./modality";
import type { FoundRelation } from "./relation-mention";

/** An end of a relation: where it stands, in UTF-16 code units of the document, and its words. */
export interface ReviewedEnd extends Span {
  readonly text: string;
}

/** A relation of a document with what a person said of it; without a decision it is a suggestion. */
export interface ReviewedRelation {
  readonly type: RelationType;
  readonly modality: Modality;
  readonly source: ReviewedEnd;
  readonly target: ReviewedEnd;
  readonly status: ReviewStatus;
  /** What the text is found to say; absent where a person alone says it, or where the text does so no more. */
  readonly found?: FoundRelation;
  /** What a person said of it; where several did, the latest counts. */
  readonly decision?: PlacedRelation;
  /** What others, or the same person in another copy, said of it before. */
  readonly overruled: readonly Relation[];
}

/** What a text is found to relate and what people decided on that, as one. Both lists are sorted by place. */
export interface RelationReview {
  /** Suggested and accepted ones. */
  readonly relations: readonly ReviewedRelation[];
  /** Rejected ones, also where the text is found to say them no more. */
  readonly rejected: readonly ReviewedRelation[];
}

/**
 * Joins the relations found in a document with people's decisions on them. A decision holds for what is found of the same type
 * between the same mentions; of decisions on one relation, the latest holds. One that an accepted relation says is shown
 * once, with the modality that the person gave it.
 */
export function reviewRelations(found: readonly FoundRelation[], decided: readonly PlacedRelation[]): RelationReview {
  const verdicts = verdictsOf(decided);
  const matched = new Set<Verdict>();
  const suggested = found.flatMap((relation): ReviewedRelation[] => {
    const verdict = verdicts.find(({ decision }) => isSame(statementOf(relation), statementOfDecision(decision)));
    if (verdict === undefined) return [suggestion(relation)];
    if (matched.has(verdict)) return [];
    matched.add(verdict);
    return [decidedRelation(verdict, relation)];
  });
  const unmatched = verdicts.filter((verdict) => !matched.has(verdict)).map((verdict) => decidedRelation(verdict));
  const all = [...suggested, ...unmatched].sort(byPlace);
  return {
    relations: all.filter(({ status }) => status !== "rejected"),
    rejected: all.filter(({ status }) => status === "rejected"),
  };
}

/** The decisions that hold, of those on one relation the latest, as far as they accept one; sorted by place. */
export function acceptedRelations(decided: readonly PlacedRelation[]): PlacedRelation[] {
  return reviewRelations([], decided).relations.flatMap(({ decision }) => decision ?? []);
}

/** The latest decision on a relation, and those before it. */
interface Verdict {
  readonly decision: PlacedRelation;
  readonly overruled: Relation[];
}

function verdictsOf(decided: readonly PlacedRelation[]): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const decision of [...decided].sort(byLatest)) {
    const statement = statementOfDecision(decision);
    const later = verdicts.find((verdict) => isSame(statement, statementOfDecision(verdict.decision)));
    if (later === undefined) verdicts.push({ decision, overruled: [] });
    else later.overruled.push(decision.relation);
  }
  return verdicts;
}

function byLatest({ relation: a }: PlacedRelation, { relation: b }: PlacedRelation): number {
  return Date.parse(b.time) - Date.parse(a.time) || (a.id < b.id ? -1 : 1);
}

/** What tells one relation from another. */
interface Statement {
  readonly type: RelationType;
  readonly source: Span;
  readonly target: Span;
}

function statementOf({ type, source, target }: FoundRelation): Statement {
  return { type, source: source.mention, target: target.mention };
}

function statementOfDecision({ relation: { type }, source, target }: PlacedRelation): Statement {
  return { type, source, target };
}

/** Whether two say the same: a mention may have become longer since, and some relations hold both ways. */
function isSame(a: Statement, b: Statement): boolean {
  if (a.type !== b.type) return false;
  if (overlaps(a.source, b.source) && overlaps(a.target, b.target)) return true;
  return SYMMETRIC_TYPES.has(a.type) && overlaps(a.source, b.target) && overlaps(a.target, b.source);
}

function suggestion(found: FoundRelation): ReviewedRelation {
  const { type, modality, source, target } = found;
  return { type, modality, source: source.mention, target: target.mention, status: "suggested", found, overruled: [] };
}

function decidedRelation({ decision, overruled }: Verdict, found?: FoundRelation): ReviewedRelation {
  const { relation, source, target } = decision;
  return {
    type: relation.type,
    modality: relation.modality ?? "asserted",
    source: { ...source, text: relation.source.quote },
    target: { ...target, text: relation.target.quote },
    status: relation.status ?? "accepted",
    ...(found === undefined ? {} : { found }),
    decision,
    overruled,
  };
}

function byPlace(a: ReviewedRelation, b: ReviewedRelation): number {
  return a.source.start - b.source.start || a.target.start - b.target.start || a.type.localeCompare(b.type);
}
