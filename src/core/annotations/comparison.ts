import { overlaps, type Span } from "../text/span";
import type { Mention } from "../tagger/mention";
import { type Annotation, annotationsOf } from "./annotator";
import { byTime } from "./chronology";
import { classifyMention, type DecisionStamp, type DocumentText, type Label, rejectMention } from "./decide";
import type { Decision } from "./decision";
import type { LedgerChange } from "./ledger/ledger";

/**
 * How two annotators differ at a place.
 * `class`, `entity`: both accepted the same span, as something else. `boundary`: both accepted a span here, but not the
 * same. `existence`: one accepted the span, the other rejected it. `presence`: one accepted a span, the other is silent.
 */
export const DIFFERENCE_KINDS = ["class", "entity", "boundary", "existence", "presence"] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** A place on which two annotators differ, from the first unit that one of them marked to the last. */
export interface Difference extends Span {
  readonly kind: DifferenceKind;
  /** What the first annotator decided; absent where that one is silent. */
  readonly a?: Annotation;
  /** What the second annotator decided. */
  readonly b?: Annotation;
  /** Curated decisions on what either decided, the earliest first. */
  readonly curated: readonly Decision[];
  /** Whether one of them is later than what both decided. */
  readonly isSettled: boolean;
}

export interface AnnotatorComparison {
  /** Sorted by place. */
  readonly differences: readonly Difference[];
  /** How many spans both accepted, of the same class and entity, or both rejected. */
  readonly agreed: number;
}

/** What an adjudicator decides: that one annotator is right, that there is no mention, or that it is something else. */
export type Adjudication = "a" | "b" | "neither" | Label;

/**
 * Where two annotators differ on a text. Spans are paired that are the same, then those that share the most text. That one
 * rejected a span on which the other is silent is no difference: both say there is no mention.
 */
export function compareAnnotations(
  a: readonly Annotation[],
  b: readonly Annotation[],
  curated: readonly Decision[] = [],
): AnnotatorComparison {
  const sameSpan = new Map(b.map((each) => [spanKey(each), each]));
  const exact = a.flatMap((one): AnnotationPair[] => {
    const other = sameSpan.get(spanKey(one));
    return other === undefined ? [] : [{ a: one, b: other }];
  });
  const paired = new Set(exact.flatMap((pair) => [pair.a, pair.b]));
  const isLeft = (each: Annotation) => !paired.has(each) && each.status === "accepted";
  const rest = pairByOverlap(a.filter(isLeft), b.filter(isLeft));
  const differences = [...exact, ...rest].flatMap((pair) => differenceOf(pair, curated) ?? []);
  return {
    differences: differences.sort(byPlace),
    agreed: exact.filter(({ a: one, b: other }) => kindOf(one, other) === undefined).length,
  };
}

/** The contradicting decisions that a merge left, as differences between the standing one and the contested one. */
export function conflictsOfMerge(
  text: string,
  mentions: readonly Mention[],
  decisions: readonly Decision[],
): Difference[] {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const curated = decisions.filter(({ curates }) => curates !== undefined);
  // They stand on one span, of which a review of both would show the later one only.
  const placeOf = (decision: Decision) => annotationsOf(text, mentions, [decision])[0];
  const conflicts = decisions.flatMap((standing) =>
    (standing.conflictsWith ?? []).flatMap((id): Difference[] => {
      const contested = byId.get(id);
      if (contested === undefined || byTime(standing, contested) < 0) return [];
      const [a, b] = [placeOf(standing), placeOf(contested)];
      const difference = a === undefined || b === undefined ? undefined : differenceOf({ a, b }, curated);
      return difference === undefined ? [] : [difference];
    }),
  );
  return conflicts.sort(byPlace);
}

/**
 * The curated decisions that settle a difference, signed by the adjudicator, in place of those that did before. They stand
 * beside the decisions of the annotators, which stay as they are, and hold because they are later.
 */
