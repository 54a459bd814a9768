import { l10n, MarkdownString, StatusBarAlignment, window, type StatusBarItem } from "vscode";
import type { ClassId, ReviewedMention } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { escapeMarkdown } from "../../presentation/escape-markdown";
import { legendLine, shortLabels } from "../../presentation/review/review-legend";
import { keyLines } from "./review-keys";

/** So many classes stand in one item of the status bar. */
const DIGITS_IN_ITEM = 5;

/** What the status bar says of a review. */
export interface ReviewStatusInput {
  /** How many suggestions wait. */
  readonly left: number;
  /** The mention that keys decide on. */
  readonly current: ReviewedMention | undefined;
  /** What there is to say where there is none. */
  readonly nothingLeft: string;
  /** The labels of the classes of the digits 1 to 9. */
  readonly labels: readonly string[];
  readonly classLabel: (id: ClassId) => string;
}

/** The items of the status bar during a review: how much is left, what is asked, and which digits answer it. */
export class ReviewStatus implements Disposable {
  readonly #store = new DisposableStore();
  readonly #progress = this.#store.add(window.createStatusBarItem("healthgeo.review", StatusBarAlignment.Left, 101));
  readonly #question = this.#store.add(window.createStatusBarItem("healthgeo.reviewed", StatusBarAlignment.Left, 100));
  /** Two, because the editor cuts a long item. */
  readonly #digits = [1, 2].map((part) =>
    this.#store.add(window.createStatusBarItem(`healthgeo.reviewDigits${part}`, StatusBarAlignment.Left, 100 - part)),
  );

  constructor() {
    this.#progress.name = l10n.t("HealthGeo review: progress");
    this.#question.name = l10n.t("HealthGeo review: current suggestion");
    for (const item of this.#digits) item.name = l10n.t("HealthGeo review: digits of classes");
    for (const item of this.#items) item.command = COMMANDS.reviewShowKeys;
  }

  /** What the status bar asks, and which digits it offers. */
  get legend(): string {
    return [this.#question, ...this.#digits].map(({ text }) => text).join(" · ");
  }

  show(input: ReviewStatusInput): void {
    const { left, labels } = input;
    this.#progress.text = `$(checklist) ${l10n.t("{0} left", left)}`;
    this.#progress.accessibilityInformation = { label: l10n.t("HealthGeo review, {0} left", left) };
    this.#question.text = questionText(input);
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

  hide(): void {
    for (const item of this.#items) item.hide();
  }

  dispose(): void {
    this.#store.dispose();
  }

  get #items(): readonly StatusBarItem[] {
    return [this.#progress, this.#question, ...this.#digits];
  }
}

function questionText({ current, nothingLeft, classLabel }: ReviewStatusInput): string {
  if (current === undefined) return `${nothingLeft} ${l10n.t("u undo · Esc end")}`;
  return `“${shortened(current.text)}” ${classLabel(current.class)}?  ${l10n.t("a accept · r reject · h keys")}`;
}

const LONGEST_WORDS = 24;

function shortened(words: string): string {
  const line = words.replace(/\s+/g, " ");
  return line.length <= LONGEST_WORDS ? line : `${line.slice(0, LONGEST_WORDS - 1)}…`;
}
