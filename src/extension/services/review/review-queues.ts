import { EventEmitter, type Memento, type TextDocument } from "vscode";
import type { Disposable } from "../../dispose";
import { parseReviewFilter, type FilterSubject, type ReviewFilter } from "../../presentation/review/review-filter";
import { mentionSubject, queueOf, type QueueLabels, type ReviewQueue } from "../../presentation/review/review-queue";
import { GROUPINGS, type Grouping } from "../../presentation/review/review-tree";
import type { DocumentReview, ReviewService } from "./review-service";
import type { TaxonomyService } from "../packs/taxonomy-service";

const FILTER_KEY = "healthgeo.review.filter";
const GROUPING_KEY = "healthgeo.review.grouping";

interface CachedQueue {
  readonly filter: ReviewFilter;
  readonly queue: ReviewQueue;
}

/**
 * What waits for a decision, by the one filter that the Review view, review mode and bulk decisions share. Filter and
 * grouping are remembered for the workspace.
 */
export class ReviewQueues implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #state: Memento;
  readonly #reviews: ReviewService;
  readonly #taxonomy: TaxonomyService;
  readonly #cache = new WeakMap<DocumentReview, CachedQueue>();
  #source: string;
  #filter: ReviewFilter;

  /** Filter or grouping changed. */
  readonly onDidChange = this.#changed.event;

  constructor(state: Memento, reviews: ReviewService, taxonomy: TaxonomyService) {
    this.#state = state;
    this.#reviews = reviews;
    this.#taxonomy = taxonomy;
    this.#source = state.get(FILTER_KEY, "");
    this.#filter = parseReviewFilter(this.#source);
  }

  /** The filter as it was written. */
  get filter(): string {
    return this.#source;
  }

  set filter(source: string) {
    if (source === this.#source) return;
    this.#source = source;
    this.#filter = parseReviewFilter(source);
    void this.#state.update(FILTER_KEY, source);
    this.#changed.fire();
  }

  get isFiltered(): boolean {
    return !this.#filter.isEmpty;
  }

  /** The part of the filter that means nothing. */
  get fault(): string | undefined {
    return this.#filter.fault;
  }

  get grouping(): Grouping {
    const remembered = this.#state.get<string>(GROUPING_KEY);
    return GROUPINGS.find((grouping) => grouping === remembered) ?? "class";
  }

  set grouping(grouping: Grouping) {
    void this.#state.update(GROUPING_KEY, grouping);
    this.#changed.fire();
  }

  /** What waits in a document; undefined for one that is not tagged (yet). */
  of(document: TextDocument): ReviewQueue | undefined {
    const review = this.#reviews.reviewOf(document);
    if (review.kind !== "reviewed") return undefined;
    const cached = this.#cache.get(review);
    if (cached?.filter === this.#filter) return cached.queue;
    const queue = queueOf(review, this.#filter, this.labels);
    this.#cache.set(review, { filter: this.#filter, queue });
    return queue;
  }

  /** Every suggestion that waits in a document, as a filter looks at it. */
  subjectsIn(document: TextDocument): FilterSubject[] {
    return (this.of(document)?.awaiting ?? []).map((mention) => mentionSubject(mention, this.labels));
  }

  get labels(): QueueLabels {
    return {
      classLabel: (id) => this.#taxonomy.classLabel(id),
      entityLabel: (id) => this.#taxonomy.entityOf(id)?.label,
    };
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
