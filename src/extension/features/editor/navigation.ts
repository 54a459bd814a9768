import {
  commands,
  Selection,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
  type TextDocument,
  type TextDocumentShowOptions,
  type TextEditor,
} from "vscode";
import type { ReviewedMention, Span } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS, INTERNAL_COMMANDS } from "../../ids";
import { rangeOf } from "../../mention-target";
import { nextSpan, previousSpan } from "../../presentation/mention-lookup";
import { isTargetReference, type TargetReference } from "../../presentation/target-reference";
import type { Services } from "../../services/services";

type ShowOptions = Pick<TextDocumentShowOptions, "preserveFocus" | "preview">;

type Step = (mentions: readonly ReviewedMention[], from: number) => ReviewedMention | undefined;

/** Moves the cursor from mention to mention, and to one that a link or a row names. */
export function activateNavigation({ activeDocument, reviews }: Services): Disposable {
  const store = new DisposableStore();
  const step = async (argument: unknown, find: Step) => {
    const document = isTargetReference(argument) ? await documentOf(argument) : activeDocument.document;
    if (document === undefined) return;
    const review = reviews.reviewOf(document);
    if (review.kind !== "reviewed") return;
    const editor = await editorOf(document);
    const from = isTargetReference(argument) ? argument.start : document.offsetAt(editor.selection.start);
    const mention = find(review.mentions, from);
    if (mention !== undefined) select(editor, mention);
  };
  store.add(commands.registerCommand(COMMANDS.nextMention, (argument: unknown) => step(argument, nextSpan)));
  store.add(commands.registerCommand(COMMANDS.previousMention, (argument: unknown) => step(argument, previousSpan)));
  store.add(
    commands.registerCommand(
      INTERNAL_COMMANDS.goToMention,
      async (reference: TargetReference, show: ShowOptions = {}) => {
        select(await editorOf(await documentOf(reference), show), reference);
      },
    ),
  );
  return store;
}

async function documentOf({ uri }: TargetReference): Promise<TextDocument> {
  return workspace.openTextDocument(Uri.parse(uri));
}

/** The editor that shows a document, the active one first; opens one where there is none. */
async function editorOf(document: TextDocument, show: ShowOptions = {}): Promise<TextEditor> {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  const shown = editors.find((editor) => editor?.document === document && editor.viewColumn !== undefined);
  const column = shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn };
  return window.showTextDocument(document, { ...show, ...column });
}

function select(editor: TextEditor, span: Span): void {
  const range = rangeOf(editor.document, span);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
