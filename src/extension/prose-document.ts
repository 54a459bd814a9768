import { formatOfPath, type TextFormat } from "../core";

/** What must be known of a document to tell whether and how it is tagged. */
export interface DocumentIdentity {
  readonly languageId: string;
  readonly uri: { readonly scheme: string; readonly path: string };
}

/** Why a document in a supported language is left alone. */
export type GuardReason = "tooLong" | "binary";

const FORMAT_OF_LANGUAGE: Readonly<Record<string, TextFormat>> = {
  markdown: "markdown",
  quarto: "markdown",
  rmd: "markdown",
  plaintext: "plain",
  latex: "latex",
  tex: "latex",
  html: "html",
};

/** The ids of the languages of the editor in which prose is written. */
export const PROSE_LANGUAGES: readonly string[] = Object.keys(FORMAT_OF_LANGUAGE);

/** Documents that show something else than a text being written: history, output, input boxes, notebook cells. */
const OTHER_SCHEMES = new Set([
  "comment",
  "git",
  "healthgeo-compare",
  "healthgeo-explain",
  "healthgeo-taxonomy",
  "output",
  "review",
  "search-editor",
  "vscode",
  "vscode-interactive",
  "vscode-interactive-input",
  "vscode-notebook-cell",
  "vscode-scm",
  "vscode-settings",
  "walkThrough",
  "walkThroughSnippet",
]);

/** Machine-written files that the editor opens as plain text. */
const NOT_PROSE = /\.(?:lock|log|csv|tsv|tab|map|sum|patch|diff|jsonl|ndjson)$/i;

const BINARY_PROBE_LENGTH = 8000;

/** The markup a document is tagged as; undefined where it is not prose and is left alone. */
export function formatOfDocument(document: DocumentIdentity): TextFormat | undefined {
  const format = FORMAT_OF_LANGUAGE[document.languageId];
  if (format === undefined || OTHER_SCHEMES.has(document.uri.scheme)) return undefined;
  if (format !== "plain") return format;
  // Quarto and R Markdown are plain text to an editor without their extensions.
  return NOT_PROSE.test(document.uri.path) ? undefined : formatOfPath(document.uri.path);
}

/** Why a text must not be tagged; `maxLength` in UTF-16 code units. */
export function guardOf(text: string, maxLength: number): GuardReason | undefined {
  if (text.length > maxLength) return "tooLong";
  return text.slice(0, BINARY_PROBE_LENGTH).includes("\0") ? "binary" : undefined;
}
