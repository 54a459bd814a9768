/** The only door of the core: what the extension, the command line and library users may use. */
export { formatProblem, type Problem } from "./problem";

export { applyEdit, contains, type Edit, overlaps, type Span } from "./text/span";
export { formatOfPath, isTextFormat, TEXT_FORMATS, type TextFormat } from "./text/format";
export { LineIndex } from "./text/lines";

export { FACET_LABELS, type ClassId, FACETS, type Facet, facetOf, isClassId } from "./taxonomy/scheme";
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
export { type CompiledPacks, extendTaxonomy, parseCompiledPacks } from "./taxonomy/compiled-packs";
export { addIgnoredTerm, newWorkspacePack } from "./taxonomy/pack-edit";
export { compileTaxonomy, type Taxonomy } from "./taxonomy/taxonomy";
export { checkTaxonomy } from "./taxonomy/check";
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

export type { Evidence, Mention, MentionOrigin } from "./tagger/mention";
export { createTagger, type DocumentOptions, type Tagger } from "./tagger/tagger";
export type { ExplainedReading, Explanation } from "./tagger/explain";
export type { Session } from "./tagger/session";
export { type PackTestReport, runPackTests } from "./tagger/pack-tests";

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
export { LEDGER_FOLDER, type LedgerPath, ledgerPathOf } from "./annotations/ledger-path";
export { anchor, anchorAll, type Anchoring } from "./annotations/anchoring";
export { OccurrenceIndex } from "./annotations/occurrences";
export { quoteOf } from "./annotations/quote";
export { type Review, review } from "./annotations/review";
