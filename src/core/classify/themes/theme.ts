import type { ClassId } from "../../taxonomy/scheme";
import type { MentionOrigin } from "../../taxonomy/sense";
import type { Span } from "../../text/span";

/** What a piece of evidence is: a mention of the taxonomy, a phrase of the theme's rules, or a match of their syntax. */
export type CueKind = "mention" | "phrase" | "match";

/** A stretch of the document that a theme rests on; offsets in UTF-16 code units of the document. */
export interface ThemeEvidence extends Span {
  readonly by: CueKind;
}

/** A theme that a passage has. The span is the passage's. */
export interface AssignedTheme extends Span {
  /** Id of the theme. */
  readonly theme: string;
  /** How likely the passage has the theme, 0 to 1. */
  readonly score: number;
  /** Sorted by start, each stretch once. */
  readonly evidence: readonly ThemeEvidence[];
}

/** What the classifier asks of a mention. */
export interface ThemeMention extends Span {
  readonly class: ClassId;
  readonly entity?: string;
  readonly by: MentionOrigin;
}

/** A part of the evidence that can be left out, to measure what it is worth. */
export const THEME_COMPONENTS = ["classes", "entities", "phrases", "matches", "negation", "calibration"] as const;
export type ThemeComponent = (typeof THEME_COMPONENTS)[number];
