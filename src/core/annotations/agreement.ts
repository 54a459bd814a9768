import { type LabelledSpan, score } from "../evaluation/scores";
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
  /**
   * F1 of the accepted spans, with the same class, by exact span and by a shared code unit. It is the same whoever is
   * taken for the reference. Hripcsak, G. and Rothschild, A. S. (2005). Agreement, the F-measure, and reliability in
   * information retrieval. JAMIA 12, 296–298.
   */
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
  const marked = markedSpans(documents, annotators);
  const classes = classesIn(documents, annotators);
  const disagreements = new Map(classes.map((id) => [id, disagreementOn(id, documents, annotators)]));
  return {
    annotators,
    documents: documents.length,
    overall: figures(units, marked, [...disagreements.values()]),
    classes: Object.fromEntries(
      classes.map((id) => {
        const ofClass = marked.map((pair) => pair.map((spans) => spans.filter((span) => span.class === id)));
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

/** For each document the accepted spans of each of two annotators. */
type MarkedSpans = readonly (readonly (readonly LabelledSpan[])[])[];

function figures(
  units: readonly CodingUnit[],
  marked: MarkedSpans,
  disagreements: readonly UnitizingDisagreement[],
): AgreementFigures {
  const pairs = valuePairs(units);
  const scores = score(marked.map(([gold = [], predicted = []]) => ({ gold, predicted })));
  const isMarked = scores.exactClass.gold + scores.exactClass.predicted > 0;
  return {
    units: pairs.reduce((sum, { weight }) => sum + weight, 0),
    percent: percentAgreement(pairs),
    kappa: cohenKappa(pairs),
    alpha: krippendorffAlpha(units),
    unitizingAlpha: unitizingAlpha(disagreements),
    exactF1: isMarked ? scores.exactClass.f1 : undefined,
    overlapF1: isMarked ? scores.overlapClass.f1 : undefined,
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
      const marked = acceptedSpans(document, annotator).filter((span) => span.class === classId);
      sections[column]!.push(...marked.map((span) => moved(span, length)));
    }
    length += document.length;
  }
  return unitizingDisagreement({ length, sections });
}

function markedSpans(documents: readonly AnnotatedDocument[], annotators: readonly string[]): MarkedSpans {
  return documents.map((document) => annotators.map((annotator) => acceptedSpans(document, annotator)));
}

function acceptedSpans({ annotations }: AnnotatedDocument, annotator: string): AnnotatedSpan[] {
  return (annotations.get(annotator) ?? [])
    .filter(({ status }) => status === "accepted")
    .sort((a, b) => a.start - b.start);
}

function classesIn(documents: readonly AnnotatedDocument[], annotators: readonly string[]): ClassId[] {
  const spans = markedSpans(documents, annotators).flat(2);
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
