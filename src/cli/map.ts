import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import {
  corpusDocument,
  createTagger,
  type DependencyMap,
  dependencyMap,
  dependencyMapGraphml,
  dependencyMapSvg,
  formatOfPath,
  type Ledger,
  type MapDocument,
  readRelations,
  type Tagger,
} from "../core";
import { ledgerOf, workspaceAbove } from "./annotations/document-ledger";
import { commandWithOptions, EXIT, UsageError } from "./command";
import { readText, writeOut } from "./files";
import { loadTaxonomy, TAXONOMY_HELP, TAXONOMY_OPTIONS } from "./taxonomy-options";

const WRITERS: Readonly<Record<string, (map: DependencyMap) => string>> = {
  json: (map) => `${JSON.stringify(map, undefined, 2)}\n`,
  graphml: dependencyMapGraphml,
  svg: dependencyMapSvg,
};
const FORMATS = Object.keys(WRITERS).join(", ");

const HELP = `Usage: healthgeo map [options] FILE|FOLDER...

Draws who controls, depends on, supplies, regulates, restricts, shares with, funds, partners or competes with whom in texts.
Of a folder, all texts in it and below are read (.md, .qmd, .rmd, .txt, .tex, .html); hidden folders are left out. What people
decided on mentions and relations (.healthgeo/annotations) counts.

Options:
  --format NAME      ${FORMATS}; otherwise by the ending of --out, json where it says nothing
  --out FILE         write FILE instead of standard output
  --no-decisions     leave people's decisions out
${TAXONOMY_HELP}
`;

const OPTIONS = {
  ...TAXONOMY_OPTIONS,
  format: { type: "string" },
  out: { type: "string" },
  "no-decisions": { type: "boolean" },
} as const;

export const mapCommand = commandWithOptions({
  path: "map",
  summary: "draw the relations of texts as a graph",
  help: HELP,
  options: OPTIONS,
  async run({ values, positionals }, output) {
    if (positionals.length === 0) throw new UsageError('No file or folder named. See "healthgeo map --help".');
    const write = writerFor(values.format, values.out);
    const tagger = createTagger(await loadTaxonomy(values, output));
    const documents: MapDocument[] = [];
    for (const named of positionals) {
      const workspace = values["no-decisions"] === true ? undefined : await workspaceAbove(resolve(named));
      for (const path of await textsOf(named)) {
        documents.push(await read(path, tagger, await ledgerOf(path, workspace, output)));
      }
    }
    const map = dependencyMap(documents, (entity) => tagger.taxonomy.entities.get(entity)?.label);
    const text = write(map);
    await writeOut(
      text,
      values.out,
      output,
      (path) => `${path}: ${map.nodes.length} nodes, ${map.edges.length} edges from ${documents.length} texts`,
    );
    return EXIT.ok;
  },
});

function writerFor(format: string | undefined, out: string | undefined): (map: DependencyMap) => string {
  const name = format ?? /\.([a-z]+)$/u.exec(out ?? "")?.[1] ?? "json";
  const write = Object.hasOwn(WRITERS, name) ? WRITERS[name] : undefined;
  if (write === undefined)
    throw new UsageError(`"${name}" is not a format of map; use --format with one of ${FORMATS}.`);
  return write;
}

const TEXT_FILE = /\.(?:md|markdown|qmd|rmd|txt|tex|ltx|html?)$/iu;

/** The texts that a path names: itself, or those in a folder, sorted. */
async function textsOf(path: string): Promise<string[]> {
  const info = await stat(path).catch(() => undefined);
  if (info?.isDirectory() !== true) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const inside = entries
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .filter((entry) => entry.isDirectory() || TEXT_FILE.test(entry.name))
    .map(({ name }) => join(path, name))
    .sort();
  return (await Promise.all(inside.map(textsOf))).flat();
}

async function read(path: string, tagger: Tagger, ledger: Ledger | undefined): Promise<MapDocument> {
  const text = await readText(path);
  const { mentions } = tagger.tag(text, { format: formatOfPath(path) });
  const document = corpusDocument(path, text, mentions, ledger?.decisions);
  const { relations } = readRelations(document, ledger?.relations);
  return { path, text, passages: document.passages, relations };
}
