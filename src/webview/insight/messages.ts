/**
 * What the Insight page and the extension say to each other. Plain data, and the one file that both sides share.
 * Offsets are UTF-16 code units, `end` exclusive.
 */

export const SCOPES = ["file", "open", "workspace"] as const;
export type Scope = (typeof SCOPES)[number];

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

export type Facet = "actor" | "infrastructure" | "sovereignty";

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
}

export type SectionName = Exclude<keyof Insight, "summary">;

/** What the page offers to do where there is nothing to see, or where something is wrong. */
export const ACTIONS = ["openSample", "showProblems", "showOpenFiles", "showWorkspace"] as const;
export type Action = (typeof ACTIONS)[number];

/** A sentence for the person, with what they can do about it. */
export interface Notice {
  readonly text: string;
  readonly actions: readonly { readonly action: Action; readonly label: string }[];
}

export type HostMessage =
  /** It takes a moment; while files are read, how many of how many are done. */
  | { readonly kind: "counting"; readonly done?: number; readonly total?: number }
  /** There is nothing to count. */
  | { readonly kind: "empty"; readonly options: InsightOptions; readonly notice: Notice }
  | {
      readonly kind: "insight";
      readonly options: InsightOptions;
      readonly insight: Insight;
      /** What is wrong, such as a pack with an error. */
      readonly notice?: Notice;
    };

/** Mentions that a mark stands for. Every part that is there narrows them down. */
export interface PassageQuery {
  /** For the heading of the list. */
  readonly title: string;
  readonly key?: string;
  /** Key of an item that has to stand in the same window. */
  readonly together?: string;
  readonly window?: Window;
  readonly facet?: Facet;
  readonly period?: string;
}

export type Cell = string | number;

/** The data of a plot as rows. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export type PageMessage =
  | { readonly kind: "show"; readonly options: InsightOptions }
  | { readonly kind: "reveal"; readonly path: string; readonly start: number; readonly end: number }
  | { readonly kind: "passages"; readonly query: PassageQuery }
  | { readonly kind: "saveTable"; readonly name: string; readonly table: Table }
  | { readonly kind: "saveSvg"; readonly name: string; readonly source: string }
  /** `bytes` is a PNG image. */
  | { readonly kind: "savePng"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "act"; readonly action: Action }
  /** A mistake of the page's own, for the log. */
  | { readonly kind: "failed"; readonly message: string };

/** Options as a page kept them, which an older version may have written: what is unknown falls back. */
export function readOptions(kept: unknown): InsightOptions {
  const given = typeof kept === "object" && kept !== null ? (kept as Readonly<Record<string, unknown>>) : {};
  const dispersed = given["dispersed"];
  return {
    scope: oneOf(SCOPES, given["scope"], DEFAULT_OPTIONS.scope),
    limit: oneOf<number>(LIMITS, given["limit"], DEFAULT_OPTIONS.limit),
    items: oneOf(ITEM_KINDS, given["items"], DEFAULT_OPTIONS.items),
    unit: oneOf(UNITS, given["unit"], DEFAULT_OPTIONS.unit),
    pairing: oneOf(PAIRINGS, given["pairing"], DEFAULT_OPTIONS.pairing),
    window: oneOf(WINDOWS, given["window"], DEFAULT_OPTIONS.window),
    measure: oneOf(MEASURES, given["measure"], DEFAULT_OPTIONS.measure),
    ...(typeof dispersed === "string" ? { dispersed } : {}),
  };
}

function oneOf<T>(known: readonly T[], given: unknown, fallback: T): T {
  return known.find((each) => each === given) ?? fallback;
}

/** The words of the page, in the language of the editor. `{0}` and so on stand for what is filled in. */
export interface Texts {
  readonly title: string;
  readonly counting: string;
  readonly reading: string;
  readonly summary: string;
  readonly more: string;
  readonly nothing: string;
  readonly plotHint: string;
  readonly scope: string;
  readonly scopes: Readonly<Record<Scope, string>>;
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
  readonly facets: Readonly<Record<Facet, string>>;
  readonly legend: string;
  readonly table: string;
  readonly save: string;
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
  readonly pair: string;
  /** Heads of columns. */
  readonly facet: string;
  readonly mentions: string;
  readonly documents: string;
  readonly document: string;
  readonly firstOfPair: string;
  readonly secondOfPair: string;
  readonly together: string;
  readonly position: string;
  readonly period: string;
}

/** Puts `values` where `{0}`, `{1}` and so on stand. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
