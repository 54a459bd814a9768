import {
  CommentMode,
  comments,
  commands,
  CommentThreadCollapsibleState,
  l10n,
  Range,
  window,
  workspace,
  type CommentController,
  type CommentReply,
  type CommentThread,
  type TextDocument,
} from "vscode";
import { answerMemo, newMemo, quoteOf, reopenMemo, resolveMemo, rewriteMemo, type Memo } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { rangeOf, resolveTarget, trimmed } from "../../mention-target";
import { reportingDecisionErrors } from "../../report-error";
import type { Services } from "../../services/services";
import { bodyOf, MemoThreads, replaceComment, type MemoComment } from "./memo-threads";

const CONTROLLER = "healthgeo.memos";

/** Memos as comment threads of the editor: what people write, change and settle there. */
export class Memos implements Disposable {
  readonly #store = new DisposableStore();
  readonly #services: Services;
  readonly #controller: CommentController;
  readonly #threads: MemoThreads;
  /** What is being written about a whole document: the editor gives such a thread no range. */
  readonly #drafts = new Set<CommentThread>();

  constructor(services: Services) {
    this.#services = services;
    this.#controller = this.#store.add(comments.createCommentController(CONTROLLER, l10n.t("HealthGeo Memos")));
    this.#controller.options = { prompt: l10n.t("Write a memo…"), placeHolder: l10n.t("Markdown") };
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: (document) =>
        services.tagging.formatOf(document) === undefined ? [] : [new Range(0, 0, document.lineCount, 0)],
    };
    this.#threads = this.#store.add(new MemoThreads(services, this.#controller));
    this.#registerCommands();
  }

  /** The threads shown on a document, for looking at. */
  threadsOn(document: TextDocument): readonly CommentThread[] {
    return this.#threads.on(document);
  }

  /** The thread that is being begun on a document. */
  draftOn({ uri }: TextDocument): CommentThread | undefined {
    return [...this.#drafts].find((thread) => thread.uri.toString() === uri.toString());
  }

  dispose(): void {
    for (const draft of this.#drafts) draft.dispose();
    this.#store.dispose();
  }

  #registerCommands(): void {
    // The editor passes what the menu of each command is about.
    const add = (command: string, run: (argument: never) => unknown) =>
      this.#store.add(
        commands.registerCommand(command, (argument: never) =>
          reportingDecisionErrors(this.#services.log, () => run(argument)),
        ),
      );
    add(COMMANDS.addMemo, (argument: unknown) => this.#begin(argument));
    add(COMMANDS.addDocumentMemo, () => {
      this.#beginOnDocument();
    });
    add(COMMANDS.saveMemo, (reply: CommentReply) => this.#save(reply));
    add(COMMANDS.cancelMemo, ({ thread }: CommentReply) => {
      this.#drafts.delete(thread);
      thread.dispose();
    });
    add(COMMANDS.editMemo, ({ memo, thread }: MemoComment) => {
      replaceComment(thread, memo, { mode: CommentMode.Editing, body: memo.body });
    });
    add(COMMANDS.cancelMemoEdit, ({ memo, thread }: MemoComment) => {
      replaceComment(thread, memo, { mode: CommentMode.Preview, body: bodyOf(memo) });
    });
    add(COMMANDS.saveMemoEdit, (comment: MemoComment) => this.#saveEdit(comment));
    add(COMMANDS.deleteMemo, (comment: MemoComment) => this.#delete(comment));
    add(COMMANDS.resolveMemo, (thread: CommentThread) => this.#settle(thread, true));
    add(COMMANDS.reopenMemo, (thread: CommentThread) => this.#settle(thread, false));
  }

  /** Opens a thread at the mention under the cursor, or at the selection. */
  async #begin(argument: unknown): Promise<void> {
    const target = await resolveTarget(this.#services.reviews, argument);
    if (target === undefined || target.span.start >= target.span.end) {
      void window.showInformationMessage(
        l10n.t("Put the cursor on a mention, or select the passage that the memo is about."),
      );
      return;
    }
    this.#draft(target.document, rangeOf(target.document, target.span));
  }

  #beginOnDocument(): void {
    const document = window.activeTextEditor?.document;
    if (document !== undefined) this.#draft(document, undefined);
  }

  #draft({ uri }: TextDocument, range: Range | undefined): void {
    const thread = this.#controller.createCommentThread(uri, range ?? new Range(0, 0, 0, 0), []);
    if (range === undefined) thread.range = undefined;
    thread.label = range === undefined ? l10n.t("New memo on the whole document") : l10n.t("New memo");
    thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
    this.#drafts.add(thread);
  }

  /** Keeps what was written: as an answer where the thread has begun, else as the memo that begins it. */
  async #save({ thread, text }: CommentReply): Promise<void> {
    const body = text.trim();
    if (body === "") return;
    const document = await workspace.openTextDocument(thread.uri);
    const [first] = thread.comments as readonly MemoComment[];
    const signature = this.#services.annotator.stamp(document.uri);
    const { decisions } = this.#services;
    if (first !== undefined) {
      const answer = answerMemo(first.memo, body, signature);
      await decisions.change(document, { putRecords: [answer] }, l10n.t("answered a memo"));
      return;
    }
    const memo = memoAbout(document, thread.range, body, signature);
    if (memo === undefined) {
      void window.showInformationMessage(l10n.t("There are no words here. Select the passage that the memo is about."));
      return;
    }
    this.#drafts.delete(thread);
    // The thread that it was written in stays, and only gets what it says.
    this.#threads.adopt(document, memo, thread);
    try {
      await decisions.change(document, { putRecords: [memo] }, l10n.t("wrote a memo"));
    } catch (error) {
      this.#threads.release(document, memo);
      this.#drafts.add(thread);
      throw error;
    }
  }

  async #saveEdit(comment: MemoComment): Promise<void> {
    const body = (typeof comment.body === "string" ? comment.body : comment.body.value).trim();
    const { memo, thread } = comment;
    if (body === "") {
      void window.showInformationMessage(l10n.t("A memo has words. Delete it if it is not needed."));
      return;
    }
    const document = await workspace.openTextDocument(thread.uri);
    const again = rewriteMemo(memo, body, this.#services.annotator.stamp(document.uri));
    replaceComment(thread, memo, { mode: CommentMode.Preview, body: bodyOf(again) });
    if (again !== memo)
      await this.#services.decisions.change(document, { putRecords: [again] }, l10n.t("rewrote a memo"));
  }

  /** Deletes a memo, and with the first one of a thread its answers. */
  async #delete({ memo, thread }: MemoComment): Promise<void> {
    const document = await workspace.openTextDocument(thread.uri);
    const all = (thread.comments as readonly MemoComment[]).map((comment) => comment.memo);
    const remove = memo.thread === undefined ? all.map(({ id }) => id) : [memo.id];
    const done =
      remove.length === 1 ? l10n.t("deleted a memo") : l10n.t("deleted a memo and its {0} answers", remove.length - 1);
    await this.#services.decisions.change(document, { remove }, done);
    window.setStatusBarMessage(l10n.t("Done: {0}. “Undo Last Decision” takes it back in one step.", done), 6000);
  }

  async #settle(thread: CommentThread, isSettled: boolean): Promise<void> {
    const [first] = thread.comments as readonly MemoComment[];
    if (first === undefined) return;
    const document = await workspace.openTextDocument(thread.uri);
    const memo = isSettled
      ? resolveMemo(first.memo, this.#services.annotator.stamp(document.uri))
      : reopenMemo(first.memo);
    const done = isSettled ? l10n.t("resolved a thread of memos") : l10n.t("reopened a thread of memos");
    await this.#services.decisions.change(document, { putRecords: [memo] }, done);
  }
}

/** Memos on mentions, passages and documents. */
export function activateMemos(services: Services): Memos {
  return new Memos(services);
}

/** A memo about a range, about its line where it is empty, or about the whole document; undefined where there are no words. */
function memoAbout(
  document: TextDocument,
  range: Range | undefined,
  body: string,
  signature: ReturnType<Services["annotator"]["stamp"]>,
): Memo | undefined {
  if (range === undefined) return newMemo(body, undefined, signature);
  const { start, end } = range.isEmpty ? document.lineAt(range.start.line).range : range;
  const span = trimmed(document, { start: document.offsetAt(start), end: document.offsetAt(end) });
  return span.start < span.end ? newMemo(body, quoteOf(document.getText(), span), signature) : undefined;
}
