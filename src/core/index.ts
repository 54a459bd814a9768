/** The only door of the core: what the extension, the command line and library users may use. */
export { formatProblem, type Problem, type RelatedPlace } from "./problem";

export { applyEdit, contains, type Edit, overlaps, type Span } from "./text/span";
export { formatOfPath, isTextFormat, TEXT_FORMATS, type TextFormat } from "./text/format";
export { LineIndex } from "./text/lines";
export { type Passage, readPassages } from "./text/passages";
export { PassageReader } from "./text/passage-reader";

export { FACET_LABELS, type ClassId, FACETS, type Facet, facetOf, isClassId } from "./taxonomy/scheme";
export { CASE_MODES, type CaseMode } from "./taxonomy/model";
export type {
  ClassDefinition,
  Entity,
  ExpectedMention,
  GenericTerm,
  GrammarRule,
  Pack,
  PackLayer,
  PackTest,
  Retirement,
  Term,
  Theme,
  ThemeCondition,
  ThemeRule,
} from "./taxonomy/model";
export {
  type LoadedPack,
  type PackPlaces,
  resolveSharedPacks,
  type SharedPacks,
  type SharedReference,
} from "./taxonomy/shared-packs";
export { checkRetirements } from "./taxonomy/retirement";
export { MAX_PACK_BYTES } from "./taxonomy/packs/yaml-reader";
export { isPackId, parsePack } from "./taxonomy/packs/pack-parser";
export { type CompiledPacks, extendTaxonomy, decodeCompiledPacks } from "./taxonomy/compiled-packs";
export { decodeIndex, encodeIndex } from "./taxonomy/lexicon/lexicon-codec";
export type { LexiconIndex } from "./taxonomy/lexicon/lexicon-index";
export { addIgnoredTerm, newWorkspacePack } from "./taxonomy/packs/pack-edit";
export { compileTaxonomy, indexPacks, type Taxonomy } from "./taxonomy/taxonomy";
export { checkTaxonomy } from "./taxonomy/checks/check";
export { checkingTaxonomy } from "./taxonomy/checks/checking";
export { diffPacks, type TaxonomyChange } from "./taxonomy/packs/pack-diff";
export { loadBuiltInPacks, loadDefaultTaxonomy } from "./taxonomy/built-in";
export {
  exportTaxonomy,
  importTaxonomy,
  type ImportOptions,
  isTaxonomyFormat,
  MAX_IMPORT_LENGTH,
  TAXONOMY_FILE_EXTENSIONS,
  TAXONOMY_FORMATS,
  type TaxonomyExport,
  type TaxonomyFormat,
  taxonomyFormatOfPath,
  type TaxonomyImport,
} from "./taxonomy/exchange";

export { formatPack } from "./taxonomy/packs/pack-format";
export { completePack, type PackCompletion } from "./taxonomy/authoring/pack-completion";
export { fixesFor, type KnownIds, type PackFix, updateExpectation } from "./taxonomy/authoring/pack-fixes";
export {
  type PackSymbol,
  placesOfSymbol,
  type SymbolKind,
  symbolOf,
  type SymbolPlace,
} from "./taxonomy/authoring/pack-index";
export { locateProblem, valueOfProblem } from "./taxonomy/authoring/locate-problem";
export {
  type FileEdits,
  type LedgerSource,
  refusalToRename,
  type RenameRequest,
  renameSymbol,
} from "./taxonomy/authoring/pack-rename";
export { type PackItem, type PackSection, PackSource, type PackValue, valueOf } from "./taxonomy/authoring/pack-source";
export type { ItemKind, KeyShape, ValueRole } from "./taxonomy/authoring/pack-shape";
export { summarizeTerm, type TermSummary } from "./taxonomy/authoring/term-summary";
export { describeRule, type RuleSummary, tagsForRules } from "./tagger/grammar/rule-words";

export {
  extractRelations,
  type FoundRelation,
  type Modality,
  type RelatableMention,
  type RelationEnd,
  RelationIndex,
  type RelationInput,
} from "./classify/relations";
export { type CountedRelations, countedRelations } from "./classify/relations/counted-relations";
export {
  decideRelations,
  type RelationChange,
  type RelationVerdict,
  replaceRelation,
} from "./classify/relations/decide-relations";
export {
  acceptedRelations,
  type RelationReview,
  type ReviewedRelation,
  reviewRelations,
} from "./classify/relations/reviewed-relations";
export {
  dependencyMap,
  type DependencyMap,
  type MapDocument,
  type MapEdge,
  type MapNode,
  type MapPlace,
  modalityOfEdge,
  narrowMap,
  relationAtPlace,
} from "./classify/dependency-map";
export { drawDependencyMap, type DrawnEdge, type DrawnNode, type MapDrawing } from "./classify/dependency-map-drawing";
export { dependencyMapGraphml } from "./classify/dependency-map-graphml";
export { dependencyMapSvg } from "./classify/dependency-map-svg";
export { type RelationComparison, type RelationScores, scoreRelations } from "./evaluation/relation-scores";
export type { Evidence, Mention, MentionOrigin } from "./tagger/mention";
export { mentionKey } from "./tagger/mention-key";
export { betterName, mentionName } from "./tagger/mention-name";
export type { DocumentOptions } from "./tagger/document/document-options";
export { createTagger, type Tagger, type TaggerOptions } from "./tagger/tagger";
export type { ExplainedReading, Explanation } from "./tagger/explain/explain";
export type { NearMiss } from "./tagger/explain/near-misses";
export type { Session } from "./tagger/session";
export { type PackTestReport, runPackTest, runPackTests } from "./tagger/pack-tests";
export { checkRuleExamples } from "./tagger/grammar/rule-examples";

