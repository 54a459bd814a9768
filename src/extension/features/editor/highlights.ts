import {
  commands,
  DecorationRangeBehavior,
  EventEmitter,
  Range,
  ThemeColor,
  window,
  workspace,
  type DecorationRenderOptions,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
  type Uri,
} from "vscode";
import { facetOf, type Facet, type ReviewedMention, type Span } from "../../../core";
import { Debouncer } from "../../debouncer";
import { DisposableStore, type Disposable } from "../../dispose";
import { COLORS, COMMANDS, CONTEXT_KEYS, SETTINGS_SECTION } from "../../ids";
import { MARK_STYLES, markStyleOf, type Firmness, type MarkStyle } from "../../presentation/marks/mark-styles";
import { itemsWithin, windowAround } from "../../presentation/marks/mark-window";
import type { Services } from "../../services/services";
import { highlightSettings, setHighlightEnabled, toggleFacet } from "../../services/settings";
import type { ReviewService } from "../../services/review/review-service";

/** More marks than this in one editor slow it down; the ones around what is in sight are drawn. */
export const MARK_LIMIT = 10_000;
/** Up to this many marks are drawn at once; with more, those in sight come first. */
const AT_ONCE = 500;
const SCROLL_DELAY_MS = 100;

/** What is drawn in an editor. */
export interface PaintedMarks {
  readonly mentions: readonly ReviewedMention[];
  /** Mentions that could be drawn, had the editor no limit. */
  readonly available: number;
}

const NOTHING_PAINTED: PaintedMarks = { mentions: [], available: 0 };

/** The line of a facet, told apart by shape where colours cannot be. */
const LINES: Readonly<Record<Facet, string>> = { actor: "solid", infrastructure: "dashed", sovereignty: "dotted" };

/** Draws the mentions of every visible editor. */
export class Highlights implements Disposable {
  readonly #store = new DisposableStore();
  readonly #debouncer = this.#store.add(new Debouncer());
  readonly #changed = this.#store.add(new EventEmitter<TextEditor>());
  readonly #types: ReadonlyMap<MarkStyle, TextEditorDecorationType>;
  readonly #painted = new WeakMap<TextEditor, PaintedMarks>();
  readonly #hiddenFiles = new Set<string>();
  readonly #reviews: ReviewService;

  /** The marks in an editor were drawn anew. */
  readonly onDidPaint = this.#changed.event;

  constructor(reviews: ReviewService) {
    this.#reviews = reviews;
    this.#types = new Map(MARK_STYLES.map((style) => [style, this.#store.add(decorationType(style))]));
    this.#store.add(reviews.onDidChange((document) => this.#paintDocument(document)));
    this.#store.add(window.onDidChangeVisibleTextEditors(() => this.paintAll()));
    this.#store.add(window.onDidChangeTextEditorViewColumn(({ textEditor }) => this.#paint(textEditor)));
    this.#store.add(
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (this.#isLimited(textEditor)) this.#paintSoon(textEditor, SCROLL_DELAY_MS);
      }),
    );
    this.#store.add(
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SETTINGS_SECTION)) this.paintAll();
      }),
    );
    this.paintAll();
  }

  /** What is drawn in `editor` now. */
  paintedIn(editor: TextEditor): PaintedMarks {
    return this.#painted.get(editor) ?? NOTHING_PAINTED;
  }

  toggleFile(uri: Uri): void {
    const key = uri.toString();
    if (!this.#hiddenFiles.delete(key)) this.#hiddenFiles.add(key);
    this.paintAll();
  }

  isHiddenIn(uri: Uri): boolean {
    return this.#hiddenFiles.has(uri.toString());
  }

  paintAll(): void {
    void commands.executeCommand("setContext", CONTEXT_KEYS.highlightsShown, highlightSettings().enabled);
    for (const editor of window.visibleTextEditors) this.#paint(editor);
  }

  dispose(): void {
    this.#store.dispose();
  }

  #paintDocument(document: TextDocument): void {
    for (const editor of window.visibleTextEditors) if (editor.document === document) this.#paint(editor);
  }

  #paint(editor: TextEditor): void {
    const marks = this.#marksFor(editor);
    if (marks === undefined) return;
    if (marks.length <= AT_ONCE) {
      this.#draw(editor, marks, marks.length);
      return;
    }
    const visible = visibleSpan(editor);
    this.#draw(editor, itemsWithin(marks, visible), marks.length);
    this.#paintSoon(editor, 0);
  }

  /** Draws all marks of an editor, as far as the limit allows, once the event loop had a turn. */
  #paintSoon(editor: TextEditor, delay: number): void {
    this.#debouncer.run(keyOf(editor), delay, () => {
      if (!window.visibleTextEditors.includes(editor)) return;
      const marks = this.#marksFor(editor);
      if (marks !== undefined) this.#draw(editor, windowAround(marks, visibleSpan(editor), MARK_LIMIT), marks.length);
    });
  }

  /** The mentions to draw; undefined while they are not known, so that the old marks stay. */
  #marksFor(editor: TextEditor): readonly ReviewedMention[] | undefined {
    const { document } = editor;
    const review = this.#reviews.reviewOf(document);
    if (review.kind === "pending") return undefined;
    const { enabled, facets } = highlightSettings();
    const isKnown = review.kind === "reviewed" || review.kind === "early";
    if (!isKnown || !enabled || isEmbedded(editor) || this.isHiddenIn(document.uri)) return [];
    return review.mentions.filter(({ class: classId }) => facets.has(facetOf(classId)));
  }

  #draw(editor: TextEditor, marks: readonly ReviewedMention[], available: number): void {
    const before = this.paintedIn(editor);
    if (before.mentions.length === 0 && marks.length === 0) return;
    const ranges = new Map(MARK_STYLES.map((style) => [style, [] as Range[]]));
    for (const mark of marks) ranges.get(markStyleOf(mark))!.push(rangeOf(editor.document, mark));
    for (const [style, type] of this.#types) editor.setDecorations(type, ranges.get(style)!);
    this.#painted.set(editor, { mentions: marks, available });
    this.#changed.fire(editor);
  }

  #isLimited(editor: TextEditor): boolean {
    const { mentions, available } = this.paintedIn(editor);
    return mentions.length < available;
  }
}

