import { overlaps, type Span, spanLength } from "../../text/span";

/** Sections of one class that each annotator marked on a continuum, such as a text. Nobody's own sections overlap. */
export interface Unitizing {
  /** Of the continuum, in the unit of the spans. */
  readonly length: number;
  /** For each annotator the sections, sorted. */
  readonly sections: readonly (readonly Span[])[];
}

/** Disagreement on one class, as shares of the squared length of the continuum. */
export interface UnitizingDisagreement {
  readonly observed: number;
  readonly expected: number;
}

/**
 * Krippendorff's alpha for unitizing: agreement on where sections of text begin and end, and of which class they are.
 * Over several classes it is 1 less the ratio of the sums of their disagreements. 1 is full agreement, 0 that of chance.
 * Undefined where nobody marked anything.
 *
 * Krippendorff, K. (1995). On the reliability of unitizing continuous data. Sociological Methodology 25, 47–76; with the
 * notation and the example of Krippendorff, K. (2004). Measuring the reliability of qualitative text analysis data.
 * Quality & Quantity 38, 787–800. Krippendorff, Mathet, Bouvry and Widlöcher (2016) found that this coefficient misleads
 * for more than two annotators, so it is best computed for pairs.
 */
export function unitizingAlpha(disagreements: readonly UnitizingDisagreement[]): number | undefined {
  const [observed, expected] = [0, 0].map((_, index) =>
    disagreements.reduce((sum, each) => sum + (index === 0 ? each.observed : each.expected), 0),
  ) as [number, number];
  return expected === 0 ? undefined : 1 - observed / expected;
}

/** The disagreement on one class that was observed, and that chance would bring about. */
export function unitizingDisagreement(unitizing: Unitizing): UnitizingDisagreement {
  return { observed: observedDisagreement(unitizing), expected: expectedDisagreement(unitizing) };
}

/** D_oc: over ordered pairs of annotators, the squared differences of their sections, over m (m - 1) L². */
function observedDisagreement({ length, sections }: Unitizing): number {
  let differences = 0;
  for (const [index, own] of sections.entries()) {
    for (const other of sections.slice(index + 1)) differences += 2 * differenceOf(own, other);
  }
  return differences / (sections.length * (sections.length - 1) * length ** 2);
}

/**
 * Two sections that overlap differ by the squared distances of their ends; one that overlaps none lies in a gap of the
 * other annotator and differs by its squared length.
 */
function differenceOf(a: readonly Span[], b: readonly Span[]): number {
  const matched = new Set<Span>();
  let difference = 0;
  let first = 0;
  for (const section of a) {
    while ((b[first]?.end ?? Infinity) <= section.start) first += 1;
    for (let at = first; at < b.length && overlaps(section, b[at]!); at++) {
      const other = b[at]!;
      difference += (section.start - other.start) ** 2 + (section.end - other.end) ** 2;
      matched.add(section).add(other);
    }
  }
  const lone = [...a, ...b].filter((section) => !matched.has(section));
  return difference + lone.reduce((sum, section) => sum + spanLength(section) ** 2, 0);
}

/**
 * D_ec: what the sections would differ by on average if they could stand anywhere. For a section of length l the
 * differences from the N - 1 others where they overlap sum to (2l³ - 3l² + l) / 3 each, and those from the gaps that can
 * hold it to l² for each place in them.
 */
function expectedDisagreement({ length, sections }: Unitizing): number {
  const lengths = sections.flat().map(spanLength);
  const gaps = sections.flatMap((own) => gapLengths(own, length));
  const total = sections.length * length;
  const differences = lengths.map(
    memoized((l) => {
      const places = gaps.reduce((sum, gap) => sum + Math.max(0, gap - l + 1), 0);
      return ((lengths.length - 1) * (2 * l ** 3 - 3 * l ** 2 + l)) / 3 + l ** 2 * places;
    }),
  );
  const impossible = lengths.reduce((sum, l) => sum + l * (l - 1), 0);
  const possible = total * (total - 1) - impossible;
  return possible === 0 ? 0 : (2 * differences.reduce((sum, each) => sum + each, 0)) / length / possible;
}

/** The lengths of what lies before, between and behind sections. */
function gapLengths(sections: readonly Span[], length: number): number[] {
  const starts = [...sections.map(({ start }) => start), length];
  const ends = [0, ...sections.map(({ end }) => end)];
  return starts.map((start, index) => start - ends[index]!).filter((gap) => gap > 0);
}

/** Sections are of few lengths, so what depends on the length alone is computed once for each. */
function memoized(compute: (length: number) => number): (length: number) => number {
  const known = new Map<number, number>();
  return (length) => {
    const value = known.get(length) ?? compute(length);
    known.set(length, value);
    return value;
  };
}
