import {
  cooccurrence,
  COOCCURRENCE_WINDOWS,
  type CooccurrenceWindow,
  countClasses,
  countEntities,
  csvText,
  dateOf,
  titleOf,
  wordCount,
} from "../../core";
import { commandWithOptions, EXIT, UsageError } from "../command";
import { writeOut } from "../files";
import { type Corpus, CORPUS_HELP, CORPUS_OPTIONS, corpusFolder, readCorpus } from "./read-corpus";

const TABLES = ["entities", "classes", "documents", "cooccurrence"] as const;
type TableName = (typeof TABLES)[number];

const KINDS = ["entity", "class"] as const;

const OPTIONS = {
  ...CORPUS_OPTIONS,
  format: { type: "string" },
  out: { type: "string" },
  table: { type: "string" },
  window: { type: "string" },
  by: { type: "string" },
  minimum: { type: "string" },
} as const;

export const corpusCommand = commandWithOptions({
  path: "corpus",
  summary: "count what the texts of a folder mention, and what together",
  help: `Usage: healthgeo corpus [options] DIR

Prints how often the texts of a folder and of the folders in it mention each entity, generic term and class, and how often two
of them together, with what chance would give, PMI (Church and Hanks 1990) and the log-likelihood ratio (Dunning 1993).

Options:
  --format NAME      json (all tables as one object, the default) or csv (one table)
  --table NAME       of CSV: ${TABLES.join("|")}; entities if absent
  --window NAME      what counts as together: ${COOCCURRENCE_WINDOWS.join("|")}; sentence if absent
  --by NAME          what is paired: entity or class; entity if absent
  --minimum N        leave out pairs that are together less often; 2 if absent
  --out FILE         write FILE instead of standard output
${CORPUS_HELP}
`,
  options: OPTIONS,
  async run({ values, positionals }, output) {
    const folder = corpusFolder(positionals, "corpus");
    const choice: PairChoice = {
      window: oneOf(COOCCURRENCE_WINDOWS, values.window, "--window") ?? "sentence",
      by: oneOf(KINDS, values.by, "--by") ?? "entity",
      minimum: checkedMinimum(values.minimum),
    };
    const format = oneOf(["json", "csv"], values.format, "--format") ?? "json";
    const table = oneOf(TABLES, values.table, "--table");
    if (format === "json" && table !== undefined) throw new UsageError("--table is for --format csv; JSON has all.");
    const corpus = await readCorpus(folder, values, output);
    const text = format === "json" ? asJson(corpus, choice) : asCsv(corpus, choice, table ?? "entities");
    await writeOut(text, values.out, output, (path) => `Wrote ${path}.`);
    return EXIT.ok;
  },
});

interface PairChoice {
  readonly window: CooccurrenceWindow;
  readonly by: (typeof KINDS)[number];
  readonly minimum: number;
}

function asJson(corpus: Corpus, choice: PairChoice): string {
  const { documents, leftOut, taxonomy } = corpus;
  const pairs = cooccurrence(documents, { ...choice, labels: taxonomy });
  const value = {
    documents: documentRows(corpus),
    leftOut,
    entities: countEntities(documents, taxonomy),
    classes: countClasses(documents, taxonomy),
    cooccurrence: { ...choice, ...pairs },
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function asCsv(corpus: Corpus, choice: PairChoice, table: TableName): string {
  switch (table) {
    case "entities":
      return countsAsCsv(countEntities(corpus.documents, corpus.taxonomy));
    case "classes":
      return countsAsCsv(countClasses(corpus.documents, corpus.taxonomy));
    case "documents":
      return csvText([
        ["path", "title", "date", "words", "mentions"],
        ...documentRows(corpus).map(({ path, title, date, words, mentions }) => [
          path,
          title,
          date ?? "",
          words,
          mentions,
        ]),
      ]);
    case "cooccurrence":
      return pairsAsCsv(corpus, choice);
  }
}

function documentRows({ documents }: Corpus) {
  return documents.map((document) => {
    const { path, text, mentions } = document;
    const date = dateOf(text, path);
    return {
      path,
      title: titleOf(text, path),
      ...(date === undefined ? {} : { date }),
      words: wordCount(document),
      mentions: mentions.length,
    };
  });
}

function countsAsCsv(rows: ReturnType<typeof countEntities>): string {
  return csvText([
    ["key", "label", "class", "facet", "mentions", "documents"],
    ...rows.map(({ key, label, class: classId, facet, mentions, documents }) => {
      return [key, label, classId, facet, mentions, documents];
    }),
  ]);
}

function pairsAsCsv({ documents, taxonomy }: Corpus, choice: PairChoice): string {
  const { marginals, pairs, windows } = cooccurrence(documents, { ...choice, labels: taxonomy });
  const rows = new Map(marginals.map((row) => [row.key, row]));
  return csvText([
    ["a", "b", "labelA", "labelB", "windowsA", "windowsB", "windows", "together", "expected", "pmi", "logLikelihood"],
    ...pairs.map(({ a, b, together, expected, pmi, logLikelihood }) => {
      const [first, second] = [rows.get(a)!, rows.get(b)!];
      const sizes = [first.windows, second.windows, windows];
      return [a, b, first.label, second.label, ...sizes, together, expected, pmi, logLikelihood];
    }),
  ]);
}

function oneOf<T extends string>(names: readonly T[], written: string | undefined, option: string): T | undefined {
  const name = names.find((each) => each === written);
  if (written === undefined || name !== undefined) return name;
  throw new UsageError(`${option} takes one of ${names.join(", ")}, not "${written}".`);
}

function checkedMinimum(written = "2"): number {
  if (/^[1-9]\d{0,5}$/.test(written)) return Number(written);
  throw new UsageError(`--minimum takes a number from 1 on, not "${written}".`);
}
