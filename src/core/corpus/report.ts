import { isCandidate } from "../annotations/candidate";
import { allAtOnce, type Steps } from "../steps";
import { type Facet, FACETS, facetOf } from "../taxonomy/scheme";
import type { Taxonomy } from "../taxonomy/taxonomy";
import { cooccurrenceInSteps } from "./cooccurrence";
import type { CorpusDocument } from "./corpus-document";
import { compareText, countClassesInSteps, countEntitiesInSteps, type MentionCount } from "./counts";
import { dateOf, titleOf } from "./document-facts";
import { type KeyPassage, keyPassagesInSteps } from "./key-passages";
import { mentionKey } from "../tagger/mention-key";
import { layoutNetworkInSteps, type Network } from "./network";
import { type Timeline, timelineInSteps } from "./timeline";
import { wordCount } from "./word-count";

/** A file that the report says nothing about. */
export interface LeftOutFile {
  readonly path: string;
  /** Why, and what to do: a whole sentence for people. */
  readonly reason: string;
}

export interface ReportOptions {
  /** What the corpus is called. */
  readonly title: string;
  /** What the documents were tagged with. */
  readonly taxonomy: Pick<Taxonomy, "packs" | "entities" | "classes">;
  /** The version of HealthGeo. */
  readonly version: string;
  /** Whether people's decisions count. */
  readonly withDecisions: boolean;
  /** Whether names were proposed that the taxonomy lacks. */
  readonly withDiscovery: boolean;
  readonly leftOut?: readonly LeftOutFile[];
  /** The date that the report bears; without it, that of the newest document, so that the same corpus gives the same report. */
  readonly date?: string;
}

/** What a row of a ranking is: a named thing, a kind of thing, or a name that is only proposed. */
export type RankedKind = "entity" | "generic" | "candidate";

export interface RankedRow extends MentionCount {
  readonly kind: RankedKind;
  readonly classLabel: string;
}

/** What a corpus mentions of a facet. */
export interface FacetRanking {
  readonly facet: Facet;
  readonly mentions: number;
  /** Different entities and generic terms. */
  readonly keys: number;
  /** Documents that mention any. */
  readonly documents: number;
  /** Most frequent first; not all. */
  readonly rows: readonly RankedRow[];
}

export interface ReportedDocument {
  readonly path: string;
  readonly title: string;
  readonly date: string | undefined;
  readonly words: number;
  readonly mentions: number;
  readonly facets: Readonly<Record<Facet, number>>;
}

export interface ThemeCount {
  readonly label: string;
  readonly documents: number;
}

export interface RelationCount {
  readonly source: string;
  /** With how the documents state it where they do not assert it. */
  readonly type: string;
  readonly target: string;
  readonly passages: number;
}

export interface ReportFigures {
  readonly documents: number;
  readonly words: number;
  readonly mentions: number;
  /** Mentions that a person confirmed or made. */
  readonly accepted: number;
  /** Mentions of names that the taxonomy lacks, and nobody accepted. */
  readonly candidates: number;
  /** Different entities and generic terms. */
  readonly keys: number;
}

/** Everything that a report of a corpus says, in any form; see `reportAsHtml` and `reportAsMarkdown`. */
export interface CorpusReport extends Pick<ReportOptions, "title" | "version" | "withDecisions" | "withDiscovery"> {
  readonly date: string | undefined;
  readonly figures: ReportFigures;
  readonly facets: readonly FacetRanking[];
  readonly classes: readonly MentionCount[];
  /** Those with most mentions first; all of them. */
  readonly documents: readonly ReportedDocument[];
  readonly timeline: Timeline;
  readonly network: Network;
  readonly passages: readonly KeyPassage[];
  /** Undefined where no document was classified. */
  readonly themes: readonly ThemeCount[] | undefined;
  /** Undefined where nobody looked for relations. */
  readonly relations: readonly RelationCount[] | undefined;
  readonly leftOut: readonly LeftOutFile[];
  readonly packs: readonly { readonly id: string; readonly title: string; readonly version: string }[];
}

const RANKING_LENGTH = 25;
const PASSAGES = 12;
const RELATIONS = 40;
/** More make a drawing that nobody can read. */
const NETWORK = { top: 40, links: 80, width: 960, height: 640 };
/** A timeline of more months is told in years. */
const MOST_MONTHS = 36;

/** Puts together what a corpus says. The same documents and options give the same report, whatever the day. */
export function corpusReport(documents: readonly CorpusDocument[], options: ReportOptions): CorpusReport {
  return allAtOnce(corpusReportInSteps(documents, options));
}

