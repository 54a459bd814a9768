import { EventEmitter, type TextDocument } from "vscode";
import {
  type FoundRelation,
  type Passage,
  type RelatableMention,
  RelationIndex,
  type RelationReview,
  reviewRelations,
} from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import type { PassageService } from "./passage-service";
import type { RecordService } from "./record-service";
import type { DocumentReview, ReviewService } from "../review/review-service";

interface Reading {
  readonly review: DocumentReview;
  readonly index: RelationIndex;
  /** Undefined while the document is being read. */
  found: readonly FoundRelation[] | undefined;
}

/** How long one step of reading may keep the extension host busy. */
const SLICE_MS = 8;

const NONE: readonly FoundRelation[] = [];

/** Finds the relations of documents when somebody looks, in steps, and again only where their text or mentions changed. */
export class RelationService implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<TextDocument>());
  readonly #readings = new WeakMap<TextDocument, Reading>();
  readonly #reviews: ReviewService;
  readonly #records: RecordService;
  readonly #passages: PassageService;

  /** The relations found in a document are others now. */
  readonly onDidChange = this.#changed.event;

  constructor(reviews: ReviewService, records: RecordService, passages: PassageService) {
    this.#reviews = reviews;
    this.#records = records;
    this.#passages = passages;
    this.#store.add(
      passages.onDidRead((document) => {
        this.#changed.fire(document);
      }),
    );
  }

  /**
   * The relations of a document as it is now, with what people decided on them. Found ones come later where the document was not
   * read yet; then an event says so.
   */
  of(document: TextDocument): RelationReview {
    return reviewRelations(this.#foundIn(document), this.#records.of(document).relations);
  }

  dispose(): void {
    this.#store.dispose();
  }

  #foundIn(document: TextDocument): readonly FoundRelation[] {
    const review = this.#reviews.reviewOf(document);
    const last = this.#readings.get(document);
    if (review.kind !== "reviewed") return NONE;
    if (last?.review === review) return last.found ?? NONE;
    const passages = this.#passages.of(document);
    if (passages === undefined) return NONE;
    const reading: Reading = { review, index: last?.index ?? new RelationIndex(), found: undefined };
    this.#readings.set(document, reading);
    return this.#read(document, reading, review.mentions, passages) ?? NONE;
  }

  #read(
    document: TextDocument,
    reading: Reading,
    mentions: readonly RelatableMention[],
    passages: readonly Passage[],
  ): readonly FoundRelation[] | undefined {
    const step = () => {
      const end = performance.now() + SLICE_MS;
      if (this.#readings.get(document) !== reading || document.isClosed) return undefined;
      if (reading.index.read(passages, mentions, () => performance.now() > end)) {
        reading.found = reading.index.relations(passages, mentions);
      } else {
        setTimeout(() => {
          if (step() !== undefined) this.#changed.fire(document);
        });
      }
      return reading.found;
    };
    return step();
  }
}
