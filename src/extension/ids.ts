import type { Facet } from "../core";

/** Every name the manifest and the code share. A unit test holds the two together. */

/** The commands of the manifest. */
export const COMMANDS = {
  acceptMention: "healthgeo.acceptMention",
  classifyMention: "healthgeo.classifyMention",
  linkEntity: "healthgeo.linkEntity",
  extendMention: "healthgeo.extendMention",
  shrinkMention: "healthgeo.shrinkMention",
  extendMentionAtStart: "healthgeo.extendMentionAtStart",
  shrinkMentionAtStart: "healthgeo.shrinkMentionAtStart",
  rejectMention: "healthgeo.rejectMention",
  rejectInDocument: "healthgeo.rejectInDocument",
  rejectInWorkspace: "healthgeo.rejectInWorkspace",
  undoDecision: "healthgeo.undoDecision",
  undoLastDecision: "healthgeo.undoLastDecision",
  findDecisionAgain: "healthgeo.findDecisionAgain",
  discardDecision: "healthgeo.discardDecision",
  explainSelection: "healthgeo.explainSelection",
  nextMention: "healthgeo.nextMention",
  previousMention: "healthgeo.previousMention",
  showInEntities: "healthgeo.showInEntities",
  filterEntities: "healthgeo.filterEntities",
  clearEntitiesFilter: "healthgeo.clearEntitiesFilter",
  showInReview: "healthgeo.showInReview",
  filterReview: "healthgeo.filterReview",
  clearReviewFilter: "healthgeo.clearReviewFilter",
  groupReviewByClass: "healthgeo.groupReviewByClass",
  groupReviewByEntity: "healthgeo.groupReviewByEntity",
  groupReviewByConfidence: "healthgeo.groupReviewByConfidence",
  groupReviewByPlace: "healthgeo.groupReviewByPlace",
  acceptAllInReview: "healthgeo.acceptAllInReview",
  rejectAllInReview: "healthgeo.rejectAllInReview",
  classifyAllInReview: "healthgeo.classifyAllInReview",
  acceptReviewRows: "healthgeo.acceptReviewRows",
  rejectReviewRows: "healthgeo.rejectReviewRows",
  classifyReviewRows: "healthgeo.classifyReviewRows",
  openDecision: "healthgeo.openDecision",
  placeDecision: "healthgeo.placeDecision",
  discardDecisions: "healthgeo.discardDecisions",
  startReview: "healthgeo.startReview",
  endReview: "healthgeo.endReview",
  reviewNext: "healthgeo.reviewNext",
  reviewPrevious: "healthgeo.reviewPrevious",
  reviewAccept: "healthgeo.reviewAccept",
  reviewReject: "healthgeo.reviewReject",
  reviewRejectInDocument: "healthgeo.reviewRejectInDocument",
  reviewClassifyByNumber: "healthgeo.reviewClassifyByNumber",
  reviewClassify: "healthgeo.reviewClassify",
  reviewLinkEntity: "healthgeo.reviewLinkEntity",
  reviewUndo: "healthgeo.reviewUndo",
  reviewShowKeys: "healthgeo.reviewShowKeys",
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
  signDecisions: "healthgeo.signDecisions",
  compareAnnotators: "healthgeo.compareAnnotators",
  closeComparison: "healthgeo.closeComparison",
  adjudicate: "healthgeo.adjudicate",
  takeLeft: "healthgeo.takeLeft",
  takeRight: "healthgeo.takeRight",
  takeNeither: "healthgeo.takeNeither",
  takeOtherClass: "healthgeo.takeOtherClass",
  convertDecisionsToTags: "healthgeo.convertDecisionsToTags",
  convertTagsToDecisions: "healthgeo.convertTagsToDecisions",
  writeTagsToFrontMatter: "healthgeo.writeTagsToFrontMatter",
  classifyPassage: "healthgeo.classifyPassage",
  rejectTheme: "healthgeo.rejectTheme",
  writeThemesToFrontMatter: "healthgeo.writeThemesToFrontMatter",
  addMemo: "healthgeo.addMemo",
  addDocumentMemo: "healthgeo.addDocumentMemo",
  saveMemo: "healthgeo.saveMemo",
  cancelMemo: "healthgeo.cancelMemo",
  editMemo: "healthgeo.editMemo",
  saveMemoEdit: "healthgeo.saveMemoEdit",
  cancelMemoEdit: "healthgeo.cancelMemoEdit",
  deleteMemo: "healthgeo.deleteMemo",
  resolveMemo: "healthgeo.resolveMemo",
  reopenMemo: "healthgeo.reopenMemo",
  addRelation: "healthgeo.addRelation",
  editRelation: "healthgeo.editRelation",
  reverseRelation: "healthgeo.reverseRelation",
  deleteRelation: "healthgeo.deleteRelation",
  acceptRelation: "healthgeo.acceptRelation",
  acceptRelationAs: "healthgeo.acceptRelationAs",
  rejectRelation: "healthgeo.rejectRelation",
  showRejectedRelations: "healthgeo.showRejectedRelations",
  hideRejectedRelations: "healthgeo.hideRejectedRelations",
  groupRelationsByType: "healthgeo.groupRelationsByType",
  groupRelationsByActor: "healthgeo.groupRelationsByActor",
  copyTaxonomySnippet: "healthgeo.copyTaxonomySnippet",
  pasteTaxonomySnippet: "healthgeo.pasteTaxonomySnippet",
  exportCodeSnippets: "healthgeo.exportCodeSnippets",
  addToPack: "healthgeo.addToPack",
  promoteCandidates: "healthgeo.promoteCandidates",
  showInTaxonomy: "healthgeo.showInTaxonomy",
  filterTaxonomy: "healthgeo.filterTaxonomy",
  clearTaxonomyFilter: "healthgeo.clearTaxonomyFilter",
  findAllMentions: "healthgeo.findAllMentions",
  insertLabel: "healthgeo.insertLabel",
  insertTag: "healthgeo.insertTag",
  writeReport: "healthgeo.writeReport",
  importDocument: "healthgeo.importDocument",
  openDefinition: "healthgeo.openDefinition",
  openInsight: "healthgeo.openInsight",
  openDependencyMap: "healthgeo.openDependencyMap",
  scanWorkspace: "healthgeo.scanWorkspace",
  showUnreadFiles: "healthgeo.showUnreadFiles",
  concordanceOfEntity: "healthgeo.concordanceOfEntity",
  chooseConcordance: "healthgeo.chooseConcordance",
  sortConcordance: "healthgeo.sortConcordance",
  filterConcordance: "healthgeo.filterConcordance",
  clearConcordanceFilter: "healthgeo.clearConcordanceFilter",
  acceptConcordanceLines: "healthgeo.acceptConcordanceLines",
  rejectConcordanceLines: "healthgeo.rejectConcordanceLines",
  exportConcordance: "healthgeo.exportConcordance",
  groupEntities: "healthgeo.groupEntities",
  chooseEntitiesScope: "healthgeo.chooseEntitiesScope",
  acceptEntityRows: "healthgeo.acceptEntityRows",
  rejectEntityRows: "healthgeo.rejectEntityRows",
  classifyEntityRows: "healthgeo.classifyEntityRows",
  copyEntityRows: "healthgeo.copyEntityRows",
  hideEntityClasses: "healthgeo.hideEntityClasses",
  showHiddenClasses: "healthgeo.showHiddenClasses",
} as const;

