import { type Facet, FACETS } from "../taxonomy/scheme";
import type { KeyPassage } from "./key-passages";
import type { CorpusReport, FacetRanking } from "./report";
import { counted, FACET_TITLES, facetSummary, KIND_LABELS, methodOf, networkSummary, percent } from "./report-words";

/** What the forms of a report share: its sections, with the figures in their tables. */
export interface ReportSection {
  /** Fit for an address in a page. */
  readonly id: string;
  readonly title: string;
  readonly parts: readonly ReportPart[];
}

export type ReportPart =
  | { readonly kind: "sentence"; readonly text: string }
  | ({ readonly kind: "table" } & ReportTable)
  | { readonly kind: "passage"; readonly passage: KeyPassage }
  /** The drawing of the network; a table beside it has the same figures. */
  | { readonly kind: "drawing" };

export interface ReportTable {
  readonly caption: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** So many first cells of a row say what it is about. */
  readonly rowHeads: number;
}

export interface ReportColumn {
  /** Empty for bars. */
  readonly title: string;
  readonly kind: "text" | "number" | "bar";
}

export type ReportCell =
  | string
  /** A count. */
  | number
  /** A number as it is to be written. */
  | { readonly figure: string }
  | { readonly facet: Facet }
  | ReportBar;

/** A length beside its number, in one or several parts. */
export interface ReportBar {
  readonly parts: readonly { readonly value: number; readonly facet?: Facet }[];
  /** What the longest bar of the column stands for. */
  readonly most: number;
}

/** Documents beyond are counted, not listed. */
const DOCUMENTS = 200;

const BAR: ReportColumn = { title: "", kind: "bar" };

export function sectionsOf(report: CorpusReport): ReportSection[] {
  return [
    contentsSection(report),
    ...report.facets.map(rankingSection),
    ...themesSection(report),
    ...relationsSection(report),
    networkSection(report),
    ...timelineSection(report),
    passagesSection(report),
    documentsSection(report),
    methodSection(report),
  ];
}

function contentsSection({ facets, classes, figures }: CorpusReport): ReportSection {
  const most = classes[0]?.mentions ?? 0;
  const facetTable = table(
    "Facets",
    [text("Facet"), number("Mentions"), BAR, number("Share"), number("Entities and terms"), number("Documents")],
    facets.map(({ facet, mentions, keys, documents }) => {
      const share = { figure: percent(mentions, figures.mentions) };
      return [{ facet }, mentions, bar(mentions, figures.mentions, facet), share, keys, documents];
    }),
  );
  const classTable = table(
    "Classes",
    [text("Class"), text("Facet"), number("Mentions"), BAR, number("Documents")],
    classes.map(({ label, facet, mentions, documents }) => {
      return [label, FACET_TITLES[facet], mentions, bar(mentions, most, facet), documents];
    }),
  );
  return { id: "contents", title: "What is in it", parts: [facetTable, classTable] };
}

function rankingSection(ranking: FacetRanking): ReportSection {
  const { facet, rows } = ranking;
  const title = FACET_TITLES[facet];
  const most = rows[0]?.mentions ?? 0;
  const ranked = table(
    `${title} by mentions`,
    [text("Entity or term"), text("Class"), text("Kind"), number("Mentions"), BAR, number("Documents")],
    rows.map(({ label, classLabel, kind, mentions, documents }) => {
      return [label, classLabel, KIND_LABELS[kind], mentions, bar(mentions, most, facet), documents];
    }),
  );
  return { id: facet, title, parts: [sentence(facetSummary(ranking)), ...(rows.length === 0 ? [] : [ranked])] };
}

function themesSection({ themes, figures }: CorpusReport): ReportSection[] {
  if (themes === undefined) return [];
  const rows = themes.map(({ label, documents }) => [label, documents, bar(documents, figures.documents)]);
  const columns = [text("Theme"), number("Documents"), BAR];
  return [{ id: "themes", title: "Themes", parts: [table("Themes by documents", columns, rows)] }];
}