export {
  type AssignedTheme,
  type ThemeEvidence,
  type ThemeMention,
  THEME_COMPONENTS,
  type ThemeComponent,
} from "./classify/themes/theme";
export {
  createThemeClassifier,
  type ThemeClassifier,
  type ThemeClassifierOptions,
} from "./classify/themes/theme-classifier";
export { type PlacedThemeDecision, type ReviewedTheme, reviewThemes } from "./classify/themes/reviewed-themes";
export { placeThemeDecisions } from "./classify/themes/placed-decisions";
export { documentProfile, type ThemeShare } from "./classify/themes/document-profile";
export { checkThemeExamples, type ThemesOf, themesOfText } from "./classify/themes/theme-examples";
export { describeThemeRule } from "./taxonomy/packs/theme-rule-text";

export { type ThemeComparison, scoreThemes, type ThemeScores, type ThemeSpan } from "./evaluation/theme-scores";
export { type Comparison, type LabelledSpan, type Score, score, type Scores } from "./evaluation/scores";

export {
  type Decision,
  DECISION_SCOPES,
  DECISION_STATUSES,
  type DecisionScope,
  type DecisionStatus,
  type Quote,
  type ReviewedMention,
  type ReviewStatus,
  type UnplacedDecision,
  withPlace,
} from "./annotations/decision";
export {
  acceptMention,
  addMention,
  classifyMention,
  type DecidableMention,
  type DecisionStamp,
  type Label,
  rejectMention,
} from "./annotations/decide";
export { type DecisionIdentifier, decisionIdOf, hash64 } from "./annotations/ledger/decision-id";
export {
  type ClassPredicate,
  entriesOf,
  type Ledger,
  type LedgerChange,
  type LedgerEntries,
  type LedgerEntry,
  parseLedger,
  putting,
  serializeLedger,
  updateLedger,
} from "./annotations/ledger/ledger";
export { type EntryHistory, lostChange } from "./annotations/ledger/lost-change";
export { documentPathOf, LEDGER_FOLDER, type LedgerPath, ledgerPathOf } from "./annotations/ledger/ledger-path";
export { anchor, anchorAll, type Anchoring, candidatesOf, type NotPlaced } from "./annotations/anchoring/anchoring";
export { OccurrenceIndex } from "./annotations/anchoring/occurrences";
export { quoteOf } from "./annotations/anchoring/quote";
export { isCandidate } from "./annotations/candidate";
export { type Review, review } from "./annotations/review";
export {
  answerMemo,
  type Memo,
  type MemoThread,
  type MemoThreads,
  newMemo,
  placeMemo,
  reopenMemo,
  type Resolution,
  resolveMemo,
  rewriteMemo,
  threadsOf,
} from "./annotations/memo";
export type { LedgerRecord } from "./annotations/ledger/record";
export { type PlacedRelation, placeRelations } from "./annotations/placed-relation";
export {
  newRelation,
  type Relation,
  RELATION_MODALITIES,
  RELATION_TYPES,
  type RelationModality,
  type RelationStatement,
  type RelationType,
  reverseRelation,
} from "./annotations/relation";
export { newThemeDecision, placeOfPassage, type ThemeDecision, type ThemeVerdict } from "./annotations/theme-decision";
export type { Signature } from "./annotations/ledger/signature";
export { type LedgerMerge, type MergeConflict, mergeLedgers } from "./annotations/ledger/merge";
export { type Annotation, type Annotators, annotationsOf, annotatorsOf, UNSIGNED } from "./annotations/annotator";
export {
  adjudicate,
  type Adjudication,
  type AnnotatorComparison,
  compareAnnotations,
  conflictsOfMerge,
  type Difference,
  type DifferenceKind,
} from "./annotations/comparison";
export {
  type Agreement,
  agreement,
  type AgreementFigures,
  type JointAgreement,
  type PairAgreement,
} from "./annotations/agreement";
export {
  type AnnotatedDocument,
  type AnnotatedSpan,
  type CodingUnit,
  codingUnits,
  NO_MENTION,
  UNIT_KINDS,
  type UnitKind,
} from "./annotations/agreement/coding-units";
export { cohenKappa } from "./annotations/agreement/cohen-kappa";
export { krippendorffAlpha } from "./annotations/agreement/krippendorff-alpha";
export { percentAgreement, type ValuePair, valuePairs } from "./annotations/agreement/percent-agreement";
export { spanF1, type SpanMatch, type SpanPair } from "./annotations/agreement/span-f1";
export {
  type Unitizing,
  unitizingAlpha,
  type UnitizingDisagreement,
  unitizingDisagreement,
} from "./annotations/agreement/unitizing-alpha";

