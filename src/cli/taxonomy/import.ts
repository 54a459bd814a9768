import {
  type ClassId,
  extendTaxonomy,
  formatProblem,
  type ImportOptions,
  importTaxonomy,
  isClassId,
  loadBuiltInPacks,
  MAX_IMPORT_LENGTH,
} from "../../core";
import { commandWithOptions, EXIT, UsageError } from "../command";
import { readText, writeOut } from "../files";
import { readPacks } from "../taxonomy-options";
import { chosenFormat, FORMAT_HELP } from "./formats";

/** A character of UTF-8 that is one UTF-16 code unit has three bytes at most. */
const MAX_IMPORT_BYTES = MAX_IMPORT_LENGTH * 3;

const OPTIONS = {
  format: { type: "string" },
  out: { type: "string" },
  class: { type: "string" },
  map: { type: "string", multiple: true },
  as: { type: "string" },
  id: { type: "string" },
  title: { type: "string" },
  language: { type: "string" },
  taxonomy: { type: "string", multiple: true },
} as const;

export const importCommand = commandWithOptions({
  path: "taxonomy import",
  summary: "make a pack of a thesaurus, codebook, pattern file or table",
  help: `Usage: healthgeo taxonomy import FILE [options]

Makes a taxonomy pack of FILE and prints it. What was dropped or changed on the way is said on stderr. Nothing is fetched,
whatever FILE refers to.

Options:
  --format NAME      ${FORMAT_HELP}; otherwise by the ending of FILE
  --out PACK         write PACK (.yaml) instead of standard output
  --class CLASS      the class of concepts that have none, such as actor.company
  --map NAME=CLASS   the class of everything below a top concept or scheme, by label, code or IRI (repeatable)
  --as KIND          entities|terms: what concepts become of which FILE does not say (entities)
  --id ID            id of the pack
  --title TITLE      title of the pack
  --language TAG     the language to take over, such as en; otherwise FILE's own, or its most frequent one
  --taxonomy PATH    a pack whose classes FILE uses (repeatable)
`,
  options: OPTIONS,
  async run({ values, positionals }, output) {
    const [path, ...others] = positionals;
    if (path === undefined) throw new UsageError('No file named. See "healthgeo taxonomy import --help".');
    if (others.length > 0) throw new UsageError("One file is imported at a time; run the command for each.");
    const format = chosenFormat(values.format, path);
    const { classes } = extendTaxonomy(loadBuiltInPacks(), await readPacks(values.taxonomy ?? []));
    const chosen: ImportOptions = {
      uri: path,
      classes,
      class: values.class === undefined ? undefined : checkedClass(values.class, classes),
      map: checkedMap(values.map ?? [], classes),
      as: checkedKind(values.as),
      id: checkedId(values.id),
      title: values.title,
      language: values.language,
    };
    const { source, counts, problems } = importTaxonomy(await readText(path, MAX_IMPORT_BYTES), format, chosen);
    for (const problem of problems) output.message(formatProblem(problem));
    if (source === undefined) throw new UsageError("Nothing was imported; see the errors above.");
    output.message(`${counts.classes} classes, ${counts.entities} entities, ${counts.terms} generic terms`);
    await writeOut(source, values.out, output);
    return EXIT.ok;
  },
});

function checkedClass(id: string, classes: ReadonlyMap<ClassId, unknown>): ClassId {
  if (isClassId(id) && classes.has(id)) return id;
  throw new UsageError(`"${id}" is not a class of the taxonomy; use one of ${[...classes.keys()].join(", ")}.`);
}

function checkedMap(
  written: readonly string[],
  classes: ReadonlyMap<ClassId, unknown>,
): Readonly<Record<string, ClassId>> {
  const pairs = written.map((pair) => {
    const sign = pair.lastIndexOf("=");
    if (sign <= 0) throw new UsageError(`--map takes NAME=CLASS, such as Companies=actor.company, not "${pair}".`);
    return [pair.slice(0, sign), checkedClass(pair.slice(sign + 1), classes)];
  });
  return Object.fromEntries(pairs) as Record<string, ClassId>;
}

function checkedKind(written: string | undefined): "entities" | "terms" | undefined {
  if (written === undefined || written === "entities" || written === "terms") return written;
  throw new UsageError(`--as takes entities or terms, not "${written}".`);
}

function checkedId(written: string | undefined): string | undefined {
  if (written === undefined || /^[a-z0-9][a-z0-9-]*$/.test(written)) return written;
  throw new UsageError(`--id takes lower-case letters, digits and hyphens, not "${written}".`);
}
