import { ExtensionMode, window, type ExtensionContext } from "vscode";
import { DisposableStore, type Disposable } from "./dispose";
import { activateCompare, type Compare } from "./features/comparison/compare";
import { activateAddToPack } from "./features/taxonomy/add-to-pack";
import { activateAdjustSpan } from "./features/decisions/adjust-span";
import { activateConcordance } from "./features/concordance/concordance";
import type { ConcordanceView } from "./features/concordance/concordance-view";
import { activateContextKeys } from "./features/context-keys";
import { activateConvertTags } from "./features/tags/convert-tags";
import { activateDecide } from "./features/decisions/decide";
import { registerEntitiesCommands } from "./features/entities/entities-commands";
import { activateEntitiesView, type EntitiesView } from "./features/entities/entities-view";
import { activateEvidence } from "./features/decisions/evidence";
import { activateExplain } from "./features/editor/explain";
import { activateFollowRenames } from "./features/decisions/follow-renames";
import { activateFrontMatter } from "./features/tags/front-matter";
import { activateHighlights, registerHighlightCommands, type Highlights } from "./features/editor/highlights";
import { activateHover } from "./features/editor/hover";
import { activateDependencyMap, type DependencyMapFeature } from "./features/dependency-map/dependency-map";
import { activateInsight, type Insight } from "./features/insight/insight";
import { activateMemos, type Memos } from "./features/review/memos";
import { activateImportDocument } from "./features/corpus/import-document";
import { activateNavigation } from "./features/editor/navigation";
import { activatePacks, type PackAuthoring } from "./features/packs/packs";
import { Preview } from "./features/editor/preview";
import { activateProblems } from "./features/editor/problems";
import { activatePromoteCandidates } from "./features/taxonomy/promote-candidates";
import { activateRelationFixes } from "./features/relations/relation-fixes";
import { activateRelations } from "./features/relations/relations";
import { activateRelationsView, type RelationsView } from "./features/relations/relations-view";
import { activateQuickFixes } from "./features/editor/quick-fixes";
import { activateReviewMode, type ReviewMode } from "./features/review/review-mode";
import { registerReviewModeCommands } from "./features/review/review-mode-commands";
import { registerReviewCommands } from "./features/review/review-commands";
import { activateReviewView, type ReviewView } from "./features/review/review-view";
import { activateSnippets } from "./features/tags/snippets";
import { activateStatusItem } from "./features/editor/status-item";
import { activateTagProblems } from "./features/tags/tag-problems";
import { activateUnplacedDecisions } from "./features/review/unplaced-decisions";
import { activateTagCompletion } from "./features/tags/tag-completion";
import { registerTaxonomyCommands } from "./features/taxonomy/taxonomy-commands";
import { activateTaxonomyView, type TaxonomyView } from "./features/taxonomy/taxonomy-view";
import { activateTaxonomyExchange } from "./features/taxonomy/taxonomy-exchange";
import { activateThemeDecisions } from "./features/themes/theme-decisions";
import { activateThemeFixes } from "./features/themes/theme-fixes";
import { activateThemeFrontMatter } from "./features/themes/theme-front-matter";
import { activateThemeMarks } from "./features/themes/theme-marks";
import { activateWelcome } from "./features/editor/welcome";
import { activateWriteReport } from "./features/corpus/write-report";
import { fetchLazyFiles } from "./lazy-files";
import { activateWorkspaceScan } from "./features/corpus/workspace-scan";
import type { MarkdownIt } from "./presentation/marks/preview-tags";
import { ActiveDocument } from "./services/active-document";
import { Annotator } from "./services/ledger/annotator";
import { ComparisonService } from "./services/review/comparison-service";
import { CorpusService } from "./services/corpus-service";
import { DecisionService } from "./services/ledger/decision-service";
import { ClassUse } from "./services/class-use";
import { PassageService } from "./services/ledger/passage-service";
import { RecordService } from "./services/ledger/record-service";
import { RelationService } from "./services/ledger/relation-service";
import { ReviewQueues } from "./services/review/review-queues";
import { ReviewService } from "./services/review/review-service";
import type { Services } from "./services/services";
import { TaggingService } from "./services/tagging-service";
import { ThemeService } from "./services/ledger/theme-service";
import { TaxonomyService } from "./services/packs/taxonomy-service";
import { UndoHistory } from "./services/ledger/undo-history";

/** What the integration suite looks at. Not an interface for other extensions. */
export interface TestAccess {
  readonly services: Services;
  readonly highlights: Highlights;
  readonly entities: EntitiesView;
  readonly packs: PackAuthoring;
  readonly memos: Memos;
  readonly compare: Compare;
  readonly review: ReviewView;
  readonly reviewMode: ReviewMode;
  readonly taxonomyView: TaxonomyView;
  readonly relationsView: RelationsView;
  readonly insight: Insight;
  readonly dependencyMap: DependencyMapFeature;
  readonly concordance: ConcordanceView;
}

