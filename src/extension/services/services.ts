import type { ExtensionContext, LogOutputChannel } from "vscode";
import type { ActiveDocument } from "./active-document";
import type { Annotator } from "./ledger/annotator";
import type { ComparisonService } from "./review/comparison-service";
import type { ClassUse } from "./class-use";
import type { CorpusService } from "./corpus-service";
import type { DecisionService } from "./ledger/decision-service";
import type { RecordService } from "./ledger/record-service";
import type { RelationService } from "./ledger/relation-service";
import type { ReviewQueues } from "./review/review-queues";
import type { ReviewService } from "./review/review-service";
import type { TaggingService } from "./tagging-service";
import type { ThemeService } from "./ledger/theme-service";
import type { TaxonomyService } from "./packs/taxonomy-service";
import type { UndoHistory } from "./ledger/undo-history";

/** The state that features share. */
export interface Services {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
  readonly taxonomy: TaxonomyService;
  readonly tagging: TaggingService;
  readonly decisions: DecisionService;
  readonly activeDocument: ActiveDocument;
  readonly reviews: ReviewService;
  readonly records: RecordService;
  readonly relations: RelationService;
  readonly themes: ThemeService;
  readonly queues: ReviewQueues;
  readonly classUse: ClassUse;
  readonly history: UndoHistory;
  readonly annotator: Annotator;
  readonly comparison: ComparisonService;
  readonly corpus: CorpusService;
}
