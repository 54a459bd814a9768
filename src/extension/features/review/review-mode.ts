import {
  commands,
  DecorationRangeBehavior,
  l10n,
  MarkdownString,
  Selection,
  StatusBarAlignment,
  TextEditorRevealType,
  ThemeColor,
  window,
  workspace,
  type StatusBarItem,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
} from "vscode";
import type { ClassId, ReviewedMention, Span } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS, CONTEXT_KEYS } from "../../ids";
import { decideOn, type Verdict } from "../../making-decisions";
import { rangeOf, referenceTo } from "../../mention-target";
import { escapeMarkdown } from "../../presentation/escape-markdown";
import { nextSpan, previousSpan, spansIn } from "../../presentation/mention-lookup";
import { legendLine, shortLabels } from "../../presentation/review/review-legend";
import { reportDecisionError } from "../../report-error";
import type { Services } from "../../services/services";
import { pickClass } from "../decisions/class-picker";
import type { ReviewView } from "./review-view";

/** What a review in progress knows. */
interface ReviewSession {
  readonly document: TextDocument;
  /** The classes of the digits 1 to 9; they stay the same until the review ends, under the fingers. */
  readonly keys: readonly ClassId[];
  /** The mention that keys decide on. */
  current: Span | undefined;
}

/** So many classes stand in one item of the status bar. */
const DIGITS_IN_ITEM = 5;

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
  readonly #progress = this.#store.add(window.createStatusBarItem("healthgeo.review", StatusBarAlignment.Left, 101));
  readonly #question = this.#store.add(window.createStatusBarItem("healthgeo.reviewed", StatusBarAlignment.Left, 100));
  /** Two, because the editor cuts a long item. */
  readonly #digits = [1, 2].map((part) =>
    this.#store.add(window.createStatusBarItem(`healthgeo.reviewDigits${part}`, StatusBarAlignment.Left, 100 - part)),
  );
  readonly #view: ReviewView;
  #session: ReviewSession | undefined;
  #typing: Disposable | undefined;
  /** Keys may come faster than files are written: they are worked off one after the other. */
  #work: Promise<void> = Promise.resolve();

  constructor(services: Services, view: ReviewView) {
    this.#services = services;
    this.#view = view;
    this.#mark = this.#store.add(window.createTextEditorDecorationType(CURRENT_MARK));
    this.#progress.name = l10n.t("HealthGeo review: progress");
    this.#question.name = l10n.t("HealthGeo review: current suggestion");
    for (const item of this.#digits) item.name = l10n.t("HealthGeo review: digits of classes");
    for (const item of this.#items) item.command = COMMANDS.reviewShowKeys;
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
    return [this.#question, ...this.#digits].map(({ text }) => text).join(" · ");
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

  get #items(): readonly StatusBarItem[] {
    return [this.#progress, this.#question, ...this.#digits];
  }

  #show(): void {
    const { isActive } = this;
    void commands.executeCommand("setContext", CONTEXT_KEYS.inReview, isActive);
    this.#takeTyping(isActive);
    this.#paint();
    const session = isActive ? this.#session : undefined;
    const labels = (session?.keys ?? []).map((id) => this.#services.taxonomy.classLabel(id));
    this.#view.note = legendLine(labels);
    if (session === undefined) for (const item of this.#items) item.hide();
    else this.#showStatus(session, labels);
  }

  #showStatus({ document }: ReviewSession, labels: readonly string[]): void {
    const left = this.#services.queues.of(document)?.shown.length ?? 0;
    this.#progress.text = `$(checklist) ${l10n.t("{0} left", left)}`;
    this.#progress.accessibilityInformation = { label: l10n.t("HealthGeo review, {0} left", left) };
    this.#question.text = this.#questionText();
    const short = shortLabels(labels);
    for (const [i, item] of this.#digits.entries()) {
      item.text = legendLine(short.slice(i * DIGITS_IN_ITEM, (i + 1) * DIGITS_IN_ITEM), i * DIGITS_IN_ITEM + 1);
    }
    const keys = keyLines(labels).map(([key, does]) => `- \`${key}\` ${escapeMarkdown(does)}`);
    for (const item of this.#items) {
      item.tooltip = new MarkdownString(keys.join("\n"));
      item.show();
    }
  }

  #questionText(): string {
    const { current } = this;
    if (current === undefined) return `${this.#nothingLeft()} ${l10n.t("u undo · Esc end")}`;
    const label = this.#services.taxonomy.classLabel(current.class);
    return `“${shortened(current.text)}” ${label}?  ${l10n.t("a accept · r reject · h keys")}`;
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

  /** Takes what is typed besides the keys of the review, so that a slip of the finger changes no text. */
  #takeTyping(take: boolean): void {
    if (take === (this.#typing !== undefined)) return;
    this.#typing?.dispose();
    this.#typing = undefined;
    if (!take) return;
    try {
      this.#typing = commands.registerCommand("type", async (typed: { text?: string }) => {
        // The focus may be elsewhere before the editor has told so.
        if (!this.isActive) return commands.executeCommand("default:type", typed);
        window.setStatusBarMessage(l10n.t("In review, keys decide: press h for the list of keys, Esc to end."), 4000);
        return undefined;
      });
    } catch (error) {
      this.#services.log.info(`Another extension takes what is typed: ${String(error)}`);
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

export function activateReviewMode(services: Services, view: ReviewView): ReviewMode {
  return new ReviewMode(services, view);
}

export function registerReviewModeCommands(mode: ReviewMode, services: Services): Disposable {
  const store = new DisposableStore();
  const add = (command: string, run: (argument: unknown) => unknown) =>
    store.add(commands.registerCommand(command, run));
  const decide = (verdict: Verdict, labelOf: (words: string) => string) => () =>
    mode.decide(({ text }) => Promise.resolve({ verdict, label: labelOf(text) }));
  add(COMMANDS.startReview, () => mode.start());
  add(COMMANDS.endReview, () => {
    mode.end();
  });
  add(COMMANDS.reviewNext, () => mode.go(nextSpan));
  add(COMMANDS.reviewPrevious, () => mode.go(previousSpan));
  add(
    COMMANDS.reviewAccept,
    decide({ kind: "accept" }, (words) => l10n.t("accepted “{0}”", words)),
  );
  add(
    COMMANDS.reviewReject,
    decide({ kind: "reject", scope: "mention" }, (words) => l10n.t("rejected “{0}”", words)),
  );
  add(
    COMMANDS.reviewRejectInDocument,
    decide({ kind: "reject", scope: "document" }, (words) => l10n.t("rejected “{0}”", words)),
  );
  add(COMMANDS.reviewClassifyByNumber, (digit) =>
    mode.decide(({ text }) => Promise.resolve(classified(services, text, mode.keys[Number(digit) - 1]))),
  );
  add(COMMANDS.reviewClassify, () =>
    mode.decide(async ({ text, class: classId }) =>
      classified(services, text, await pickClass(services, text, classId)),
    ),
  );
  add(COMMANDS.reviewLinkEntity, () => mode.run(COMMANDS.linkEntity));
  add(COMMANDS.reviewUndo, () => mode.undo());
  add(COMMANDS.reviewShowKeys, () => showKeys(mode, services));
  return store;
}

function classified({ taxonomy }: Services, words: string, classId: ClassId | undefined): Decided | undefined {
  if (classId === undefined) return undefined;
  const label = l10n.t("classified “{0}” as {1}", words, taxonomy.classLabel(classId));
  return { verdict: { kind: "classify", class: classId }, label };
}

/** The keys as a list that can be read and searched, by a screen reader too. */
async function showKeys(mode: ReviewMode, { taxonomy }: Services): Promise<void> {
  const labels = mode.keys.map((id) => taxonomy.classLabel(id));
  const items = keyLines(labels).map(([label, description]) => ({ label, description }));
  await window.showQuickPick(items, { title: l10n.t("Keys of the review"), matchOnDescription: true });
}

function keyLines(classLabels: readonly string[]): (readonly [key: string, does: string])[] {
  return [
    ["n", l10n.t("next suggestion (Tab, too)")],
    ["p", l10n.t("previous suggestion (Shift+Tab, too)")],
    ["a", l10n.t("accept (Enter, too)")],
    ["r", l10n.t("reject here (Delete, too)")],
    ["Shift+R", l10n.t("reject in this document")],
    ...classLabels.map((label, i) => [(i + 1).toString(), label] as const),
    ["c", l10n.t("pick a class")],
    ["e", l10n.t("link to an entity")],
    ["→ ←", l10n.t("one word more or less at the end")],
    ["Shift+← Shift+→", l10n.t("one word more or less at the start")],
    ["u", l10n.t("undo the last decision (Backspace, too)")],
    ["Esc", l10n.t("end the review")],
  ];
}

function editorsOf(document: TextDocument): readonly TextEditor[] {
  return window.visibleTextEditors.filter((editor) => editor.document === document);
}

const LONGEST_WORDS = 24;

function shortened(words: string): string {
  const line = words.replace(/\s+/g, " ");
  return line.length <= LONGEST_WORDS ? line : `${line.slice(0, LONGEST_WORDS - 1)}…`;
}
