import { resolve, sep } from "node:path";
import {
  compileTaxonomy,
  extendTaxonomy,
  formatProblem,
  loadBuiltInPacks,
  loadDefaultTaxonomy,
  type Pack,
  resolveSharedPacks,
  type Taxonomy,
} from "../core";
import { type Output, UsageError } from "./command";
import { packFilesOf } from "./files";
import { isPackageFolder, loadPack, NODE_PLACES } from "./pack-places";

/** Options of every command that tags. */
export const TAXONOMY_OPTIONS = {
  taxonomy: { type: "string", multiple: true },
  "only-taxonomy": { type: "boolean" },
} as const;

export const TAXONOMY_HELP = `  --taxonomy PATH    add a taxonomy pack, every pack of a folder, or the packs of an npm package's folder
                     (repeatable); what the packs extend is added too
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

/**
 * The packs of all files, folders and package folders named, behind those that they extend, which are of the shared layer.
 * A broken pack, or one that is named and missing, is a usage error that lists the problems.
 */
export async function readPacks(paths: readonly string[]): Promise<Pack[]> {
  const packages = await Promise.all(paths.map(isPackageFolder));
  const files = (await Promise.all(paths.filter((_, i) => !packages[i]!).map(packFilesOf))).flat();
  const own = new Map(await Promise.all(files.map(async (file) => [file, await loadPack(file, "workspace")] as const)));
  const references = paths
    .filter((_, i) => packages[i]!)
    .map((path) => ({ name: resolve(path), folder: ".", uri: path }));
  const ids = new Set(loadBuiltInPacks().packs.map(({ id }) => id));
  const shared = await resolveSharedPacks(references, own, ids, NODE_PLACES);
  const problems = [...[...own.values()].flatMap((loaded) => loaded.problems), ...shared.problems];
  if (problems.length > 0) throw new UsageError(problems.map(formatProblem).join("\n"));
  return [...shared.packs, ...[...own.values()].flatMap(({ pack }) => pack ?? [])];
}

/** Whether a pack lies at or under one of the paths named, rather than being there because another pack extends it. */
export function isNamed({ uri }: Pack, paths: readonly string[]): boolean {
  const file = resolve(uri);
  return paths.map((path) => resolve(path)).some((path) => file === path || file.startsWith(`${path}${sep}`));
}

/** The scheme's classes stay even without the built-in knowledge: a pack need not define them again. */
function withoutKnowledge(pack: Pack): Pack {
  return { ...pack, entities: [], terms: [], rules: [], themes: [], ignore: [], tests: [] };
}
