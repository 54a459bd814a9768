import type { LabelledSpan } from "../../evaluation/scores";
import type { DecisionStatus } from "../decision";

/** A span that an annotator decided on. */
export interface AnnotatedSpan extends LabelledSpan {
  readonly status: DecisionStatus;
}

/** What annotators decided on one document. One's accepted spans do not overlap, and no two of one's are the same. */
export interface AnnotatedDocument {
  /** Of the text, in UTF-16 code units. */
  readonly length: number;
  readonly annotations: ReadonlyMap<string, readonly AnnotatedSpan[]>;
}

/** The value of a unit that an annotator holds for no mention. */
export const NO_MENTION = "no mention";

/**
 * How the units are formed that annotators agree or disagree on.
 * `shared`: spans that an annotator decided on; where another did not, that one's value is missing. It asks whether those
 * who looked at the same suggestion said the same.
 * `any`: the same spans, but silence means that there is no mention. It fits those who mark a text from scratch; spans
 * that nobody marked are not counted, so the figures are lower than those of `text`.
 * `text`: every UTF-16 code unit of the text, of the class of the accepted span that it lies in, or of none.
 */
export const UNIT_KINDS = ["shared", "any", "text"] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** The values that annotators gave to a unit: a class, `NO_MENTION`, or undefined where the value is missing. */
export interface CodingUnit {
  /** One for each annotator, in one order for all units. */
  readonly values: readonly (string | undefined)[];
  /** How many units with the same values it stands for. */
  readonly weight: number;
}

/** The units of documents with the values of some annotators. */
export function codingUnits(
  documents: readonly AnnotatedDocument[],
  annotators: readonly string[],
  kind: UnitKind,
): CodingUnit[] {
  return documents.flatMap((document) => {
    const columns = annotators.map((annotator) => document.annotations.get(annotator) ?? []);
    if (kind === "text") return textUnits(document.length, columns);
    return spanUnits(columns, kind === "any" ? NO_MENTION : undefined);
  });
}

/** The same units with two values only: one class, and everything else. Missing values stay missing. */
export function dichotomized(units: readonly CodingUnit[], classId: string): CodingUnit[] {
  return units.map(({ values, weight }) => ({
    values: values.map((value) => (value === undefined || value === classId ? value : NO_MENTION)),
    weight,
  }));
}

function spanUnits(columns: readonly (readonly AnnotatedSpan[])[], silence: string | undefined): CodingUnit[] {
  const units = new Map<string, (string | undefined)[]>();
  for (const [column, spans] of columns.entries()) {
    for (const span of spans) {
      const key = `${span.start}:${span.end}`;
      const values = units.get(key) ?? columns.map(() => silence);
      values[column] = span.status === "accepted" ? span.class : NO_MENTION;
      units.set(key, values);
    }
  }
  return [...units.values()].map((values) => ({ values, weight: 1 }));
}

/** Stretches of text over which no annotator's value changes, each as heavy as it is long. */
function textUnits(length: number, columns: readonly (readonly AnnotatedSpan[])[]): CodingUnit[] {
  const marked = columns.map((spans) =>
    spans.filter(({ status }) => status === "accepted").sort((a, b) => a.start - b.start),
  );
  const bounds = new Set([0, length, ...marked.flat().flatMap(({ start, end }) => [start, end])]);
  const sorted = [...bounds].sort((a, b) => a - b);
  const next = marked.map(() => 0);
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index]!;
    const values = marked.map((spans, column) => {
      while ((spans[next[column]!]?.end ?? Infinity) <= start) next[column]! += 1;
      const span = spans[next[column]!];
      return span !== undefined && span.start <= start ? span.class : NO_MENTION;
    });
    return { values, weight: end - start };
  });
}
