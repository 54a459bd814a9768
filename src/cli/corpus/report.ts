import { basename, resolve } from "node:path";
import { version } from "../../../package.json";
import { corpusReport, reportAsHtml, reportAsMarkdown } from "../../core";
import { commandWithOptions, EXIT, UsageError } from "../command";
import { writeOut } from "../files";
import { CORPUS_HELP, CORPUS_OPTIONS, corpusFolder, readCorpus } from "./read-corpus";

const FORMATS = { html: reportAsHtml, markdown: reportAsMarkdown } as const;
type ReportFormat = keyof typeof FORMATS;

const OPTIONS = {
  ...CORPUS_OPTIONS,
  format: { type: "string" },
  out: { type: "string" },
  title: { type: "string" },
  date: { type: "string" },
} as const;

export const reportCommand = commandWithOptions({
  path: "report",
  summary: "write a report on all texts of a folder",
  help: `Usage: healthgeo report [options] DIR

Writes one self-contained page on the texts of a folder and of the folders in it: what they name, who is named with whom, key
passages, and how the figures came about. The same texts give the same report. Files that cannot be read are listed on stderr
and in the report; reports of HealthGeo in the folder are left out.

Options:
  --format NAME      html|markdown; otherwise by the ending of --out, html where it says nothing
  --out FILE         write FILE instead of standard output
  --title TEXT       what the report is called; the name of the folder if absent
  --date DATE        the date that it bears; that of the newest text if absent
${CORPUS_HELP}
`,
  options: OPTIONS,
  async run({ values, positionals }, output) {
    const folder = corpusFolder(positionals, "report");
    const format = chosenFormat(values.format, values.out);
    const { documents, leftOut, taxonomy } = await readCorpus(folder, values, output);
    const report = corpusReport(documents, {
      title: values.title ?? basename(resolve(folder)),
      taxonomy,
      version,
      withDecisions: values["no-decisions"] !== true,
      withDiscovery: values["no-discovery"] !== true,
      leftOut,
      ...(values.date === undefined ? {} : { date: values.date }),
    });
    const text = FORMATS[format](report);
    await writeOut(text, values.out, output, (path) => `Wrote ${path}.`);
    return EXIT.ok;
  },
});

function chosenFormat(name: string | undefined, out: string | undefined): ReportFormat {
  if (name === undefined) return out !== undefined && /\.(?:md|markdown)$/i.test(out) ? "markdown" : "html";
  if (name === "html" || name === "markdown") return name;
  throw new UsageError(`"${name}" is not a format of reports; use html or markdown.`);
}
