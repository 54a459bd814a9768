import {
  type AssignedTheme,
  createTagger,
  createThemeClassifier,
  documentProfile,
  formatOfPath,
  LineIndex,
  readPassages,
  TEXT_FORMATS,
  type ThemeClassifier,
} from "../core";
import { commandWithOptions, EXIT, UsageError } from "./command";
import { readStandardInput, readText } from "./files";
import { checkedMarkup } from "./markup-option";
import { loadTaxonomy, TAXONOMY_HELP, TAXONOMY_OPTIONS } from "./taxonomy-options";

const HELP = `Usage: healthgeo classify [options] FILE...

Says which themes documents and their passages have, with the words that speak for each. Prints one JSON line per document:
  {"source","profile":[{"theme","passages","share","max"}],
   "passages":[{"theme","start","end","score","evidence":[{"start","end","text"}]}]}
Offsets are UTF-16 code units, end exclusive. A passage with several themes has several entries. FILE "-" is standard input.

Options:
  --format table     tables for people instead of JSON lines
  --markup NAME      ${TEXT_FORMATS.join("|")}; otherwise by file extension, plain where it says nothing
${TAXONOMY_HELP}
`;

const OPTIONS = { ...TAXONOMY_OPTIONS, format: { type: "string" }, markup: { type: "string" } } as const;

export const classifyCommand = commandWithOptions({
  path: "classify",
  summary: "say which themes documents and their passages have",
  help: HELP,
  options: OPTIONS,
  async run({ values, positionals }, output) {
    if (positionals.length === 0) throw new UsageError('No file named. See "healthgeo classify --help".');
    const markup = checkedMarkup(values.markup);
    const print = printerOf(values.format);
    const taxonomy = await loadTaxonomy(values, output);
    const [tagger, classifier] = [createTagger(taxonomy), createThemeClassifier(taxonomy)];
    for (const path of positionals) {
      const text = path === "-" ? await readStandardInput() : await readText(path);
      const format = markup ?? formatOfPath(path);
      const { mentions } = tagger.tag(text, { format });
      const themes = classifier.classify(readPassages(text, format), mentions);
      await output.data(print({ source: path, text, themes }, classifier));
    }
    return EXIT.ok;
  },
});

/** A theme as the command line's contract has it. */
export function themeLine({ theme, start, end, score, evidence }: AssignedTheme, text: string) {
  const quoted = evidence.map((each) => ({
    start: each.start,
    end: each.end,
    text: text.slice(each.start, each.end),
  }));
  return { theme, start, end, score: rounded(score), evidence: quoted };
}

interface ClassifiedDocument {
  readonly source: string;
  readonly text: string;
  readonly themes: readonly AssignedTheme[];
}

type Printer = (document: ClassifiedDocument, classifier: ThemeClassifier) => string;

function printerOf(format: string | undefined): Printer {
  switch (format) {
    case undefined:
    case "jsonl":
      return documentLine;
    case "table":
      return documentTable;
    default:
      throw new UsageError(`"${format}" is not an output format of classify; use jsonl or table.`);
  }
}

function documentLine({ source, text, themes }: ClassifiedDocument): string {
  const profile = documentProfile(themes).map((share) => ({
    ...share,
    share: rounded(share.share),
    max: rounded(share.max),
  }));
  return `${JSON.stringify({ source, profile, passages: themes.map((theme) => themeLine(theme, text)) })}\n`;
}

function documentTable({ source, text, themes }: ClassifiedDocument, classifier: ThemeClassifier): string {
  const lines = new LineIndex(text);
  const nameOf = (id: string) => classifier.themes.get(id)?.theme.label ?? id;
  const profile = documentProfile(themes).map(({ theme, passages, share, max }) => [
    source,
    nameOf(theme),
    `${passages} ${passages === 1 ? "passage" : "passages"}`,
    `${Math.round(100 * share)} %`,
    `max ${max.toFixed(2)}`,
  ]);
  const passages = themes.map(({ theme, start, score, evidence }) => {
    const words = evidence.map((each) => text.slice(each.start, each.end).replace(/\s+/g, " "));
    return [`${source}:${lines.locate(start).line}`, nameOf(theme), score.toFixed(2), words.join(" · ")];
  });
  return `${aligned(profile)}${profile.length > 0 ? "\n" : ""}${aligned(passages)}`;
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, cell) => Math.max(...rows.map((row) => row[cell]!.length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, i) => cell.padEnd(widths[i]!))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}
