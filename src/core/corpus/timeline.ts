import { allAtOnce, type Steps } from "../steps";
import { FACETS, type Facet, facetOf } from "../taxonomy/scheme";
import type { CorpusDocument } from "./corpus-document";
import { dateOf } from "./document-facts";
import { mentionKey } from "../tagger/mention-key";

export interface TimelineOptions {
  readonly by: "month" | "year";
  /** Only mentions of this entity, generic term (see `mentionKey`) or class count; all if absent. */
  readonly key?: string;
}

/** What was written in a month or year. */
export interface TimelinePeriod {
  /** `2024-03` or `2024`. */
  readonly period: string;
  readonly documents: number;
  readonly mentions: number;
  readonly facets: Readonly<Record<Facet, number>>;
  /** Paths of the documents, in the order of the corpus. */
  readonly paths: readonly string[];
}

export interface Timeline {
  /** From the first to the last one with documents, none left out between them. */
  readonly periods: readonly TimelinePeriod[];
  /** Paths of documents whose date is not known, or not known well enough to tell the month. */
  readonly undated: readonly string[];
}

/** Documents and their mentions over time; by months unless told otherwise. */
export function timeline(documents: readonly CorpusDocument[], options: TimelineOptions = { by: "month" }): Timeline {
  return allAtOnce(timelineInSteps(documents, options));
}

/** `timeline`, a document or a period a step. */
export function* timelineInSteps(
  documents: readonly CorpusDocument[],
  options: TimelineOptions = { by: "month" },
): Steps<Timeline> {
  const dated = new Map<string, CorpusDocument[]>();
  const undated: string[] = [];
  const length = options.by === "month" ? "2024-03".length : "2024".length;
  for (const document of documents) {
    const period = dateOf(document.text, document.path)?.slice(0, length);
    if (period?.length !== length) undated.push(document.path);
    else if (dated.has(period)) dated.get(period)!.push(document);
    else dated.set(period, [document]);
    yield;
  }
  const periods: TimelinePeriod[] = [];
  for (const period of periodsBetween([...dated.keys()].sort())) {
    periods.push(yield* periodOf(period, dated.get(period) ?? [], options.key));
  }
  return { periods, undated };
}

function* periodOf(
  period: string,
  documents: readonly CorpusDocument[],
  key: string | undefined,
): Steps<TimelinePeriod> {
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, 0])) as Record<Facet, number>;
  for (const { mentions } of documents) {
    for (const mention of mentions) {
      if (key === undefined || mention.class === key || mentionKey(mention) === key) facets[facetOf(mention.class)]++;
    }
    yield;
  }
  const mentions = FACETS.reduce((sum, facet) => sum + facets[facet], 0);
  return { period, documents: documents.length, mentions, facets, paths: documents.map(({ path }) => path) };
}

function periodsBetween(sorted: readonly string[]): string[] {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const periods = [first];
  for (let period = first; period < last; periods.push(period)) period = following(period);
  return periods;
}

function following(period: string): string {
  const [year, month] = period.split("-").map(Number) as [number, number?];
  if (month === undefined) return String(year + 1);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
}
