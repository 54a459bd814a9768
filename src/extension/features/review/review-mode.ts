import {
  commands,
  DecorationRangeBehavior,
  l10n,
  Selection,
  TextEditorRevealType,
  ThemeColor,
  window,
  workspace,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
} from "vscode";
import type { ClassId, ReviewedMention, Span } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS, CONTEXT_KEYS } from "../../ids";
import { decideOn, type Verdict } from "../../making-decisions";
import { rangeOf, referenceTo } from "../../mention-target";
import { nextSpan, spansIn } from "../../presentation/mention-lookup";
import { legendLine } from "../../presentation/review/review-legend";
import { reportDecisionError } from "../../report-error";
import type { Services } from "../../services/services";
import { ReviewStatus } from "./review-status";
import type { ReviewView } from "./review-view";
import { TypingGuard } from "./typing-guard";

/** What a review in progress knows. */
interface ReviewSession {
  readonly document: TextDocument;
  /** The classes of the digits 1 to 9; they stay the same until the review ends, under the fingers. */
  readonly keys: readonly ClassId[];
  /** The mention that keys decide on. */
  current: Span | undefined;
}

/** Before the first offset. */
const BEFORE_ALL = -1;

type Step = (mentions: readonly ReviewedMention[], from: number) => ReviewedMention | undefined;

/**
 * Review without the mouse: single keys decide on the current suggestion and go to the next one. The keys are bound in
 * the manifest under a context key, which holds while the reviewed document has the focus. What else is typed is taken
 * too and changes nothing, as far as no other extension takes what is typed; the document itself stays writable.
 */
export class ReviewMode implements Disposable {
  readonly #store = new DisposableStore();
  readonly #services: Services;
  readonly #mark: TextEditorDecorationType;
  readonly #status = this.#store.add(new ReviewStatus());
  readonly #typing: TypingGuard;
  readonly #view: ReviewView;
  #session: ReviewSession | undefined;
  /** Keys may come faster than files are written: they are worked off one after the other. */
  #work: Promise<void> = Promise.resolve();

  constructor(services: Services, view: ReviewView) {
    this.#services = services;
    this.#view = view;
    this.#mark = this.#store.add(window.createTextEditorDecorationType(CURRENT_MARK));
    this.#typing = this.#store.add(new TypingGuard(() => this.isActive, services.log));
    this.#store.add(window.onDidChangeActiveTextEditor(() => this.#show()));
    this.#store.add(window.onDidChangeVisibleTextEditors(() => this.#show()));
    this.#store.add(services.queues.onDidChange(() => this.#show()));
    this.#store.add(services.reviews.onDidChange((document) => this.#follow(document)));
    this.#store.add(
      workspace.onDidCloseTextDocument((document) => {
        if (document === this.#session?.document) this.end();
      }),
    );
  }

  /** Whether keys decide in the active editor. */
  get isActive(): boolean {
    return this.#session !== undefined && window.activeTextEditor?.document === this.#session.document;
  }