function relationsSection({ relations }: CorpusReport): ReportSection[] {
  if (relations === undefined || relations.length === 0) return [];
  const rows = relations.map(({ source, type, target, passages }) => [source, type, target, passages]);
  const columns = [text("Source"), text("Relation"), text("Target"), number("Passages")];
  return [{ id: "relations", title: "Relations", parts: [table("Relations by passages", columns, rows)] }];
}

function networkSection(report: CorpusReport): ReportSection {
  const { nodes, links } = report.network;
  const labels = new Map(nodes.map(({ key, label }) => [key, label]));
  const rows = links.map(({ a, b, together, expected, pmi, logLikelihood }) => {
    const figures = [expected, pmi, logLikelihood].map((figure) => ({ figure: figure.toFixed(2) }));
    return [labels.get(a) ?? a, labels.get(b) ?? b, together, ...figures];
  });
  const columns = [text("One"), text("Other"), ...["Sentences", "Expected", "PMI", "G²"].map(number)];
  const pairs = table("Pairs in the network", columns, rows, 2);
  const shown: ReportPart[] = rows.length === 0 ? [] : [{ kind: "drawing" }, pairs];
  return { id: "network", title: "Network", parts: [sentence(networkSummary(report)), ...shown] };
}

function timelineSection({ timeline: { periods } }: CorpusReport): ReportSection[] {
  if (periods.length === 0) return [];
  const most = periods.reduce((max, { mentions }) => Math.max(max, mentions), 0);
  const rows = periods.map(({ period, documents, mentions, facets }) => {
    return [period, documents, mentions, stack(facets, most), ...FACETS.map((facet) => facets[facet])];
  });
  const byFacet = FACETS.map((facet) => number(FACET_TITLES[facet]));
  const columns = [text("Period"), number("Documents"), number("Mentions"), BAR, ...byFacet];
  return [{ id: "timeline", title: "Over time", parts: [table("Mentions over time", columns, rows)] }];
}

function passagesSection({ passages }: CorpusReport): ReportSection {
  const parts: ReportPart[] =
    passages.length === 0
      ? [sentence("No passage mentions two different things.")]
      : passages.map((passage) => ({ kind: "passage", passage }));
  return { id: "passages", title: "Key passages", parts };
}

function documentsSection({ documents, leftOut }: CorpusReport): ReportSection {
  const most = documents[0]?.mentions ?? 0;
  const listed = table(
    "Documents by mentions",
    [text("Document"), text("Title"), text("Date"), number("Words"), number("Mentions"), BAR],
    documents.slice(0, DOCUMENTS).map(({ path, title, date = "", words, mentions, facets }) => {
      return [path, title, date, words, mentions, stack(facets, most)];
    }),
  );
  const more = documents.length - listed.rows.length;
  const unlisted = more > 0 ? [sentence(`${counted(more, "document")} with fewer mentions are not listed.`)] : [];
  const left = leftOut.map(({ path, reason }) => [path, reason]);
  const missing = left.length > 0 ? [table("Files left out", [text("File"), text("Reason")], left)] : [];
  return { id: "documents", title: "Documents", parts: [listed, ...unlisted, ...missing] };
}

function methodSection(report: CorpusReport): ReportSection {
  const rows = report.packs.map(({ id, title, version }) => [id, title, version]);
  const packs = table("Taxonomy packs", [text("Pack"), text("Title"), text("Version")], rows);
  return { id: "method", title: "Method", parts: [...methodOf(report).map(sentence), packs] };
}

function sentence(written: string): ReportPart {
  return { kind: "sentence", text: written };
}

function table(
  caption: string,
  columns: readonly ReportColumn[],
  rows: readonly (readonly ReportCell[])[],
  rowHeads = 1,
): Extract<ReportPart, { kind: "table" }> {
  return { kind: "table", caption, columns, rows, rowHeads };
}

function text(title: string): ReportColumn {
  return { title, kind: "text" };
}

function number(title: string): ReportColumn {
  return { title, kind: "number" };
}

function bar(value: number, most: number, facet?: Facet): ReportBar {
  return { parts: [{ value, ...(facet === undefined ? {} : { facet }) }], most };
}

function stack(facets: Readonly<Record<Facet, number>>, most: number): ReportBar {
  return { parts: FACETS.map((facet) => ({ value: facets[facet], facet })), most };
}
