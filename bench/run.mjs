/**
 * Runs the benchmarks: one line of JSON on stdout for each measurement, messages on stderr.
 *
 *     npm run bench -- [--row ID]... [--write-docs]
 *
 * --row runs one row of bench/goals.ts (or several); --write-docs runs all and writes docs/performance.md. Speed never fails
 * a run: only a measurement that could not be made does.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { format, resolveConfig } from "prettier";
import { compileBuiltInPacks } from "../scripts/built-in-packs.mjs";
import { CACHE, ROOT } from "../scripts/lib/paths.mjs";
import { startProcess } from "../scripts/lib/processes.mjs";
import { installPeers } from "./install-peers.mjs";

const BUNDLE = join(CACHE, "bench", "main.cjs");
const PAGE = join(ROOT, "docs", "performance.md");

/** Bundles the bench as the product is bundled, for modules that are loaded one by one run slower. */
async function bundle() {
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["bench/main.ts"],
    outfile: BUNDLE,
    alias: { yaml: join(ROOT, "node_modules", "yaml", "browser", "index.js") },
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    logLevel: "warning",
  });
}

/** Sets the columns of the page's tables as the formatter wants them. */
async function formatPage() {
  const options = await resolveConfig(PAGE);
  await writeFile(PAGE, await format(await readFile(PAGE, "utf8"), { ...options, filepath: PAGE }));
}

try {
  const args = process.argv.slice(2);
  await compileBuiltInPacks();
  await installPeers();
  await bundle();
  const run = startProcess(process.execPath, [BUNDLE, "--root", ROOT, "--cache", CACHE, ...args], { inherit: true });
  process.exitCode = await run.ended;
  if (args.includes("--write-docs")) await formatPage();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