/** Commands that only our own links and tree rows call; the leading underscore keeps them out of the palette. */
export const INTERNAL_COMMANDS = {
  goToMention: "_healthgeo.goToMention",
  showMoreInReview: "_healthgeo.showMoreInReview",
  showMoreEntities: "_healthgeo.showMoreEntities",
  openEvidence: "_healthgeo.openEvidence",
  explainPackTest: "_healthgeo.explainPackTest",
  /** Takes a text and what a tagger says of it. */
  showExplanation: "_healthgeo.showExplanation",
  runPackTest: "_healthgeo.runPackTest",
  goToDifference: "_healthgeo.goToDifference",
  /** Takes a passage and shows what its themes rest on. */
  showThemes: "_healthgeo.showThemes",
} as const;

/** The views of the manifest. */
export const VIEWS = {
  entities: "healthgeo.entities",
  review: "healthgeo.review",
  comparison: "healthgeo.comparison",
  taxonomy: "healthgeo.taxonomy",
  relations: "healthgeo.relations",
  concordance: "healthgeo.concordance",
} as const;

/** Panels in the editor area; VS Code brings them back by these when a window opens again. */
export const PANELS = {
  insight: "healthgeo.insight",
  dependencyMap: "healthgeo.dependencyMap",
} as const;

/** The context keys that conditions of the manifest ask for. */
export const CONTEXT_KEYS = {
  /** What the Entities view shows: one of `EntitiesState`. */
  entitiesState: "healthgeo.entitiesState",
  /** Whether the active editor's document has mentions. */
  hasMentions: "healthgeo.hasMentions",
  /** Whether the active editor's document is one we tag. */
  isTagged: "healthgeo.isTagged",
  entitiesFiltered: "healthgeo.entitiesFiltered",
  /** Whether the Entities view leaves classes out. */
  classesHidden: "healthgeo.classesHidden",
  /** What the Review view shows: one of `ReviewState`. */
  reviewState: "healthgeo.reviewState",
  reviewFiltered: "healthgeo.reviewFiltered",
  /** How the Review view groups: one of `Grouping`. */
  reviewGrouping: "healthgeo.reviewGrouping",
  /** How the Relations view groups: one of `RelationGrouping`. */
  relationGrouping: "healthgeo.relationGrouping",
  /** Whether the Relations view lists rejected ones too. */
  rejectedRelationsShown: "healthgeo.rejectedRelationsShown",
  /** Whether single keys decide in the active editor. */
  inReview: "healthgeo.inReview",
  /** What the Taxonomy view shows: one of `TaxonomyState`. */
  taxonomyState: "healthgeo.taxonomyState",
  taxonomyFiltered: "healthgeo.taxonomyFiltered",
  /** Whether the Concordance view lists anything, and whether it lists a part of it only. */
  hasConcordance: "healthgeo.hasConcordance",
  concordanceFiltered: "healthgeo.concordanceFiltered",
  highlightsShown: "healthgeo.highlightsShown",
  canUndoDecision: "healthgeo.canUndoDecision",
  /** Whether the annotations of two annotators are being compared. */
  isComparing: "healthgeo.isComparing",
  /** Whether a hover has explained a mention in this session; completes a step of the walkthrough. */
  hoverShown: "healthgeo.hoverShown",
} as const;

