/**
 * Measures how long the newest VS Code, in a Node host, takes to load the code of the extension and to activate it, and how much
 * of the code it has loaded before the first document and with it: one line of JSON on stdout. Needs a build for production.
 *
 *     node scripts/build.mjs --production && node bench/activation.mjs [--runs 5]
 */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { launchBrowser } from "../scripts/hosts/browser.mjs";
import { startServerHost } from "../scripts/hosts/server-host.mjs";
import { CACHE, ROOT, SAMPLES } from "../scripts/lib/paths.mjs";

/** Starts the line with a measurement; see `activation/main.ts`. */
const MARK = "HEALTHGEO_ACTIVATION ";
const BUNDLE = join(CACHE, "bench", "activation.cjs");

const { values } = parseArgs({ options: { runs: { type: "string", default: "5" } } });

await build({
  absWorkingDir: ROOT,
  entryPoints: ["bench/activation/main.ts"],
  outfile: BUNDLE,
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20",
  external: ["vscode"],
  logLevel: "warning",
});
const folder = await mkdtemp(join(tmpdir(), "healthgeo-"));
const server = await startServerHost("newest", { data: join(folder, "server") });
const browser = await launchBrowser();
try {
  const workspace = join(folder, "workspace");
  await cp(SAMPLES, workspace, { recursive: true });
  const payload = [
    ["extensionDevelopmentPath", server.remoteUri(ROOT)],
    ["extensionTestsPath", server.remoteUri(BUNDLE)],
    ["extensionDevelopmentKind", "node"],
    ["skipWelcome", "true"],
  ];
  const runs = [];
  while (runs.length < Number(values.runs)) runs.push(await measure(server.url(workspace, payload)));
  const { beforeDocument, withDocument } = runs.at(-1);
  console.log(
    JSON.stringify({
      row: "activation",
      loadingMilliseconds: summary(runs.map(({ loading }) => loading)),
      activatingMilliseconds: summary(runs.map(({ activating }) => activating)),
      firstDocumentMilliseconds: summary(runs.map(({ firstDocument }) => firstDocument)),
      bytesBeforeDocument: sizeOf(beforeDocument),
      bytesWithDocument: sizeOf(withDocument),
      filesWithDocument: Object.keys(withDocument),
    }),
  );
} finally {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

/** What one window measured. */
async function measure(url) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const lines = [];
    await page.exposeFunction("codeAutomationLog", (_type, args) => {
      lines.push(args.map(String).join(" "));
    });
    const exit = new Promise((resolve) => void page.exposeFunction("codeAutomationExit", resolve));
    await page.goto(url);
    await exit;
    const line = lines.find((each) => each.startsWith(MARK));
    if (line === undefined) throw new Error(`the window measured nothing\n${lines.slice(-30).join("\n")}`);
    return JSON.parse(line.slice(MARK.length));
  } finally {
    await context.close();
  }
}

function summary(figures) {
  const sorted = figures.toSorted((a, b) => a - b).map((figure) => Math.round(figure * 10) / 10);
  return { minimum: sorted[0], median: sorted[Math.floor(sorted.length / 2)], maximum: sorted.at(-1) };
}

function sizeOf(files) {
  return Object.values(files).reduce((sum, size) => sum + size, 0);
}
