import { EventEmitter, workspace, type LogOutputChannel, type TextDocument } from "vscode";
import type { Edit, LedgerEntry } from "../../../core";
import { editsOf } from "../../content-changes";
import { DisposableStore, type Disposable } from "../../dispose";
import type { DecisionService } from "./decision-service";

/** Places in one document. */
interface Places {
  /** Moves them along; `edits` apply one after the other. */
  edit(edits: readonly Edit[]): void;
}

/**
 * The places of what ledgers say, for every document that somebody asked about, moved along with its edits. When a document is
 * saved, what its ledger must say of a place in new words is written there.
 */
export class FollowedPlaces<T extends Places> implements Disposable {
  readonly #store = new DisposableStore();
  readonly #moved = this.#store.add(new EventEmitter<TextDocument>());
  readonly #places = new WeakMap<TextDocument, T>();
  readonly #create: () => T;

  /** A document whose places are followed was edited. */
  readonly onDidMove = this.#moved.event;

  /** @param requoted what a ledger must say in new words of the places in a document that is saved */
  constructor(
    create: () => T,
    requoted: (document: TextDocument, places: T) => readonly LedgerEntry[],
    decisions: DecisionService,
    log: LogOutputChannel,
  ) {
    this.#create = create;
    this.#store.add(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const places = this.#places.get(document);
        if (places === undefined || contentChanges.length === 0) return;
        places.edit(editsOf(contentChanges));
        this.#moved.fire(document);
      }),
    );
    this.#store.add(
      workspace.onDidSaveTextDocument(async (document) => {
        const places = this.#places.get(document);
        const entries = places === undefined ? [] : requoted(document, places);
        if (entries.length === 0) return;
        try {
          await decisions.requote(document, entries);
        } catch (error) {
          log.error(error instanceof Error ? error : String(error));
        }
      }),
    );
  }

  /** Whether the places in a document are followed. */
  has(document: TextDocument): boolean {
    return this.#places.has(document);
  }

  /** The places in a document, followed from now on. */
  of(document: TextDocument): T {
    const known = this.#places.get(document);
    if (known !== undefined) return known;
    const places = this.#create();
    this.#places.set(document, places);
    return places;
  }

  dispose(): void {
    this.#store.dispose();
  }
}