/** What the built-in Markdown preview asks of an extension that extends it. */
export interface PreviewExtension {
  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt;
}

/** Features that need nothing but the services. */
const FEATURES: readonly ((services: Services) => Disposable)[] = [
  activateContextKeys,
  // The fixes of what is registered last stand first, and those of the mention itself should.
  activateThemeFixes,
  activateRelationFixes,
  activateHover,
  activateQuickFixes,
  activateDecide,
  activateAdjustSpan,
  activateNavigation,
  activateExplain,
  activateEvidence,
  activateProblems,
  activateFollowRenames,
  activateUnplacedDecisions,
  activateTagCompletion,
  activateTaxonomyExchange,
  activateAddToPack,
  activatePromoteCandidates,
  activateWelcome,
  activateConvertTags,
  activateFrontMatter,
  activateTagProblems,
  activateRelations,
  activateWorkspaceScan,
  activateWriteReport,
  activateImportDocument,
  activateThemeDecisions,
  activateThemeFrontMatter,
  activateThemeMarks,
];

/** Names of the files beside the bundle that it may require; the build puts them in. */
declare const LAZY_FILES: readonly string[];

/** Starts the extension: services first, then features. Tests get access to its insides. */
export async function activate(context: ExtensionContext): Promise<PreviewExtension & Partial<TestAccess>> {
  await fetchLazyFiles(context.extensionUri, LAZY_FILES);
  const store = new DisposableStore();
  context.subscriptions.push(store);
  const services = createServices(context, store);
  const highlights = store.add(activateHighlights(services));
  const entities = store.add(activateEntitiesView(services));
  const compare = store.add(activateCompare(services));
  const review = store.add(activateReviewView(services));
  const reviewMode = store.add(activateReviewMode(services, review));
  const taxonomyView = store.add(activateTaxonomyView(services));
  const relationsView = store.add(activateRelationsView(services));
  store.add(registerTaxonomyCommands(taxonomyView, services));
  store.add(activateSnippets(taxonomyView, services));
  store.add(registerReviewCommands(review, services));
  store.add(registerReviewModeCommands(reviewMode, services));
  store.add(registerHighlightCommands(highlights, services));
  store.add(registerEntitiesCommands(entities, services));
  store.add(activateStatusItem(services, highlights));
  const memos = store.add(activateMemos(services));
  const insight = store.add(activateInsight(services));
  const dependencyMap = store.add(activateDependencyMap(services));
  const concordance = store.add(activateConcordance(services));
  const packs = store.add(activatePacks(services));
  for (const activateFeature of FEATURES) store.add(activateFeature(services));
  const { extendMarkdownIt } = store.add(new Preview(services));
  const preview: PreviewExtension = { extendMarkdownIt };
  return context.extensionMode === ExtensionMode.Test
    ? {
        ...preview,
        services,
        highlights,
        entities,
        review,
        reviewMode,
        packs,
        compare,
        memos,
        taxonomyView,
        relationsView,
        insight,
        dependencyMap,
        concordance,
      }
    : preview;
}

function createServices(context: ExtensionContext, store: DisposableStore): Services {
  const log = store.add(window.createOutputChannel("HealthGeo", { log: true }));
  const history = new UndoHistory();
  const taxonomy = store.add(new TaxonomyService(context, log));
  const tagging = store.add(new TaggingService(taxonomy, log));
  const decisions = store.add(new DecisionService(taxonomy, history));
  const reviews = store.add(new ReviewService(tagging, decisions, log));
  const records = store.add(new RecordService(tagging, decisions, log));
  const passages = store.add(new PassageService());
  const relations = store.add(new RelationService(reviews, records, passages));
  const themes = store.add(new ThemeService(tagging, reviews, records, passages));
  const queues = store.add(new ReviewQueues(context.workspaceState, reviews, taxonomy));
  const classUse = new ClassUse(context.workspaceState, taxonomy);
  const activeDocument = store.add(new ActiveDocument());
  const annotator = store.add(new Annotator(log));
  const comparison = store.add(new ComparisonService(tagging, decisions, log));
  const corpus = store.add(new CorpusService(context, { taxonomy, tagging, decisions, reviews, log }));
  return {
    context,
    log,
    history,
    taxonomy,
    tagging,
    decisions,
    activeDocument,
    reviews,
    records,
    relations,
    themes,
    queues,
    classUse,
    annotator,
    comparison,
    corpus,
  };
}
