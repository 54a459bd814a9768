import { writeFile } from "node:fs/promises";
import { formatPack, formatProblem } from "../../core";
import { commandWithOptions, EXIT, UsageError } from "../command";
import { packFilesOf, readText } from "../files";

export const formatCommand = commandWithOptions({
  path: "taxonomy format",
  summary: "sort packs and keep their comments",
  help: `Usage: healthgeo taxonomy format PACK... [--check]

Sorts packs (files or folders) in place: keys in the order of the guide, entities by id, terms alphabetically. A comment stays
with what it stands at. Prints the files that it changed.

  --check    write nothing; print the files that are not sorted, and exit 1 if there is one
`,
  options: { check: { type: "boolean" } },
  async run({ values, positionals }, output) {
    if (positionals.length === 0) throw new UsageError("Name the packs to sort: healthgeo taxonomy format PACK...");
    const files = (await Promise.all(positionals.map(packFilesOf))).flat();
    const sorted = await Promise.all(files.map(sortedFile));
    const changed = sorted.filter(({ before, after }) => before !== after);
    if (values.check !== true) for (const { file, after } of changed) await writeFile(file, after);
    await output.data(changed.map(({ file }) => `${file}\n`).join(""));
    const what = values.check === true ? "not sorted" : "sorted anew";
    output.message(`${files.length} packs, ${changed.length} ${what}`);
    return values.check === true && changed.length > 0 ? EXIT.findings : EXIT.ok;
  },
});

/** A pack with an error is a usage error, so that no file is written before all of them can be. */
async function sortedFile(file: string): Promise<{ file: string; before: string; after: string }> {
  const before = await readText(file);
  const result = formatPack(before, file);
  if ("problems" in result) throw new UsageError(result.problems.map(formatProblem).join("\n"));
  return { file, before, after: result.source };
}
