import type { ClassId } from "./scheme";

/** How a term's capitals bind the text it may match. */
export const CASE_MODES = ["any", "capital", "exact", "acronym", "ambiguous"] as const;
/**
 * - `any`: case is ignored;
 * - `capital`: a word the term writes with a capital must have one in the text;
 * - `exact`: letter by letter as written;
 * - `acronym`: all capitals in the text too, though "W.H.O.", "NGOs" and a possessive pass;
 * - `ambiguous`: the term's capitals bind, but the name is an ordinary word too, so that they are no evidence where any word
 *   has them: a capital initial at the start of a sentence, anything in a line of capitals.
 */
export type CaseMode = (typeof CASE_MODES)[number];

/** Kinds of words that may stand in the phrases beside a term, as grammar rules know them. */
export const NEIGHBOUR_TAGS = ["#NameWord", "#GivenName", "#Surname"] as const;
export type NeighbourTag = (typeof NEIGHBOUR_TAGS)[number];

/** One written form of an entity or generic concept. */
export interface Term {
  readonly text: string;
  /** Absent: derived from the way the term is written (see `caseModeOf`). */
  readonly case?: CaseMode;
  /** Whether the regular plural or singular of the head word matches too. Absent: yes for generic terms, no for names. */
  readonly plural?: boolean;
  /** The term counts only when one of these phrases stands in the same sentence. */
  readonly near?: readonly string[];
  /** The term does not count when one of these phrases stands in the same sentence. */
  readonly notNear?: readonly string[];
  /** The term counts only directly after one of these phrases, in which `NEIGHBOUR_TAGS` stand for kinds of words. */
  readonly after?: readonly string[];
  /** The term does not count directly after one of these phrases. */
  readonly notAfter?: readonly string[];
  /** The term counts only directly before one of these phrases. */
  readonly before?: readonly string[];
  /** The term does not count directly before one of these phrases. */
  readonly notBefore?: readonly string[];
  /** One-based line in the pack file. */
  readonly line: number;
}

export interface ClassDefinition {
  readonly id: ClassId;
  readonly label: string;
  readonly definition: string;
  readonly line: number;
}

/** A named thing; `terms` are all its names, the label first. */
export interface Entity {
  readonly id: string;
  readonly class: ClassId;
  readonly label: string;
  readonly terms: readonly Term[];
  readonly definition?: string;
  /** External identifiers by scheme, such as `wikidata` or `iso3166`. */
  readonly links?: Readonly<Record<string, string>>;
  /** Id of the entity this one is part of or a kind of. */
  readonly broader?: string;
  readonly line: number;
}

/** A generic term of a class: it names a kind of thing, not one thing. */
export interface GenericTerm {
  readonly class: ClassId;
  readonly term: Term;
}

/** A grammar rule in compromise's match syntax. */
export interface GrammarRule {
  readonly id: string;
  readonly class: ClassId;
  readonly match: string;
  readonly hits: readonly string[];
  readonly misses: readonly string[];
  readonly line: number;
}

/**
 * What a passage may hold: it is met by any of what it lists. A class may be a facet. Phrases are written as terms are, with
 * `(a|b)` and `[x]`; `match` is an expression as in grammar rules.
 */
export interface ThemeCondition {
  readonly classes: readonly string[];
  readonly entities: readonly string[];
  readonly phrases: readonly string[];
  readonly match?: string;
  /** Whether phrases and matches count where they are negated too. */
  readonly evenNegated: boolean;
  readonly line: number;
}

/** Where the conditions of a theme rule must be met together. */
export const THEME_SCOPES = ["sentence", "passage"] as const;
export type ThemeScope = (typeof THEME_SCOPES)[number];

/** One piece of evidence for a theme: all of `all`, one of `any` if there are some, none of `not`. */
export interface ThemeRule {
  /** How likely a passage has the theme when this rule alone speaks for it; above 0, at most 1. */
  readonly weight: number;
  readonly within: ThemeScope;
  readonly all: readonly ThemeCondition[];
  readonly any: readonly ThemeCondition[];
  readonly not: readonly ThemeCondition[];
  readonly line: number;
}

/** Something that passages argue, and how it is recognised. */
export interface Theme {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  readonly rules: readonly ThemeRule[];
  /** Passages that have the theme, and passages that have it not; they run as tests. */
  readonly hits: readonly string[];
  readonly misses: readonly string[];
  readonly line: number;
}

export interface ExpectedMention {
  readonly text: string;
  /** Absent in `forbid`: no mention of any class may have this text. */
  readonly class?: ClassId;
  readonly entity?: string;
}

export interface PackTest {
  readonly text: string;
  readonly expect: readonly ExpectedMention[];
  readonly forbid: readonly ExpectedMention[];
  readonly line: number;
}

/** What a pack takes out of earlier layers: an entity with all its names, or one term of a class as its pack writes it. */
export type Retirement =
  | { readonly entity: string; readonly line: number }
  | { readonly class: ClassId; readonly text: string; readonly line: number };

/** Where a pack comes from; what a later layer says wins over an earlier one. */
export const PACK_LAYERS = ["built-in", "shared", "workspace", "document"] as const;
export type PackLayer = (typeof PACK_LAYERS)[number];

/** A taxonomy pack: one reviewable file of knowledge. */
export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly language: string;
  /** Where the pack was read from; shown by "explain". */
  readonly uri: string;
  readonly layer: PackLayer;
  /** What this pack builds on: the id of a pack, a path from its file on, or a package (see `resolveSharedPacks`). */
  readonly extends?: string;
  readonly classes: readonly ClassDefinition[];
  readonly entities: readonly Entity[];
  readonly terms: readonly GenericTerm[];
  readonly rules: readonly GrammarRule[];
  readonly themes: readonly Theme[];
  /** Phrases that are never a mention, nor is anything inside them. */
  readonly ignore: readonly Term[];
  /** What of earlier layers no longer counts. */
  readonly retire?: readonly Retirement[];
  readonly tests: readonly PackTest[];
}
