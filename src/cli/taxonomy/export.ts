import { exportTaxonomy, extendTaxonomy, formatProblem, loadBuiltInPacks } from "../../core";
import { commandWithOptions, EXIT, UsageError } from "../command";
import { writeOut } from "../files";
import { readPacks } from "../taxonomy-options";
import { chosenFormat, FORMAT_HELP } from "./formats";

const OPTIONS = {
  format: { type: "string" },
  out: { type: "string" },
  taxonomy: { type: "string", multiple: true },
} as const;

export const exportCommand = commandWithOptions({
  path: "taxonomy export",
  summary: "write packs in an exchange format",
  help: `Usage: healthgeo taxonomy export --format NAME [options]

Writes taxonomy packs for other tools. What the format cannot hold is said on stderr.

Options:
  --format NAME      ${FORMAT_HELP}; otherwise by the ending of --out
  --out FILE         write FILE instead of standard output
  --taxonomy PATH    the pack, or every pack of the folder, to export (repeatable); without it, the built-in packs
`,
  options: OPTIONS,
  async run({ values, positionals }, output) {
    if (positionals.length > 0) {
      throw new UsageError(`"${positionals[0]!}" is not expected; name packs with --taxonomy PATH.`);
    }
    const format = chosenFormat(values.format, values.out);
    const builtIn = loadBuiltInPacks();
    const own = await readPacks(values.taxonomy ?? []);
    const { classes } = extendTaxonomy(builtIn, own);
    const { text, problems } = exportTaxonomy(values.taxonomy === undefined ? builtIn.packs : own, format, classes);
    for (const problem of problems) output.message(formatProblem(problem));
    if (problems.some(({ severity }) => severity === "error")) throw new UsageError("Nothing was written.");
    await writeOut(text, values.out, output);
    return EXIT.ok;
  },
});
