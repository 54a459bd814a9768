import { workspace, type TextDocument, type Uri } from "vscode";
import { readPassages, type CorpusDocument } from "../../../core";
import type { Scope } from "../../../webview/insight/messages";
import { formatOfDocument } from "../../prose-document";
import type { DocumentReview } from "../../services/review-service";
import type { Services } from "../../services/services";

/** The documents that are counted. */
export interface InsightCorpus {
  readonly documents: readonly CorpusDocument[];
  /** By the paths of the documents. */
  readonly uris: ReadonlyMap<string, Uri>;
  /** Whether others are still being tagged. */
  readonly isPending: boolean;
}

const known = new WeakMap<DocumentReview, CorpusDocument>();

/** The documents of a scope as they are now. */
export function insightCorpus(services: Services, scope: Scope, file: TextDocument | undefined): InsightCorpus {
  const open = scope === "file" ? [file].filter((each) => each !== undefined) : services.tagging.documents;
  return openDocuments(services, open);
}

function openDocuments({ reviews }: Services, open: readonly TextDocument[]): InsightCorpus {
  const documents: CorpusDocument[] = [];
  const uris = new Map<string, Uri>();
  let isPending = false;
  for (const document of open) {
    const review = reviews.reviewOf(document);
    if (review.kind === "pending" || review.kind === "early") isPending = true;
    if (review.kind !== "reviewed") continue;
    const corpusDocument = known.get(review) ?? readDocument(document, review.mentions);
    known.set(review, corpusDocument);
    documents.push(corpusDocument);
    uris.set(corpusDocument.path, document.uri);
  }
  return { documents, uris, isPending };
}

function readDocument(document: TextDocument, mentions: CorpusDocument["mentions"]): CorpusDocument {
  const text = document.getText();
  const format = formatOfDocument(document) ?? "plain";
  const passages = readPassages(text, format);
  return { path: workspace.asRelativePath(document.uri), format, text, passages, mentions };
}
