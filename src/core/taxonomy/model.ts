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
  /** The term counts only when one of these phrases stands in the same sentence; for kinds of actors, in the same block. */
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
  /** Id of the pack this one builds on. */
  readonly extends?: string;
  readonly classes: readonly ClassDefinition[];
  readonly entities: readonly Entity[];
  readonly terms: readonly GenericTerm[];
  readonly rules: readonly GrammarRule[];
  /** Phrases that are never a mention, nor is anything inside them. */
  readonly ignore: readonly Term[];
  readonly tests: readonly PackTest[];
}