export function adjudicate(
  text: DocumentText,
  { a, b, curated }: Difference,
  adjudication: Adjudication,
  stamp: DecisionStamp,
): LedgerChange {
  const sides = [a, b].filter((side) => side !== undefined);
  const curates = sides.map(({ decision }) => decision.id);
  const curator: DecisionStamp = { ...stamp, id: (decision) => stamp.id({ ...decision, curates }) };
  const marked = distinctSpans(sides.filter(({ status }) => status === "accepted"));
  const chosen = adjudication === "a" ? a : adjudication === "b" ? b : marked[0];
  const label = typeof adjudication === "object" ? adjudication : chosen;
  const isMention = adjudication !== "neither" && chosen?.status === "accepted";
  const decided =
    isMention && label !== undefined
      ? [classifyMention(text, chosen, label, curator)]
      : marked.map((each) => rejectMention(text, each, "mention", curator));
  const put = decided.map((decision) => ({ ...decision, curates }));
  const replaced = curated.map(({ id }) => id).filter((id) => put.every((decision) => decision.id !== id));
  return { put, remove: replaced };
}

interface AnnotationPair {
  readonly a?: Annotation;
  readonly b?: Annotation;
}

function differenceOf(pair: AnnotationPair, curated: readonly Decision[]): Difference | undefined {
  const kind = kindOf(pair.a, pair.b);
  if (kind === undefined) return undefined;
  const sides = [pair.a, pair.b].filter((side) => side !== undefined);
  const onThis = curated.filter(({ curates }) => sides.some(({ decision }) => curates?.includes(decision.id)));
  return {
    start: Math.min(...sides.map(({ start }) => start)),
    end: Math.max(...sides.map(({ end }) => end)),
    kind,
    ...pair,
    curated: onThis.sort(byTime),
    isSettled: onThis.some((decision) => sides.every((side) => settles(decision, side.decision))),
  };
}

function kindOf(a: Annotation | undefined, b: Annotation | undefined): DifferenceKind | undefined {
  if (a === undefined || b === undefined) return "presence";
  if (a.status !== b.status) return "existence";
  if (a.status === "rejected") return undefined;
  if (spanKey(a) !== spanKey(b)) return "boundary";
  if (a.class !== b.class) return "class";
  return a.entity === b.entity ? undefined : "entity";
}

/** Whoever decides again after the adjudication reopens it. */
function settles(curated: Decision, decision: Decision): boolean {
  return curated.curates?.includes(decision.id) === true && byTime(curated, decision) >= 0;
}

/** Pairs accepted spans that overlap, those that share the most first; what is left stands alone. */
function pairByOverlap(a: readonly Annotation[], b: readonly Annotation[]): AnnotationPair[] {
  const candidates = overlapping(a, b).sort((x, y) => shared(y) - shared(x));
  const paired = new Set<Annotation>();
  const pairs = candidates.filter((pair) => {
    if (paired.has(pair.a) || paired.has(pair.b)) return false;
    paired.add(pair.a).add(pair.b);
    return true;
  });
  const isAlone = (each: Annotation) => !paired.has(each);
  return [
    ...pairs,
    ...a.filter(isAlone).map((each) => ({ a: each })),
    ...b.filter(isAlone).map((each) => ({ b: each })),
  ];
}

/** The pairs of spans that overlap; both lists are sorted, and neither overlaps itself. */
function overlapping(a: readonly Annotation[], b: readonly Annotation[]): Required<AnnotationPair>[] {
  const pairs: Required<AnnotationPair>[] = [];
  let first = 0;
  for (const one of a) {
    while ((b[first]?.end ?? Infinity) <= one.start) first += 1;
    for (let at = first; at < b.length && overlaps(one, b[at]!); at++) pairs.push({ a: one, b: b[at]! });
  }
  return pairs;
}

function shared({ a, b }: Required<AnnotationPair>): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

function distinctSpans(annotations: readonly Annotation[]): Annotation[] {
  return [...new Map(annotations.map((each) => [spanKey(each), each])).values()];
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

function spanKey({ start, end }: Span): string {
  return `${start}:${end}`;
}