/** `corpusReport`, a document a step. */
export function* corpusReportInSteps(
  documents: readonly CorpusDocument[],
  options: ReportOptions,
): Steps<CorpusReport> {
  const { title, taxonomy, version, withDecisions, withDiscovery, leftOut = [] } = options;
  const rows = yield* countEntitiesInSteps(documents, taxonomy);
  const reported = yield* reportedDocuments(documents);
  const pairing = { window: "sentence", by: "entity", top: NETWORK.top, labels: taxonomy } as const;
  const together = yield* cooccurrenceInSteps(documents, pairing);
  const known = yield* kindsOf(documents);
  const labels = new Map(rows.map(({ key, label }) => [key, label]));
  return {
    title,
    version,
    withDecisions,
    withDiscovery,
    date: options.date ?? newest(reported),
    figures: yield* figuresOf(documents, rows),
    facets: FACETS.map((facet) => rankingOf(facet, rows, reported, (key) => known.get(key) ?? "candidate", taxonomy)),
    classes: yield* countClassesInSteps(documents, taxonomy),
    documents: reported.sort((a, b) => b.mentions - a.mentions || compareText(a.path, b.path)),
    timeline: yield* readableTimeline(documents),
    network: yield* layoutNetworkInSteps(together, NETWORK),
    passages: yield* keyPassagesInSteps(documents, PASSAGES),
    themes: themesOf(documents),
    relations: relationsOf(documents, labels),
    leftOut,
    packs: taxonomy.packs.map(({ id, title: name, version: of }) => ({ id, title: name, version: of })),
  };
}

function* figuresOf(documents: readonly CorpusDocument[], rows: readonly MentionCount[]): Steps<ReportFigures> {
  const figures = { documents: documents.length, words: 0, mentions: 0, accepted: 0, candidates: 0, keys: rows.length };
  for (const document of documents) {
    figures.words += wordCount(document);
    for (const { status, by } of document.mentions) {
      figures.mentions++;
      if (status === "accepted") figures.accepted++;
      if (isCandidate({ by, status })) figures.candidates++;
    }
    yield;
  }
  return figures;
}

function rankingOf(
  facet: Facet,
  all: readonly MentionCount[],
  documents: readonly ReportedDocument[],
  kindOf: (key: string) => RankedKind,
  { classes }: Pick<Taxonomy, "classes">,
): FacetRanking {
  const rows = all.filter((row) => row.facet === facet);
  const counts = documents.map(({ facets }) => facets[facet]);
  return {
    facet,
    mentions: counts.reduce((sum, count) => sum + count, 0),
    keys: rows.length,
    documents: counts.filter((count) => count > 0).length,
    rows: rows.slice(0, RANKING_LENGTH).map((row) => {
      return { ...row, kind: kindOf(row.key), classLabel: classes.get(row.class)?.label ?? row.class };
    }),
  };
}

/** The kinds of what is mentioned, without what is only proposed. */
function* kindsOf(documents: readonly CorpusDocument[]): Steps<ReadonlyMap<string, RankedKind>> {
  const kinds = new Map<string, RankedKind>();
  for (const { mentions } of documents) {
    for (const mention of mentions) {
      if (!isCandidate(mention)) kinds.set(mentionKey(mention), mention.entity === undefined ? "generic" : "entity");
    }
    yield;
  }
  return kinds;
}

function* reportedDocuments(documents: readonly CorpusDocument[]): Steps<ReportedDocument[]> {
  const reported: ReportedDocument[] = [];
  for (const document of documents) {
    reported.push(reportedDocument(document));
    yield;
  }
  return reported;
}

function reportedDocument(document: CorpusDocument): ReportedDocument {
  const { path, text, mentions } = document;
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, 0])) as Record<Facet, number>;
  for (const mention of mentions) facets[facetOf(mention.class)]++;
  const [title, date] = [titleOf(text, path), dateOf(text, path)];
  return { path, title, date, words: wordCount(document), mentions: mentions.length, facets };
}

function newest(documents: readonly ReportedDocument[]): string | undefined {
  return documents
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1);
}

function* readableTimeline(documents: readonly CorpusDocument[]): Steps<Timeline> {
  const months = yield* timelineInSteps(documents, { by: "month" });
  if (months.periods.length <= MOST_MONTHS && months.undated.length === 0) return months;
  const years = yield* timelineInSteps(documents, { by: "year" });
  const isReadable = months.periods.length <= MOST_MONTHS && months.undated.length === years.undated.length;
  return isReadable ? months : years;
}

function themesOf(documents: readonly CorpusDocument[]): ThemeCount[] | undefined {
  if (documents.every(({ themes }) => themes === undefined)) return undefined;
  const counts = new Map<string, { label: string; documents: number }>();
  for (const { id, label } of documents.flatMap(({ themes = [] }) => [
    ...new Map(themes.map((each) => [each.id, each])).values(),
  ])) {
    const count = counts.get(id);
    if (count === undefined) counts.set(id, { label, documents: 1 });
    else count.documents++;
  }
  return [...counts.values()].sort((a, b) => b.documents - a.documents || compareText(a.label, b.label));
}

function relationsOf(
  documents: readonly CorpusDocument[],
  labels: ReadonlyMap<string, string>,
): RelationCount[] | undefined {
  if (documents.every(({ relations }) => relations === undefined)) return undefined;
  const counts = new Map<string, RelationCount & { passages: number }>();
  for (const { source, type: name, modality, target } of documents.flatMap(({ relations = [] }) => relations)) {
    const type = modality === undefined ? name : `${name} (${modality})`;
    const id = JSON.stringify([source, type, target]);
    const count = counts.get(id);
    if (count !== undefined) count.passages++;
    else
      counts.set(id, { source: labels.get(source) ?? source, type, target: labels.get(target) ?? target, passages: 1 });
  }
  return [...counts.entries()]
    .sort(([idA, a], [idB, b]) => b.passages - a.passages || compareText(idA, idB))
    .slice(0, RELATIONS)
    .map(([, count]) => count);
}
