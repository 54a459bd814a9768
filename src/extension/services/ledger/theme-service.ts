import { EventEmitter, type CancellationToken, type TextDocument } from "vscode";
import {
  createThemeClassifier,
  overlaps,
  type Passage,
  type ReviewedTheme,
  reviewThemes,
  type Span,
  type Taxonomy,
  type Theme,
  type ThemeClassifier,
} from "../../../core";
import { Debouncer } from "../../debouncer";
import { DisposableStore, type Disposable } from "../../dispose";
import type { PassageService } from "./passage-service";
import type { RecordService } from "./record-service";
import type { ReviewService } from "../review/review-service";
import { TimeSlices } from "../scan/time-slices";
import type { TaggingService } from "../tagging-service";

/** A passage with the themes that hold in it. */
export interface ThemedPassage {
  readonly passage: Passage;
  readonly themes: readonly ReviewedTheme[];
}

/** Themes are no part of writing a sentence: they may come when the writer pauses. */
const PAUSE_MS = 400;

/** Knows the themes of passages: what the classifier says and people decided. */
export class ThemeService implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<TextDocument>());
  readonly #debouncer = this.#store.add(new Debouncer());
  readonly #tagging: TaggingService;
  readonly #reviews: ReviewService;
  readonly #records: RecordService;
  readonly #passages: PassageService;
  #classifier: { readonly taxonomy: Taxonomy; readonly classifier: ThemeClassifier } | undefined;

  /** The themes of a document may be others now. */
  readonly onDidChange = this.#changed.event;

  constructor(tagging: TaggingService, reviews: ReviewService, records: RecordService, passages: PassageService) {
    this.#tagging = tagging;
    this.#reviews = reviews;
    this.#records = records;
    this.#passages = passages;
    const onChange = (document: TextDocument) => {
      this.#debouncer.run(document.uri.toString(), PAUSE_MS, () => {
        this.#changed.fire(document);
      });
    };
    this.#store.add(reviews.onDidChange(onChange));
    this.#store.add(records.onDidChange(onChange));
    this.#store.add(passages.onDidRead(onChange));
  }

  /** What says which themes passages have, by the taxonomy in force; undefined before that is loaded. */
  get classifier(): ThemeClassifier | undefined {
    return this.#classifierInForce();
  }

  /** The themes of the taxonomy in force, sorted by id; none before it is loaded. */
  get themes(): readonly Theme[] {
    return [...(this.#tagging.tagger?.taxonomy.themes.values() ?? [])].map(({ theme }) => theme);
  }

  /** What people call a theme; its id where the taxonomy does not know it. */
  labelOf(id: string): string {
    return this.#tagging.tagger?.taxonomy.themes.get(id)?.theme.label ?? id;
  }

  /** The passages that a span touches, with their themes; none while the document is not tagged and read. */
  passagesIn(document: TextDocument, span: Span): ThemedPassage[] {
    if (this.#reviews.reviewOf(document).kind !== "reviewed") return [];
    const passages = this.#passages.of(document) ?? [];
    return passages
      .filter(({ kind }) => kind !== "heading")
      .filter((passage) => overlaps(passage, span) || (passage.start <= span.start && span.end <= passage.end))
      .flatMap((passage) => this.#read(document, passage) ?? []);
  }

  /** All passages that have themes, read in slices; nothing where the text changes meanwhile or the token says stop. */
  async themesOf(document: TextDocument, token?: CancellationToken): Promise<ThemedPassage[] | undefined> {
    const { version } = document;
    const themed: ThemedPassage[] = [];
    if (this.#reviews.reviewOf(document).kind !== "reviewed") return themed;
    const passages = await this.#passages.whenRead(document);
    if (passages === undefined) return undefined;
    const slices = new TimeSlices();
    for (const passage of passages) {
      if (passage.kind === "heading") continue;
      const read = this.#read(document, passage);
      if (read === undefined) return undefined;
      if (read.themes.length > 0) themed.push(read);
      if (!slices.isOver()) continue;
      await slices.pause();
      if (document.version !== version || token?.isCancellationRequested === true) return undefined;
    }
    return themed;
  }

  dispose(): void {
    this.#store.dispose();
  }

  #read(document: TextDocument, passage: Passage): ThemedPassage | undefined {
    const review = this.#reviews.reviewOf(document);
    const classifier = this.#classifierInForce();
    if (review.kind !== "reviewed" || classifier === undefined) return undefined;
    const assigned = classifier.classify([passage], review.mentions);
    return { passage, themes: reviewThemes([passage], assigned, this.#records.of(document).themes) };
  }

  #classifierInForce(): ThemeClassifier | undefined {
    const taxonomy = this.#tagging.tagger?.taxonomy;
    if (taxonomy === undefined) return undefined;
    if (this.#classifier?.taxonomy !== taxonomy) {
      this.#classifier = { taxonomy, classifier: createThemeClassifier(taxonomy) };
    }
    return this.#classifier.classifier;
  }
}