  /** The mention that keys decide on. */
  get current(): ReviewedMention | undefined {
    if (this.#session?.current === undefined) return undefined;
    const review = this.#services.reviews.reviewOf(this.#session.document);
    return review.kind === "reviewed" ? spansIn(review.mentions, this.#session.current)[0] : undefined;
  }

  /** The classes of the digits 1 to 9. */
  get keys(): readonly ClassId[] {
    return this.#session?.keys ?? [];
  }

  /** What the status bar asks, and which digits it offers. */
  get legend(): string {
    return this.#status.legend;
  }

  /** Begins with the first suggestion behind the cursor. */
  async start(): Promise<void> {
    const { activeDocument, classUse, queues, reviews } = this.#services;
    const { document, editor } = activeDocument;
    const queue = document === undefined ? undefined : queues.of(document);
    if (document === undefined || editor === undefined || queue === undefined) {
      void window.showInformationMessage(l10n.t("Open a report to review first."));
      return;
    }
    if (queue.shown.length === 0) {
      void window.showInformationMessage(this.#nothingLeft());
      return;
    }
    const review = reviews.reviewOf(document);
    const keys = classUse.keysFor(review.kind === "reviewed" ? review.mentions : []);
    const from = document.offsetAt(editor.selection.start) - 1;
    this.#session = { document, keys, current: undefined };
    await window.showTextDocument(document, editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn });
    this.#goTo(nextSpan(queue.shown, from));
  }

  end(): void {
    this.#session = undefined;
    this.#show();
  }

  /** Goes to another suggestion. */
  go(step: Step): Promise<void> {
    return this.#do(({ current }) => this.#advance(step, current?.start ?? BEFORE_ALL));
  }

  /** Decides on the current mention and goes to the next suggestion. */
  decide(make: (mention: ReviewedMention) => Promise<Decided | undefined>): Promise<void> {
    return this.#do(async ({ document }) => {
      const mention = this.current;
      const version = document.version;
      const decided = mention === undefined ? undefined : await make(mention);
      if (mention === undefined || decided === undefined || document.version !== version) return;
      await decideOn(this.#services, document, [mention], decided.verdict, decided.label);
      this.#advance(nextSpan, mention.start);
    });
  }

  /** Runs another command on the current mention and stays there. */
  run(command: string): Promise<void> {
    return this.#do(async ({ document, current }) => {
      if (current !== undefined) await commands.executeCommand(command, referenceTo(document, current));
    });
  }

  /** Takes the last decision back and returns to its mention. */
  undo(): Promise<void> {
    return this.#do(async ({ document }) => {
      const before = new Set(this.#awaiting(document).map(({ start }) => start));
      await commands.executeCommand(COMMANDS.undoLastDecision);
      const returned = this.#awaiting(document).find(({ start }) => !before.has(start));
      if (returned !== undefined) this.#goTo(returned);
    });
  }

  dispose(): void {
    this.end();
    this.#store.dispose();
  }

  #do(work: (session: ReviewSession) => Promise<void> | void): Promise<void> {
    this.#work = this.#work.then(async () => {
      if (this.#session === undefined) return;
      try {
        await work(this.#session);
      } catch (error) {
        void reportDecisionError(error, this.#services.log);
      }
    });
    return this.#work;
  }

  #awaiting(document: TextDocument): readonly ReviewedMention[] {
    return this.#services.queues.of(document)?.awaiting ?? [];
  }

  #advance(step: Step, from: number): void {
    const shown = this.#session === undefined ? [] : (this.#services.queues.of(this.#session.document)?.shown ?? []);
    this.#goTo(step(shown, from));
  }

  #goTo(mention: Span | undefined): void {
    const session = this.#session;
    if (session === undefined) return;
    session.current = mention === undefined ? undefined : { start: mention.start, end: mention.end };
    const editor = editorsOf(session.document).find((each) => each === window.activeTextEditor);
    if (editor !== undefined && session.current !== undefined) {
      const range = rangeOf(session.document, session.current);
      // No selection: a key that is not ours must not replace the words.
      editor.selection = new Selection(range.start, range.start);
      editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    }
    this.#show();
  }

  /** Stays with the current mention through changes of its span and of the text; one that is gone gives way to the next. */
  #follow(document: TextDocument): void {
    const session = this.#session;
    if (session?.document !== document) return;
    if (session.current !== undefined) {
      const stays =
        this.current ?? nextSpan(this.#services.queues.of(document)?.shown ?? [], session.current.start - 1);
      session.current = stays === undefined ? undefined : { start: stays.start, end: stays.end };
    }
    this.#show();
  }

  #show(): void {
    const { isActive } = this;
    void commands.executeCommand("setContext", CONTEXT_KEYS.inReview, isActive);
    this.#typing.update();
    this.#paint();
    const session = isActive ? this.#session : undefined;
    const labels = (session?.keys ?? []).map((id) => this.#services.taxonomy.classLabel(id));
    this.#view.note = legendLine(labels);
    if (session === undefined) this.#status.hide();
    else this.#showStatus(session, labels);
  }

  #showStatus({ document }: ReviewSession, labels: readonly string[]): void {
    this.#status.show({
      left: this.#services.queues.of(document)?.shown.length ?? 0,
      current: this.current,
      nothingLeft: this.#nothingLeft(),
      labels,
      classLabel: (id) => this.#services.taxonomy.classLabel(id),
    });
  }

  #nothingLeft(): string {
    return this.#services.queues.isFiltered
      ? l10n.t("The filter leaves nothing to decide on.")
      : l10n.t("Everything in this document is decided.");
  }

  #paint(): void {
    const { current } = this;
    for (const editor of window.visibleTextEditors) {
      const isHere = current !== undefined && editor.document === this.#session?.document;
      editor.setDecorations(this.#mark, isHere ? [rangeOf(editor.document, current)] : []);
    }
  }
}

/** A verdict with the words that tell what was decided. */
export interface Decided {
  readonly verdict: Verdict;
  readonly label: string;
}

/** Unlike every other mark: a frame, in the colour of the focus. */
const CURRENT_MARK = {
  rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  outline: "2px solid",
  outlineColor: new ThemeColor("focusBorder"),
  backgroundColor: new ThemeColor("editor.findMatchBackground"),
};

/** Review by keys; `registerReviewModeCommands` binds them. */
export function activateReviewMode(services: Services, view: ReviewView): ReviewMode {
  return new ReviewMode(services, view);
}

function editorsOf(document: TextDocument): readonly TextEditor[] {
  return window.visibleTextEditors.filter((editor) => editor.document === document);
}
