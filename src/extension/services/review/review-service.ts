import { EventEmitter, workspace, type LogOutputChannel, type TextDocument } from "vscode";
import { review, type Mention, type Review } from "../../../core";
import { editsOf } from "../../content-changes";
import { DisposableStore, type Disposable } from "../../dispose";
import { TrackedPlaces } from "../../tracked-places";
import type { DecisionService, LedgerView } from "../ledger/decision-service";
import { isLedgerOf } from "../ledger/ledger-place";
import type { TaggingService, TaggingState } from "../tagging-service";

/** What is known about a document: its mentions with what people decided about them, or why there are none. */
export type DocumentReview =
  | Exclude<TaggingState, { readonly kind: "tagged" | "tagging" }>
  /** The document is being tagged; what is in sight can be marked already. */
  | ({ readonly kind: "early" } & Review)
  | ({ readonly kind: "reviewed" } & Review);

interface CachedReview {
  readonly ledger: LedgerView;
  readonly review: DocumentReview;
}

const PENDING: DocumentReview = { kind: "pending" };

/** Joins what the tagger found and what people decided. The features look at documents through this service alone. */
export class ReviewService implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<TextDocument>());
  readonly #cache = new WeakMap<TaggingState, CachedReview>();
  readonly #places = new WeakMap<TextDocument, TrackedPlaces>();
  readonly #tagging: TaggingService;
  readonly #decisions: DecisionService;
  readonly #log: LogOutputChannel;

  /** The mentions of a document, or the decisions on them, changed. */
  readonly onDidChange = this.#changed.event;

  constructor(tagging: TaggingService, decisions: DecisionService, log: LogOutputChannel) {
    this.#log = log;
    this.#tagging = tagging;
    this.#decisions = decisions;
    this.#store.add(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        this.#places.get(document)?.edit(editsOf(contentChanges));
      }),
    );
    this.#store.add(workspace.onDidSaveTextDocument((document) => this.#saveQuotes(document)));
    this.#store.add(
      tagging.onDidChange((document) => {
        this.#changed.fire(document);
      }),
    );
    this.#store.add(
      decisions.onDidChange((ledger) => {
        for (const document of tagging.documents) if (isLedgerOf(ledger, document.uri)) this.#changed.fire(document);
      }),
    );
  }

  /** The review of the document's text as it is now. */
  reviewOf(document: TextDocument): DocumentReview {
    const state = this.#tagging.stateOf(document);
    if (state.kind !== "tagged" && state.kind !== "tagging") return state;
    const ledger = this.#decisions.ledgerOf(document);
    // Marks wait for the decisions, so that nothing shows first as a suggestion and then as settled.
    if (ledger === undefined) return PENDING;
    const cached = this.#cache.get(state);
    if (cached?.ledger === ledger) return cached.review;
    const joined =
      state.kind === "tagged"
        ? this.#join(document, state.mentions, ledger)
        : this.#joinEarly(document, state.mentions, ledger);
    this.#cache.set(state, { ledger, review: joined });
    return joined;
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Decisions keep their places until all mentions are known. */
  #joinEarly(document: TextDocument, mentions: readonly Mention[], ledger: LedgerView): DocumentReview {
    const places = this.#placesIn(document).current(ledger.decisions);
    return { kind: "early", ...review(document.getText(), mentions, places, ledger) };
  }

  #join(document: TextDocument, mentions: readonly Mention[], ledger: LedgerView): DocumentReview {
    const text = document.getText();
    const places = this.#placesIn(document);
    const joinNow = () => review(text, mentions, places.current(ledger.decisions), ledger);
    const first = joinNow();
    const joined = places.requote(text, places.current(ledger.decisions), first) ? joinNow() : first;
    places.update(ledger.decisions, joined);
    return { kind: "reviewed", ...joined };
  }

  #placesIn(document: TextDocument): TrackedPlaces {
    let places = this.#places.get(document);
    if (places === undefined) this.#places.set(document, (places = new TrackedPlaces()));
    return places;
  }

  async #saveQuotes(document: TextDocument): Promise<void> {
    const requoted = this.#places.get(document)?.unsaved ?? [];
    if (requoted.length === 0) return;
    try {
      await this.#decisions.requote(document, requoted);
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
    }
  }
}
