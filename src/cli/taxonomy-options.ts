import {
  compileTaxonomy,
  extendTaxonomy,
  formatProblem,
  loadBuiltInPacks,
  loadDefaultTaxonomy,
  type Pack,
  parsePack,
  type Taxonomy,
} from "../core";
import { type Output, UsageError } from "./command";
import { packFilesOf, readText } from "./files";

/** Options of every command that tags. */
export const TAXONOMY_OPTIONS = {
  taxonomy: { type: "string", multiple: true },
  "only-taxonomy": { type: "boolean" },
} as const;

export const TAXONOMY_HELP = `  --taxonomy PATH    add a taxonomy pack, or every pack of a folder (repeatable)
  --only-taxonomy    leave the built-in packs out, except for the classes`;

export interface TaxonomyChoice {
  readonly taxonomy?: readonly string[] | undefined;
  readonly "only-taxonomy"?: boolean | undefined;
}

/** The taxonomy that the options ask for; a broken pack is a usage error that lists its problems. */
export async function loadTaxonomy(choice: TaxonomyChoice, output: Output): Promise<Taxonomy> {
  const paths = choice.taxonomy ?? [];
  if (choice["only-taxonomy"] === true && paths.length === 0) {
    throw new UsageError("--only-taxonomy leaves nothing to tag with; add --taxonomy PATH.");
  }
  if (paths.length === 0) return loadDefaultTaxonomy();
  const packs = await readPacks(paths);
  const builtIn = loadBuiltInPacks();
  const taxonomy =
    choice["only-taxonomy"] === true
      ? compileTaxonomy([...builtIn.packs.map(withoutKnowledge), ...packs])
      : extendTaxonomy(builtIn, packs);
  for (const problem of taxonomy.problems) output.message(formatProblem(problem));
  if (taxonomy.problems.length > 0)
    throw new UsageError("The taxonomy packs do not fit together; see the problems above.");
  return taxonomy;
}

/** The packs of all files and folders named. */
export async function readPacks(paths: readonly string[]): Promise<Pack[]> {
  const files = (await Promise.all(paths.map(packFilesOf))).flat();
  const results = await Promise.all(files.map(async (file) => parsePack(await readText(file), file)));
  const problems = results.flatMap((result) => result.problems);
  if (problems.length > 0) throw new UsageError(problems.map(formatProblem).join("\n"));
  return results.flatMap(({ pack }) => (pack === undefined ? [] : [pack]));
}

/** The scheme's classes stay even without the built-in knowledge: a pack need not define them again. */
function withoutKnowledge(pack: Pack): Pack {
  return { ...pack, entities: [], terms: [], rules: [], ignore: [], tests: [] };
}
