/**
 * Makes dist/: the extension, the command line, the library with its types, the integration suite.
 *
 *     node scripts/build.mjs [--production] [--watch]
 *
 * --production minifies and leaves out source maps; --watch rebuilds on every change.
 */
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { build, context } from "esbuild";
import { BUILT_IN_PACKS, compileBuiltInPacks, readBuiltInPacks } from "./built-in-packs.mjs";
import { deferModules, sourceOfDeferred, WITHOUT_EMBEDDED_PACKS } from "./lib/deferred-modules.mjs";
import { integrationSuites } from "./lib/integration-suites.mjs";
import {
  DEFERRED_FILES,
  DOCUMENT_FILES,
  LAZY_FILE_NAMES,
  LAZY_FILES,
  lazyFiles,
  OPEN_ARCHIVES,
  WITHOUT_READERS,
} from "./lib/lazy-files.mjs";
import { DIST, ROOT } from "./lib/paths.mjs";
import { runProcess } from "./lib/processes.mjs";

const flags = new Set(process.argv.slice(2));
const production = flags.has("--production");
const watch = flags.has("--watch");

const COMMON = {
  absWorkingDir: ROOT,
  // The package's Node build is CommonJS, from which nothing unused can be left out.
  alias: { yaml: join(ROOT, "node_modules", "yaml", "browser", "index.js") },
  bundle: true,
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  minify: production,
  sourcemap: production ? false : "linked",
  metafile: true,
  logLevel: "warning",
};

/** One bundle for both kinds of host, so nothing in it may need Node. */
const EXTENSION = {
  entryPoints: ["src/extension/extension.ts"],
  format: "cjs",
  platform: "browser",
  external: ["vscode"],
};
const CORE = { entryPoints: ["src/core/index.ts"] };

/** What web views load. */
const PAGE = { platform: "browser" };

/** One bundle for both kinds of host, so nothing in it may need Node. */
const TEST = { format: "cjs", platform: "browser", external: ["vscode"], minify: false };

/** The command line and the library embed everything but the readers of documents. */
const BESIDE = lazyFiles("", DOCUMENT_FILES);

const BUNDLES = [
  { ...EXTENSION, outfile: "dist/extension.js", define: LAZY_FILE_NAMES, plugins: [lazyFiles(), deferModules()] },
  ...Object.keys(DEFERRED_FILES).map((file) => ({
    stdin: { contents: sourceOfDeferred(file), resolveDir: ROOT },
    outfile: `dist/${file}`,
    format: "cjs",
    platform: "browser",
    external: ["vscode"],
    plugins: [lazyFiles(file), deferModules(file), WITHOUT_EMBEDDED_PACKS],
  })),
  ...Object.entries(LAZY_FILES).map(([entry, file]) => ({
    // Required, as the extension requires it: imported, the package would come wrapped in a namespace.
    stdin: { contents: `module.exports = require(${JSON.stringify(entry)});`, resolveDir: ROOT },
    outfile: `dist/${file}`,
    format: "cjs",
    platform: "browser",
    // pdf.js asks where it stands, to find a worker that it finds elsewhere.
    logOverride: { "empty-import-meta": "silent" },
    // Some packages have a variant for pages, which neither kind of host is.
    conditions: ["worker", "module"],
    plugins: [lazyFiles(entry), deferModules(file), OPEN_ARCHIVES],
  })),
  { ...PAGE, entryPoints: ["src/webview/insight/main.ts"], outfile: "dist/webview/insight.js", format: "iife" },
  { ...PAGE, entryPoints: ["src/webview/insight/insight.css"], outfile: "dist/webview/insight.css" },
  { ...PAGE, entryPoints: ["src/webview/concordance/main.ts"], outfile: "dist/webview/concordance.js", format: "iife" },
  { ...PAGE, entryPoints: ["src/webview/concordance/concordance.css"], outfile: "dist/webview/concordance.css" },
  {
    ...PAGE,
    entryPoints: ["src/webview/dependency-map/main.ts"],
    outfile: "dist/webview/dependency-map.js",
    format: "iife",
  },
  {
    ...PAGE,
    entryPoints: ["src/webview/dependency-map/dependency-map.css"],
    outfile: "dist/webview/dependency-map.css",
  },
  { ...CORE, outfile: "dist/core.js", format: "cjs", platform: "node", plugins: [BESIDE] },
  { ...CORE, outfile: "dist/core.mjs", format: "esm", platform: "browser", plugins: [WITHOUT_READERS] },
  {
    entryPoints: ["src/cli/main.ts"],
    outfile: "dist/cli.js",
    format: "cjs",
    platform: "node",
    plugins: [BESIDE],
    target: "node20",
    banner: { js: "#!/usr/bin/env node" },
  },
  {
    ...TEST,
    entryPoints: ["test/integration/index.ts"],
    outfile: "dist/test/integration.js",
    plugins: [integrationSuites(ROOT)],
  },
  { ...TEST, entryPoints: ["test/integration/virtual-workspace.ts"], outfile: "dist/test/virtual-workspace.js" },
];

