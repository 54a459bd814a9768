/** The only door of the core: what the extension, the command line and library users may use. */
export { formatProblem, type Problem, type RelatedPlace } from "./problem";

export { applyEdit, contains, type Edit, overlaps, type Span } from "./text/span";
export { formatOfPath, isTextFormat, TEXT_FORMATS, type TextFormat } from "./text/format";
export { LineIndex } from "./text/lines";
export { type Passage, readPassages } from "./text/passages";

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
  Term,
} from "./taxonomy/model";
export { parsePack } from "./taxonomy/pack-parser";
export { type CompiledPacks, extendTaxonomy, decodeCompiledPacks } from "./taxonomy/compiled-packs";
export { addIgnoredTerm, newWorkspacePack } from "./taxonomy/pack-edit";
export { compileTaxonomy, type Taxonomy } from "./taxonomy/taxonomy";
export { checkTaxonomy } from "./taxonomy/check";
export { checkingTaxonomy } from "./taxonomy/checking";
export { diffPacks, type TaxonomyChange } from "./taxonomy/pack-diff";
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

export { formatPack } from "./taxonomy/pack-format";
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
export { describeRule, type RuleSummary, tagsForRules } from "./tagger/rule-words";

export {
  extractRelations,
  type FoundRelation,
  type Modality,
  type RelatableMention,
  type RelationEnd,
  RelationIndex,
  type RelationInput,
} from "./classify/relations";
export {
  dependencyMap,
  type DependencyMap,
  type MapDocument,
  type MapEdge,
  type MapNode,
  type MapPlace,
} from "./classify/dependency-map";
export { dependencyMapGraphml } from "./classify/dependency-map-graphml";
export { dependencyMapSvg } from "./classify/dependency-map-svg";
export { type RelationComparison, type RelationScores, scoreRelations } from "./evaluation/relation-scores";
export type { Evidence, Mention, MentionOrigin } from "./tagger/mention";
export { createTagger, type DocumentOptions, type Tagger, type TaggerOptions } from "./tagger/tagger";
export { LOCAL_ENTITY_PREFIX } from "./tagger/candidates";
export type { ExplainedReading, Explanation } from "./tagger/explain";
export type { NearMiss } from "./tagger/near-misses";
export type { Session } from "./tagger/session";
export { type PackTestReport, runPackTest, runPackTests } from "./tagger/pack-tests";
export { checkRuleExamples } from "./tagger/rule-examples";

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
export { type DecisionIdentifier, decisionIdOf } from "./annotations/decision-id";
export {
  type ClassPredicate,
  type Ledger,
  type LedgerChange,
  parseLedger,
  serializeLedger,
  updateLedger,
} from "./annotations/ledger";
export { type DecisionHistory, lostChange } from "./annotations/lost-change";
export { documentPathOf, LEDGER_FOLDER, type LedgerPath, ledgerPathOf } from "./annotations/ledger-path";
export { anchor, anchorAll, type Anchoring, candidatesOf, type NotPlaced } from "./annotations/anchoring";
export { OccurrenceIndex } from "./annotations/occurrences";
export { quoteOf } from "./annotations/quote";
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
export type { LedgerRecord } from "./annotations/record";
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
export type { Signature } from "./annotations/signature";
export { type LedgerMerge, type MergeConflict, mergeLedgers } from "./annotations/merge";
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
export { type FrontMatterChange, writeTagsToFrontMatter } from "./inline/front-matter";
export { type TagLabel } from "./inline/tag-syntax";
export { writeTag } from "./inline/write-tag";
export { editBetween } from "./taxonomy/pack-insert";
export { type BroaderRefusal, refusalOfBroader, setBroader } from "./taxonomy/pack-broader";
export { readSnippet, type Snippet, writeSnippet } from "./taxonomy/snippet";
export { conflictsOf, type SnippetConflict } from "./taxonomy/snippet-conflicts";
export { type MergedPart, mergeSnippet, type SnippetMerge } from "./taxonomy/snippet-merge";
export { selectedSnippet } from "./taxonomy/snippet-selection";
export { corpusDocument, type CorpusDocument } from "./corpus/corpus-document";
