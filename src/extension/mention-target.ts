import { Range, Uri, window, workspace, type TextDocument } from "vscode";
import type { ReviewedMention, Span } from "../core";
import { spanAt, spansIn } from "./presentation/mention-lookup";
import { isTargetReference, type TargetReference } from "./presentation/target-reference";
import type { DocumentReview, ReviewService } from "./services/review/review-service";

/** A mention, or a stretch of text that somebody wants to be one. */
export interface Target {
  readonly document: TextDocument;
  readonly span: Span;
  /** The mention at `span`; absent for plain text. */
  readonly mention?: ReviewedMention;
  /** A mention that was rejected at `span`. */
  readonly rejected?: ReviewedMention;
}

/** A reference to a span of a document, for the arguments of commands. */
export function referenceTo(document: TextDocument, span: Span): TargetReference {
  const { start, end } = span;
  return { uri: document.uri.toString(), start, end, text: document.getText(rangeOf(document, span)) };
}

/**
 * What a command is to work on: the place it was given, else the mention under the cursor, else the selection.
 * Undefined where there is neither, or where the text has changed under a reference.
 */
export async function resolveTarget(reviews: ReviewService, argument: unknown): Promise<Target | undefined> {
  if (!isTargetReference(argument)) return targetInEditor(reviews);
  const document = await workspace.openTextDocument(Uri.parse(argument.uri));
  return document.getText(rangeOf(document, argument)) === argument.text
    ? targetAt(document, reviews.reviewOf(document), argument)
    : undefined;
}

/** The mentions, standing or rejected, in a stretch of a document. */
export function targetsIn(document: TextDocument, review: DocumentReview, span: Span): Target[] {
  if (review.kind !== "reviewed") return [];
  const standing = spansIn(review.mentions, span).map((mention) => ({ document, span: spanOf(mention), mention }));
  const rejected = spansIn(review.rejected, span).map((mention) => ({
    document,
    span: spanOf(mention),
    rejected: mention,
  }));
  return [...standing, ...rejected];
}

/** The mention under the cursor of the active editor. */
export function mentionAtCursor(reviews: ReviewService): ReviewedMention | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const review = reviews.reviewOf(editor.document);
  if (review.kind !== "reviewed") return undefined;
  return spanAt(review.mentions, editor.document.offsetAt(editor.selection.active));
}

/** A span, in UTF-16 code units, as the range of the editor. */
export function rangeOf(document: TextDocument, span: Span): Range {
  return new Range(document.positionAt(span.start), document.positionAt(span.end));
}

function targetInEditor(reviews: ReviewService): Target | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  const review = reviews.reviewOf(document);
  const span = { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
  return selection.isEmpty ? targetsIn(document, review, span)[0] : targetAt(document, review, trimmed(document, span));
}

/** The mention that fills `span`, else the text there. */
function targetAt(document: TextDocument, review: DocumentReview, span: Span): Target {
  const exact = targetsIn(document, review, span).find(
    (found) => found.span.start === span.start && found.span.end === span.end,
  );
  return exact ?? { document, span: spanOf(span) };
}

/** A span without the white space at its ends. */
export function trimmed(document: TextDocument, span: Span): Span {
  const selected = document.getText(rangeOf(document, span));
  const start = span.start + selected.length - selected.trimStart().length;
  return { start, end: Math.max(start, span.start + selected.trimEnd().length) };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
