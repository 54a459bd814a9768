/** What the Dependency Map page and the extension say to each other, beside what all pages say. Plain data. */
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

/** How an edge is drawn: by what the sentences behind it say at their strongest. */
export const EDGE_MODALITIES = ["asserted", "possible", "negated"] as const;
export type EdgeModality = (typeof EDGE_MODALITIES)[number];

/** How many relations an edge has at least. */
export const SUPPORTS = [1, 2, 3, 5, 10] as const;

/** What the person chose to see. */
export interface MapOptions {
  readonly scope: Scope;
  /** Types that are not shown. */
  readonly hiddenTypes: readonly string[];
  readonly minSupport: number;
}

export const DEFAULT_OPTIONS: MapOptions = { scope: "open", hiddenTypes: [], minSupport: 1 };

/** A node where it is drawn; coordinates are CSS pixels. */
export interface PageNode {
  readonly label: string;
  /** The label, cut where it is too long for a picture. */
  readonly shortLabel: string;
  readonly facet: Facet;
  readonly degree: number;
  readonly x: number;
  readonly y: number;
  readonly labelPlace: PageLabelPlace;
}

/** A part of the picture, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where the label of a node stands, as SVG writes it: `x` by its anchor, `y` of its baseline. */
export interface PageLabelPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  /** What the label covers, at the most. */
  readonly box: Box;
  /** False where there is no room for it; it shows when somebody looks at its node. No two that are shown overlap. */
  readonly isShown: boolean;
}

/** How an edge is drawn. */
export interface PageLine {
  /** As the attribute `d` of SVG has it. */
  readonly path: string;
  readonly width: number;
  readonly isDirected: boolean;
  /** Places of its nodes in `PageMap.nodes`. */
  readonly ends: readonly [source: number, target: number];
}

/** An edge as a row; the best supported ones are drawn too. */
export interface PageEdge {
  /** What the page names it by when it asks for its sentences. */
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** A key of `typeLabels`. */
  readonly type: string;
  readonly modality: EdgeModality;
  readonly support: number;
  readonly documents: number;
  readonly line?: PageLine;
}

export interface PageMap {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PageNode[];
  /** The best supported first. */
  readonly edges: readonly PageEdge[];
  /** Edges that fulfil the choices, and how many documents there are. */
  readonly edgesInAll: number;
  readonly nodesInAll: number;
  readonly documents: number;
  /** Relations accepted by hand of which an end is no mention any more, so that it has no class. */
  readonly withoutMention: number;
}

export type HostMessage =
  | CommonHostMessage<MapOptions>
  | {
      readonly kind: "map";
      readonly options: MapOptions;
      readonly map: PageMap;
      /** What is missing. */
      readonly notices: readonly Notice[];
    };

/** What a map can be saved as, by the file extension. */
export const MAP_FILES = { svg: "SVG", graphml: "GraphML", json: "JSON" } as const;
export type MapFile = keyof typeof MAP_FILES;

/** What only this page asks for. */
export type MapRequest =
  /** To the sentences of an edge. */
  { readonly kind: "open"; readonly edge: string } | { readonly kind: "save"; readonly file: MapFile };

export type PageMessage = CommonPageMessage<MapOptions> | MapRequest;

/** Options as a page kept them, which an older version may have written: what is unknown falls back. */
export function readOptions(kept: unknown): MapOptions {
  const given = keptValues(kept);
  const hidden: unknown = given["hiddenTypes"];
  return {
    scope: oneOf(SCOPES, given["scope"], DEFAULT_OPTIONS.scope),
    hiddenTypes: Array.isArray(hidden)
      ? hidden.filter((type) => typeof type === "string")
      : DEFAULT_OPTIONS.hiddenTypes,
    minSupport: oneOf<number>(SUPPORTS, given["minSupport"], DEFAULT_OPTIONS.minSupport),
  };
}

/** The words of the page, beside what all pages say. */
export interface Texts extends CommonTexts {
  readonly about: string;
  readonly minSupport: string;
  readonly supports: string;
  readonly types: string;
  /** What each type of relation is called; the page knows the types, and their order, by this alone. */
  readonly typeLabels: Readonly<Record<string, string>>;
  readonly modalities: Readonly<Record<EdgeModality, string>>;
  readonly hint: string;
  readonly notDrawn: string;
  readonly notListed: string;
  readonly withoutMention: string;
  readonly hiddenLabels: string;
  /** Names of parts of the picture. */
  readonly edgeMark: string;
  readonly nodeMark: string;
  /** Heads of columns. */
  readonly source: string;
  readonly relation: string;
  readonly target: string;
  readonly modality: string;
  readonly support: string;
}
