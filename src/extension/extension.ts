import { ExtensionMode, window, type ExtensionContext } from "vscode";
import { DisposableStore, type Disposable } from "./dispose";
import { activateContextKeys } from "./features/context-keys";
import { activateDecide } from "./features/decide";
import { activateEntitiesView, registerEntitiesCommands, type EntitiesView } from "./features/entities-view";
import { activateEvidence } from "./features/evidence";
import { activateExplain } from "./features/explain";
import { activateFollowRenames } from "./features/follow-renames";
import { activateHighlights, registerHighlightCommands, type Highlights } from "./features/highlights";
import { activateHover } from "./features/hover";
import { activateNavigation } from "./features/navigation";
import { activateProblems } from "./features/problems";
import { activateQuickFixes } from "./features/quick-fixes";
import { activateStatusItem } from "./features/status-item";
import { activateTaxonomyExchange } from "./features/taxonomy-exchange";
import { activateWelcome } from "./features/welcome";
import { ActiveDocument } from "./services/active-document";
import { DecisionService } from "./services/decision-service";
import { ReviewService } from "./services/review-service";
import type { Services } from "./services/services";
import { TaggingService } from "./services/tagging-service";
import { TaxonomyService } from "./services/taxonomy-service";
import { UndoHistory } from "./services/undo-history";

/** What the integration suite looks at. Not an interface for other extensions. */
export interface TestAccess {
  readonly services: Services;
  readonly highlights: Highlights;
  readonly entities: EntitiesView;
}

/** Features that need nothing but the services. */
const FEATURES: readonly ((services: Services) => Disposable)[] = [
  activateContextKeys,
  activateHover,
  activateQuickFixes,
  activateDecide,
  activateNavigation,
  activateExplain,
  activateEvidence,
  activateProblems,
  activateFollowRenames,
  activateTaxonomyExchange,
  activateWelcome,
];

export function activate(context: ExtensionContext): TestAccess | undefined {
  const store = new DisposableStore();
  context.subscriptions.push(store);
  const services = createServices(context, store);
  const highlights = store.add(activateHighlights(services));
  const entities = store.add(activateEntitiesView(services));
  store.add(registerHighlightCommands(highlights, services));
  store.add(registerEntitiesCommands(entities, services));
  store.add(activateStatusItem(services, highlights));
  for (const activateFeature of FEATURES) store.add(activateFeature(services));
  return context.extensionMode === ExtensionMode.Test ? { services, highlights, entities } : undefined;
}

function createServices(context: ExtensionContext, store: DisposableStore): Services {
  const log = store.add(window.createOutputChannel("HealthGeo", { log: true }));
  const history = new UndoHistory();
  const taxonomy = store.add(new TaxonomyService(context.extensionUri, log));
  const tagging = store.add(new TaggingService(taxonomy, log));
  const decisions = store.add(new DecisionService(taxonomy, history));
  const reviews = store.add(new ReviewService(tagging, decisions, log));
  const activeDocument = store.add(new ActiveDocument());
  return { context, log, history, taxonomy, tagging, decisions, activeDocument, reviews };
}
