import { TabInputText, TabInputTextDiff, window, workspace, type TextDocument } from "vscode";
import type { DocumentReview, ReviewService } from "../review/review-service";
import type { TaggingService } from "../tagging-service";
import { LazyDocument, type WorkspaceDocument } from "./lazy-document";

/** The documents in editors as they are being edited. */
export class OpenDocuments {
  readonly #tagging: TaggingService;
  readonly #reviews: ReviewService;
  readonly #live = new WeakMap<DocumentReview, WorkspaceDocument>();

  constructor(tagging: TaggingService, reviews: ReviewService) {
    this.#tagging = tagging;
    this.#reviews = reviews;
  }

  /** Those that have a tab, as far as they are tagged. */
  all(): WorkspaceDocument[] {
    // The editor keeps documents for a while after their tabs were closed.
    const tabs = openTabs();
    return this.#tagging.documents
      .filter(({ uri }) => tabs.has(uri.toString()))
      .flatMap((document) => this.of(document) ?? []);
  }

  /** A document as it is now; undefined until it is tagged, and for one that is not tagged at all. */
  of(document: TextDocument): WorkspaceDocument | undefined {
    const known = this.#reviews.reviewOf(document);
    if (known.kind !== "reviewed") return undefined;
    let live = this.#live.get(known);
    if (live === undefined) {
      const path = workspace.asRelativePath(document.uri);
      const format = this.#tagging.formatOf(document) ?? "plain";
      live = new LazyDocument(document.uri.toString(), path, format, document.getText(), () => known.mentions);
      this.#live.set(known, live);
    }
    return live;
  }

  /** Whether an editor holds the document of an address, with or without a tab. */
  has(uri: string): boolean {
    return this.#tagging.documents.some((document) => document.uri.toString() === uri);
  }
}

/** The addresses of all texts that have a tab. */
function openTabs(): Set<string> {
  const inputs = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  const uris = inputs.flatMap((input) => {
    if (input instanceof TabInputText) return [input.uri];
    return input instanceof TabInputTextDiff ? [input.original, input.modified] : [];
  });
  return new Set(uris.map(String));
}