/** The extension reads dist/taxonomy.bin when it needs it; embedded, the packs would slow down every activation. */
function refuseEmbeddedPacks(outfile, metafile) {
  const packs = relative(ROOT, BUILT_IN_PACKS).replaceAll("\\", "/");
  const embedded = Object.values(metafile.outputs).some((output) => (output.inputs[packs]?.bytesInOutput ?? 0) > 0);
  if (embedded)
    throw new Error(`${outfile} embeds the built-in packs; the extension must read dist/taxonomy.bin instead`);
}

async function finish({ outfile, entryPoints }, { metafile }) {
  if (entryPoints !== CORE.entryPoints && outfile !== "dist/cli.js") refuseEmbeddedPacks(outfile, metafile);
  if (outfile === "dist/cli.js") await chmod(join(ROOT, outfile), 0o755);
  console.log(`${outfile.padEnd(29)} ${kilobytes(metafile.outputs[outfile].bytes)}`);
}

function kilobytes(bytes) {
  return `${Math.ceil(bytes / 1024)} KB`.padStart(9);
}

async function writeTaxonomy() {
  await mkdir(DIST, { recursive: true });
  const packs = await readBuiltInPacks();
  await writeFile(join(DIST, "taxonomy.bin"), packs);
  console.log(`${"dist/taxonomy.bin".padEnd(29)} ${kilobytes(packs.length)}`);
}

async function declareTypes() {
  await rm(join(DIST, "types"), { recursive: true, force: true });
  const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  const { code, output } = await runProcess(process.execPath, [tsc, "-p", join(ROOT, "scripts", "types")]);
  if (code !== 0) throw new Error(`the library's types do not compile\n${output}`);
  await writeFile(join(DIST, "core.d.ts"), 'export * from "./types/core/index";\n');
}

async function buildOnce() {
  await compileBuiltInPacks();
  await writeTaxonomy();
  await Promise.all([declareTypes(), bundleAll()]);
}

async function bundleAll() {
  for (const bundle of BUNDLES) await finish(bundle, await build({ ...COMMON, ...bundle }));
}

async function buildForever() {
  await compileBuiltInPacks();
  await writeTaxonomy();
  for (const bundle of BUNDLES) {
    const report = { name: "report", setup: ({ onEnd }) => onEnd((result) => reportRebuild(bundle, result)) };
    const rebuilt = await context({ ...COMMON, ...bundle, plugins: [...(bundle.plugins ?? []), report] });
    await rebuilt.watch();
  }
  console.log("watching for changes, Ctrl-C ends");
}

async function reportRebuild(bundle, result) {
  if (result.errors.length === 0) await finish(bundle, result);
}

await (watch ? buildForever() : buildOnce()).catch((error) => {
  // esbuild has printed its own errors already.
  if (!("errors" in error)) console.error(error.message);
  process.exitCode = 1;
});
