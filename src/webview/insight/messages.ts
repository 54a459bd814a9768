/**
 * What the Insight page and the extension say to each other, beside what all pages say. Plain data.
 * Offsets are UTF-16 code units, `end` exclusive.
 */
import {
  type CommonHostMessage,
  type CommonPageMessage,
  type CommonTexts,
  type Facet,
  keptValues,
  type Notice,
  oneOf,
  type Scope,
  SCOPES,
} from "../shared/messages";

export const UNITS = ["class", "entity"] as const;
export type Unit = (typeof UNITS)[number];

/** Whether words that name nothing in particular, such as “health data”, count beside what has a name. */
export const ITEM_KINDS = ["entities", "all"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What is set against what: entities against classes, or entities against each other. */
export const PAIRINGS = ["entity-class", "entity-entity"] as const;
export type Pairing = (typeof PAIRINGS)[number];

/** How near two mentions stand that count as one co-occurrence. */
export const WINDOWS = ["sentence", "paragraph", "document"] as const;
export type Window = (typeof WINDOWS)[number];

export const MEASURES = ["count", "pmi", "log-likelihood"] as const;
export type Measure = (typeof MEASURES)[number];

/** How co-occurrence is drawn. The page alone decides on it. */
export const SHAPES = ["matrix", "network"] as const;
export type Shape = (typeof SHAPES)[number];

/** How many items a plot shows at most. */
export const LIMITS = [10, 20, 40, 80] as const;

/** What the person chose to see. */
export interface InsightOptions {
  readonly scope: Scope;
  readonly limit: number;
  readonly items: ItemKind;
  readonly unit: Unit;
  readonly pairing: Pairing;
  readonly window: Window;
  readonly measure: Measure;
  /** Key of the item whose dispersion is shown; absent: the most frequent one. */
  readonly dispersed?: string;
  /** Path of the document whose themes are shown passage by passage; empty or absent: those of all documents side by side. */
  readonly themed?: string;
}

export const DEFAULT_OPTIONS: InsightOptions = {
  scope: "open",
  limit: 20,
  items: "entities",
  unit: "entity",
  pairing: "entity-entity",
  window: "paragraph",
  measure: "count",
};

/** A class or an entity that is counted. */
export interface Item {
  /** What the core counts under: a class, an entity, or a class with words that name no entity. */
  readonly key: string;
  readonly label: string;
  readonly facet: Facet;
}

/** How often an item is mentioned. */
export interface Frequency extends Item {
  readonly mentions: number;
  readonly documents: number;
}

export interface FrequencySection {
  readonly rows: readonly Frequency[];
  /** How many more there are than `rows` shows. */
  readonly more: number;
}

/** Two items that stand together; `row` and `column` are places in the lists of the section. */
export interface Pair {
  readonly row: number;
  readonly column: number;
  /** In how many windows both stand. */
  readonly count: number;
  /** By the measure that was asked for; bits for PMI. */
  readonly value: number;
}

export interface CooccurrenceSection {
  readonly rows: readonly Frequency[];
  /** Those of `rows` where entities are set against each other; each pair is then named once, with `row` < `column`. */
  readonly columns: readonly Frequency[];
  readonly pairs: readonly Pair[];
  readonly isSymmetric: boolean;
  readonly more: number;
}

/** Mentions that stand so close that one mark shows them. */
export interface Place {
  /** Of the first mention. */
  readonly start: number;
  readonly end: number;
  /** Where in the document: 0 is its beginning, 1 its end. */
  readonly at: number;
  readonly mentions: number;
}

export interface DispersedDocument {
  readonly path: string;
  readonly mentions: number;
  readonly places: readonly Place[];
}

export interface DispersionSection {
  readonly item: Item;
  /** Items whose dispersion can be asked for, the most frequent first. */
  readonly choices: readonly Item[];
  /** Those that mention the item, in the order of their paths. */
  readonly documents: readonly DispersedDocument[];
  readonly more: number;
  /** Gries's deviation of proportions over documents, 0 even to 1 uneven; absent where there is one document. */
  readonly deviation?: number;
}

/** The mentions of a facet in what was written in a stretch of time. */
export interface TimelineCount {
  /** ISO 8601: `2024` or `2024-05`. */
  readonly period: string;
  readonly facet: Facet;
  readonly mentions: number;
  readonly documents: number;
}

export interface TimelineSection {
  /** From the first to the last one, with those that nothing was written in. */
  readonly periods: readonly string[];
  readonly rows: readonly TimelineCount[];
  /** Documents that carry no date. */
  readonly undated: number;
}

/** How often documents have a theme. */
export interface ThemeCount {
  readonly theme: string;
  readonly label: string;
  /** Documents with a passage that has it, as a report counts. */
  readonly documents: number;
  readonly passages: number;
}

export interface ThemedDocument {
  readonly path: string;
  /** Passages that have any theme. */
  readonly passages: number;
}

/** A theme in a document; `theme` and `document` are places in the lists of the section. */
export interface ThemeCell {
  readonly theme: number;
  readonly document: number;
  readonly passages: number;
  /** Of the passages of the document that have any theme, those that have this one: 0 to 1. */
  readonly share: number;
}

/** Passages of one document that have a theme and stand so close that one mark shows them. */
export interface ThemePlace {
  /** A place in the list of themes. */
  readonly theme: number;
  readonly start: number;
  readonly end: number;
  /** Where in the document they begin and end: 0 is its beginning, 1 its end. */
  readonly from: number;
  readonly to: number;
  readonly passages: number;
}

/** The themes of passages: by document, or along one document. */
export interface ThemesSection {
  /** Those of most documents first. */
  readonly themes: readonly ThemeCount[];
  /** Documents that can be asked for by themselves, in the order of their paths. */
  readonly choices: readonly string[];
  /** In the order of their paths; the one document where one is shown by itself. */
  readonly documents: readonly ThemedDocument[];
  /** How many documents with themes there are beyond `documents`. */
  readonly more: number;
  readonly cells: readonly ThemeCell[];
  /** Absent where documents stand side by side. */
  readonly places?: readonly ThemePlace[];
}

export interface Summary {
  readonly documents: number;
  readonly mentions: number;
  readonly entities: number;
}

/** Everything the page shows; what the documents cannot carry is absent. */
export interface Insight {
  readonly summary: Summary;
  readonly frequency: FrequencySection;
  readonly cooccurrence: CooccurrenceSection;
  readonly dispersion?: DispersionSection;
  readonly timeline?: TimelineSection;
  /** Absent too while passages are still being read for the first time. */
  readonly themes?: ThemesSection;
}

export type SectionName = Exclude<keyof Insight, "summary">;

export type HostMessage =
  | CommonHostMessage<InsightOptions>
  | {
      readonly kind: "insight";
      readonly options: InsightOptions;
      readonly insight: Insight;
      /** What is wrong, such as a pack with an error, and what is missing. */
      readonly notices: readonly Notice[];
    };

/** Mentions that a mark stands for, or passages with a theme. Every part that is there narrows them down. */
export interface PassageQuery {
  /** For the heading of the list. */
  readonly title: string;
  readonly key?: string;
  /** Key of an item that has to stand in the same window. */
  readonly together?: string;
  readonly window?: Window;
  readonly facet?: Facet;
  readonly period?: string;
  /** Passages that have this theme, in place of mentions. */
  readonly theme?: string;
  /** Path of the one document. */
  readonly path?: string;
  /** The stretch of the document: what begins in it. */
  readonly start?: number;
  readonly end?: number;
}

export type Cell = string | number;

/** The data of a plot as rows. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What only this page asks for. */
export type InsightRequest =
  | { readonly kind: "reveal"; readonly path: string; readonly start: number; readonly end: number }
  | { readonly kind: "passages"; readonly query: PassageQuery }
  | { readonly kind: "saveTable"; readonly name: string; readonly table: Table }
  | { readonly kind: "saveSvg"; readonly name: string; readonly source: string }
  /** `bytes` is a PNG image. */
  | { readonly kind: "savePng"; readonly name: string; readonly bytes: Uint8Array }
  /** A mistake of the page's own, for the log. */
  | { readonly kind: "failed"; readonly message: string };

export type PageMessage = CommonPageMessage<InsightOptions> | InsightRequest;

/** Options as a page kept them, which an older version may have written: what is unknown falls back. */
export function readOptions(kept: unknown): InsightOptions {
  const given = keptValues(kept);
  const { dispersed, themed } = given;
  return {
    scope: oneOf(SCOPES, given["scope"], DEFAULT_OPTIONS.scope),
    limit: oneOf<number>(LIMITS, given["limit"], DEFAULT_OPTIONS.limit),
    items: oneOf(ITEM_KINDS, given["items"], DEFAULT_OPTIONS.items),
    unit: oneOf(UNITS, given["unit"], DEFAULT_OPTIONS.unit),
    pairing: oneOf(PAIRINGS, given["pairing"], DEFAULT_OPTIONS.pairing),
    window: oneOf(WINDOWS, given["window"], DEFAULT_OPTIONS.window),
    measure: oneOf(MEASURES, given["measure"], DEFAULT_OPTIONS.measure),
    ...(typeof dispersed === "string" ? { dispersed } : {}),
    ...(typeof themed === "string" ? { themed } : {}),
  };
}

/** The words of the page, beside what all pages say. */
export interface Texts extends CommonTexts {
  readonly more: string;
  readonly plotHint: string;
  readonly limit: string;
  readonly items: string;
  readonly itemKinds: Readonly<Record<ItemKind, string>>;
  readonly unit: string;
  readonly units: Readonly<Record<Unit, string>>;
  readonly pairing: string;
  readonly pairings: Readonly<Record<Pairing, string>>;
  readonly window: string;
  readonly windows: Readonly<Record<Window, string>>;
  readonly measure: string;
  readonly measures: Readonly<Record<Measure, string>>;
  readonly shape: string;
  readonly shapes: Readonly<Record<Shape, string>>;
  readonly item: string;
  readonly sections: Readonly<Record<SectionName, string>>;
  readonly about: Readonly<Record<SectionName, string>>;
  readonly deviation: string;
  readonly undated: string;
  readonly leftOut: string;
  /** Names of marks, and titles of the lists that they open. */
  readonly frequencyMark: string;
  readonly pairMark: string;
  readonly nodeMark: string;
  readonly placeMark: string;
  readonly placesMark: string;
  readonly timelineMark: string;
  readonly themeMark: string;
  readonly themePlaceMark: string;
  readonly pair: string;
  /** Heads of columns. */
  readonly facet: string;
  readonly mentions: string;
  readonly document: string;
  readonly firstOfPair: string;
  readonly secondOfPair: string;
  readonly together: string;
  readonly position: string;
  readonly period: string;
  readonly theme: string;
  readonly passages: string;
  readonly share: string;
  readonly end: string;
  /** Of the choice of a document whose themes are shown by themselves. */
  readonly allDocuments: string;
}
