/**
 * What every page and the extension say to each other; what only one page says is in its own `messages.ts`. Plain data.
 */

export const SCOPES = ["file", "open", "workspace"] as const;
/** Which documents a page is about. */
export type Scope = (typeof SCOPES)[number];

export type Facet = "actor" | "infrastructure" | "sovereignty";

/** What a page offers to do where there is nothing to see, where something is wrong, or where something is missing. */
export const ACTIONS = [
  "openSample",
  "showProblems",
  "showOpenFiles",
  "showWorkspace",
  "showLeftOutFiles",
  "scanWorkspace",
] as const;
export type Action = (typeof ACTIONS)[number];

/** A sentence for the person, with what they can do about it. */
export interface Notice {
  readonly text: string;
  readonly actions: readonly { readonly action: Action; readonly label: string }[];
}

/** What the extension says to every page about documents. */
export type CommonHostMessage<Options> =
  /** It takes a moment; while files are read, how many of how many are done. */
  | { readonly kind: "working"; readonly done?: number; readonly total?: number }
  /** There is nothing to show, and why. */
  | { readonly kind: "empty"; readonly options: Options; readonly notices: readonly Notice[] };

/** What every page about documents asks for. */
export type CommonPageMessage<Options> =
  { readonly kind: "show"; readonly options: Options } | { readonly kind: "act"; readonly action: Action };

/** The words of every page about documents, in the language of the editor. `{0}` and so on stand for what is filled in. */
export interface CommonTexts {
  readonly title: string;
  readonly working: string;
  readonly reading: string;
  readonly summary: string;
  readonly nothing: string;
  readonly scope: string;
  readonly scopes: Readonly<Record<Scope, string>>;
  readonly facets: Readonly<Record<Facet, string>>;
  readonly legend: string;
  readonly table: string;
  readonly save: string;
  readonly documents: string;
}

/** What a page kept as values by name; an older version may have written it. */
export function keptValues(kept: unknown): Readonly<Record<string, unknown>> {
  return typeof kept === "object" && kept !== null ? (kept as Readonly<Record<string, unknown>>) : {};
}

/** A value that a page kept, where it is a known one. */
export function oneOf<T>(known: readonly T[], given: unknown, fallback: T): T {
  return known.find((each) => each === given) ?? fallback;
}

/** Puts `values` where `{0}`, `{1}` and so on stand. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