export { type InlineTag, inlineTags } from "./inline/inline-tags";
export {
  applyEdits,
  invertEdits,
  type TagConversion,
  type TaggableMention,
  tagMentions,
  type TagRefusal,
  untag,
  type Untagging,
} from "./inline/convert-tags";
export { checkTags, type TagFix, type TagProblem } from "./inline/check-tags";
export { type FrontMatterChange, writeTagsToFrontMatter, writeThemesToFrontMatter } from "./inline/front-matter";
export { type TagLabel } from "./inline/tag-syntax";
export { writeTag } from "./inline/write-tag";
export { editBetween } from "./taxonomy/packs/pack-insert";
export { type BroaderRefusal, refusalOfBroader, setBroader } from "./taxonomy/packs/pack-broader";
export { isPlainTerm } from "./taxonomy/forms/expansion";
export { uniqueId } from "./taxonomy/exchange/pack-ids";
export { readSnippet, type Snippet, writeSnippet } from "./taxonomy/snippets/snippet";
export { conflictsOf, type SnippetConflict } from "./taxonomy/snippets/snippet-conflicts";
export { type MergedPart, mergeSnippet, type SnippetMerge } from "./taxonomy/snippets/snippet-merge";
export { selectedSnippet } from "./taxonomy/snippets/snippet-selection";
export {
  corpusDocument,
  type CorpusDocument,
  type DocumentRelation,
  type DocumentTheme,
} from "./corpus/corpus-document";
export { documentRelations, readRelations } from "./corpus/document-relations";
export { documentThemes } from "./corpus/document-themes";
export {
  type Cooccurrence,
  cooccurrence,
  COOCCURRENCE_WINDOWS,
  cooccurrenceInSteps,
  type CooccurrenceMarginal,
  type CooccurrenceOptions,
  type CooccurrencePair,
  type CooccurrenceWindow,
  type CorpusPart,
  countClasses,
  countClassesInSteps,
  type CountedKey,
  countEntities,
  countEntitiesInSteps,
  dateOf,
  type Dispersion,
  dispersion,
  dispersionInSteps,
  type DocumentCount,
  type DocumentDispersion,
  griesDP,
  juillandD,
  type Labels,
  logLikelihoodRatio,
  type MentionCount,
  type Timeline,
  timeline,
  timelineInSteps,
  type TimelineOptions,
  type TimelinePeriod,
  titleOf,
  wordCount,
} from "./corpus/statistics";
export { type KeyPassage, keyPassages, type QuotedText } from "./corpus/key-passages";
export { layoutNetwork, type Network, type NetworkNode, type NetworkOptions } from "./corpus/network";
export {
  type CorpusReport,
  corpusReport,
  corpusReportInSteps,
  type FacetRanking,
  type LeftOutFile,
  type RankedKind,
  type RankedRow,
  type RelationCount,
  type ReportedDocument,
  type ReportFigures,
  type ReportOptions,
  type ThemeCount,
} from "./corpus/report";
export { isReport } from "./corpus/report-mark";
export { reportAsHtml } from "./corpus/report-html";
export { reportAsMarkdown } from "./corpus/report-markdown";
export { Gitignores, Globs, NO_PROSE_GLOBS, PROSE_GLOBS, ScanRules } from "./corpus/scan-rules";
export { allAtOnce, type Steps } from "./steps";
export { csvCell, csvText } from "./text/csv-cell";
export {
  IMPORT_EXTENSIONS,
  IMPORT_FORMATS,
  importDocument,
  type ImportFormat,
  importFormatOfPath,
  MAX_DOCUMENT_BYTES,
} from "./documents/import-document";
export type { ReadOptions, ReadResult } from "./documents/read-result";
export { pageAnchor, pageAt, PageIndex } from "./documents/page-anchors";
export type { Association } from "./corpus/cooccurrence";
export {
  type EntityClassCooccurrence,
  entityClassCooccurrence,
  entityClassCooccurrenceInSteps,
  type EntityClassOptions,
  type EntityClassPair,
} from "./corpus/entity-class-cooccurrence";
export { type MarkedText, markedPage } from "./inline/marked-page";
export { isMentionOfKey, mentionsTogether } from "./corpus/mentions-together";
export {
  concordance,
  type ConcordanceLine,
  concordanceLines,
  type ConcordanceQuery,
  CONTEXT_LENGTH,
} from "./corpus/concordance";
export { concordanceCsv, concordanceMarkdown } from "./corpus/concordance-export";
export { CONCORDANCE_KEYS, type ConcordanceKey, concordanceOrder } from "./corpus/concordance-order";
export { type CachedMentions, readMentionCache, writeMentionCache } from "./corpus/mention-cache";
export { fitsText, MentionSenses, type PackedMentions } from "./corpus/packed-mentions";
export { type DiscoveredName, DiscoveredNames, type NameContext, snippetOfNames } from "./corpus/discovered-names";
