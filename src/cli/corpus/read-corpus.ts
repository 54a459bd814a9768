import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import {
  corpusDocument,
  type CorpusDocument,
  createTagger,
  createThemeClassifier,
  documentRelations,
  formatOfPath,
  isReport,
  type Ledger,
  type LeftOutFile,
  placeThemeDecisions,
  readRelations,
  reviewThemes,
  type Tagger,
  type Taxonomy,
  type ThemeClassifier,
  type ThemeDecision,
} from "../../core";
import { ledgerOf, workspaceAbove } from "../annotations/document-ledger";
import { type Output, UsageError } from "../command";
import { loadTaxonomy, TAXONOMY_HELP, TAXONOMY_OPTIONS } from "../taxonomy-options";
import { findFiles } from "./find-files";

/** Options of every command that reads a corpus. */
export const CORPUS_OPTIONS = {
  ...TAXONOMY_OPTIONS,
  include: { type: "string", multiple: true },
  exclude: { type: "string", multiple: true },
  "max-size": { type: "string" },
  "no-decisions": { type: "boolean" },
  "no-discovery": { type: "boolean" },
} as const;

export const CORPUS_HELP = `  --include GLOB     read these files instead of Markdown, LaTeX, HTML and plain text (repeatable)
  --exclude GLOB     leave these files and folders out (repeatable); what .gitignore names is left out anyway
  --max-size MB      leave larger files out; 2 if absent, as in the editor
  --no-decisions     leave people's decisions (.healthgeo/annotations) out
${TAXONOMY_HELP}
  --no-discovery     leave out candidates, names the taxonomy does not know`;

export interface CorpusChoice {
  readonly taxonomy?: readonly string[] | undefined;
  readonly "only-taxonomy"?: boolean | undefined;
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly "max-size"?: string | undefined;
  readonly "no-decisions"?: boolean | undefined;
  readonly "no-discovery"?: boolean | undefined;
}

/** The documents of a folder, tagged and with people's decisions applied. */
export interface Corpus {
  /** Sorted by path. */
  readonly documents: readonly CorpusDocument[];
  readonly leftOut: readonly LeftOutFile[];
  readonly taxonomy: Taxonomy;
}

const MEGABYTE = 1_000_000;
const BINARY_PROBE_LENGTH = 8000;

/** Reads a folder as a corpus; files that cannot be read are named on the message channel and left out. */
export async function readCorpus(folder: string, choice: CorpusChoice, output: Output): Promise<Corpus> {
  const limit = checkedSize(choice["max-size"]);
  const taxonomy = await loadTaxonomy(choice, output);
  const tagger = createTagger(taxonomy, { discovery: choice["no-discovery"] !== true });
  const classifier = createThemeClassifier(taxonomy);
  const found = await findFiles(folder, choice);
  const ledgers = choice["no-decisions"] === true ? undefined : await workspaceAbove(resolve(folder));
  const documents: CorpusDocument[] = [];
  const leftOut = [...found.leftOut];
  for (const path of found.paths) {
    const read = await readProse(join(folder, path), limit);
    if ("reason" in read) leftOut.push({ path, reason: read.reason });
    else if (!isReport(read.text)) {
      const ledger = await ledgerOf(join(folder, path), ledgers, output);
      const document = tagged(path, read.text, tagger, ledger);
      const relations = documentRelations(readRelations(document, ledger?.relations).relations);
      documents.push({ ...themed(document, classifier, ledger?.themes ?? []), relations });
    }
  }
  for (const { path, reason } of leftOut) output.message(`${join(folder, path)}: left out: ${reason}`);
  if (documents.length === 0) {
    throw new UsageError(`${folder}: holds no text to read; name the files with --include, such as --include "*.txt".`);
  }
  return { documents, leftOut, taxonomy };
}

/** The one folder that a command line names. */
export function corpusFolder(positionals: readonly string[], command: string): string {
  const [folder, ...others] = positionals;
  if (folder !== undefined && others.length === 0) return folder;
  throw new UsageError(`${command} takes one folder. See "healthgeo ${command} --help".`);
}

function tagged(path: string, text: string, tagger: Tagger, ledger: Ledger | undefined): CorpusDocument {
  const { mentions } = tagger.tag(text, { format: formatOfPath(path) });
  return corpusDocument(path, text, mentions, ledger?.decisions);
}

/** The document with the themes of its passages, each once. */
function themed(
  document: CorpusDocument,
  classifier: ThemeClassifier,
  decisions: readonly ThemeDecision[],
): CorpusDocument {
  const { text, passages, mentions } = document;
  const placed = placeThemeDecisions(text, decisions);
  const themes = reviewThemes(passages, classifier.classify(passages, mentions), placed);
  const ids = [...new Set(themes.map(({ theme }) => theme))].sort();
  return { ...document, themes: ids.map((id) => ({ id, label: classifier.themes.get(id)?.theme.label ?? id })) };
}

/** @param limit in bytes */
async function readProse(
  path: string,
  limit: number,
): Promise<{ readonly text: string } | { readonly reason: string }> {
  try {
    const { size } = await stat(path);
    if (size > limit) {
      return { reason: `It has ${(size / MEGABYTE).toFixed(1)} MB; --max-size raises the limit.` };
    }
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await readFile(path));
    const isBinary = text.slice(0, BINARY_PROBE_LENGTH).includes("\0");
    return isBinary ? { reason: "It is not a text." } : { text };
  } catch (error) {
    if (error instanceof TypeError) return { reason: "It is not UTF-8 text; save it as UTF-8." };
    return { reason: `It cannot be read (${error instanceof Error ? error.message : String(error)}).` };
  }
}

/** In bytes. */
function checkedSize(written = "2"): number {
  if (/^\d{1,3}(?:\.\d+)?$/.test(written) && Number(written) > 0) return Number(written) * MEGABYTE;
  throw new UsageError(`--max-size takes a number of megabytes below 1000, not "${written}".`);
}
