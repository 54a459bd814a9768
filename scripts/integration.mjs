/**
 * Runs the built integration suite in real VS Codes.
 *
 *     node scripts/integration.mjs                          in every kind of host
 *     node scripts/integration.mjs newest-node [web …]      in some
 */
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launchBrowser } from "./hosts/browser.mjs";
import { startServerHost } from "./hosts/server-host.mjs";
import { runSuite } from "./hosts/suite.mjs";
import { startWebHost } from "./hosts/web-host.mjs";
import { DIST, ROOT, SAMPLES } from "./lib/paths.mjs";
import { editorVersion } from "./provision.mjs";

const SUITE = join(DIST, "test", "integration.js");

/** The kinds of host, with the title that reports use. */
export const TARGETS = {
  "oldest-node": { title: `VS Code ${editorVersion("oldest")}, Node host`, start: () => startServer("oldest", "node") },
  "oldest-worker": {
    title: `VS Code ${editorVersion("oldest")}, web worker host`,
    start: () => startServer("oldest", "web"),
  },
  "newest-node": { title: `VS Code ${editorVersion("newest")}, Node host`, start: () => startServer("newest", "node") },
  "newest-worker": {
    title: `VS Code ${editorVersion("newest")}, web worker host`,
    start: () => startServer("newest", "web"),
  },
  web: { title: `VS Code for the Web ${editorVersion("web")}`, start: startWeb },
};

/**
 * Runs the suite in one kind of host, on a copy of the sample workspace.
 *
 * @param {keyof typeof TARGETS} target
 * @returns {Promise<import("./lib/counts.mjs").Counts>}
 */
export async function runIntegration(target, { log } = {}) {
  const browser = await launchBrowser(log);
  try {
    const host = await TARGETS[target].start();
    try {
      return await runSuite(browser, host.url, { log });
    } finally {
      await host.stop();
    }
  } finally {
    await browser.close();
  }
}

async function startServer(name, kind) {
  const folder = await temporaryFolder();
  const workspace = join(folder, "workspace");
  await cp(SAMPLES, workspace, { recursive: true });
  const server = await startServerHost(name, { data: join(folder, "server") });
  const payload = [
    ["extensionDevelopmentPath", server.remoteUri(ROOT)],
    ["extensionTestsPath", server.remoteUri(SUITE)],
    ["extensionDevelopmentKind", kind],
    ["skipWelcome", "true"],
  ];
  return { url: server.url(workspace, payload), stop: () => stopAndRemove(server, folder) };
}

async function startWeb() {
  const folder = await temporaryFolder();
  await writeVirtualWorkspace(folder);
  const host = await startWebHost({
    folders: { "/extension/": ROOT, "/workspace/": folder },
    configure: (uri) => ({
      folderUri: { scheme: "healthgeo-test", path: "/workspace" },
      developmentOptions: {
        extensions: [uri("/extension"), uri("/workspace")],
        extensionTestsPath: uri("/extension/dist/test/integration.js"),
        enableSmokeTestDriver: true,
      },
      enableWorkspaceTrust: false,
    }),
  });
  return { url: host.url, stop: () => stopAndRemove(host, folder) };
}

/** Writes the extension that holds the sample workspace in memory; see test/integration/virtual-workspace.ts. */
async function writeVirtualWorkspace(folder) {
  const manifest = {
    name: "virtual-workspace",
    publisher: "healthgeo-test",
    version: "0.0.0",
    engines: { vscode: "*" },
    browser: "./extension.js",
    activationEvents: ["onFileSystem:healthgeo-test"],
  };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  await writeFile(join(folder, "workspace.json"), JSON.stringify(await readTexts(SAMPLES, "/workspace")));
  await cp(join(DIST, "test", "virtual-workspace.js"), join(folder, "extension.js"));
}

/** The texts of all files in a folder, by their path under `prefix`. */
async function readTexts(folder, prefix) {
  const texts = {};
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const [path, virtual] = [join(folder, entry.name), `${prefix}/${entry.name}`];
    if (entry.isDirectory()) Object.assign(texts, await readTexts(path, virtual));
    else texts[virtual] = await readFile(path, "utf8");
  }
  return texts;
}

async function temporaryFolder() {
  return await mkdtemp(join(tmpdir(), "healthgeo-"));
}

async function stopAndRemove(host, folder) {
  await host.stop();
  await rm(folder, { recursive: true, force: true });
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const named = process.argv.slice(2);
  let failed = 0;
  for (const target of named.length > 0 ? named : Object.keys(TARGETS)) {
    console.log(TARGETS[target].title);
    const counts = await runIntegration(target, { log: console.log });
    console.log(`  ${counts.passed} passed, ${counts.failed} failed\n`);
    failed += counts.failed;
  }
  process.exitCode = failed === 0 ? 0 : 1;
}