/** What the Entities view has to say, by which the manifest chooses what an empty one tells. */
export type EntitiesState =
  "noDocument" | "unsupported" | "tooLong" | "binary" | "pending" | "failed" | "empty" | "noMatch" | "ready";

/** The Review view is empty for the same reasons as the Entities view, or because everything is decided. */
export type ReviewState = EntitiesState | "done";

/** What the Taxonomy view has to say, by which the manifest chooses what an empty one tells. */
export type TaxonomyState = "pending" | "failed" | "noMatch" | "ready";

/** What all settings begin with. */
export const SETTINGS_SECTION = "healthgeo";
/** The settings of the manifest, by their names below `SETTINGS_SECTION`. */
export const SETTINGS = {
  highlightEnabled: "highlight.enabled",
  highlightFacets: "highlight.facets",
  maxFileSize: "maxFileSize",
  author: "author",
  discovery: "discovery",
  completionTrigger: "completion.trigger",
  completionInsert: "completion.insert",
  scanInclude: "scan.include",
  scanExclude: "scan.exclude",
  scanMaxFileSize: "scan.maxFileSize",
  sharedTaxonomies: "taxonomy.shared",
  themeMarks: "themes.marks",
} as const;

/** Theme colours of a facet, as the manifest declares them. */
export interface FacetColors {
  /** Underlines and icons. */
  readonly foreground: string;
  /** Outline of a candidate. */
  readonly candidate: string;
  /** Tint of a suggestion. */
  readonly background: string;
  /** Tint of a mention that somebody accepted. */
  readonly acceptedBackground: string;
}

/** The theme colours of the manifest. */
export const COLORS: Readonly<Record<Facet, FacetColors>> = {
  actor: colorsOf("actor"),
  infrastructure: colorsOf("infrastructure"),
  sovereignty: colorsOf("sovereignty"),
};

/** The id of the walkthrough of the manifest. */
export const WALKTHROUGH = "start";

function colorsOf(facet: Facet): FacetColors {
  return {
    foreground: `healthgeo.${facet}Foreground`,
    candidate: `healthgeo.${facet}Candidate`,
    background: `healthgeo.${facet}Background`,
    acceptedBackground: `healthgeo.${facet}AcceptedBackground`,
  };
}
