import type { Facet } from "../core";

/** Every name the manifest and the code share. A unit test holds the two together. */

export const COMMANDS = {
  acceptMention: "healthgeo.acceptMention",
  classifyMention: "healthgeo.classifyMention",
  rejectMention: "healthgeo.rejectMention",
  rejectInDocument: "healthgeo.rejectInDocument",
  rejectInWorkspace: "healthgeo.rejectInWorkspace",
  undoDecision: "healthgeo.undoDecision",
  undoLastDecision: "healthgeo.undoLastDecision",
  explainSelection: "healthgeo.explainSelection",
  nextMention: "healthgeo.nextMention",
  previousMention: "healthgeo.previousMention",
  showInEntities: "healthgeo.showInEntities",
  filterEntities: "healthgeo.filterEntities",
  clearEntitiesFilter: "healthgeo.clearEntitiesFilter",
  toggleHighlights: "healthgeo.toggleHighlights",
  showHighlights: "healthgeo.showHighlights",
  hideHighlights: "healthgeo.hideHighlights",
  toggleActorHighlights: "healthgeo.toggleActorHighlights",
  toggleInfrastructureHighlights: "healthgeo.toggleInfrastructureHighlights",
  toggleSovereigntyHighlights: "healthgeo.toggleSovereigntyHighlights",
  toggleHighlightsInFile: "healthgeo.toggleHighlightsInFile",
  openSampleReport: "healthgeo.openSampleReport",
  openWorkspacePack: "healthgeo.openWorkspacePack",
  importTaxonomy: "healthgeo.importTaxonomy",
  exportTaxonomy: "healthgeo.exportTaxonomy",
  openWalkthrough: "healthgeo.openWalkthrough",
  showLog: "healthgeo.showLog",
} as const;

/** Commands that only our own links and tree rows call; the leading underscore keeps them out of the palette. */
export const INTERNAL_COMMANDS = {
  goToMention: "_healthgeo.goToMention",
  openEvidence: "_healthgeo.openEvidence",
} as const;

export const VIEWS = { entities: "healthgeo.entities" } as const;

export const CONTEXT_KEYS = {
  /** What the Entities view shows: one of `EntitiesState`. */
  entitiesState: "healthgeo.entitiesState",
  /** Whether the active editor's document has mentions. */
  hasMentions: "healthgeo.hasMentions",
  /** Whether the active editor's document is one we tag. */
  isTagged: "healthgeo.isTagged",
  entitiesFiltered: "healthgeo.entitiesFiltered",
  highlightsShown: "healthgeo.highlightsShown",
  canUndoDecision: "healthgeo.canUndoDecision",
  /** Whether a hover has explained a mention in this session; completes a step of the walkthrough. */
  hoverShown: "healthgeo.hoverShown",
} as const;

export type EntitiesState =
  "noDocument" | "unsupported" | "tooLong" | "binary" | "pending" | "failed" | "empty" | "noMatch" | "ready";

export const SETTINGS_SECTION = "healthgeo";
export const SETTINGS = {
  highlightEnabled: "highlight.enabled",
  highlightFacets: "highlight.facets",
  maxFileSize: "maxFileSize",
  author: "author",
} as const;

/** Theme colours of a facet, as the manifest declares them. */
export interface FacetColors {
  /** Underlines and icons. */
  readonly foreground: string;
  /** Tint of a suggestion. */
  readonly background: string;
  /** Tint of a mention that somebody accepted. */
  readonly acceptedBackground: string;
}

export const COLORS: Readonly<Record<Facet, FacetColors>> = {
  actor: colorsOf("actor"),
  infrastructure: colorsOf("infrastructure"),
  sovereignty: colorsOf("sovereignty"),
};

export const WALKTHROUGH = "start";

function colorsOf(facet: Facet): FacetColors {
  return {
    foreground: `healthgeo.${facet}Foreground`,
    background: `healthgeo.${facet}Background`,
    acceptedBackground: `healthgeo.${facet}AcceptedBackground`,
  };
}
