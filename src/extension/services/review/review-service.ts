import { EventEmitter, type LogOutputChannel, type TextDocument } from "vscode";
import { review, type Mention, type Review } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { TrackedPlaces } from "../../tracked-places";
import type { DecisionService, LedgerView } from "../ledger/decision-service";
import { FollowedPlaces } from "../ledger/followed-places";
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
  readonly #places: FollowedPlaces<TrackedPlaces>;
  readonly #tagging: TaggingService;
  readonly #decisions: DecisionService;

  /** The mentions of a document, or the decisions on them, changed. */
  readonly onDidChange = this.#changed.event;

  constructor(tagging: TaggingService, decisions: DecisionService, log: LogOutputChannel) {
    this.#tagging = tagging;
    this.#decisions = decisions;
    const places = new FollowedPlaces(
      () => new TrackedPlaces(),
      (_document, { unsaved }) => unsaved,
      decisions,
      log,
    );
    this.#places = this.#store.add(places);
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
    const places = this.#places.of(document).current(ledger.decisions);
    return { kind: "early", ...review(document.getText(), mentions, places, ledger) };
  }

  #join(document: TextDocument, mentions: readonly Mention[], ledger: LedgerView): DocumentReview {
    const text = document.getText();
    const places = this.#places.of(document);
    const joinNow = () => review(text, mentions, places.current(ledger.decisions), ledger);
    const first = joinNow();
    const joined = places.requote(text, places.current(ledger.decisions), first) ? joinNow() : first;
    places.update(ledger.decisions, joined);
    return { kind: "reviewed", ...joined };
  }
}