/** The commands that show and hide marks. */
export function registerHighlightCommands(highlights: Highlights, { activeDocument }: Services): Disposable {
  const store = new DisposableStore();
  const add = (command: string, run: () => unknown) => store.add(commands.registerCommand(command, run));
  add(COMMANDS.toggleHighlights, () => setHighlightEnabled(!highlightSettings().enabled));
  add(COMMANDS.showHighlights, () => setHighlightEnabled(true));
  add(COMMANDS.hideHighlights, () => setHighlightEnabled(false));
  add(COMMANDS.toggleActorHighlights, () => toggleFacet("actor"));
  add(COMMANDS.toggleInfrastructureHighlights, () => toggleFacet("infrastructure"));
  add(COMMANDS.toggleSovereigntyHighlights, () => toggleFacet("sovereignty"));
  add(COMMANDS.toggleHighlightsInFile, () => {
    const { document } = activeDocument;
    if (document !== undefined) highlights.toggleFile(document.uri);
  });
  return store;
}

/** The marks on mentions in editors. */
export function activateHighlights({ reviews }: Services): Highlights {
  return new Highlights(reviews);
}

function decorationType({ facet, firmness }: MarkStyle): TextEditorDecorationType {
  return window.createTextEditorDecorationType({
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    ...firmnessStyle(facet, firmness),
  });
}

/** A candidate is outlined in a paler colour, where a mention of the taxonomy has a line below it. */
function firmnessStyle(facet: Facet, firmness: Firmness): DecorationRenderOptions {
  const { foreground, candidate, background, acceptedBackground } = COLORS[facet];
  const underline = { borderStyle: LINES[facet], borderColor: new ThemeColor(foreground) };
  switch (firmness) {
    case "candidate":
      return { outlineStyle: LINES[facet], outlineWidth: "1px", outlineColor: new ThemeColor(candidate) };
    case "suggested":
      return { ...underline, borderWidth: "0 0 1px 0", backgroundColor: new ThemeColor(background) };
    case "accepted":
      return { ...underline, borderWidth: "0 0 2px 0", backgroundColor: new ThemeColor(acceptedBackground) };
  }
}

/** Whether an editor is part of another one: a side of a comparison, a peek, a notebook cell. */
function isEmbedded(editor: TextEditor): boolean {
  return editor.viewColumn === undefined;
}

function visibleSpan({ document, visibleRanges }: TextEditor): Span {
  const first = visibleRanges[0];
  const last = visibleRanges.at(-1);
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  return { start: document.offsetAt(first.start), end: document.offsetAt(last.end) };
}

function rangeOf(document: TextDocument, span: Span): Range {
  return new Range(document.positionAt(span.start), document.positionAt(span.end));
}

function keyOf(editor: TextEditor): string {
  return `${editor.document.uri.toString()}#${editor.viewColumn ?? 0}`;
}
