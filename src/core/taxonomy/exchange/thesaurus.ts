import { expandTerm } from "../forms/expansion";
import type { Term } from "../model";
import type { ClassId } from "../scheme";
import { append } from "./multi-map";

/** A value of a matching flag of a term (`Term`: all but its text and line), as packs write it. */
export type FlagValue = string | number | boolean | readonly string[];

/** A term as a pack writes it, maybe a family or bound to conditions, together with its flags by name. */
export interface WrittenTerm {
  readonly text: string;
  readonly flags: Readonly<Record<string, FlagValue>>;
}

export const LABEL_ROLES = ["preferred", "alternative", "hidden"] as const;
export type LabelRole = (typeof LABEL_ROLES)[number];

/** A text that stands for a concept in one language, as any tool understands it: no family, no flag. */
export interface Label {
  readonly text: string;
  /** A BCP 47 tag; absent where the file names no language. */
  readonly language?: string | undefined;
  readonly role: LabelRole;
}

export interface Note {
  readonly text: string;
  readonly language?: string | undefined;
}

/**
 * - `class`: a class of the scheme;
 * - `entity`: a named thing;
 * - `term`: a generic term;
 * - `group`: a folder that only orders others;
 * - `concept`: the file does not say.
 */
export type ConceptKind = "class" | "entity" | "term" | "group" | "concept";

/** What all exchange formats are read into and written from: a concept of a thesaurus, a code of a codebook, a row of a table. */
export interface Concept {
  /** Names the concept inside its file: an IRI, a GUID, a row. */
  readonly key: string;
  readonly kind: ConceptKind;
  /** Id of the entity or class, where the file has one. */
  readonly id?: string | undefined;
  readonly class?: ClassId | undefined;
  readonly labels: readonly Label[];
  /** Terms that labels cannot hold: families, terms with flags. Each stands for the labels among its expansions. */
  readonly written: readonly WrittenTerm[];
  readonly definitions: readonly Note[];
  /** Keys of broader concepts, direct ones only. */
  readonly broader: readonly string[];
  /** Keys of the schemes the concept is in. */
  readonly schemes: readonly string[];
  /** Identifiers in other catalogues, by scheme. */
  readonly links: Readonly<Record<string, string>>;
  /** A class that one of the schemes defines, rather than one that is only referred to. */
  readonly isDefined?: boolean | undefined;
  /** The concept is out of use. */
  readonly isDeprecated?: boolean | undefined;
  /** One-based; absent where the file has no lines to speak of. */
  readonly line?: number | undefined;
}

/** What a pack takes out of others: an entity, or a term of a class as its pack writes it. */
export type RetiredItem = { readonly entity: string } | { readonly class: ClassId; readonly text: string };

/** A concept scheme, a codebook; one of our packs. */
export interface Scheme {
  readonly key: string;
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly version?: string | undefined;
  readonly language?: string | undefined;
  readonly extends?: string | undefined;
  readonly ignore: readonly WrittenTerm[];
  readonly retire?: readonly RetiredItem[] | undefined;
}

/** A file that describes more is refused: a pack may have as many labels. */
export const MAX_CONCEPTS = 300_000;

export interface Thesaurus {
  readonly schemes: readonly Scheme[];
  readonly concepts: readonly Concept[];
}

/** Keys of what packs hold; the formats make IRIs and GUIDs of them. */
export const keyOfPack = (id: string): string => `pack:${id}`;
export const keyOfClass = (id: ClassId): string => `class:${id}`;
export const keyOfEntity = (id: string): string => `entity:${id}`;

/** The id in a key made by `keyOfEntity`, also where the entity is in another file. */
export function entityOfKey(key: string): string | undefined {
  return key.startsWith("entity:") ? key.slice("entity:".length) : undefined;
}

/** The flags of a term. Keys that the model of a term gets later are carried along. */
export function writtenTerm(term: Term): WrittenTerm {
  return { text: term.text, flags: flagsOf(term, ["text", "line"]) };
}

/** The properties of a term but for those named. */
export function flagsOf(term: object, but: readonly string[]): Record<string, FlagValue> {
  const entries = Object.entries(term).filter(([key]) => !but.includes(key));
  return Object.fromEntries(entries);
}

export function hasFlags({ flags }: WrittenTerm): boolean {
  return Object.keys(flags).length > 0;
}

/** By text, the written terms that stand for it. */
export function coveringTerms(written: readonly WrittenTerm[]): ReadonlyMap<string, readonly WrittenTerm[]> {
  const covering = new Map<string, WrittenTerm[]>();
  for (const term of written) {
    for (const text of expansionsOf(term)) append(covering, text, term);
  }
  return covering;
}

/** What a term stands for; nothing where its notation is wrong. */
export function expansionsOf({ text }: Pick<WrittenTerm, "text">): readonly string[] {
  const expanded = expandTerm(text);
  return "expansions" in expanded ? expanded.expansions : [];
}

/**
 * The terms of a concept as a pack writes them: plain labels, and written terms in the place of the first label that they
 * stand for.
 *
 * @param label left out where it is plain; undefined: no label is
 */
export function termsOf(
  texts: readonly string[],
  written: readonly WrittenTerm[],
  label: string | undefined,
): WrittenTerm[] {
  const covering = coveringTerms(written);
  const terms = new Set<WrittenTerm>();
  for (const text of texts) {
    const standing = covering.get(text);
    if (standing !== undefined) for (const term of standing) terms.add(term);
    else if (text !== label) terms.add({ text, flags: {} });
  }
  for (const term of written) terms.add(term);
  return [...terms];
}
