/**
 * Measures the scan of a workspace of 2,000 generated reports (20 MB) and a concordance over it: one line of JSON on stdout for
 * each measurement. The corpus is written into the cache folder at the first run.
 *
 *     node bench/scan.mjs
 */
import { join } from "node:path";
import { build } from "esbuild";
import { compileBuiltInPacks } from "../scripts/built-in-packs.mjs";
import { CACHE, ROOT } from "../scripts/lib/paths.mjs";
import { startProcess } from "../scripts/lib/processes.mjs";

const BUNDLE = join(CACHE, "bench", "scan.cjs");

await compileBuiltInPacks();
await build({
  absWorkingDir: ROOT,
  entryPoints: ["bench/scan/main.ts"],
  outfile: BUNDLE,
  alias: {
    yaml: join(ROOT, "node_modules", "yaml", "browser", "index.js"),
    // The service runs as it is; only the editor below it is a stand-in.
    vscode: join(ROOT, "bench", "scan", "editor.ts"),
  },
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20",
  logLevel: "warning",
});
const run = startProcess(process.execPath, ["--expose-gc", BUNDLE, "--root", ROOT, "--cache", CACHE], {
  inherit: true,
});
process.exitCode = await run.ended;
