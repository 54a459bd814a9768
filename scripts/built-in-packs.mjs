/**
 * Compiles the built-in taxonomy: taxonomies/*.yaml, read by the core's own parser, becomes one file of packs and their
 * index, which the core embeds as text. Any problem in a pack stops the build and names the file and line.
 *
 *     node scripts/built-in-packs.mjs
 */
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { ROOT } from "./lib/paths.mjs";

/** The generated file that the core imports: bytes in base 64, as a JSON string. */
export const BUILT_IN_PACKS = join(ROOT, "src", "core", "taxonomy", "built-in-packs.generated.json");

const SOURCES = "taxonomies";

/**
 * Writes {@link BUILT_IN_PACKS}, if its content changes, and returns what is in it.
 *
 * @throws {Error} listing every problem as `file:line:column: severity: message`
 */
export async function compileBuiltInPacks() {
  const { parsePack, compilePacks, encodeCompiledPacks, formatProblem } = await loadPackParser();
  const files = (await readdir(join(ROOT, SOURCES))).filter((file) => file.endsWith(".yaml")).sort();
  if (files.length === 0) throw new Error(`${SOURCES}/ holds no packs`);
  const parsed = await Promise.all(
    files.map(async (file) => {
      const source = await readFile(join(ROOT, SOURCES, file), "utf8");
      return parsePack(source, `${SOURCES}/${file}`, "built-in");
    }),
  );
  const problems = parsed.flatMap((result) => result.problems);
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join("\n"));
  const compiled = compilePacks(parsed.map((result) => result.pack));
  await writeIfChanged(BUILT_IN_PACKS, `"${Buffer.from(encodeCompiledPacks(compiled)).toString("base64")}"\n`);
  return compiled;
}

/** What {@link compileBuiltInPacks} wrote. */
export async function readBuiltInPacks() {
  return Buffer.from(JSON.parse(await readFile(BUILT_IN_PACKS, "utf8")), "base64");
}

/** Bundles the parser into a temporary module, for Node does not run TypeScript. */
async function loadPackParser() {
  const folder = await mkdtemp(join(tmpdir(), "healthgeo-"));
  const outfile = join(folder, "parser.mjs");
  try {
    await build({
      stdin: {
        contents: `
          export { parsePack } from "./taxonomy/packs/pack-parser";
          export { compilePacks, encodeCompiledPacks } from "./taxonomy/compiled-packs";
          export { formatProblem } from "./problem";`,
        resolveDir: join(ROOT, "src", "core"),
      },
      bundle: true,
      format: "esm",
      platform: "browser",
      outfile,
      logLevel: "error",
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeIfChanged(file, text) {
  if ((await readFile(file, "utf8").catch(() => undefined)) !== text) await writeFile(file, text);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await compileBuiltInPacks().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
