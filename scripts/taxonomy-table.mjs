/**
 * Writes docs/taxonomy.md: how much the built-in taxonomy knows, by class and by pack.
 *
 *     node scripts/taxonomy-table.mjs
 */
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { compileBuiltInPacks } from "./built-in-packs.mjs";
import { ROOT } from "./lib/paths.mjs";

/** The generated page. */
export const TAXONOMY_PAGE = join(ROOT, "docs", "taxonomy.md");

/** The page for the packs given, as {@link TAXONOMY_PAGE} must have it. */
export async function taxonomyPage(packs) {
  const options = await resolveConfig(TAXONOMY_PAGE);
  return await format(pageOf(packs), { ...options, filepath: TAXONOMY_PAGE });
}

function pageOf(packs) {
  const classes = packs.flatMap((pack) => pack.classes);
  return `# What the built-in taxonomy knows

<!-- Generated from taxonomies/ by \`npm run docs:taxonomy\`; do not edit. -->

An entity is a named thing, and its names are all the terms it is found by. A generic term names a kind of thing; one may be a family that stands for many phrases. Spelling variants, plurals and compounds are not counted, for nobody writes them. [packs.md](packs.md) explains the format, and \`healthgeo taxonomy check\` finds terms that are duplicate, shadowed or unreachable.

## By class

${table(
  ["Class", "Label", "Entities", "Names", "Generic terms", "Rules"],
  classes.map(({ id, label }) => [`\`${id}\``, label, ...classCounts(packs, id)]),
)}

## By pack

${table(
  ["Pack", "Title", "Entities", "Names", "Generic terms", "Rules", "Ignored phrases", "Tests"],
  packs.map((pack) => [`[${pack.id}](../${pack.uri})`, pack.title, ...packCounts(pack)]),
)}
`;
}

function classCounts(packs, id) {
  const ofClass = (item) => item.class === id;
  const entities = packs.flatMap((pack) => pack.entities.filter(ofClass));
  const others = ["terms", "rules"].map((part) => packs.flatMap((pack) => pack[part].filter(ofClass)));
  return [entities.length, nameCount(entities), ...others.map((items) => items.length)];
}

function packCounts({ entities, terms, rules, ignore, tests }) {
  const others = [terms, rules, ignore, tests];
  return [entities.length, nameCount(entities), ...others.map((items) => items.length)];
}

function nameCount(entities) {
  return entities.reduce((sum, entity) => sum + entity.terms.length, 0);
}

/** A table whose first two columns are words and the others numbers, with their totals. */
function table(heads, rows) {
  const totals = heads.slice(2).map((_, i) => rows.reduce((sum, row) => sum + row[i + 2], 0));
  const lines = [...rows, ["**Total**", "", ...totals]].map((row) => row.map(cell));
  return [heads, heads.map((_, i) => (i < 2 ? "---" : "--:")), ...lines]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
}

function cell(value) {
  return typeof value === "number" ? value.toLocaleString("en") : value.replaceAll("|", "\\|");
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await compileBuiltInPacks();
    const { packs } = await compileBuiltInPacks();
    await writeFile(TAXONOMY_PAGE, await taxonomyPage(packs));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
