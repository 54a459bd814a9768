import { ExtensionMode, window, type ExtensionContext } from "vscode";
import { DisposableStore, type Disposable } from "./dispose";
import { activateCompare, type Compare } from "./features/compare";
import { activateAddToPack } from "./features/add-to-pack";
import { activateAdjustSpan } from "./features/adjust-span";
import { activateConcordance } from "./features/concordance/concordance";
import type { ConcordanceView } from "./features/concordance/concordance-view";
import { activateContextKeys } from "./features/context-keys";
import { activateConvertTags } from "./features/convert-tags";
import { activateDecide } from "./features/decide";
import { registerEntitiesCommands } from "./features/entities-commands";
import { activateEntitiesView, type EntitiesView } from "./features/entities-view";
import { activateEvidence } from "./features/evidence";
import { activateExplain } from "./features/explain";
import { activateFollowRenames } from "./features/follow-renames";
import { activateFrontMatter } from "./features/front-matter";
import { activateHighlights, registerHighlightCommands, type Highlights } from "./features/highlights";
import { activateHover } from "./features/hover";
import { activateDependencyMap, type DependencyMapFeature } from "./features/dependency-map/dependency-map";
import { activateInsight, type Insight } from "./features/insight/insight";
import { activateMemos, type Memos } from "./features/memos";
import { activateImportDocument } from "./features/import-document";
import { activateNavigation } from "./features/navigation";
import { activatePacks, type PackAuthoring } from "./features/packs/packs";
import { Preview } from "./features/preview";
import { activateProblems } from "./features/problems";
import { activatePromoteCandidates } from "./features/promote-candidates";
import { activateRelations } from "./features/relations";
import { activateRelationsView, type RelationsView } from "./features/relations-view";
import { activateQuickFixes } from "./features/quick-fixes";
import { activateReviewMode, registerReviewModeCommands, type ReviewMode } from "./features/review-mode";
import { registerReviewCommands } from "./features/review-commands";
import { activateReviewView, type ReviewView } from "./features/review-view";
import { activateSnippets } from "./features/snippets";
import { activateStatusItem } from "./features/status-item";
import { activateTagProblems } from "./features/tag-problems";
import { activateUnplacedDecisions } from "./features/unplaced-decisions";
import { activateTagCompletion } from "./features/tag-completion";
import { registerTaxonomyCommands } from "./features/taxonomy-commands";
import { activateTaxonomyView, type TaxonomyView } from "./features/taxonomy-view";
import { activateTaxonomyExchange } from "./features/taxonomy-exchange";
import { activateThemeDecisions } from "./features/theme-decisions";
import { activateThemeFixes } from "./features/theme-fixes";
import { activateThemeFrontMatter } from "./features/theme-front-matter";
import { activateThemeMarks } from "./features/theme-marks";
import { activateWelcome } from "./features/welcome";
import { activateWriteReport } from "./features/write-report";
import { fetchLazyFiles } from "./lazy-files";
import { activateWorkspaceScan } from "./features/workspace-scan";
import type { MarkdownIt } from "./presentation/preview-tags";
import { ActiveDocument } from "./services/active-document";
import { Annotator } from "./services/annotator";
import { ComparisonService } from "./services/comparison-service";
import { CorpusService } from "./services/corpus-service";
import { DecisionService } from "./services/decision-service";
import { ClassUse } from "./services/class-use";
import { RecordService } from "./services/record-service";
import { RelationService } from "./services/relation-service";
import { ReviewQueues } from "./services/review-queues";
import { ReviewService } from "./services/review-service";
import type { Services } from "./services/services";
import { TaggingService } from "./services/tagging-service";
import { ThemeService } from "./services/theme-service";
import { TaxonomyService } from "./services/taxonomy-service";
import { UndoHistory } from "./services/undo-history";

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
  activateThemeFixes,
  activateThemeFrontMatter,
  activateThemeMarks,
];

/** Names of the files beside the bundle that it may require; the build puts them in. */
declare const LAZY_FILES: readonly string[];

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
  const relations = store.add(new RelationService(reviews, records));
  const themes = store.add(new ThemeService(tagging, reviews, records));
  const queues = store.add(new ReviewQueues(context.workspaceState, reviews, taxonomy));
  const classUse = new ClassUse(context.workspaceState, taxonomy);
  const activeDocument = store.add(new ActiveDocument());
  const annotator = store.add(new Annotator(log));
  const comparison = store.add(new ComparisonService(tagging, decisions));
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
