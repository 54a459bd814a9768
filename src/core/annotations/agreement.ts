import type { LabelledSpan } from "../evaluation/scores";
import type { ClassId } from "../taxonomy/scheme";
import { cohenKappa } from "./agreement/cohen-kappa";
import {
  type AnnotatedDocument,
  type AnnotatedSpan,
  type CodingUnit,
  codingUnits,
  dichotomized,
  type UnitKind,
} from "./agreement/coding-units";
import { krippendorffAlpha } from "./agreement/krippendorff-alpha";
import { percentAgreement, valuePairs } from "./agreement/percent-agreement";
import { spanF1, type SpanPair } from "./agreement/span-f1";
import { unitizingAlpha, type UnitizingDisagreement, unitizingDisagreement } from "./agreement/unitizing-alpha";

/** How far two annotators agree. A figure is undefined where there is nothing to compute it from. */
export interface AgreementFigures {
  /** Units to which both gave a value: spans, or UTF-16 code units of text. */
  readonly units: number;
  /** From 0 to 1. */
  readonly percent: number | undefined;
  readonly kappa: number | undefined;
  readonly alpha: number | undefined;
  /** Of the text, whatever the kind of units. */
  readonly unitizingAlpha: number | undefined;
  /** Of the accepted spans, by exact span and by a shared code unit; both with the same class. */
  readonly exactF1: number | undefined;
  readonly overlapF1: number | undefined;
}

/** The agreement of two annotators, over the documents on which both decided something. */
export interface PairAgreement {
  readonly annotators: readonly [string, string];
  readonly documents: number;
  readonly overall: AgreementFigures;
  /** One class against everything else. */
  readonly classes: Readonly<Record<ClassId, AgreementFigures>>;
}

/** The agreement of all annotators together, which Krippendorff's alpha tells. */
export interface JointAgreement {
  /** Those on which two annotators or more decided something. */
  readonly documents: number;
  readonly alpha: number | undefined;
  readonly classes: Readonly<Record<ClassId, number | undefined>>;
}

export interface Agreement {
  readonly units: UnitKind;
  readonly annotators: readonly string[];
  readonly pairs: readonly PairAgreement[];
  readonly joint: JointAgreement;
}

/** How far annotators agree: every pair of them, and all together; overall and by class. */
export function agreement(documents: readonly AnnotatedDocument[], units: UnitKind): Agreement {
  const annotators = [...new Set(documents.flatMap(annotatorsIn))].sort();
  const pairs = annotators.flatMap((a, index) =>
    annotators.slice(index + 1).map((b) => pairAgreement(documents, [a, b], units)),
  );
  return { units, annotators, pairs, joint: jointAgreement(documents, annotators, units) };
}

function pairAgreement(
  all: readonly AnnotatedDocument[],
  annotators: readonly [string, string],
  kind: UnitKind,
): PairAgreement {
  const documents = all.filter((document) => annotators.every((name) => isIn(document, name)));
  const units = codingUnits(documents, annotators, kind);
  const [first, second] = annotators;
  const marked = documents.map((each) => ({ a: acceptedSpans(each, first), b: acceptedSpans(each, second) }));
  const classes = classesIn(documents, annotators);
  const disagreements = new Map(classes.map((id) => [id, disagreementOn(id, documents, annotators)]));
  return {
    annotators,
    documents: documents.length,
    overall: figures(units, marked, [...disagreements.values()]),
    classes: Object.fromEntries(
      classes.map((id) => {
        const only = (spans: readonly LabelledSpan[]) => spans.filter((span) => span.class === id);
        const ofClass = marked.map(({ a, b }) => ({ a: only(a), b: only(b) }));
        return [id, figures(dichotomized(units, id), ofClass, [disagreements.get(id)!])];
      }),
    ),
  };
}

function jointAgreement(
  all: readonly AnnotatedDocument[],
  annotators: readonly string[],
  kind: UnitKind,
): JointAgreement {
  const documents = all.filter((document) => annotatorsIn(document).length > 1);
  // Where silence has a meaning, it has it only for those who read the document.
  const units = documents.flatMap((document) => codingUnits([document], annotatorsIn(document), kind));
  return {
    documents: documents.length,
    alpha: krippendorffAlpha(units),
    classes: Object.fromEntries(
      classesIn(documents, annotators).map((id) => [id, krippendorffAlpha(dichotomized(units, id))]),
    ),
  };
}

function figures(
  units: readonly CodingUnit[],
  marked: readonly SpanPair[],
  disagreements: readonly UnitizingDisagreement[],
): AgreementFigures {
  const pairs = valuePairs(units);
  return {
    units: pairs.reduce((sum, { weight }) => sum + weight, 0),
    percent: percentAgreement(pairs),
    kappa: cohenKappa(pairs),
    alpha: krippendorffAlpha(units),
    unitizingAlpha: unitizingAlpha(disagreements),
    exactF1: spanF1(marked, "exact"),
    overlapF1: spanF1(marked, "overlap"),
  };
}

/** The documents stand one behind the other on one continuum. */
function disagreementOn(
  classId: ClassId,
  documents: readonly AnnotatedDocument[],
  annotators: readonly string[],
): UnitizingDisagreement {
  let length = 0;
  const sections = annotators.map((): LabelledSpan[] => []);
  for (const document of documents) {
    for (const [column, annotator] of annotators.entries()) {
      for (const span of acceptedSpans(document, annotator)) {
        if (span.class === classId) sections[column]!.push(moved(span, length));
      }
    }
    length += document.length;
  }
  return unitizingDisagreement({ length, sections });
}

function acceptedSpans({ annotations }: AnnotatedDocument, annotator: string): AnnotatedSpan[] {
  return (annotations.get(annotator) ?? [])
    .filter(({ status }) => status === "accepted")
    .sort((a, b) => a.start - b.start);
}

function classesIn(documents: readonly AnnotatedDocument[], annotators: readonly string[]): ClassId[] {
  const spans = documents.flatMap((document) => annotators.flatMap((annotator) => acceptedSpans(document, annotator)));
  return [...new Set(spans.map((span) => span.class))].sort();
}

function annotatorsIn(document: AnnotatedDocument): string[] {
  return [...document.annotations.keys()].filter((annotator) => isIn(document, annotator));
}

function isIn({ annotations }: AnnotatedDocument, annotator: string): boolean {
  return (annotations.get(annotator)?.length ?? 0) > 0;
}

function moved(span: LabelledSpan, by: number): LabelledSpan {
  return { ...span, start: span.start + by, end: span.end + by };
}
