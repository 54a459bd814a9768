import { fill } from "../shared/messages";
import { matrixCells } from "./matrix";
import type {
  CooccurrenceSection,
  DispersionSection,
  FrequencySection,
  Measure,
  PageMessage,
  Table,
  Texts,
  ThemesSection,
  TimelineSection,
  Window,
} from "./messages";
import { cellTarget, placeTarget } from "./theme-targets";

/** The data behind a plot; `targets` says for each row what it leads to. */
export interface PlotTable extends Table {
  readonly targets: readonly PageMessage[];
}

export function frequencyTable({ rows }: FrequencySection, texts: Texts): PlotTable {
  return {
    columns: [texts.item, texts.facet, texts.mentions, texts.documents],
    rows: rows.map(({ label, facet, mentions, documents }) => [label, texts.facets[facet], mentions, documents]),
    targets: rows.map(({ key, label }) => ({ kind: "passages", query: { title: label, key } })),
  };
}

/** Each pair once, the strongest first. */
export function cooccurrenceTable(
  section: CooccurrenceSection,
  { measure, window }: { readonly measure: Measure; readonly window: Window },
  texts: Texts,
): PlotTable {
  const { rows, columns } = section;
  const pairs = matrixCells({ ...section, isSymmetric: false }).sort((a, b) => b.value - a.value);
  const counts = measure === "count";
  return {
    columns: [texts.firstOfPair, texts.secondOfPair, texts.together, ...(counts ? [] : [texts.measures[measure]])],
    rows: pairs.map(({ row, column, count, value }) => [
      rows[row]!.label,
      columns[column]!.label,
      count,
      ...(counts ? [] : [rounded(value)]),
    ]),
    targets: pairs.map(({ row, column }) => {
      const [first, second] = [rows[row]!, columns[column]!];
      const title = fill(texts.pair, first.label, second.label);
      return { kind: "passages", query: { title, key: first.key, together: second.key, window } };
    }),
  };
}

export function dispersionTable({ documents }: DispersionSection, texts: Texts): PlotTable {
  const places = documents.flatMap(({ path, places: inOne }) => inOne.map((place) => ({ path, ...place })));
  return {
    columns: [texts.document, texts.position, texts.mentions],
    rows: places.map(({ path, at, mentions }) => [path, rounded(at), mentions]),
    targets: places.map(({ path, start, end }) => ({ kind: "reveal", path, start, end })),
  };
}

export function timelineTable({ rows }: TimelineSection, texts: Texts): PlotTable {
  return {
    columns: [texts.period, texts.facet, texts.mentions, texts.documents],
    rows: rows.map(({ period, facet, mentions, documents }) => [period, texts.facets[facet], mentions, documents]),
    targets: rows.map(({ period, facet }) => {
      const title = fill(texts.pair, period, texts.facets[facet]);
      return { kind: "passages", query: { title, period, facet } };
    }),
  };
}

/** Each theme of each document; of one document by itself, each of its places. */
export function themesTable({ themes, documents, cells, places }: ThemesSection, texts: Texts): PlotTable {
  const path = documents[0]?.path ?? "";
  if (places !== undefined) {
    return {
      columns: [texts.theme, texts.position, texts.end, texts.passages],
      rows: places.map(({ theme, from, to, passages }) => [themes[theme]!.label, rounded(from), rounded(to), passages]),
      targets: places.map((place) => placeTarget(place, themes[place.theme]!, path)),
    };
  }
  return {
    columns: [texts.document, texts.theme, texts.passages, texts.share],
    rows: cells.map(({ theme, document, passages, share }) => {
      return [documents[document]!.path, themes[theme]!.label, passages, rounded(share)];
    }),
    targets: cells.map(({ theme, document }) => cellTarget(themes[theme]!, documents[document]!, texts)),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
