import { documentProfile, type CorpusDocument, type ReviewedTheme, type ThemeShare } from "../../../core";
import type {
  InsightOptions,
  ThemeCell,
  ThemeCount,
  ThemePlace,
  ThemesSection,
} from "../../../webview/insight/messages";
import { MAX_CHOICES, slotOf } from "./plot-limits";

/** A document with the themes that hold in its passages, sorted by passage. */
export interface DocumentThemes {
  readonly document: CorpusDocument;
  readonly themes: readonly ReviewedTheme[];
}

interface Profiled extends DocumentThemes {
  readonly profile: readonly ThemeShare[];
  /** Passages that have any theme. */
  readonly passages: number;
}

/** The themes of a corpus as the Insight page shows them; undefined where no passage has any. */
export function themesSection(
  documents: readonly DocumentThemes[],
  { themed, limit }: Pick<InsightOptions, "themed" | "limit">,
  labelOf: (theme: string) => string,
): ThemesSection | undefined {
  const all = documents.filter(({ themes }) => themes.length > 0).map(profiled);
  if (all.length === 0) return undefined;
  const sole = documents.length === 1 ? all[0] : all.find(({ document }) => document.path === themed);
  const shown = sole === undefined ? mostThemed(all, limit) : [sole];
  const themes = countThemes(sole === undefined ? all : [sole], labelOf);
  const places = new Map(themes.map(({ theme }, place) => [theme, place]));
  return {
    themes,
    choices: documents.length === 1 ? [] : all.slice(0, MAX_CHOICES).map(({ document }) => document.path),
    documents: shown.map(({ document, passages }) => ({ path: document.path, passages })),
    more: sole === undefined ? all.length - shown.length : 0,
    cells: shown.flatMap(({ profile }, document) => profile.map((share) => cellOf(share, document, places))),
    ...(sole === undefined ? {} : { places: placesIn(sole, places) }),
  };
}

function profiled({ document, themes }: DocumentThemes): Profiled {
  const passages = new Set(themes.map(({ start }) => start)).size;
  return { document, themes, passages, profile: documentProfile(themes) };
}

/** In the order of their paths. */
function mostThemed(documents: readonly Profiled[], limit: number): Profiled[] {
  const chosen = [...documents].sort((a, b) => b.passages - a.passages).slice(0, limit);
  return documents.filter((each) => chosen.includes(each));
}

/** Those of most documents first, in the order of reports. */
function countThemes(documents: readonly Profiled[], labelOf: (theme: string) => string): ThemeCount[] {
  const counts = new Map<string, { documents: number; passages: number }>();
  for (const { theme, passages } of documents.flatMap(({ profile }) => profile)) {
    const count = counts.get(theme) ?? { documents: 0, passages: 0 };
    counts.set(theme, { documents: count.documents + 1, passages: count.passages + passages });
  }
  return [...counts]
    .map(([theme, count]) => ({ theme, label: labelOf(theme), ...count }))
    .sort((a, b) => b.documents - a.documents || b.passages - a.passages || (a.label < b.label ? -1 : 1));
}

function cellOf(
  { theme, passages, share }: ThemeShare,
  document: number,
  places: ReadonlyMap<string, number>,
): ThemeCell {
  return { theme: places.get(theme)!, document, passages, share };
}

/** The passages with themes from the beginning of a document to its end; those too close to be told apart are one place. */
function placesIn({ document, themes }: Profiled, rows: ReadonlyMap<string, number>): ThemePlace[] {
  const { length } = document.text;
  const lastOf = new Map<string, number>();
  const places: ThemePlace[] = [];
  for (const { theme, start, end } of themes) {
    const [from, to] = [start / length, end / length];
    const at = lastOf.get(theme);
    const last = at === undefined ? undefined : places[at];
    if (at !== undefined && last !== undefined && slotOf(last.from) === slotOf(from)) {
      places[at] = { ...last, end, to, passages: last.passages + 1 };
    } else {
      lastOf.set(theme, places.length);
      places.push({ theme: rows.get(theme)!, start, end, from, to, passages: 1 });
    }
  }
  return places.sort((a, b) => a.theme - b.theme || a.start - b.start);
}
