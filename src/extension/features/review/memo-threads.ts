import {
  CommentMode,
  CommentThreadCollapsibleState,
  CommentThreadState,
  l10n,
  MarkdownString,
  Range,
  type Comment,
  type CommentController,
  type CommentThread,
  type TextDocument,
} from "vscode";
import type { Memo, MemoThread, Resolution } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { rangeOf } from "../../mention-target";
import { memoMarkdown } from "../../presentation/memo-text";
import type { PlacedThread } from "../../services/ledger/record-service";
import type { Services } from "../../services/services";

/** A memo as the editor shows it. */
export interface MemoComment extends Comment {
  readonly memo: Memo;
  readonly thread: CommentThread;
}

/** The threads of memos that documents show, which follow their text. */
export class MemoThreads implements Disposable {
  readonly #store = new DisposableStore();
  readonly #services: Services;
  readonly #controller: CommentController;
  /** The threads in sight by the id of their first memo, by document. */
  readonly #threads = new Map<string, Map<string, CommentThread>>();

  constructor(services: Services, controller: CommentController) {
    this.#services = services;
    this.#controller = controller;
    const { records, tagging } = services;
    this.#store.add(
      records.onDidChange((document) => {
        this.#show(document);
      }),
    );
    this.#store.add(
      tagging.onDidChange((document) => {
        this.#hideClosed();
        if (!this.#threads.has(document.uri.toString())) this.#show(document);
      }),
    );
    for (const document of records.documents) this.#show(document);
  }

  /** The threads shown on a document. */
  on({ uri }: TextDocument): readonly CommentThread[] {
    return [...(this.#threads.get(uri.toString())?.values() ?? [])];
  }

  /** Keeps a thread that somebody began as the one of its first memo. */
  adopt(document: TextDocument, memo: Memo, thread: CommentThread): void {
    this.#threadsOf(document).set(memo.id, thread);
  }

  /** Takes back what `adopt` did: the memo could not be kept. */
  release(document: TextDocument, memo: Memo): void {
    this.#threadsOf(document).delete(memo.id);
  }

  dispose(): void {
    for (const threads of this.#threads.values()) for (const thread of threads.values()) thread.dispose();
    this.#store.dispose();
  }

  #show(document: TextDocument): void {
    if (!this.#services.records.documents.includes(document)) return;
    const { threads } = this.#services.records.of(document);
    const shown = this.#threadsOf(document);
    const ids = new Set(threads.map(({ first }) => first.id));
    for (const [id, thread] of shown) {
      if (ids.has(id)) continue;
      thread.dispose();
      shown.delete(id);
    }
    for (const placed of threads) {
      const range = placed.span === undefined ? undefined : rangeOf(document, placed.span);
      const known = shown.get(placed.first.id);
      const thread = known ?? this.#controller.createCommentThread(document.uri, range ?? new Range(0, 0, 0, 0), []);
      if (known === undefined) thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
      shown.set(placed.first.id, thread);
      this.#update(thread, placed, range);
    }
  }

  #update(thread: CommentThread, placed: PlacedThread, range: Range | undefined): void {
    if (!isSameRange(thread.range, range)) thread.range = range;
    const { resolved } = placed.first;
    thread.label = labelOf(placed, resolved);
    thread.contextValue = resolved === undefined ? "open" : "resolved";
    thread.state = resolved === undefined ? CommentThreadState.Unresolved : CommentThreadState.Resolved;
    const memos = [placed.first, ...placed.answers];
    const shown = thread.comments as readonly MemoComment[];
    // A comment that is as it was stays, with what somebody is just writing in it.
    const isAsShown = memos.length === shown.length && memos.every((memo, i) => shown[i]!.memo === memo);
    if (!isAsShown) thread.comments = memos.map((memo) => this.#commentOf(memo, thread));
  }

  #commentOf(memo: Memo, thread: CommentThread): MemoComment {
    const isOwn = memo.author === this.#services.annotator.nameFor(thread.uri);
    const former = (thread.comments as readonly MemoComment[]).find((each) => each.memo.id === memo.id);
    if (former?.mode === CommentMode.Editing) return { ...former, memo };
    return {
      memo,
      thread,
      body: bodyOf(memo),
      mode: CommentMode.Preview,
      author: { name: memo.author ?? l10n.t("(unsigned)") },
      timestamp: new Date(memo.time),
      contextValue: isOwn ? "own" : "foreign",
      ...(memo.edited === undefined ? {} : { label: l10n.t("edited") }),
    };
  }

  #threadsOf({ uri }: TextDocument): Map<string, CommentThread> {
    const key = uri.toString();
    let threads = this.#threads.get(key);
    if (threads === undefined) this.#threads.set(key, (threads = new Map<string, CommentThread>()));
    return threads;
  }

  #hideClosed(): void {
    const open = new Set(this.#services.records.documents.map(({ uri }) => uri.toString()));
    for (const [uri, threads] of this.#threads) {
      if (open.has(uri)) continue;
      for (const thread of threads.values()) thread.dispose();
      this.#threads.delete(uri);
    }
  }
}

/** Other people's words: shown as Markdown that can run nothing and load nothing. */
export function bodyOf(memo: Memo): MarkdownString {
  return new MarkdownString(memoMarkdown(memo.body));
}

/** Shows a memo of a thread otherwise, until the thread is shown anew. */
export function replaceComment(thread: CommentThread, { id }: Memo, change: Pick<Comment, "mode" | "body">): void {
  const shown = thread.comments as readonly MemoComment[];
  thread.comments = shown.map((comment) => (comment.memo.id === id ? { ...comment, ...change } : comment));
}

function labelOf({ span }: Pick<PlacedThread, "span"> & MemoThread, resolved: Resolution | undefined): string {
  const what = span === undefined ? l10n.t("Memo on the whole document") : l10n.t("Memo");
  if (resolved === undefined) return what;
  const day = resolved.time.slice(0, 10);
  return resolved.author === undefined
    ? l10n.t("{0} · resolved {1}", what, day)
    : l10n.t("{0} · resolved by {1}, {2}", what, resolved.author, day);
}

function isSameRange(a: Range | undefined, b: Range | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.isEqual(b));
}
