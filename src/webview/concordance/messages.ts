/** What the Concordance page and the extension say to each other, beside what all pages say. Plain data. */
import type { Action, Facet, Notice } from "../shared/messages";

/** A line as it is drawn. */
export interface PageLine {
  /** Its path, and the page of the original where there is one. */
  readonly document: string;
  readonly left: string;
  readonly node: string;
  readonly right: string;
  /** Absent for words that are no mention. */
  readonly facet?: Facet;
  readonly status?: "candidate" | "suggested" | "accepted";
}

/** Texts of the page, in the language of the editor. */
export interface Texts {
  readonly title: string;
  readonly grid: string;
  readonly choose: string;
  readonly welcome: string;
  /** Names of `PageLine.status`. */
  readonly status: Readonly<Record<NonNullable<PageLine["status"]>, string>>;
}

export type HostMessage =
  /** There is nothing to list: nobody chose what. */
  | { readonly kind: "welcome" }
  /** More lines; `from` is 0 for the first of new ones, which replace all others. */
  | { readonly kind: "lines"; readonly from: number; readonly lines: readonly PageLine[] }
  /** Which lines are shown, in which order, and what is said of them. `isOther` where they answer another question than before. */
  | {
      readonly kind: "order";
      readonly order: readonly number[];
      readonly selected: readonly number[];
      readonly summary: string;
      /** What the lines lack. */
      readonly notices: readonly Notice[];
      readonly isOther: boolean;
    }
  /** How far a scan is. */
  | { readonly kind: "progress"; readonly text: string };

export type PageMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "choose" }
  | { readonly kind: "act"; readonly action: Action }
  /** `focus`: the keyboard goes to the editor too. */
  | { readonly kind: "open"; readonly line: number; readonly focus: boolean }
  | { readonly kind: "select"; readonly lines: readonly number[] };
