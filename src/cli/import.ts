import { readFile, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { formatProblem, IMPORT_EXTENSIONS, importDocument, importFormatOfPath, MAX_DOCUMENT_BYTES } from "../core";
import { commandWithOptions, EXIT, type Output, UsageError } from "./command";
import { writeText } from "./files";

const OPTIONS = { force: { type: "boolean" }, "out-dir": { type: "string" } } as const;

export const importCommand = commandWithOptions({
  path: "import",
  summary: "turn PDF, Word and HTML documents into Markdown beside them",
  help: `Usage: healthgeo import [options] FILE…

Writes the text of each document (${IMPORT_EXTENSIONS.map((name) => `.${name}`).join(", ")}) as Markdown beside it: report.pdf becomes report.md.
Where a page of a PDF begins stands <!-- page 12 -->. Images are left out, and nothing is fetched. A document that is protected,
damaged or holds images of pages only is named on stderr, and the others are imported. Exit 1 if any was not.

Options:
  --out-dir DIR      write into DIR instead
  --force            replace Markdown files that are there already
`,
  options: OPTIONS,
  async run({ values, positionals }, output) {
    if (positionals.length === 0) throw new UsageError('No file named. See "healthgeo import --help".');
    let failed = 0;
    for (const path of positionals) {
      const target = targetOf(path, values["out-dir"]);
      if (!(await importFile(path, target, values.force === true, output))) failed++;
    }
    return failed === 0 ? EXIT.ok : EXIT.findings;
  },
});

function targetOf(path: string, folder: string | undefined): string {
  const beside = `${path.slice(0, path.length - extname(path).length)}.md`;
  return folder === undefined ? beside : join(folder, basename(beside));
}

/** Whether the file was imported; if not, why stands on the message channel. */
async function importFile(path: string, target: string, replace: boolean, output: Output): Promise<boolean> {
  const format = importFormatOfPath(path);
  if (format === undefined) {
    return failing(`${path}: only ${IMPORT_EXTENSIONS.join(", ")} files can be imported.`, output);
  }
  if (!replace && (await sizeOf(target)) !== undefined) {
    return failing(`${target}: is there already; --force replaces it.`, output);
  }
  const size = await sizeOf(path);
  if (size === undefined) return failing(`${path}: there is no such file.`, output);
  if (size > MAX_DOCUMENT_BYTES) {
    return failing(`${path}: is larger than ${MAX_DOCUMENT_BYTES / 1e6} MB; split it and import the parts.`, output);
  }
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return failing(`${path}: cannot be read.`, output);
  const { markdown, pages, problems } = await importDocument(bytes, format, basename(path), { uri: path });
  for (const problem of problems) output.message(formatProblem(problem));
  if (markdown === undefined) return false;
  await writeText(target, markdown);
  output.message(`Wrote ${target}${pages === undefined ? "" : ` (${pages} ${pages === 1 ? "page" : "pages"})`}.`);
  return true;
}

function failing(message: string, output: Output): false {
  output.message(message);
  return false;
}

/** In bytes; undefined where there is no such file. */
async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  );
}
