import { availableParallelism } from "node:os";
import {
  createTagger,
  facetOf,
  FACET_LABELS,
  formatOfPath,
  LineIndex,
  type MarkedText,
  markedPage,
  type Mention,
  TEXT_FORMATS,
} from "../core";
import { commandWithOptions, EXIT, UsageError } from "./command";
import { readLines, readStandardInput, readText } from "./files";
import { type DocumentLine, type DocumentReader, documentReader, standoff, tagDocument } from "./tag-documents";
import { tagInParallel } from "./tag-pool";
import { checkedMarkup } from "./markup-option";
import { loadTaxonomy, TAXONOMY_HELP, TAXONOMY_OPTIONS } from "./taxonomy-options";

const HELP = `Usage: healthgeo tag [options] FILE...
       healthgeo tag --documents [options] [FILE...]

Tags texts and prints one JSON line per mention:
  {"source","start","end","text","class","entity"?,"by","confidence"}
Offsets are UTF-16 code units, end exclusive. FILE "-" is standard input.

With --documents, reads JSON lines {"id","text","format"?} from the files or standard input and prints
  {"id","mentions","themes","relations"} for each, in order. A theme is
  {"theme","start","end","score","evidence":[{"start","end","text"}]}, where start and end are its passage's.

Options:
  --format table     a table for people instead of JSON lines
  --format html      one page with all files and their mentions marked
  --markup NAME      ${TEXT_FORMATS.join("|")}; otherwise by file extension, plain where it says nothing
${TAXONOMY_HELP}
  --no-discovery     leave out candidates, names the taxonomy does not know
  --jobs [N]         tag documents on N threads, without N on one for each core
`;

const OPTIONS = {
  ...TAXONOMY_OPTIONS,
  documents: { type: "boolean" },
  format: { type: "string" },
  markup: { type: "string" },
  "no-discovery": { type: "boolean" },
  jobs: { type: "string" },
} as const;

export const tagCommand = commandWithOptions({
  path: "tag",
  summary: "tag texts and print their mentions",
  help: HELP,
  options: OPTIONS,
  rewrite: jobsWithValue,
  async run({ values, positionals }, output) {
    const markup = checkedMarkup(values.markup);
    const jobs = checkedJobs(values.jobs);
    if (values.documents !== true && positionals.length === 0) {
      throw new UsageError('No file named. See "healthgeo tag --help".');
    }
    const printMentions = values.format === "html" ? undefined : printerOf(values.format);
    const discovery = values["no-discovery"] !== true;
    const tagger = createTagger(await loadTaxonomy(values, output), { discovery });
    if (values.documents === true) {
      const documents = documentLines(positionals.length === 0 ? ["-"] : positionals);
      const lines =
        jobs === 1
          ? tagInTurn(documents, documentReader(tagger))
          : tagInParallel(documents, jobs, { ...values, discovery });
      for await (const line of lines) await output.data(`${line}\n`);
      return EXIT.ok;
    }
    const marked: MarkedText[] = [];
    for (const path of positionals) {
      const text = path === "-" ? await readStandardInput() : await readText(path);
      const { mentions } = tagger.tag(text, { format: markup ?? formatOfPath(path) });
      if (printMentions === undefined) marked.push({ title: path, text, mentions });
      else await output.data(printMentions(path, text, mentions));
    }
    if (printMentions === undefined) await output.data(markedPage(marked, tagger.taxonomy));
    return EXIT.ok;
  },
});

type MentionPrinter = (source: string, text: string, mentions: readonly Mention[]) => string;

function printerOf(format: string | undefined): MentionPrinter {
  switch (format) {
    case undefined:
    case "jsonl":
      return (source, _text, mentions) =>
        mentions.map((mention) => `${JSON.stringify({ source, ...standoff(mention) })}\n`).join("");
    case "table":
      return mentionTable;
    default:
      throw new UsageError(`"${format}" is not an output format of tag; use jsonl, table or html.`);
  }
}

function mentionTable(source: string, text: string, mentions: readonly Mention[]): string {
  const lines = new LineIndex(text);
  const rows = mentions.map((mention) => {
    const { line, column } = lines.locate(mention.start);
    const quote = mention.text.replace(/\s+/g, " ");
    return [
      `${source}:${line}:${column}`,
      FACET_LABELS[facetOf(mention.class)],
      mention.class,
      mention.entity ?? "",
      quote,
    ];
  });
  const widths = [0, 1, 2, 3].map((cell) => Math.max(0, ...rows.map((row) => row[cell]!.length)));
  return rows.map((row) => `${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ")}\n`).join("");
}

async function* documentLines(paths: readonly string[]): AsyncGenerator<DocumentLine> {
  for (const path of paths) {
    for await (const { line, number } of readLines(path)) {
      if (line.trim() !== "") yield { line, place: `${path === "-" ? "standard input" : path}:${number}` };
    }
  }
}

async function* tagInTurn(documents: AsyncIterable<DocumentLine>, reader: DocumentReader): AsyncGenerator<string> {
  for await (const document of documents) yield tagDocument(document, reader);
}

const ALL_CORES = "all";

/** Gives a bare `--jobs` its value, so that what follows is not taken for one. */
function jobsWithValue(argument: string, index: number, args: readonly string[]): string {
  return argument === "--jobs" && !/^\d+$/.test(args[index + 1] ?? "") ? `--jobs=${ALL_CORES}` : argument;
}

function checkedJobs(written = "1"): number {
  if (written === ALL_CORES) return availableParallelism();
  if (/^[1-9]\d{0,2}$/.test(written)) return Number(written);
  throw new UsageError(`--jobs takes a number from 1 to 999, not "${written}".`);
}
